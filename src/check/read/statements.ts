import { pairNames } from '../names.js';
import { assignedNames } from './assigned.js';
import { directive } from './directives.js';
import { dottedName, ExpressionReader, Unreadable } from './expressions.js';
import { type LogicalLine, logicalLines, type Token } from './lexer.js';
import type { Expression, Statement, Target } from './syntax.js';

const AUGMENTED = ['+=', '-=', '*=', '/=', '//=', '**=', '@=', '%=', '&=', '|=', '^='];
/** Statements that compute nothing a gradient depends on. */
const PASSED = new Set(['import', 'from', 'pass', 'assert', 'del', 'global', 'return', 'raise', 'break', 'continue']);
/** Blocks whose body is read as if it stood outside. */
const TRANSPARENT = new Set(['with']);
const BLOCKS = new Set(['if', 'elif', 'else', 'while', 'try', 'except', 'finally', 'class', 'match', 'case', 'async']);
/** Methods that change the array they are called on. */
const EFFECTS = new Set(['zero_', 'fill_', 'fill', 'add_', 'sub_', 'mul_', 'div_', 'index_add_', 'at']);

/** Reads the statements of a file; what is not understood becomes an `unread` statement, and reading goes on. */
export function readStatements(lines: readonly string[]): Statement[] {
  return new BlockReader(logicalLines(lines)).block(0);
}

class BlockReader {
  private readonly lines: readonly LogicalLine[];
  private at = 0;

  constructor(lines: readonly LogicalLine[]) {
    this.lines = lines;
  }

  /** The statements at this indentation or deeper, until one that stands further out. */
  block(indent: number, depth = 0): Statement[] {
    const statements: Statement[] = [];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at]!;
      if (line.tokens.length > 0 && line.indent < indent) break;
      this.at++;
      statements.push(...this.directives(line));
      if (line.tokens.length > 0) statements.push(...this.line(line, depth));
    }
    return statements;
  }

  private directives(line: LogicalLine): Statement[] {
    return line.comments.flatMap(({ line: row, text }) => {
      const code = directive(text);
      if (code === undefined) return [];
      if ('kind' in code) return [{ ...code, line: row, lastLine: row }];
      const [declared] = logicalLines([code.source]);
      return declared === undefined ? [] : this.simple({ ...declared, line: row, lastLine: row });
    });
  }

  private line(line: LogicalLine, depth: number): Statement[] {
    const [first] = line.tokens;
    if (first!.kind === 'sign' && /^[%!@?]$/.test(first!.text)) return [passed(line)];
    if (first!.kind === 'name') {
      if (first!.text === 'for') return this.loop(line, depth);
      if (first!.text === 'def') return this.definition(line, depth);
      if (TRANSPARENT.has(first!.text) || isMainGuard(line.tokens)) return this.inner(line, depth);
      if (BLOCKS.has(first!.text) && opensBlock(line.tokens)) return this.foreign(line, depth);
    }
    return this.simple(line);
  }

  /** The statements under a header: those indented deeper, or what follows the colon on its line. */
  private inner(header: LogicalLine, depth: number): Statement[] {
    const colon = blockColon(header.tokens);
    const rest = colon < 0 ? [] : header.tokens.slice(colon + 1);
    if (rest.length > 0) return this.simple({ ...header, tokens: rest });
    const next = this.lines.slice(this.at).find(({ tokens }) => tokens.length > 0);
    if (next === undefined || next.indent <= header.indent || depth >= 8) return [];
    return this.block(next.indent, depth + 1);
  }

  private loop(line: LogicalLine, depth: number): Statement[] {
    const body = this.inner(line, depth);
    try {
      const reader = new ExpressionReader(line.tokens.slice(1, blockColon(line.tokens)));
      const variable = reader.name();
      reader.expect('in');
      const range = reader.expression();
      if (!reader.done) reader.fail();
      if (body.every(({ kind }) => kind === 'passed')) return [passed(line), ...body];
      return [{ ...spot(line), kind: 'for', variable, range, body }];
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      return foreignBlock(line, 'for', body);
    }
  }

  /**
   * A function is read if it is one expression: `def f(x): return …`, with or without a docstring. One that computes
   * gradients is the exercise itself: its lines are read as if they stood outside.
   */
  private definition(line: LogicalLine, depth: number): Statement[] {
    const colon = blockColon(line.tokens);
    const header = line.tokens.slice(0, colon);
    const from = this.at;
    const rest = line.tokens.slice(colon + 1);
    const statements = this.inner(line, depth);
    const body = rest.length > 0 ? [rest] : this.lines.slice(from, this.at).map(({ tokens }) => tokens);
    const code = body.filter((tokens) => tokens.length > 0 && tokens[0]!.kind !== 'string');
    const [only] = code;
    const name = header[1]?.text ?? '';
    const parameters = header.slice(3, -1).flatMap(({ kind, text }) => (kind === 'name' ? [text] : []));
    if (code.length === 1 && only![0]!.text === 'return') {
      try {
        const reader = new ExpressionReader(only!.slice(1));
        const lambda = { kind: 'lambda', params: parameters, body: reader.tuple() } as const;
        if (reader.done) return [{ ...spot(line), kind: 'function', name, lambda }];
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
      }
    }
    if (pairNames(statements, parameters).size > 0) return [passed(line), ...statements];
    return [{ ...spot(line), kind: 'unread', code: 'construct', found: 'def', names: [] }];
  }

  /** A block outside the subset: passed over if nothing in it matters, else unread with the names that it assigns. */
  private foreign(line: LogicalLine, depth: number): Statement[] {
    return foreignBlock(line, line.tokens[0]!.text, this.inner(line, depth));
  }

  private simple(line: LogicalLine): Statement[] {
    return splitAt(line.tokens, ';')
      .filter((tokens) => tokens.length > 0)
      .map((tokens) => simpleStatement(line, tokens));
  }
}

function spot({ line, lastLine }: LogicalLine): { line: number; lastLine: number } {
  return { line, lastLine };
}

function passed(line: LogicalLine): Statement {
  return { ...spot(line), kind: 'passed' };
}

function foreignBlock(line: LogicalLine, found: string, body: readonly Statement[]): Statement[] {
  if (body.every(({ kind }) => kind === 'passed')) return [passed(line), ...body];
  const names = found === 'class' ? [] : [...new Set(body.flatMap((one) => assignedNames(one)))];
  return [{ ...spot(line), kind: 'unread', code: 'construct', found, names }];
}

function simpleStatement(line: LogicalLine, tokens: readonly Token[]): Statement {
  const where = spot(line);
  const first = tokens[0]!;
  if (first.kind === 'name' && PASSED.has(first.text)) return { ...where, kind: 'passed' };
  if (first.text === 'print' && tokens[1]?.kind === 'string') return { ...where, kind: 'passed' };
  try {
    return { ...where, ...readSimple(tokens) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const names = namesBeforeEquals(tokens);
    // What assigns nothing changes nothing: an expression of any kind is only looked at.
    if (names.length === 0 && topLevel(tokens, '=') < 0) return { ...where, kind: 'passed' };
    return { ...where, kind: 'unread', code: error.code, found: error.found, names };
  }
}

type WithoutPlace<T> = T extends unknown ? Omit<T, 'line' | 'lastLine'> : never;

function readSimple(tokens: readonly Token[]): WithoutPlace<Statement> {
  const parts = splitAt(tokens, '=');
  if (parts.length > 1) {
    const value = whole(parts.at(-1)!);
    const targets = parts.slice(0, -1).map((part) => targetsOf(whole(withoutAnnotation(part))));
    const [only] = targets[0]!;
    if (value.kind === 'lambda' && only?.kind === 'name') return { kind: 'function', name: only.name, lambda: value };
    return { kind: 'assign', targets, value };
  }
  const at = tokens.findIndex(({ kind, text }) => kind === 'sign' && AUGMENTED.includes(text));
  if (at > 0) {
    const [target, extra] = targetsOf(whole(tokens.slice(0, at)));
    if (extra !== undefined) throw new Unreadable('syntax', tokens[at]!.text);
    return {
      kind: 'augment',
      target: target!,
      operator: tokens[at]!.text.slice(0, -1),
      value: whole(tokens.slice(at + 1)),
    };
  }
  const expression = whole(tokens);
  if (expression.kind === 'call' && expression.callee.kind === 'attribute' && EFFECTS.has(expression.callee.name)) {
    const changed = expression.callee.name === 'at' ? expression.args[0] : expression.callee.target;
    const name = changed === undefined ? undefined : dottedName(changed);
    if (name !== undefined) return { kind: 'effect', name, call: expression };
  }
  return { kind: 'passed' };
}

function whole(tokens: readonly Token[]): Expression {
  const reader = new ExpressionReader(tokens);
  const result = reader.tuple();
  if (!reader.done) reader.fail();
  return result;
}

function targetsOf(expression: Expression): Target[] {
  if (expression.kind === 'list' && expression.items.length > 0)
    return expression.items.flatMap((item) => targetsOf(item));
  const name = dottedName(expression);
  if (name !== undefined) return [{ kind: 'name', name }];
  if (expression.kind === 'index') {
    let owner: Expression = expression.target;
    while (owner.kind === 'index') owner = owner.target;
    const ownerName = dottedName(owner);
    if (ownerName !== undefined)
      return [{ kind: 'item', name: ownerName, target: expression.target, items: expression.items }];
  }
  throw new Unreadable('syntax', '=');
}

function withoutAnnotation(tokens: readonly Token[]): readonly Token[] {
  const colon = topLevel(tokens, ':');
  return colon < 0 ? tokens : tokens.slice(0, colon);
}

function namesBeforeEquals(tokens: readonly Token[]): string[] {
  const at = tokens.findIndex(({ kind, text }) => kind === 'sign' && (text === '=' || AUGMENTED.includes(text)));
  const first = tokens[0];
  if (at <= 0 || first?.kind !== 'name') return [];
  const names: string[] = [];
  for (const part of splitAt(tokens.slice(0, at), ',')) if (part[0]?.kind === 'name') names.push(part[0].text);
  return names;
}

/** Where a sign stands outside all brackets; -1 if nowhere. */
function topLevel(tokens: readonly Token[], sign: string): number {
  let open = 0;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, text } = tokens[at]!;
    if (kind === 'name' && text === 'lambda' && sign === ':') return -1;
    if (kind !== 'sign') continue;
    if (open === 0 && text === sign) return at;
    if ('([{'.includes(text)) open++;
    if (')]}'.includes(text)) open--;
  }
  return -1;
}

/** The parts between the signs that stand outside all brackets. */
function splitAt(tokens: readonly Token[], sign: string): (readonly Token[])[] {
  const parts: (readonly Token[])[] = [];
  let open = 0;
  let from = 0;
  tokens.forEach(({ kind, text }, at) => {
    if (kind !== 'sign') return;
    if ('([{'.includes(text)) open++;
    else if (')]}'.includes(text)) open--;
    else if (open === 0 && text === sign) {
      parts.push(tokens.slice(from, at));
      from = at + 1;
    }
  });
  return [...parts, tokens.slice(from)];
}

function blockColon(tokens: readonly Token[]): number {
  return topLevel(tokens, ':');
}

function opensBlock(tokens: readonly Token[]): boolean {
  return blockColon(tokens) >= 0;
}

function isMainGuard(tokens: readonly Token[]): boolean {
  return tokens[0]?.text === 'if' && tokens[1]?.text === '__name__';
}
