import type { Circuit, NodeId, Run } from '../engine/types.js';
import { collapse, repeatLeaves } from './collapse.js';
import { expand } from './expand.js';
import type { Glyphs } from './glyphs.js';
import type { ViewGraph } from './graph.js';
import { chooseGroups } from './groups.js';
import { layout } from './layout.js';
import { runMarks } from './marks.js';
import { paint } from './paint.js';
import type { Line } from './span.js';
import { viewGraph } from './view.js';

export interface DrawOptions {
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Whether gradients are shown; true unless given. Where they aren't, the layout is the same. */
  readonly gradients?: boolean;
  /** The gate to draw heavy. */
  readonly current?: NodeId | undefined;
  /** Groups drawn as one gate each: see `chooseGroups`. All patterns in a circuit of more than a hundred gates, unless given. */
  readonly collapse?: 'all' | 'none' | readonly string[];
  /** Groups drawn with a frame around their gates, if that fits the width. */
  readonly expand?: 'all' | readonly string[];
  /** Whether every place that reads an input gets a leaf of its own; false unless given. */
  readonly repeatLeaves?: boolean;
}

/** With more gates than this, patterns are drawn collapsed. */
const MANY_GATES = 100;

/** The drawing of a circuit with the numbers of a run; without a run every number is `?`. */
export function drawRun(circuit: Circuit, run: Run | undefined, options: DrawOptions): Line[] {
  const { width, glyphs, gradients = true, current } = options;
  let drawn = layout(drawnGraph(circuit, run, options), { width, glyphs });
  if (options.expand && drawn.width > width) {
    const { expand: _, ...plain } = options;
    drawn = layout(drawnGraph(circuit, run, plain), { width, glyphs });
  }
  const marks = runMarks(circuit, run, { current: (node) => node === current });
  return paint(drawn, gradients ? marks : { ...marks, gradient: () => undefined, share: () => undefined });
}

/** The graph that `drawRun` draws: collapsed, expanded and with repeated leaves as asked. */
export function drawnGraph(
  circuit: Circuit,
  run: Run | undefined,
  options: Pick<DrawOptions, 'collapse' | 'expand' | 'repeatLeaves'> = {},
): ViewGraph {
  const graph = viewGraph(circuit, { run });
  const gates = graph.nodes.filter((node) => node.kind === 'gate').length;
  const groups = chooseGroups(circuit, options.collapse ?? (gates > MANY_GATES ? 'all' : 'none'));
  const collapsed = groups.length > 0 ? collapse(graph, groups) : graph;
  const shown = options.repeatLeaves ? repeatLeaves(collapsed) : collapsed;
  return options.expand ? expand(shown, chooseGroups(circuit, options.expand)) : shown;
}
