import { chooseGroups, collapse, expand, type Group, type ViewGraph, viewGraph } from '../../diagram/index.js';
import type { NodeId, Run } from '../../engine/index.js';
import type { OpenCircuit } from '../open.js';
import { type LessonState, questionsOf } from '../state.js';

/** Groups of gates as they are drawn: each as one box, or its gates within a frame. */
export interface Grouping {
  readonly boxes: readonly Group[];
  readonly frames: readonly Group[];
}

/**
 * What a learner regrouped: of each circuit by its name, the groups by the node that they compute. Belongs to the
 * screen, not to the lesson.
 */
export type Regrouped = Readonly<Record<string, Readonly<Record<NodeId, keyof Grouping>>>>;

/** What is drawn of a circuit with its groups. */
export function graphOf({ circuit }: OpenCircuit, run: Run, { boxes, frames }: Grouping): ViewGraph {
  const graph = viewGraph(circuit, { run });
  const collapsed = boxes.length === 0 ? graph : collapse(graph, boxes);
  return frames.length === 0 ? collapsed : expand(collapsed, frames);
}

/** The lines and patterns that a circuit collapses, as one box each. */
export function collapsedOf({ circuit, spec }: OpenCircuit): Grouping {
  return { boxes: spec.collapse ? chooseGroups(circuit, spec.collapse) : [], frames: [] };
}

/** How groups are drawn at this moment: as the circuit says, but for boxes that were taken apart, and as regrouped. */
export function groupingOn(state: LessonState, on: OpenCircuit, regrouped: Regrouped = {}): Grouping {
  const { boxes } = collapsedOf(on);
  const mine = regrouped[on.spec.name] ?? {};
  if (boxes.length === 0 && Object.keys(mine).length === 0) return { boxes, frames: [] };
  const apart = new Set(
    questionsOf(state.open).flatMap(({ id, on: where, ask }) =>
      ask.kind === 'split' && where === on && state.outcomes.has(id) ? [on.circuit.find(ask.of)] : [],
    ),
  );
  const known = [...boxes, ...groupsIn(on)];
  const shown = (how: keyof Grouping) => {
    const outputs = Object.keys(mine).flatMap((output) => (mine[Number(output)] === how ? [Number(output)] : []));
    return outputs.flatMap((output) => known.find((group) => group.output === output) ?? []);
  };
  const untouched = boxes.filter(({ output }) => !apart.has(output) && mine[output] === undefined);
  return { boxes: [...untouched, ...shown('boxes')], frames: shown('frames') };
}

/** The groups there are: patterns, and the lines of several gates that are not the whole circuit. */
export function groupsIn({ circuit }: OpenCircuit): readonly Group[] {
  const lines = circuit.stages
    .filter(({ gates }) => circuit.stages.some((other) => other.gates.length > 0 && other.gates !== gates))
    .flatMap(({ name }) => chooseGroups(circuit, [name]));
  return [...chooseGroups(circuit, 'all'), ...lines];
}
