import type { Circuit, NodeId, Run } from '../engine/types.js';
import { collapse, repeatLeaves } from './collapse.js';
import { expand } from './expand.js';
import type { Glyphs } from './glyphs.js';
import type { ViewGraph } from './graph.js';
import { chooseGroups } from './groups.js';
import { type Layout, layout } from './layout.js';
import { gradientPath, type Marks, runMarks } from './marks.js';
import { paint } from './paint.js';
import type { Line } from './span.js';
import { viewGraph } from './view.js';

export interface DrawOptions {
  readonly width: number;
  readonly glyphs: Glyphs;
  /** Whether gradients are shown; true unless given. Where they aren't, the layout is the same. */
  readonly gradients?: boolean;
  /** Nodes whose gradients are not shown. */
  readonly hideGradientsOf?: readonly NodeId[];
  /** The gate to draw heavy. */
  readonly current?: NodeId | undefined;
  /** A node that is pointed out: its gate is heavy, and the way that the gradient takes to it is lit. */
  readonly highlight?: NodeId | undefined;
  /**
   * Groups drawn as one gate each: see `chooseGroups`. All patterns in a circuit of more than a hundred gates, unless
   * given.
   */
  readonly collapse?: 'all' | 'none' | readonly string[];
  /** Groups drawn with a frame around their gates, if that fits the width. */
  readonly expand?: 'all' | readonly string[];
  /** Whether every place that reads an input gets a leaf of its own; false unless given. */
  readonly repeatLeaves?: boolean;
}

/** With more gates than this, patterns are drawn collapsed. */
const MANY_GATES = 100;

/** A drawing laid out and marked, to be painted or written in another format. */
export interface Drawing {
  readonly graph: ViewGraph;
  readonly layout: Layout;
  readonly marks: Marks;
}

/** The drawing of a circuit with the numbers of a run; without a run every number is `?`. */
export function drawRun(circuit: Circuit, run: Run | undefined, options: DrawOptions): Line[] {
  const drawing = prepareDrawing(circuit, run, options);
  return paint(drawing.layout, drawing.marks);
}

/** Lays out what `drawRun` draws, for `toSvg`, `toMermaid` and `toJson`. */
export function prepareDrawing(circuit: Circuit, run: Run | undefined, options: DrawOptions): Drawing {
  const { expand: _, ...plain } = options;
  const framed = options.expand && layOut(circuit, run, options);
  const laidOut = framed && framed.layout.width <= options.width ? framed : layOut(circuit, run, plain);
  return { ...laidOut, marks: marksFor(circuit, run, options) };
}

function layOut(circuit: Circuit, run: Run | undefined, options: DrawOptions): Omit<Drawing, 'marks'> {
  const graph = drawnGraph(circuit, run, options);
  return { graph, layout: layout(graph, { width: options.width, glyphs: options.glyphs }) };
}

function marksFor(circuit: Circuit, run: Run | undefined, options: DrawOptions): Marks {
  const { gradients = true, hideGradientsOf = [], current, highlight } = options;
  const marks = runMarks(circuit, run, {
    current: (node) => node === current || node === highlight,
    ...(highlight === undefined ? {} : { highlighted: gradientPath(circuit, highlight) }),
  });
  const hidden = new Set(hideGradientsOf);
  return {
    ...marks,
    gradient: (node) => (gradients && !hidden.has(node) ? marks.gradient(node) : undefined),
    share: (branches) =>
      gradients && !branches.some(({ node, k }) => hidden.has(circuit.args(node)[k]!))
        ? marks.share(branches)
        : undefined,
  };
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
