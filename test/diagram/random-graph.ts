import type { Group, Port, ViewGraph, ViewNode } from '../../src/diagram/index.js';
import type { Traced } from './tracer.js';

/** A small seeded generator (mulberry32), so that every run sees the same circuits. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const LABELS: readonly (readonly string[])[] = [
  ['exp', '*-1', '1/x', '+1', 'tanh', 'max 0'],
  ['+', '*', '-', 'max'],
  ['w*x+b', 'if'],
  ['join'],
];

/**
 * A random graph of `gates` gates: mostly of two operands, sometimes one, three or four; an operand may come twice;
 * recent gates are read more than old ones, and everything flows into the one output.
 */
export function randomGraph(gates: number, seed: number): ViewGraph {
  const random = seeded(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const nodes: ViewNode[] = [];
  const room = () => 4 + pick(4);
  const leaves = Math.max(1, Math.min(2 + pick(4) + Math.floor(gates / 6), gates + 1));
  for (let i = 0; i < leaves; i++) {
    nodes.push({ kind: 'leaf', label: `${'xywo'[pick(4)]}${i}`, source: i, members: [i], ports: [], room: room() });
  }
  const port = (node: number, k: number, from: number): Port => ({ from, shares: [{ node, k }], room: room() });
  const unread = new Set(nodes.keys());
  const add = (operands: readonly number[]) => {
    const id = nodes.length;
    const labels = LABELS[operands.length - 1]!;
    for (const operand of operands) unread.delete(operand);
    const ports = operands.map((from, k) => port(id, k, from));
    nodes.push({ kind: 'gate', label: labels[pick(labels.length)]!, source: id, members: [id], ports, room: room() });
    unread.add(id);
  };
  const operand = () =>
    random() < 0.75 ? nodes.length - 1 - pick(Math.min(nodes.length, leaves + 3)) : pick(nodes.length);
  while (nodes.length < leaves + gates - Math.ceil(unread.size / 2)) {
    const dice = random();
    const arity = dice < 0.25 ? 1 : dice < 0.9 ? 2 : dice < 0.96 ? 3 : 4;
    add(Array.from({ length: arity }, operand));
  }
  while (unread.size > 1) add([...unread].slice(0, 2));
  const output = nodes.length - 1;
  const source = { from: output, shares: [], room: 0 };
  nodes.push({ kind: 'sink', label: 'f', source: output, members: [], ports: [source], room: 0 });
  return { nodes };
}

/** The graph as a reader of its drawing should find it. */
export function expected(graph: ViewGraph): Traced {
  const { nodes } = graph;
  const boxes = [...nodes.keys()].filter((i) => nodes[i]!.kind === 'gate');
  const source = (i: number) => (nodes[i]!.kind === 'leaf' ? { leaf: nodes[i]!.label } : { box: boxes.indexOf(i) });
  return {
    boxes: boxes.map((i) => ({ label: nodes[i]!.label, operands: nodes[i]!.ports.map((p) => source(p.from)) })),
    sinks: nodes
      .filter((node) => node.kind === 'sink')
      .map((node) => ({ name: node.label, source: source(node.ports[0]!.from) })),
  };
}

/** Random groups of a graph that don't overlap, each read from outside at its output only. */
export function randomGroups(graph: ViewGraph, seed: number): Group[] {
  const random = seeded(seed);
  const { nodes } = graph;
  const readers = nodes.map((): number[] => []);
  nodes.forEach((node, i) => {
    for (const { from } of node.ports) readers[from]!.push(i);
  });
  const taken = new Set<number>();
  const groups: Group[] = [];
  for (let output = nodes.length - 1; output >= 0; output--) {
    if (nodes[output]!.kind !== 'gate' || taken.has(output) || random() < 0.6) continue;
    const members = new Set([output]);
    // Going down, the readers of a gate are decided before it.
    for (let i = output - 1; i >= 0 && members.size < 9; i--) {
      if (nodes[i]!.kind === 'gate' && !taken.has(i) && readers[i]!.every((reader) => members.has(reader)))
        members.add(i);
    }
    if (members.size < 2) continue;
    for (const member of members) taken.add(member);
    const gates = [...members].sort((a, b) => a - b);
    groups.push({ name: `g${output}`, label: `g${output}`, output, gates });
  }
  return groups;
}
