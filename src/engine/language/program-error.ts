import { excerptOf } from './excerpt.js';
import { describeProblem, type ProblemCode, type ProblemParams } from './problems.js';

/** Where in a program: UTF-16 offsets into one of its lines, counted from 0; lines are counted from 1. */
export interface Place {
  readonly line: number;
  readonly start: number;
  readonly length: number;
}

/**
 * Something is wrong with a program or with the values given to it. `message` is an English sentence; `code` and
 * `params` let another language say the same. Line and column count from 1 (columns in characters) and are 0, with an
 * empty excerpt, where the problem lies not in the text.
 */
export class ProgramError extends Error {
  readonly code: ProblemCode;
  readonly params: ProblemParams;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The line of source with a caret line under it; holds no control characters but the line break between the two. */
  readonly excerpt: string;

  constructor(code: ProblemCode, params: ProblemParams = {}, place?: Place, lines: readonly string[] = []) {
    super(describeProblem(code, params));
    this.name = 'ProgramError';
    this.code = code;
    this.params = params;
    const line = place === undefined ? undefined : lines[place.line - 1];
    if (place === undefined || line === undefined) {
      this.line = 0;
      this.column = 0;
      this.length = 0;
      this.excerpt = '';
    } else {
      this.line = place.line;
      this.column = [...line.slice(0, place.start)].length + 1;
      this.length = Math.max(1, [...line.slice(place.start, place.start + place.length)].length);
      this.excerpt = excerptOf(line, place.start, Math.max(1, place.length));
    }
  }
}
