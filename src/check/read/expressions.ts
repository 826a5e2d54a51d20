import { checkLimits } from '../limits.js';
import type { Token } from './lexer.js';
import type { Expression } from './syntax.js';

/** Thrown inside the reader for what it does not know; a statement catches it. */
export class Unreadable extends Error {
  readonly code: 'syntax' | 'construct';
  readonly found: string;

  constructor(code: 'syntax' | 'construct', found: string) {
    super(found);
    this.code = code;
    this.found = found;
  }
}

/** Binary operators by how tightly they bind; `**` and signs are read apart. */
const LEVELS: readonly (readonly string[])[] = [
  ['<', '>', '<=', '>=', '==', '!='],
  ['|'],
  ['^'],
  ['&'],
  ['+', '-'],
  ['*', '/', '//', '%', '@'],
];

const CONSTRUCTS = new Set(['if', 'else', 'for', 'and', 'or', 'in', 'is', 'yield', 'await', 'async']);

/** Reads expressions out of the tokens of one statement. */
export class ExpressionReader {
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  private operators = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  get position(): number {
    return this.at;
  }

  peek(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '' };
  }

  is(text: string): boolean {
    const { kind, text: own } = this.peek();
    return own === text && (kind === 'sign' || kind === 'name');
  }

  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }

  expect(text: string): void {
    if (!this.take(text)) this.fail();
  }

  fail(): never {
    const { kind, text } = this.peek();
    if (kind === 'name' && CONSTRUCTS.has(text)) throw new Unreadable('construct', text);
    throw new Unreadable('syntax', kind === 'end' ? '' : text);
  }

  name(): string {
    const { kind, text } = this.peek();
    if (kind !== 'name') this.fail();
    this.at++;
    return text;
  }

  /** `a, b` without brackets is a tuple. */
  tuple(): Expression {
    const items: Expression[] = [this.expression()];
    let tuple = false;
    while (this.take(',')) {
      tuple = true;
      if (this.done || this.is('=') || this.is(')')) break;
      items.push(this.expression());
    }
    return tuple ? { kind: 'list', items, tuple: true } : items[0]!;
  }

  expression(): Expression {
    if (++this.depth > checkLimits.depth) throw new Unreadable('construct', '(((');
    let result: Expression;
    if (this.take('lambda')) result = this.lambda();
    else if (this.take('not')) result = { kind: 'unary', operator: 'not', operand: this.expression() };
    else if (this.take('*')) result = { kind: 'star', operand: this.expression() };
    else result = this.level(0);
    if (this.is('if') || this.is('and') || this.is('or')) this.fail();
    this.depth--;
    return result;
  }

  private lambda(): Expression {
    const params: string[] = [];
    while (!this.is(':')) {
      params.push(this.name());
      if (!this.take(',')) break;
    }
    this.expect(':');
    return { kind: 'lambda', params, body: this.expression() };
  }

  private level(depth: number): Expression {
    if (depth === LEVELS.length) return this.sign();
    let left = this.level(depth + 1);
    for (;;) {
      const operator = LEVELS[depth]!.find((one) => this.peek().kind === 'sign' && this.is(one));
      if (operator === undefined) return left;
      // A long sum makes a tree as deep as it is long, and walking it recurses.
      if (++this.operators > 400) throw new Unreadable('construct', operator);
      this.at++;
      left = { kind: 'binary', operator, left, right: this.level(depth + 1) };
    }
  }

  private sign(): Expression {
    for (const operator of ['-', '+', '~'] as const) {
      if (!this.is(operator)) continue;
      if (++this.depth > checkLimits.depth) throw new Unreadable('construct', operator);
      this.at++;
      const operand = this.sign();
      this.depth--;
      return { kind: 'unary', operator, operand };
    }
    const base = this.postfix();
    if (!this.take('**')) return base;
    if (++this.depth > checkLimits.depth) throw new Unreadable('construct', '**');
    const power: Expression = { kind: 'binary', operator: '**', left: base, right: this.sign() };
    this.depth--;
    return power;
  }

  private postfix(): Expression {
    let target = this.atom();
    for (let count = 0; ; count++) {
      if (count > checkLimits.depth) throw new Unreadable('construct', this.peek().text);
      if (this.take('.')) target = { kind: 'attribute', target, name: this.name() };
      else if (this.take('(')) target = this.call(target);
      else if (this.take('[')) target = this.index(target);
      else return target;
    }
  }

  private call(callee: Expression): Expression {
    const args: Expression[] = [];
    const keywords: { name: string; value: Expression }[] = [];
    while (!this.is(')')) {
      const next = this.tokens[this.at + 1];
      if (this.peek().kind === 'name' && next?.kind === 'sign' && next.text === '=') {
        const name = this.name();
        this.expect('=');
        keywords.push({ name, value: this.expression() });
      } else args.push(this.expression());
      if (!this.take(',')) break;
    }
    this.expect(')');
    return { kind: 'call', callee, args, keywords };
  }

  private index(target: Expression): Expression {
    const items: Expression[] = [];
    while (!this.is(']')) {
      items.push(this.slice());
      if (!this.take(',')) break;
    }
    if (items.length === 0) this.fail();
    this.expect(']');
    const only = items[0];
    // params['W1'] is as good as a name.
    if (items.length === 1 && only?.kind === 'string') {
      const owner = dottedName(target);
      if (owner !== undefined) return { kind: 'name', name: `${owner}['${only.text}']` };
    }
    return { kind: 'index', target, items };
  }

  private slice(): Expression {
    const part = (): Expression | undefined =>
      this.is(':') || this.is(']') || this.is(',') ? undefined : this.expression();
    const start = part();
    if (!this.take(':')) return start ?? this.fail();
    const stop = part();
    const step = this.take(':') ? part() : undefined;
    return { kind: 'slice', start, stop, step };
  }

  private atom(): Expression {
    const { kind, text } = this.peek();
    if (kind === 'number') {
      this.at++;
      const plain = text.replaceAll('_', '');
      const value = Number(plain);
      if (!Number.isFinite(value)) throw new Unreadable('syntax', text);
      return { kind: 'number', value, whole: /^(\d+|0[xX].*)$/.test(plain) };
    }
    if (kind === 'string') {
      let joined = '';
      while (this.peek().kind === 'string') {
        joined += this.peek().text;
        this.at++;
      }
      return { kind: 'string', text: joined };
    }
    if (kind === 'name') return this.word(text);
    if (this.take('...')) return { kind: 'ellipsis' };
    if (this.take('(')) {
      if (this.take(')')) return { kind: 'list', items: [], tuple: true };
      const inner = this.tuple();
      this.expect(')');
      return inner;
    }
    if (this.take('[')) return this.list();
    if (this.take('{')) return this.dict();
    return this.fail();
  }

  private word(text: string): Expression {
    if (CONSTRUCTS.has(text)) this.fail();
    this.at++;
    if (text === 'True' || text === 'False') return { kind: 'flag', value: text === 'True' };
    if (text === 'None') return { kind: 'none' };
    return { kind: 'name', name: text };
  }

  private list(): Expression {
    const items: Expression[] = [];
    while (!this.is(']')) {
      items.push(this.expression());
      if (!this.take(',')) break;
    }
    this.expect(']');
    return { kind: 'list', items, tuple: false };
  }

  private dict(): Expression {
    let open = 1;
    let empty = true;
    while (open > 0) {
      if (this.done) this.fail();
      const { kind, text } = this.peek();
      if (kind === 'sign' && text === '{') open++;
      else if (kind === 'sign' && text === '}') open--;
      else empty = false;
      this.at++;
    }
    return { kind: 'dict', empty };
  }
}

/** `self.W`, `np.random`, `params['W1']` as one name; undefined for anything else. */
export function dottedName(expression: Expression): string | undefined {
  const parts: string[] = [];
  let at = expression;
  while (at.kind === 'attribute') {
    parts.unshift(at.name);
    at = at.target;
  }
  return at.kind === 'name' ? [at.name, ...parts].join('.') : undefined;
}
