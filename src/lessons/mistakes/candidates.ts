import type { Run, Stage, Tensor } from '../../engine/index.js';
import type { MistakeId } from '../../messages/mistakes.js';
import { close } from '../answer/judge.js';
import { neighbours } from '../answer/neighbours.js';
import { isSeeded, type Posed, readersOf, targetPass, truth } from '../answer/posed.js';
import { remember } from '../answer/remember.js';
import { type Candidate, combine, mapped, ranks, type Sight } from './candidate.js';
import { edgeMistakes, wholeMistakes } from './chain.js';
import { edgesFrom } from './edge.js';
import { forkMistakes } from './forks.js';
import { forwardMistakes } from './forward.js';
import { said } from './naming.js';
import { pairedMistakes } from './pairs.js';
import { slips } from './slips.js';
import { updatedMistakes } from './updated.js';

/** Mistakes that are the same by algebra at a question, and what they give; the first is the one to name. */
export interface Group {
  readonly candidate: Candidate;
  /** The ids of all that give this. */
  readonly ids: ReadonlySet<MistakeId>;
  readonly value: Tensor;
  /** What it gives at the question's neighbours, in their order; undefined where it can't be made. */
  readonly elsewhere: () => readonly (Tensor | undefined)[];
}

const POINTS = 4;

/** Bounds on a stranger's circuit: beyond them no mistake is looked for, as nobody works such an answer out by hand. */
const MOST_WAYS = 12;
const MOST_ENTRIES = 400;

export function sightOf({ ask, within }: Pick<Posed, 'ask' | 'within'>, whole: Run): Sight {
  const { pass, node } = targetPass(ask, whole);
  const all = within?.run ?? whole;
  const final = ask.kind !== 'local' && isSeeded(all) ? undefined : (within?.run ?? pass).circuit;
  return {
    ask,
    whole,
    pass,
    node,
    final: final?.name(final.output),
    right: ask.kind === 'value' ? pass.value(node) : pass.gradient(node),
  };
}

/** The sights of a question at its neighbouring numbers, on the same side of every kink. */
export const sightsNear = remember((posed: Posed): readonly Sight[] =>
  neighbours(posed.run, POINTS, 7).map((other) => sightOf(posed, other)),
);

/**
 * Every mistake that can be made at a question, derived from the gate table and the circuit: what is the same by algebra
 * is one mistake, and what is the truth by algebra is none. Most special first.
 */
export const mistakesAt = remember((posed: Posed): readonly Group[] => {
  const near = sightsNear(posed);
  const sight = sightOf(posed, posed.run);
  const { right } = sight;
  const groups: (Group & { readonly ids: Set<MistakeId> })[] = [];
  const all = [...candidatesAt(sight)].sort((a, b) => a.rank - b.rank);
  for (const candidate of all) {
    const value = candidate.value(sight);
    if (value === undefined || !value.data.every(Number.isFinite)) continue;
    let known: readonly (Tensor | undefined)[] | undefined;
    const elsewhere = (): readonly (Tensor | undefined)[] => {
      known ??= near.map((one) => candidate.value(one));
      return known;
    };
    if (close(value, right) && elsewhere().every((other, k) => other !== undefined && close(other, near[k]!.right)))
      continue;
    const group = groups.find((one) => close(one.value, value) && same(one.elsewhere(), elsewhere()));
    if (group === undefined) groups.push({ candidate, ids: new Set([candidate.id]), value, elsewhere });
    else if (candidate.also === undefined) group.ids.add(candidate.id);
  }
  return groups;
});

function same(a: readonly (Tensor | undefined)[], b: readonly (Tensor | undefined)[]): boolean {
  return a.every((x, k) => {
    const y = b[k];
    return x === undefined || y === undefined ? x === y : close(x, y);
  });
}

function candidatesAt(sight: Sight): readonly Candidate[] {
  if (sight.ask.kind === 'value') return [...forwardMistakes(sight), ...slips(sight)];
  const edges = edgesFrom(sight.pass.circuit, sight.node);
  // At the output itself there is a start to get wrong, and nothing else.
  if (edges.length === 0 && sight.ask.kind === 'gradient')
    return wholeMistakes(sight).filter(({ id }) => id === 'sign' || id === 'seed');
  if (edges.length > MOST_WAYS || sight.right.data.length > MOST_ENTRIES) return [];
  const [first] = edges;
  const atGates =
    first === undefined ? [] : edges.length === 1 ? edgeMistakes(sight, first) : forkMistakes(sight, edges);
  return [
    ...atGates,
    ...atLine(sight),
    ...updatedMistakes(sight),
    ...wholeMistakes(sight),
    ...slips(sight),
    ...pairedMistakes(sight, edges),
  ];
}

/** Mistakes about a line of several gates taken as one: its partial, and the gradient of its name. */
function atLine(sight: Sight): readonly Candidate[] {
  const { ask, whole } = sight;
  if (ask.kind !== 'gradient') return [];
  const [stage, more] = readersOf(whole.circuit, ask.of);
  if (stage === undefined || more !== undefined || stage.gates.length < 2) return [];
  if (whole.circuit.shape(stage.node).length > 0) return [];
  const partial = (at: Sight): Tensor => truth({ kind: 'local', of: stage.name, wrt: ask.of }, at.whole);
  const upstream = (at: Sight): number => at.whole.gradient(stage.node).data[0]!;
  const rule = (id: MistakeId, by: (p: number, g: number) => number): Candidate => ({
    id,
    rank: ranks.chain,
    family: 'upstream',
    facts: (at) => lineFacts(at, stage, partial(at), upstream(at)),
    value: (at) => mapped(partial(at), (p) => by(p, upstream(at))),
  });
  return [
    rule('no-upstream', (p) => p),
    rule('added', (p, g) => p + g),
    rule('divided', (p, g) => g / p),
    { ...rule('no-local', (p) => p), value: (at) => combine(partial(at), partial(at), () => upstream(at)) },
  ];
}

function lineFacts(at: Sight, stage: Stage, partial: Tensor, upstream: number) {
  return {
    o: stage.name,
    ov: said(at.whole.value(stage.node).data[0]!),
    p: partial.shape.length === 0 ? said(partial.data[0]!) : '',
    g: said(upstream),
    local: `∂${stage.name}/∂${at.ask.of}`,
    up: `d${stage.name}`,
  };
}
