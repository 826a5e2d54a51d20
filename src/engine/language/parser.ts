import { lex, type Token } from './lexer.js';
import { limits } from './limits.js';
import type { ProblemCode, ProblemParams } from './problems.js';
import { type Place, ProgramError } from './program-error.js';
import type { BinaryOperator, Keyword, Program, Statement, SyntaxNode } from './syntax.js';

/**
 * Reads a program: one assignment a line (or several with `;` between), `#` comments, a bare expression for `f = …`.
 * @throws ProgramError with the place, for text that is no program or is over the limits
 */
export function parse(source: string | readonly string[]): Program {
  const lines = (typeof source === 'string' ? source : source.join('\n')).split(/\r\n|\r|\n/);
  return new Parser(lines, 'program').program();
}

/**
 * Reads one expression as a learner types it: full-width signs and `^` are understood too.
 * @throws ProgramError with the place
 */
export function parseExpression(source: string): Program {
  return new Parser(source.split(/\r\n|\r|\n/), 'answer').single();
}

/** Left-associative operators by how tightly they bind; `**` and signs are read apart. */
const LEVELS: readonly (readonly string[])[] = [
  ['<', '>', '<=', '>=', '==', '!='],
  ['+', '-'],
  ['*', '/', '@'],
];

const LIBRARIES = new Set(['np', 'numpy', 'math', 'torch']);
const LIBRARY_CONSTANTS = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
]);

class Parser {
  private readonly lines: readonly string[];
  private readonly tokens: readonly Token[];
  private at = 0;
  private depth = 0;
  private nodes: SyntaxNode[] = [];

  constructor(lines: readonly string[], dialect: 'program' | 'answer') {
    this.lines = lines;
    this.tokens = lex(lines, dialect);
  }

  program(): Program {
    const statements: Statement[] = [];
    for (;;) {
      this.skipBreaks();
      if (this.token.kind === 'end') break;
      statements.push(this.statement());
    }
    if (statements.length === 0) this.fail('empty-program', {}, this.token.place);
    return { lines: this.lines, statements };
  }

  single(): Program {
    this.skipBreaks();
    const statement = this.expressionStatement(undefined, this.token.place);
    this.skipBreaks();
    if (this.token.kind !== 'end') this.fail('expected-end', { found: this.token.text }, this.token.place);
    return { lines: this.lines, statements: [statement] };
  }

  private get token(): Token {
    return this.tokens[this.at]!;
  }

  private skipBreaks(): void {
    while (this.token.kind === 'break') this.at++;
  }

  private fail(code: ProblemCode, params: ProblemParams, place: Place): never {
    throw new ProgramError(code, params, place, this.lines);
  }

  private statement(): Statement {
    const first = this.token;
    if (first.kind === 'name' && this.tokens[this.at + 1]?.text === '=') {
      this.at += 2;
      return this.expressionStatement(first.text, first.place);
    }
    return this.expressionStatement(undefined, first.place);
  }

  private expressionStatement(name: string | undefined, place: Place): Statement {
    this.nodes = [];
    const from = this.token.place;
    const begin = this.at;
    this.expression();
    if (this.is('=')) this.fail('not-a-name', {}, place);
    if (this.token.kind !== 'break' && this.token.kind !== 'end')
      this.fail('expected-end', { found: this.token.text }, this.token.place);
    const to = this.tokens[Math.max(begin, this.at - 1)]!.place;
    return { name, place, nodes: this.nodes, source: this.textBetween(from, to) };
  }

  private textBetween(from: Place, to: Place): string {
    if (from.line === to.line) return this.lines[from.line - 1]!.slice(from.start, to.start + to.length);
    const inner = this.lines.slice(from.line, to.line - 1);
    const first = this.lines[from.line - 1]!.slice(from.start);
    const last = this.lines[to.line - 1]!.slice(0, to.start + to.length);
    return [first, ...inner, last].map((line) => line.replace(/#.*$/, '').trim()).join(' ');
  }

  private is(text: string): boolean {
    return this.token.kind === 'sign' && this.token.text === text;
  }

  private push(node: SyntaxNode): number {
    this.nodes.push(node);
    return this.nodes.length - 1;
  }

  /** From the start of one node to the end of another, as far as both stand in one line. */
  private span(from: Place, to: Place): Place {
    const length = from.line === to.line ? to.start + to.length - from.start : from.length;
    return { line: from.line, start: from.start, length };
  }

  private enter(place: Place): void {
    if (++this.depth > limits.depth) this.fail('too-deep', { limit: limits.depth }, place);
  }

  private expression(): number {
    this.enter(this.token.place);
    const root = this.level(0);
    this.depth--;
    return root;
  }

  private level(level: number): number {
    const operators = LEVELS[level];
    if (operators === undefined) return this.signed();
    let left = this.level(level + 1);
    for (let count = 0; this.token.kind === 'sign' && operators.includes(this.token.text); count++) {
      const sign = this.token;
      if (level === 0 && count > 0) this.fail('chained-comparison', {}, sign.place);
      this.at++;
      const right = this.level(level + 1);
      left = this.binary(sign.text as BinaryOperator, left, right);
    }
    return left;
  }

  private binary(operator: BinaryOperator, left: number, right: number): number {
    const place = this.span(this.nodes[left]!.place, this.nodes[right]!.place);
    return this.push({ kind: 'binary', operator, left, right, place });
  }

  private signed(): number {
    const sign = this.token;
    if (!this.is('-') && !this.is('+')) return this.power();
    this.at++;
    this.enter(sign.place);
    const operand = this.signed();
    this.depth--;
    if (sign.text === '+') return operand;
    return this.push({ kind: 'negate', operand, place: this.span(sign.place, this.nodes[operand]!.place) });
  }

  private power(): number {
    const base = this.postfix();
    if (!this.is('**')) return base;
    this.at++;
    this.enter(this.token.place);
    const exponent = this.signed();
    this.depth--;
    return this.binary('**', base, exponent);
  }

  private postfix(): number {
    let node = this.primary();
    for (;;) {
      const place = this.nodes[node]!.place;
      if (this.is('[')) {
        const bracket = this.token;
        this.at++;
        const indices = this.sequence(']', bracket, () => this.indexItem());
        node = this.push({ kind: 'index', target: node, indices, place: this.span(place, this.previous) });
      } else if (this.is('.')) {
        this.at++;
        const name = this.name();
        if (this.is('(')) node = this.call(name.text, name.place, place, [node]);
        else
          node = this.push({ kind: 'attribute', name: name.text, target: node, place: this.span(place, name.place) });
      } else return node;
    }
  }

  private get previous(): Place {
    return this.tokens[this.at - 1]!.place;
  }

  private name(): Token {
    const token = this.token;
    if (token.kind !== 'name') this.expectedName();
    this.at++;
    return token;
  }

  private primary(): number {
    const token = this.token;
    const { place } = token;
    if (token.kind === 'number') {
      this.at++;
      return this.push({ kind: 'number', value: Number(token.text), place });
    }
    if (token.kind === 'name') return this.named(token);
    if (this.is('(')) {
      this.at++;
      return this.bracketed(token);
    }
    if (this.is('[')) {
      this.at++;
      const items = this.sequence(']', token, () => this.expression());
      return this.push({ kind: 'list', items, place: this.span(place, this.previous) });
    }
    if (token.kind === 'sign') this.fail('expected-expression', { found: token.text }, place);
    this.fail('expected-expression-at-end', {}, place);
  }

  /** An expression in round brackets; with a comma it is a list, as `axis=(0, 1)`. */
  private bracketed(bracket: Token): number {
    const first = this.expression();
    if (!this.is(',')) {
      this.close(')', bracket);
      return first;
    }
    this.at++;
    const items = [first, ...this.sequence(')', bracket, () => this.expression())];
    return this.push({ kind: 'list', items, place: this.span(bracket.place, this.previous) });
  }

  private named(token: Token): number {
    this.at++;
    const { text, place } = token;
    if (LIBRARIES.has(text) && this.is('.')) {
      this.at++;
      const member = this.name();
      const value = LIBRARY_CONSTANTS.get(member.text);
      const whole = this.span(place, member.place);
      if (value !== undefined && !this.is('(')) return this.push({ kind: 'number', value, place: whole });
      if (!this.is('(')) this.expected('(');
      return this.call(member.text, member.place, whole, []);
    }
    if (this.is('(')) return this.call(text, place, place, []);
    if (text === 'True' || text === 'False') return this.push({ kind: 'flag', value: text === 'True', place });
    if (text === 'None') return this.push({ kind: 'none', place });
    return this.push({ kind: 'name', name: text, place });
  }

  /** The arguments of a call; `first` holds the object that a method is called on. */
  private call(name: string, namePlace: Place, from: Place, first: readonly number[]): number {
    const bracket = this.token;
    this.at++;
    const keywords: Keyword[] = [];
    const args = [...first];
    this.sequence(')', bracket, () => {
      const { token } = this;
      if (token.kind === 'name' && this.tokens[this.at + 1]?.text === '=') {
        if (keywords.some((keyword) => keyword.name === token.text))
          this.fail('repeated-keyword', { name: token.text }, token.place);
        this.at += 2;
        keywords.push({ name: token.text, value: this.expression(), place: token.place });
        return keywords[keywords.length - 1]!.value;
      }
      if (keywords.length > 0) this.fail('positional-after-keyword', {}, token.place);
      const arg = this.expression();
      args.push(arg);
      return arg;
    });
    const place = this.span(from, this.previous);
    return this.push({ kind: 'call', name, namePlace, args, keywords, method: first.length > 0, place });
  }

  /** Items between brackets, with commas between them and perhaps one more at the end. */
  private sequence(closing: string, bracket: Token, item: () => number): number[] {
    const items: number[] = [];
    while (!this.is(closing)) {
      items.push(item());
      if (!this.is(',')) break;
      this.at++;
    }
    this.close(closing, bracket);
    return items;
  }

  private indexItem(): number {
    const from = this.token.place;
    const part = (): number | undefined => {
      if (this.is(':') || this.is(',') || this.is(']')) return undefined;
      return this.expression();
    };
    const start = part();
    if (!this.is(':')) return start ?? this.expression();
    this.at++;
    const stop = part();
    let step: number | undefined;
    if (this.is(':')) {
      this.at++;
      step = part();
    }
    return this.push({ kind: 'slice', start, stop, step, place: this.span(from, this.previous) });
  }

  private close(closing: string, bracket: Token): void {
    if (this.is(closing)) {
      this.at++;
      return;
    }
    const { token } = this;
    const over = token.kind === 'end' || token.kind === 'break' || token.place.line !== bracket.place.line;
    if (over) this.fail('unclosed', { bracket: bracket.text }, bracket.place);
    this.expected(closing);
  }

  private expectedName(): never {
    const { token } = this;
    const ends = token.kind === 'end' || token.kind === 'break';
    this.fail(ends ? 'expected-name-at-end' : 'expected-name', { found: token.text }, token.place);
  }

  private expected(expected: string): never {
    const { token } = this;
    if (token.kind === 'end' || token.kind === 'break') this.fail('expected-symbol-at-end', { expected }, token.place);
    this.fail('expected-symbol', { expected, found: token.text }, token.place);
  }
}
