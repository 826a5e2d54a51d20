import type { Circuit, NodeId, Run } from '../engine/types.js';
import type { Glyphs } from './glyphs.js';
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
  readonly current?: NodeId;
}

/** The drawing of a circuit with the numbers of a run; without a run every number is `?`. */
export function drawRun(circuit: Circuit, run: Run | undefined, options: DrawOptions): Line[] {
  const { width, glyphs, gradients = true, current } = options;
  const drawn = layout(viewGraph(circuit, { run }), { width, glyphs });
  const marks = runMarks(circuit, run, { current: (node) => node === current });
  return paint(drawn, gradients ? marks : { ...marks, gradient: () => undefined, share: () => undefined });
}
