import { chooseGroups, collapse, type ViewGraph, viewGraph } from '../../diagram/index.js';
import type { Run } from '../../engine/index.js';
import type { OpenCircuit } from '../open.js';
import { type LessonState, questionsOf } from '../state.js';

/** What is drawn of a circuit, with the lines and patterns of the given names as one box each. */
export function graphOf({ circuit }: OpenCircuit, run: Run, boxes: readonly string[]): ViewGraph {
  const graph = viewGraph(circuit, { run });
  return boxes.length === 0 ? graph : collapse(graph, chooseGroups(circuit, boxes));
}

/** What is drawn as one box at this moment: what the circuit collapses, but for boxes that were taken apart. */
export function boxesOn(state: LessonState, on: OpenCircuit): readonly string[] {
  const { collapse: names = [] } = on.spec;
  if (names.length === 0) return names;
  const apart = new Set(
    questionsOf(state.open).flatMap(({ id, on: where, ask }) =>
      ask.kind === 'split' && where === on && state.outcomes.has(id) ? [ask.of] : [],
    ),
  );
  return names.filter((name) => !apart.has(name));
}
