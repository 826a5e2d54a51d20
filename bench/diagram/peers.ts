import { Graph, layout } from '@dagrejs/dagre';
import ELK from 'elkjs';
import type { ViewGraph } from '../../src/diagram/index.js';

/** A laid out graph's wires as polylines from left to right, for counting crossings. */
export type Wires = readonly (readonly { readonly x: number; readonly y: number }[])[];

const GATE = { width: 5, height: 5 };
const elk = new ELK();

/** Layout by dagre, left to right, in cells. */
export function layoutWithDagre(graph: ViewGraph): Wires {
  const drawn = new Graph({ multigraph: true });
  drawn.setGraph({ rankdir: 'LR', nodesep: 2, ranksep: 12 });
  drawn.setDefaultEdgeLabel(() => ({}));
  for (const [i, node] of graph.nodes.entries()) drawn.setNode(String(i), { ...GATE, label: node.label });
  for (const [i, { ports }] of graph.nodes.entries()) {
    for (const [k, { from }] of ports.entries()) drawn.setEdge(String(from), String(i), {}, `${i}.${k}`);
  }
  layout(drawn);
  return drawn.edges().map((edge) => drawn.edge(edge).points);
}

/** Layout by ELK's layered algorithm with ports in operand order and right-angled wires, in cells. */
export async function layoutWithElk(graph: ViewGraph): Promise<Wires> {
  const laid = await elk.layout({
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      'elk.direction': 'RIGHT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': '12',
      'elk.spacing.nodeNode': '2',
    },
    children: graph.nodes.map((node, i) => ({
      id: `n${i}`,
      ...GATE,
      labels: [{ text: node.label }],
      layoutOptions: { 'elk.portConstraints': 'FIXED_ORDER' },
      ports: [
        ...node.ports.map((_, k) => ({
          id: `n${i}.${k}`,
          layoutOptions: { 'elk.port.side': 'WEST', 'elk.port.index': String(node.ports.length - k) },
        })),
        { id: `n${i}.out`, layoutOptions: { 'elk.port.side': 'EAST', 'elk.port.index': '0' } },
      ],
    })),
    edges: graph.nodes.flatMap((node, i) =>
      node.ports.map(({ from }, k) => ({ id: `e${i}.${k}`, sources: [`n${from}.out`], targets: [`n${i}.${k}`] })),
    ),
  });
  return (laid.edges ?? []).flatMap((edge) =>
    (edge.sections ?? []).map((s) => [s.startPoint, ...(s.bendPoints ?? []), s.endPoint]),
  );
}
