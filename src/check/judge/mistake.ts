import type { Statement } from '../read/syntax.js';
import type { Mistake } from '../verdict.js';
import type { Blame } from './blame.js';
import { mistakeIn } from './candidates.js';
import { compareGradients } from './compare.js';
import type { Judged } from './judge.js';

/** Whether a write comes out right when the file is executed under another rule. */
export interface Reruns {
  /** Assigning a name makes a copy. */
  readonly copies: (point: string) => boolean;
  /** Writing into entries adds, as often as an entry is named. */
  readonly accumulates: (point: string) => boolean;
  readonly statements: readonly Statement[];
}

/** The mistake behind a wrong write: in how it was written down first, then in what it computes. */
export function namedMistake(judged: Judged, point: string, blame: Blame, reruns: Reruns): Mistake | undefined {
  const { write, expected } = judged;
  const got = write.value;
  if (got === undefined || expected === undefined) return undefined;
  if (reruns.copies(point)) return { code: 'aliased', params: aliasOf(write, reruns.statements) };
  if (reruns.accumulates(point)) return { code: 'repeated-index', params: { name: write.name } };
  for (const { line, by, value } of blame.lostBefore(point)) {
    if (value.data.length !== got.data.length) continue;
    const sum = { shape: got.shape, data: got.data.map((entry, i) => entry + value.data[i]!) };
    const { kind } = compareGradients(sum, expected.value);
    if (kind === 'exact' || kind === 'approximate') return { code: 'overwrote', params: { line, by } };
  }
  const mistake = mistakeIn(got, expected);
  if (mistake?.code !== 'missing-branch') return mistake;
  const later = blame.addedLater(point, write.name);
  return later === undefined ? mistake : { code: 'too-early', params: { line: later } };
}

/** The line that gave one array two names, as far as it can be told. */
function aliasOf({ name, reads, statement }: Judged['write'], statements: readonly Statement[]): Mistake['params'] {
  const concerned = new Set([...reads, name]);
  for (const one of statements.toReversed()) {
    if (one.kind !== 'assign' || one.line > statement.line || one.value.kind !== 'name') continue;
    const [target] = one.targets[0]!;
    if (target?.kind === 'name' && (concerned.has(target.name) || concerned.has(one.value.name)))
      return { line: one.line, name: target.name, other: one.value.name };
  }
  return {};
}
