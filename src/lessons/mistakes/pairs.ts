import { firstOfPairIds, type GateMistakeId, gateMistakeIds, type MistakeId } from '../../messages/mistakes.js';
import { type Candidate, mapped, ranks, type Sight } from './candidate.js';
import { edgeMistakes } from './chain.js';
import { type Edge, edgesFrom, entrywise, kindOf } from './edge.js';
import { gateTable } from './gate-table.js';
import { nameOf, said } from './naming.js';

/**
 * Two mistakes in one answer, of the kinds that are made together: a wrong local gradient without the upstream one or
 * with a later one, a sign lost on the way, one branch of a fork only.
 */
export function pairedMistakes(sight: Sight, edges: readonly Edge[]): readonly Candidate[] {
  return edges.flatMap((edge) => (edges.length === 1 ? onOneWay(sight, edge) : inOneBranchAlone(sight, edge)));
}

/** Mistakes about a whole gradient, upstream included: there is no local gradient to speak of apart. */
const ofTheWhole: ReadonlySet<GateMistakeId> = new Set([
  'add-half',
  'sub-sign',
  'neg-sign',
  'shift-zero',
  'div-sign',
  'inverse-sign',
  'abs-one',
  'relu-open',
  'relu-closed',
  'relu-mask-upstream',
  'leaky-zero',
  'max-loser',
  'max-winner',
  'max-half',
  'softplus-relu',
]);

function onOneWay(sight: Sight, edge: Edge): readonly Candidate[] {
  const { pass } = sight;
  const { circuit } = pass;
  const pair = { rank: ranks.pair, family: 'local', edge } as const;
  const [next, more] = edgesFrom(circuit, edge.gate);
  const found: Candidate[] = [];
  for (const { id, instead } of gateTable[kindOf(pass, edge)]) {
    if (ofTheWhole.has(id)) continue;
    found.push({ ...pair, id, also: 'no-upstream', value: (at) => entrywise(at.pass, edge, instead) });
    if (next !== undefined && more === undefined && circuit.shape(next.gate).length === 0)
      found.push({
        ...pair,
        id,
        also: 'skipped-gate',
        facts: (at) => ({ next: nameOf(circuit, next.gate), further: said(at.pass.gradient(next.gate).data[0]!) }),
        value: (at) => entrywise(at.pass, edge, (s) => instead(s) * at.pass.gradient(next.gate).data[0]!),
      });
  }
  return [...found, ...withSign(sight, edge)];
}

function withSign(sight: Sight, edge: Edge): readonly Candidate[] {
  return edgeMistakes(sight, edge)
    .filter(({ id }) => canBeFirst(id))
    .map((one) => ({
      ...one,
      rank: ranks.pair,
      also: 'sign' as const,
      value: (at: Sight) => {
        const value = one.value(at);
        return value === undefined ? undefined : mapped(value, (x) => -x);
      },
    }));
}

function inOneBranchAlone(sight: Sight, edge: Edge): readonly Candidate[] {
  return edgeMistakes(sight, edge)
    .filter(({ id }) => canBeFirst(id) && id !== 'skipped-gate')
    .map((one) => ({ ...one, rank: ranks.pair, also: 'overwrote' as const }));
}

/** Whether there are words for a mistake beside a second one. */
function canBeFirst(id: MistakeId): boolean {
  return ([...gateMistakeIds, ...firstOfPairIds] as readonly MistakeId[]).includes(id);
}
