import type { Band } from './layout.js';
import type { Marks } from './marks.js';
import { routeTo } from './route.js';
import type { Wires } from './sheet.js';

/** What of a band's wires is pointed out. */
export interface LitWires {
  readonly routes: readonly Wires[];
  /** Operands, as indices into the sheet's `portRow`, that a pointed-out wire enters at. */
  readonly ports: ReadonlySet<number>;
  /** The nodes whose wire is pointed out. */
  readonly nodes: ReadonlySet<number>;
}

const NONE: LitWires = { routes: [], ports: new Set(), nodes: new Set() };

/**
 * The ways to the branches that are pointed out, also inside frames, and from where they begin on to the circuit's end.
 */
export function litWires({ sheet }: Band, { highlighted }: Marks): LitWires {
  if (!highlighted) return NONE;
  const routes: Wires[] = [];
  const ports = new Set<number>();
  const nodes = new Set<number>();
  const reached = new Set<number>();
  for (const piece of sheet.pieces) {
    const { firstNode, frame, arrangement } = piece;
    arrangement.graph.nodes.forEach((node, i) => {
      const id = firstNode + i;
      node.ports.forEach((port, k) => {
        const from = firstNode + port.from;
        // The last piece of wire goes on: inside a frame as the frame's own, outside to the name at the end.
        const goesOn = node.kind === 'sink' && port.shares.length === 0 && (nodes.has(frame) || reached.has(from));
        if (!goesOn && !port.shares.some((branch) => highlighted(branch))) return;
        routes.push(routeTo(sheet, piece, i, k));
        ports.add(sheet.portStart[id]! + k);
        nodes.add(from);
        reached.add(id);
      });
    });
  }
  return { routes, ports, nodes };
}
