import { type Circuit, shapeText } from '../../engine/index.js';
import { type Posed, readersOf, stageNamed } from '../answer/posed.js';
import { liveStages } from '../backward-plan.js';
import { lineOf } from '../hints/question.js';
import type { Inline, Lang } from '../types.js';

/** Pieces of running text as one sentence, code between backticks. */
export function asSentence(pieces: readonly Inline[]): string {
  return pieces.map(({ text, style }) => (style === 'code' ? `\`${text}\`` : text)).join('');
}

/** Names, or code, as a list in running text. */
export function listed(parts: readonly string[], lang: Lang): string {
  const code = parts.map((part) => `\`${part}\``);
  if (code.length < 2) return code.join('');
  const [comma, and] = lang === 'zh' ? ['、', ' 和 '] : [', ', ' and '];
  return `${code.slice(0, -1).join(comma)}${and}${code[code.length - 1]}`;
}

/** The lines of the program that have a backward pass, as they are written, in the order of the program. */
export function linesOf(circuit: Circuit, lang: Lang): string {
  return listed(
    liveStages(circuit).map(({ name, source }) => `${name} = ${source}`),
    lang,
  );
}

/** The lines that read a name, as they are written; its own line where nothing reads it. */
export function linesAbout(posed: Posed, name: string, lang: Lang): string {
  const readers = readersOf(posed.circuit, name);
  const names = readers.length === 0 ? [name] : readers.map((stage) => stage.name);
  return listed(
    names.map((one) => lineOf(posed, one)),
    lang,
  );
}

/** `5x10`; a scalar's is `()`. */
export function shapeWord(shape: readonly number[]): string {
  return shape.length === 0 ? '()' : shape.length === 1 ? `(${shape[0]},)` : shapeText(shape);
}

/** `W is 5x10, X is 10x3` of the names that an expression reads, as far as the circuit has them. */
export function shapesOf(circuit: Circuit, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const node = circuit.find(name) ?? (name.startsWith('d') ? circuit.find(name.slice(1)) : undefined);
    return node === undefined ? [] : [`${name}: ${shapeWord(circuit.shape(node))}`];
  });
}

/** The names in an expression, each once. */
export function namesIn(expression: string): readonly string[] {
  return [...new Set(expression.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];
}

/** An expression with its last name left out: the last thing to find. */
export function withBlank(expression: string): string {
  const last = [...expression.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?:\.T)?(?!\s*[(=\p{L}\p{N}_])/gu)].at(-1);
  if (last === undefined) return '_';
  return `${expression.slice(0, last.index)}_${expression.slice(last.index + last[0].length)}`;
}

/** The line that computes a name, empty for an input. */
export function ownLine(posed: Posed, name: string): string {
  return stageNamed(posed.circuit, name) === undefined ? '' : lineOf(posed, name);
}
