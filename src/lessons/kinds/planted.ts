import { alteredRun } from '../../engine/altered.js';
import { type NodeId, type Run, sameShape, type Tensor } from '../../engine/index.js';
import { close, judge } from '../answer/judge.js';
import { everything, type Posed } from '../answer/posed.js';
import type { Reading } from '../answer/read.js';
import { liveNodes } from '../backward-plan.js';
import { type Group, mistakesAt } from '../mistakes/candidates.js';
import { diagnose } from '../mistakes/diagnose.js';
import type { Plant } from './ask.js';

/** A backward pass with one mistake in it. */
export interface Planted {
  readonly run: Run;
  readonly at: NodeId;
  /** What the mistake gives, and what is right. */
  readonly shown: Tensor;
  readonly right: Tensor;
}

function posedAt(pass: Run, at: string): Posed {
  const { circuit } = pass;
  return { ask: { kind: 'gradient', of: at }, circuit, run: pass, shown: everything(circuit) };
}

/** Mistakes at the gradient of a name that give another gradient than the right one. */
export function plantable(pass: Run, at: string): readonly Group[] {
  const right = pass.gradient(pass.circuit.find(at)!);
  return mistakesAt(posedAt(pass, at)).filter(
    ({ value }) => sameShape(value.shape, right.shape) && !close(value, right),
  );
}

/** Whether a mistake can be made with these numbers. */
export function canPlant(pass: Run, { mistake, at }: Plant): boolean {
  return plantable(pass, at).some(({ ids }) => [...ids].some((id) => id === mistake));
}

/** A planted number as if it had been typed, to be called by its name. */
export function asTyped({ shown }: Planted): Reading & { readonly kind: 'value' } {
  return { kind: 'value', value: shown, rounding: Array.from(shown.data, () => 0) };
}

/** Whether a mistake gives a number of its own at a place: neither one that would be right nor that of another mistake. */
export function standsOut(pass: Run, plant: Plant): boolean {
  if (!canPlant(pass, plant)) return false;
  const reading = asTyped(planted(pass, plant));
  const posed = posedAt(pass, plant.at);
  if (judge(reading, posed).verdict !== 'wrong') return false;
  const said = diagnose(reading, posed);
  return said.kind === 'mistake' && said.id === plant.mistake && said.branch === undefined;
}

const made = new WeakMap<Run, Map<string, Planted>>();

/**
 * Makes the mistake. Where it can't be made with these numbers (a loader refuses that at seed 1) the first one that can
 * be is made in its place.
 */
export function planted(pass: Run, { mistake, at }: Plant): Planted {
  const mine = made.get(pass) ?? new Map<string, Planted>();
  made.set(pass, mine);
  const key = `${mistake} ${at}`;
  const found = mine.get(key) ?? plantIn(pass, mistake, at);
  mine.set(key, found);
  return found;
}

function plantIn(pass: Run, mistake: string, at: string): Planted {
  const node = pass.circuit.find(at)!;
  const right = pass.gradient(node);
  const groups = plantable(pass, at);
  const group = groups.find(({ ids }) => [...ids].some((id) => id === mistake)) ?? groups[0];
  const shown = group?.value ?? { shape: right.shape, data: right.data.map((x) => (x === 0 ? 1 : -x)) };
  return { run: alteredRun(pass, node, shown), at: node, shown, right };
}

/** The nodes that have a gradient to show. */
export function withGradient({ circuit }: Run): ReadonlySet<NodeId> {
  return new Set([...liveNodes(circuit)].filter((id) => circuit.gate(id) !== 'const'));
}

/** The nodes that the gradient of a node is worked out from. */
export function upstreamOf({ circuit }: Run, node: NodeId): ReadonlySet<NodeId> {
  const live = liveNodes(circuit);
  const reached = new Set<NodeId>([node]);
  for (let id = node + 1; id < circuit.size; id++)
    if (live.has(id) && circuit.args(id).some((arg) => reached.has(arg))) reached.add(id);
  reached.delete(node);
  return reached;
}
