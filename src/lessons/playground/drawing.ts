import {
  collapse,
  fits,
  type Glyphs,
  type Layout,
  layout,
  type Marks,
  passSteps,
  runMarks,
  stepMarks,
  type ViewGraph,
  viewGraph,
} from '../../diagram/index.js';
import type { Circuit } from '../../engine/types.js';
import { groupsOf } from './boxes.js';
import { runOf } from './numbers.js';
import type { Playground } from './state.js';

/** A label's room is at least that of `-12.34`, so that a nudge seldom needs more. */
const LEAST_ROOM = 6;
/** What is folded into more bands than this is folded without room to spare as well, and large: it is laid out once. */
const FEW_BANDS = 3;

interface Placed {
  /** For what it was laid out: width, glyphs, boxes. */
  readonly key: string;
  readonly graph: ViewGraph;
  readonly layout: Layout;
}

/** The latest layout of each circuit. */
const layouts = new WeakMap<Circuit, Placed>();

/** What is drawn of a playground: its layout, which stays the same while numbers change and fit, and its marks. */
export function drawingOf(state: Playground, width: number, glyphs: Glyphs): { layout: Layout; marks: Marks } {
  const marks = marksOf(state);
  const latest = layouts.get(state.circuit);
  const key = `${width} ${glyphs} ${state.boxes.join(' ')}`;
  const known = latest?.key === key ? latest : undefined;
  if (known && fits(known.layout, marks)) return { layout: known.layout, marks };
  const placed = { key, ...place(state, width, glyphs, known?.graph) };
  layouts.set(state.circuit, placed);
  return { layout: placed.layout, marks };
}

/** With room to spare if that takes no more bands than without. */
function place(state: Playground, width: number, glyphs: Glyphs, before: ViewGraph | undefined): Omit<Placed, 'key'> {
  const { circuit } = state;
  const bare = collapse(viewGraph(circuit, { run: runOf(state) }), groupsOf(state));
  const exact = widened(bare, before, (room) => room);
  const roomy = widened(bare, before, (room, scalar) => (scalar && room > 0 ? Math.max(LEAST_ROOM, room + 1) : room));
  const place = (graph: ViewGraph) => ({ graph, layout: layout(graph, { width, glyphs }) });
  const spare = place(roomy);
  const { bands } = spare.layout;
  if ((bands.length === 1 && spare.layout.width <= width) || bands.length > FEW_BANDS) return spare;
  const tight = place(exact);
  return tight.layout.bands.length < bands.length || tight.layout.width < spare.layout.width ? tight : spare;

  /** Rooms never shrink, or numbers that come and go would move the drawing each time. */
  function widened(
    graph: ViewGraph,
    old: ViewGraph | undefined,
    wide: (room: number, scalar: boolean) => number,
  ): ViewGraph {
    const nodes = graph.nodes.map((node, i) => {
      const was = old?.nodes[i];
      const scalar = circuit.shape(node.source).length === 0;
      const ports = node.ports.map((port, k) => ({
        ...port,
        room: Math.max(wide(port.room, scalar), was?.ports[k]?.room ?? 0),
      }));
      return { ...node, ports, room: Math.max(wide(node.room, scalar), was?.room ?? 0) };
    });
    return { ...graph, nodes };
  }
}

/** The numbers that are shown, and what is heavy: the gate at hand, and the name of the input at hand. */
function marksOf(state: Playground): Marks {
  const { circuit, done, box, entries, cursor } = state;
  const passes = runOf(state);
  const marks = done === undefined ? runMarks(circuit, passes) : stepMarks(circuit, passes, passSteps(circuit), done);
  const input = entries[cursor]?.input;
  return { ...marks, current: (node) => node === box || node === input };
}
