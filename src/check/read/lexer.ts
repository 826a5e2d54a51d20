/** A token of Python; `text` of a string is its contents. */
export interface Token {
  readonly kind: 'number' | 'string' | 'name' | 'sign' | 'bad' | 'end';
  readonly text: string;
}

/** A logical line: what stands between two ends of statements, brackets and backslashes joined. */
export interface LogicalLine {
  /** Lines of the file, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** Cells of indentation; a tab goes to the next multiple of 8, as in Python. */
  readonly indent: number;
  readonly tokens: readonly Token[];
  /** Comments on it, without `#`. */
  readonly comments: readonly { readonly line: number; readonly text: string }[];
}

const SPACE = /[ \t\f\u00a0\u3000]+/y;
const NUMBER = /0[xX][\da-fA-F_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const STRING_PREFIX = /(?:[rRbBuUfF]{0,2})(?="|')/y;
const SIGN =
  /\*\*=|\/\/=|>>=|<<=|\.\.\.|\*\*|\/\/|<=|>=|==|!=|->|:=|\+=|-=|\*=|\/=|%=|@=|&=|\|=|\^=|>>|<<|[-+*/%@&|^~<>=()[\]{},:.;!?$`\\]/y;

/** Splits a file into logical lines. Nothing is refused: what Python does not know becomes a `bad` token. */
export function logicalLines(lines: readonly string[]): LogicalLine[] {
  const result: LogicalLine[] = [];
  const reader = new Reader(lines);
  for (let next = reader.next(); next !== undefined; next = reader.next()) result.push(next);
  return result;
}

class Reader {
  private readonly lines: readonly string[];
  private row = 0;
  private at = 0;

  constructor(lines: readonly string[]) {
    this.lines = lines;
  }

  next(): LogicalLine | undefined {
    if (this.row >= this.lines.length) return undefined;
    const first = this.row;
    const tokens: Token[] = [];
    const comments: { line: number; text: string }[] = [];
    const indent = indentOf(this.lines[first]!);
    let open = 0;
    this.at = 0;
    for (;;) {
      const line = this.lines[this.row]!;
      const space = this.match(SPACE);
      if (space !== undefined) this.at += space.length;
      if (this.at >= line.length || line[this.at] === '#') {
        if (this.at < line.length) comments.push({ line: this.row + 1, text: line.slice(this.at + 1) });
        this.row++;
        this.at = 0;
        // A bracket that is never closed must not swallow the file: an assignment at the margin begins a new line.
        if (open > 0 && this.row < this.lines.length && !startsStatement(this.lines[this.row]!)) continue;
        break;
      }
      if (line[this.at] === '\\' && line.slice(this.at + 1).trim() === '' && this.row + 1 < this.lines.length) {
        this.row++;
        this.at = 0;
        continue;
      }
      const token = this.token();
      tokens.push(token);
      if (token.kind === 'sign' && '([{'.includes(token.text)) open++;
      if (token.kind === 'sign' && ')]}'.includes(token.text)) open = Math.max(0, open - 1);
    }
    return { line: first + 1, lastLine: Math.max(first + 1, this.row), indent, tokens, comments };
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    return pattern.exec(this.lines[this.row]!)?.[0];
  }

  private token(): Token {
    const prefix = this.match(STRING_PREFIX);
    if (prefix !== undefined) {
      this.at += prefix.length;
      return this.string();
    }
    for (const [kind, pattern] of [
      ['number', NUMBER],
      ['name', NAME],
      ['sign', SIGN],
    ] as const) {
      const text = this.match(pattern);
      if (text === undefined) continue;
      this.at += text.length;
      return { kind, text };
    }
    const text = String.fromCodePoint(this.lines[this.row]!.codePointAt(this.at)!);
    this.at += text.length;
    return { kind: 'bad', text };
  }

  private string(): Token {
    const line = this.lines[this.row]!;
    const quote = line[this.at]!;
    const triple = line.startsWith(quote.repeat(3), this.at);
    this.at += triple ? 3 : 1;
    let text = '';
    for (;;) {
      const now = this.lines[this.row]!;
      if (this.at >= now.length) {
        if (!triple || this.row + 1 >= this.lines.length) return { kind: triple ? 'bad' : 'string', text };
        this.row++;
        this.at = 0;
        text += '\n';
      } else if (now[this.at] === '\\') {
        text += now.slice(this.at + 1, this.at + 2);
        this.at += 2;
      } else if (triple ? now.startsWith(quote.repeat(3), this.at) : now[this.at] === quote) {
        this.at += triple ? 3 : 1;
        return { kind: 'string', text };
      } else text += now[this.at++];
    }
  }
}

function startsStatement(line: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\s*,\s*[\p{L}_][\p{L}\p{N}_]*)*\s*[-+*/@]?=(?!=)/u.test(line);
}

function indentOf(line: string): number {
  let cells = 0;
  for (const character of line) {
    if (character === ' ') cells++;
    else if (character === '\t') cells += 8 - (cells % 8);
    else break;
  }
  return cells;
}
