import type { CheckedCircuit } from '../../check/index.js';
import { layout, type Marks, paint, runMarks, toText, viewGraph } from '../../diagram/index.js';
import type { NodeId } from '../../engine/index.js';
import type { ListingOptions } from './listing.js';

/** Larger circuits are no help below a listing. */
const MOST_NODES = 60;
const MOST_ROWS = 40;

/** The signs that stand before a gradient that is wrong. */
export const wrongMarks = { unicode: '✗', ascii: 'x' } as const;

/** The circuit with its wrong gradients marked, where it is small enough to be drawn at this width. */
export function checkedDrawing({ run, states }: CheckedCircuit, options: ListingOptions): string | undefined {
  const { circuit } = run;
  if (circuit.size > MOST_NODES) return undefined;
  const { nodes } = viewGraph(circuit, { run });
  const mark = wrongMarks[options.glyphs];
  const graph = { nodes: nodes.map((node) => ({ ...node, room: node.room + mark.length + 1 })) };
  const drawn = layout(graph, { width: options.width, glyphs: options.glyphs });
  if (drawn.width > options.width || drawn.height > MOST_ROWS) return undefined;
  const isWrong = (node: NodeId) => states.get(node) === 'wrong';
  const marks = runMarks(circuit, run);
  const marked: Marks = {
    ...marks,
    gradient: (node) => {
      const plain = marks.gradient(node);
      return plain !== undefined && isWrong(node) ? { ...plain, text: `${mark} ${plain.text}` } : plain;
    },
  };
  return toText(paint(drawn, marked));
}
