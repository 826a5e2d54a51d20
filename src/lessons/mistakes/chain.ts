import { sameShape } from '../../engine/index.js';
import type { ChainMistakeId } from '../../messages/mistakes.js';
import { isSeeded, valueNamed } from '../answer/posed.js';
import { elementwiseRow } from '../answer/range.js';
import { type Candidate, mapped, ranks, type Sight } from './candidate.js';
import { type Edge, edgesFrom, entrywise, kindOf, otherOperand, type Site } from './edge.js';
import { gateTable } from './gate-table.js';
import { nameOf, said } from './naming.js';
import { tensorMistakes } from './tensors.js';

/** The step of a nudge as it is shown: the value after it, and the movement, are what some give for the gradient. */
export const NUDGE = 0.001;

/** A candidate whose value is worked out entry by entry at one edge. */
function at(edge: Edge, id: Candidate['id'], rule: (site: Site) => number, more: Partial<Candidate> = {}): Candidate {
  return { id, rank: ranks.chain, family: 'upstream', edge, value: ({ pass }) => entrywise(pass, edge, rule), ...more };
}

/** Every mistake that can be made at one edge, as what it makes of that edge's share. */
export function edgeMistakes(sight: Sight, edge: Edge): readonly Candidate[] {
  const { pass } = sight;
  const kind = kindOf(pass, edge);
  const atGate = gateTable[kind].map(({ id, instead }) =>
    at(edge, id, (s) => instead(s) * s.g, { rank: ranks.gate, family: 'local' }),
  );
  return [...atGate, ...tensorMistakes(sight, edge), ...alongTheChain(sight, edge), ...wrongPoints(sight, edge)];
}

function alongTheChain(sight: Sight, edge: Edge): readonly Candidate[] {
  const local = { family: 'local' } as const;
  // What arrives at the output is always 1: nobody adds it, and dividing by it shows nothing.
  const atOutput = edge.gate === sight.pass.circuit.output;
  return [
    at(edge, 'no-upstream', (s) => s.p),
    sight.ask.kind === 'local' ? at(edge, 'local-one', (s) => s.g, local) : at(edge, 'no-local', (s) => s.g),
    at(edge, 'own-value', (s) => s.a, local),
    at(edge, 'output-value', (s) => s.o, local),
    at(edge, 'own-times-upstream', (s) => s.a * s.g, local),
    at(edge, 'output-times-upstream', (s) => s.o * s.g, local),
    ...(atOutput
      ? []
      : [
          at(edge, 'added', (s) => s.p + s.g),
          at(edge, 'local-twice', (s) => s.p * s.p * s.g, local),
          at(edge, 'divided', (s) => s.g / s.p),
          at(edge, 'divided', (s) => s.p / s.g),
        ]),
    ...siblings(sight, edge),
    ...furtherOn(sight, edge),
  ];
}

function siblings({ pass }: Sight, edge: Edge): readonly Candidate[] {
  const other = otherOperand(pass.circuit, edge);
  if (other === undefined || pass.circuit.gate(other) === 'const') return [];
  if (!sameShape(pass.circuit.shape(other), pass.circuit.shape(pass.circuit.args(edge.gate)[edge.k]!))) return [];
  return [
    {
      id: 'sibling',
      rank: ranks.chain,
      family: 'local',
      edge,
      value: (sight) => {
        const share = sight.pass.share(edge.gate, 1 - edge.k);
        return { shape: share.shape, data: Float64Array.from(share.data) };
      },
    },
  ];
}

/** Mistakes about where the upstream gradient comes from: the next gate's, or one branch of it. */
function furtherOn({ pass }: Sight, edge: Edge): readonly Candidate[] {
  const { circuit } = pass;
  if (circuit.shape(edge.gate).length > 0) return [];
  const ways = edgesFrom(circuit, edge.gate);
  const [only] = ways;
  if (ways.length === 1 && only !== undefined) {
    if (circuit.shape(only.gate).length > 0) return [];
    const nextLocal = (sight: Sight): number => sight.pass.local(only.gate, only.k)?.data[0] ?? Number.NaN;
    const further = (sight: Sight): number => sight.pass.gradient(only.gate).data[0]!;
    const facts = (sight: Sight) => ({
      next: nameOf(circuit, only.gate),
      further: said(further(sight)),
      otherValue: said(nextLocal(sight)),
    });
    return [
      {
        ...at(edge, 'skipped-gate', () => 0),
        facts,
        value: (sight) => entrywise(sight.pass, edge, (s) => s.p * further(sight)),
      },
      {
        ...at(edge, 'next-local', () => 0),
        facts,
        value: (sight) => entrywise(sight.pass, edge, (s) => s.p * nextLocal(sight)),
      },
    ];
  }
  return partialSums(ways.length).map((kept) => ({
    ...at(edge, 'stale-upstream', () => 0),
    value: (sight: Sight) => {
      const part = kept.reduce((sum, way) => sum + sight.pass.share(ways[way]!.gate, ways[way]!.k).data[0]!, 0);
      return entrywise(sight.pass, edge, (s) => s.p * part);
    },
  }));
}

/** Which of several branches a partial sum keeps: each alone, and all but each. */
export function partialSums(count: number): readonly (readonly number[])[] {
  if (count < 2) return [];
  const all = Array.from({ length: count }, (_, k) => k);
  const single = all.map((k) => [k]);
  return count === 2 ? single : [...single, ...all.map((left) => all.filter((k) => k !== left))];
}

/** The right rule worked out at the output's value, or at the value before this gate's input. */
function wrongPoints({ pass }: Sight, edge: Edge): readonly Candidate[] {
  const { circuit } = pass;
  const row = elementwiseRow(circuit.gate(edge.gate));
  if (row === undefined || row.arity !== 1) return [];
  const input = circuit.args(edge.gate)[0]!;
  const before = circuit.args(input).filter((id) => circuit.gate(id) !== 'const');
  return [edge.gate, ...before].map((wrong) => ({
    ...at(edge, 'wrong-point', () => 0),
    family: 'local' as const,
    facts: (sight: Sight) => ({ other: nameOf(circuit, wrong), otherValue: said(sight.pass.value(wrong).data[0]!) }),
    value: (sight: Sight) => {
      if (sight.pass.circuit.shape(wrong).length > 0) return undefined;
      const v = sight.pass.value(wrong).data[0]!;
      return entrywise(sight.pass, edge, (s) => row.dx(v, 0, row.value(v, 0)) * s.g);
    },
  }));
}

/** Mistakes about the whole of a gradient: its sign, its seed, a value or a movement in its place. */
export function wholeMistakes({ ask }: Sight): readonly Candidate[] {
  const whole = (
    id: ChainMistakeId,
    by: (da: number, sight: Sight) => number,
    more: Partial<Candidate> = {},
  ): Candidate => ({
    id,
    rank: ranks.chain,
    family: 'upstream',
    value: (sight) => mapped(sight.right, (da) => by(da, sight)),
    ...more,
  });
  const found = [whole('sign', (da) => -da, { family: 'local' })];
  if (ask.kind === 'gradient') {
    const f = (sight: Sight): number => {
      // What a seeded output leads to has no value here.
      return isSeeded(sight.whole) ? Number.NaN : sight.whole.value(sight.whole.circuit.output).data[0]!;
    };
    found.push(
      whole('seed', (da, sight) => da * f(sight)),
      whole('nudged-value', (da, sight) => f(sight) + da * NUDGE),
      whole('movement', (da) => da * NUDGE),
    );
  }
  if (ask.kind === 'local') {
    const { of, wrt } = ask;
    const gradient = (sight: Sight, name: string) => sight.whole.gradient(sight.whole.circuit.find(name)!);
    const scalarAt = (sight: Sight) =>
      gradient(sight, of).shape.length === 0 ? gradient(sight, of).data[0]! : Number.NaN;
    found.push(
      whole('with-upstream', (p, sight) => p * scalarAt(sight)),
      whole('upstream-only', (_, sight) => scalarAt(sight)),
      { ...whole('whole-gradient', (p) => p), value: (sight) => gradient(sight, wrt) },
      {
        ...whole('output-value', (p) => p, { family: 'local' }),
        value: (sight) => mapped(valueNamed(sight.whole, of), (x) => x),
      },
    );
  }
  return found;
}
