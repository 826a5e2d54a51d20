import type { MistakeId } from '../../messages/mistakes.js';
import { acceptedRanges } from '../answer/accepted.js';
import type { Posed } from '../answer/posed.js';
import { ranks } from './candidate.js';
import { type Group, mistakesAt } from './candidates.js';

/** Why a question's numbers do not tell its mistakes apart. */
export type Indistinct =
  /** A mistake gives an answer that is accepted as right. */
  | { readonly kind: 'accepted'; readonly id: MistakeId }
  /** Two mistakes that differ by algebra give the same number. */
  | { readonly kind: 'alike'; readonly ids: readonly [MistakeId, MistakeId] };

/** The ranks of mistakes that a question's numbers have to tell apart: pairs, and one wrong branch, come after them. */
const single = (group: Group): boolean => group.candidate.rank !== ranks.pair && group.candidate.rank !== ranks.branch;

/**
 * What the numbers of a question leave indistinct; empty for a diagnosable one, at which every single mistake gives a
 * number of its own outside what is accepted.
 */
export function indistinct(posed: Posed): readonly Indistinct[] {
  const groups = mistakesAt(posed).filter(single);
  const ranges = acceptedRanges(posed);
  const found: Indistinct[] = [];
  for (const { candidate, value } of groups)
    if (
      value.data.length === ranges.length &&
      value.data.every((x, k) => x >= ranges[k]!.lo - 1e-9 && x <= ranges[k]!.hi + 1e-9)
    )
      found.push({ kind: 'accepted', id: candidate.id });
  groups.forEach((a, k) => {
    for (const b of groups.slice(k + 1))
      if (a.candidate.id !== b.candidate.id && alike(a, b))
        found.push({ kind: 'alike', ids: [a.candidate.id, b.candidate.id] });
  });
  return found;
}

/** Whether every single mistake at the question can be told from every other, and from the truth. */
export function diagnosable(posed: Posed): boolean {
  return indistinct(posed).length === 0;
}

function alike(a: Group, b: Group): boolean {
  if (a.value.data.length !== b.value.data.length) return false;
  return a.value.data.every((x, k) => {
    const y = b.value.data[k]!;
    return Math.abs(x - y) <= 1e-9 * Math.max(Math.abs(x), Math.abs(y), 1e-9);
  });
}
