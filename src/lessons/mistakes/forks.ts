import type { Tensor } from '../../engine/index.js';
import { type Candidate, combine, mapped, ranks, type Sight } from './candidate.js';
import { edgeMistakes, partialSums } from './chain.js';
import type { Edge } from './edge.js';
import { nameOf } from './naming.js';

/** What comes back through one edge. */
function shareOf({ pass }: Sight, { gate, k }: Edge): Tensor {
  const { shape, data } = pass.share(gate, k);
  return { shape, data: Float64Array.from(data) };
}

function sumOf(shares: readonly Tensor[]): Tensor {
  return shares.reduce((sum, share) => combine(sum, share, (a, b) => a + b));
}

/** Mistakes at a fork: shares lost, multiplied or averaged, and one share that is wrong in itself. */
export function forkMistakes(sight: Sight, edges: readonly Edge[]): readonly Candidate[] {
  return [...summing(sight, edges), ...everywhere(sight, edges), ...inOneBranch(sight, edges)];
}

function summing({ pass }: Sight, edges: readonly Edge[]): readonly Candidate[] {
  const { circuit } = pass;
  const through = (edge: Edge | undefined): string => (edge === undefined ? '' : nameOf(circuit, edge.gate));
  const sameGate = edges.every(({ gate }) => gate === edges[0]!.gate);
  const fork = { rank: ranks.fork, family: 'fork' } as const;
  const partial = partialSums(edges.length).map((kept): Candidate => {
    const missing = edges.find((_, k) => !kept.includes(k));
    const id = sameGate ? 'squared-once' : kept.length === 1 ? 'overwrote' : 'missed-branch';
    const edge = edges[kept[0]!]!;
    return {
      ...fork,
      id,
      edge,
      facts: () => ({ through: through(edge), missing: through(missing) }),
      value: (sight) => sumOf(kept.map((k) => shareOf(sight, edges[k]!))),
    };
  });
  const turned = edges.map(
    (edge, place): Candidate => ({
      ...fork,
      id: 'branch-sign',
      rank: ranks.chain,
      edge,
      facts: () => ({ through: through(edge) }),
      value: (sight) => sumOf(edges.map((one, k) => mapped(shareOf(sight, one), (x) => (k === place ? -x : x)))),
    }),
  );
  return [
    ...partial,
    ...(sameGate ? [] : turned),
    {
      ...fork,
      id: 'branches-multiplied',
      value: (sight) => edges.map((edge) => shareOf(sight, edge)).reduce((a, b) => combine(a, b, (x, y) => x * y)),
    },
    {
      ...fork,
      id: 'branches-averaged',
      value: (sight) => mapped(sumOf(edges.map((edge) => shareOf(sight, edge))), (x) => x / edges.length),
    },
  ];
}

/** The same mistake in every branch. */
function everywhere(sight: Sight, edges: readonly Edge[]): readonly Candidate[] {
  const byEdge = edges.map((edge) => edgeMistakes(sight, edge));
  const seen = new Set<string>();
  return byEdge[0]!.flatMap((first) => {
    const others = byEdge.map((list) => list.find(({ id }) => id === first.id));
    if (seen.has(first.id) || others.some((one) => one === undefined)) return [];
    seen.add(first.id);
    const value = (at: Sight): Tensor | undefined => {
      const shares = others.map((one) => one!.value(at));
      return shares.some((share) => share === undefined) ? undefined : sumOf(shares as Tensor[]);
    };
    return [{ ...first, branch: { which: 'every', share: first.value }, value }];
  });
}

/** A mistake in one branch, the other branches right. */
function inOneBranch(sight: Sight, edges: readonly Edge[]): readonly Candidate[] {
  return edges.flatMap((edge, place) =>
    edgeMistakes(sight, edge)
      .filter(({ id, rank }) => rank === ranks.gate || id === 'no-upstream' || id === 'no-local' || id === 'local-one')
      .map((one) => ({
        ...one,
        rank: ranks.branch,
        branch: { which: 'one' as const, share: one.value },
        value: (at: Sight): Tensor | undefined => {
          const wrong = one.value(at);
          const right = edges.filter((_, k) => k !== place).map((other) => shareOf(at, other));
          return wrong === undefined ? undefined : sumOf([wrong, ...right]);
        },
      })),
  );
}
