import type { Port, ViewGraph, ViewNode } from '../../src/diagram/index.js';
import { seeded } from '../../test/diagram/random-graph.js';

/** A random scalar circuit in the manner of the ones that were first measured: `size` nodes, recent ones read most. */
export function randomCircuit(size: number, seed: number): ViewGraph {
  const random = seeded(seed);
  const nodes: ViewNode[] = [];
  const unread = new Set<number>();
  const inputs = Math.max(3, Math.floor(size / 8));
  const node = (kind: ViewNode['kind'], label: string, operands: readonly number[]) => {
    const id = nodes.length;
    for (const operand of operands) unread.delete(operand);
    const ports = operands.map((from, k): Port => ({ from, shares: [{ node: id, k }], room: 5 }));
    nodes.push({ kind, label, source: id, members: [id], ports, room: 5 });
    unread.add(id);
  };
  for (let i = 0; i < inputs; i++) node('leaf', `x${i}`, []);
  const pick = () => {
    const reach = random() < 0.8 ? Math.min(inputs + 4, nodes.length) : nodes.length;
    return nodes.length - 1 - Math.floor(random() * reach);
  };
  while (nodes.length < size) {
    const dice = random();
    if (dice < 0.35) node('gate', '+', [pick(), pick()]);
    else if (dice < 0.7) node('gate', '*', [pick(), pick()]);
    else if (dice < 0.8) node('gate', 'max', [pick(), pick()]);
    else if (dice < 0.9) node('gate', 'tanh', [pick()]);
    else node('gate', '*0.5', [pick()]);
  }
  while (unread.size > 1) node('gate', '+', [...unread].slice(0, 2));
  node('sink', 'f', [...unread]);
  return { nodes };
}
