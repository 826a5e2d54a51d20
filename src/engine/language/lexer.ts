import { limits } from './limits.js';
import { type Place, ProgramError } from './program-error.js';

export interface Token {
  readonly kind: 'number' | 'name' | 'sign' | 'break' | 'end';
  readonly text: string;
  readonly place: Place;
}

const SPACE = /[ \t\r\f\v\u00a0\u3000]+/y;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const SIGN = /\*\*|<=|>=|==|!=|[-+*/@<>=(),[\].:;^]/y;

/** What people type for the signs of the language on a Chinese keyboard, or copy from a page. */
const TWINS: Readonly<Record<string, string>> = {
  '－': '-',
  ー: '-',
  '−': '-',
  '–': '-',
  '×': '*',
  '·': '*',
  '÷': '/',
  '。': '.',
  '，': ',',
  '、': ',',
  '：': ':',
  '；': ';',
};

/** The text with full-width and typographic signs as their ASCII twins; every position stays where it was. */
export function plainSigns(text: string): string {
  return text.replace(/[－ー−–×·÷。，、：；！-～]/g, (sign) => {
    const twin = TWINS[sign];
    return twin ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
  });
}

/**
 * Splits lines of source into tokens. Ends of lines and `;` are `break` tokens, except between brackets, where a line
 * may go on; `#` starts a comment.
 * @throws ProgramError unexpected-character, bad-number, power-sign, program-too-long, too-many-tokens
 */
export function lex(lines: readonly string[], dialect: 'program' | 'answer'): Token[] {
  const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
  if (characters > limits.characters)
    throw new ProgramError('program-too-long', { got: characters, limit: limits.characters });

  const tokens: Token[] = [];
  let open = 0;
  lines.forEach((original, index) => {
    const line = dialect === 'answer' ? plainSigns(original) : original;
    const place = (start: number, length: number): Place => ({ line: index + 1, start, length });
    const match = (pattern: RegExp, at: number): string | undefined => {
      pattern.lastIndex = at;
      return pattern.exec(line)?.[0];
    };
    let at = 0;
    while (at < line.length && line[at] !== '#') {
      const space = match(SPACE, at);
      if (space !== undefined) {
        at += space.length;
        continue;
      }
      const token = readToken(match, line, at, place, dialect, lines);
      if (tokens.length >= limits.tokens)
        throw new ProgramError('too-many-tokens', { limit: limits.tokens }, token.place, lines);
      tokens.push(token);
      if (token.kind === 'sign') open += opening(token.text);
      at += token.place.length;
    }
    if (open <= 0) {
      tokens.push({ kind: 'break', text: '', place: place(Math.max(0, line.length - 1), 1) });
      open = 0;
    }
  });
  const last = lines.length;
  tokens.push({ kind: 'end', text: '', place: { line: last, start: lines[last - 1]?.length ?? 0, length: 1 } });
  return tokens;
}

function opening(sign: string): number {
  if (sign === '(' || sign === '[') return 1;
  return sign === ')' || sign === ']' ? -1 : 0;
}

function readToken(
  match: (pattern: RegExp, at: number) => string | undefined,
  line: string,
  at: number,
  place: (start: number, length: number) => Place,
  dialect: 'program' | 'answer',
  lines: readonly string[],
): Token {
  const number = match(NUMBER, at);
  if (number !== undefined) {
    const where = place(at, number.length);
    const next = match(NAME, at + number.length);
    if (next !== undefined || !Number.isFinite(Number(number))) {
      const text = number + (next ?? '');
      throw new ProgramError('bad-number', { text }, place(at, text.length), lines);
    }
    return { kind: 'number', text: number, place: where };
  }
  const name = match(NAME, at);
  if (name !== undefined) return { kind: 'name', text: name, place: place(at, name.length) };
  const sign = match(SIGN, at);
  if (sign === '^' && dialect === 'program') throw new ProgramError('power-sign', {}, place(at, 1), lines);
  if (sign === '^') return { kind: 'sign', text: '**', place: place(at, 1) };
  if (sign !== undefined) {
    const kind = sign === ';' ? 'break' : 'sign';
    return { kind, text: sign, place: place(at, sign.length) };
  }
  const character = String.fromCodePoint(line.codePointAt(at)!);
  throw new ProgramError('unexpected-character', { character: shown(character) }, place(at, character.length), lines);
}

/** A character as a sentence can hold it: itself if it is visible, else its code point. */
function shown(character: string): string {
  if (/^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)) return character;
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
