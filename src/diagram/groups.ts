import type { Circuit, NodeId } from '../engine/types.js';
import { isLiteral } from './symbols.js';
import { textWidth } from './text.js';

/** Gates that can be drawn as one: only `output` is read from outside. */
export interface Group {
  /** What it is asked for by: the name of the line that computes it, else its label. */
  readonly name: string;
  /** What stands in its box. */
  readonly label: string;
  readonly output: NodeId;
  readonly gates: readonly NodeId[];
}

/** Longer sources don't fit a box; the line's name stands there instead. */
const LONGEST_SOURCE = 12;

/**
 * The patterns found in a circuit, none overlapping another: sigmoids written out, sums of products with a bias, and on
 * whole tensors layers: a matrix product with its bias and its activation.
 */
export function findGroups(circuit: Circuit): readonly Group[] {
  const readers = countReaders(circuit);
  const taken = new Uint8Array(circuit.size);
  const groups: Group[] = [];
  for (let id = circuit.size - 1; id >= 0; id--) {
    if (taken[id] === 1) continue;
    const group =
      sigmoidAt(circuit, readers, id) ?? weightedSumAt(circuit, readers, id) ?? layerAt(circuit, readers, id);
    if (!group) continue;
    for (const gate of group.gates) taken[gate] = 1;
    groups.push(group);
  }
  return groups.reverse();
}

/** A line of the program as a group, unless it is a single gate or other lines read what lies inside it. */
export function stageGroup(circuit: Circuit, name: string): Group | undefined {
  const stage = circuit.stages.find((candidate) => candidate.name === name);
  if (!stage || stage.gates.length < 2 || !stage.gates.includes(stage.node)) return undefined;
  const inside = new Set(stage.gates);
  for (let id = 0; id < circuit.size; id++) {
    if (inside.has(id)) continue;
    if (circuit.args(id).some((arg) => arg !== stage.node && inside.has(arg))) return undefined;
  }
  const source = stage.source.replaceAll(' ', '');
  const label = textWidth(source) <= LONGEST_SOURCE ? source : name;
  return { name, label, output: stage.node, gates: stage.gates };
}

/**
 * The groups that a wish names: all patterns, none, or those of the given names (a line's name, `sigmoid`, `sum` or
 * `layer` for the patterns, or a pattern's label). Of groups that overlap, the one named first counts.
 */
export function chooseGroups(circuit: Circuit, wish: 'all' | 'none' | readonly string[]): readonly Group[] {
  if (wish === 'none') return [];
  const found = findGroups(circuit);
  if (wish === 'all') return found;
  const wished = wish.flatMap((name) => {
    const stage = stageGroup(circuit, name);
    return stage
      ? [stage]
      : found.filter((group) => group.name === name || group.label === name || kindOf(circuit, group) === name);
  });
  const taken = new Set<NodeId>();
  return wished.filter((group) => {
    if (group.gates.some((gate) => taken.has(gate))) return false;
    for (const gate of group.gates) taken.add(gate);
    return true;
  });
}

function kindOf(circuit: Circuit, group: Group): string {
  if (group.gates.some((gate) => circuit.gate(gate) === 'matmul')) return LAYER;
  return group.label === SIGMOID ? 'sigmoid' : 'sum';
}

const SIGMOID = 'σ';
/** A sum of products whose operands have no letters in common. */
const PRODUCTS = 'Σ·';
const LAYER = 'layer';
const ACTIVATIONS: ReadonlySet<string> = new Set(['relu', 'tanh', 'sigmoid']);

function countReaders(circuit: Circuit): Int32Array {
  const readers = new Int32Array(circuit.size);
  for (let id = 0; id < circuit.size; id++) for (const arg of circuit.args(id)) readers[arg]! += 1;
  readers[circuit.output]! += 1;
  return readers;
}

/** The other operand of gate `id` where one operand is the literal `number`, at place `at` or, without it, at any. */
function besides(circuit: Circuit, id: NodeId, gate: string, number: number, at?: number): NodeId | undefined {
  if (circuit.gate(id) !== gate) return undefined;
  const args = circuit.args(id);
  const k = args.findIndex(
    (arg, i) => isLiteral(circuit, arg) && Number(circuit.name(arg)) === number && (at ?? i) === i,
  );
  return k < 0 ? undefined : args[1 - k];
}

function sigmoidAt(circuit: Circuit, readers: Int32Array, id: NodeId): Group | undefined {
  const sum = besides(circuit, id, 'div', 1, 0);
  const power = sum === undefined ? undefined : besides(circuit, sum, 'add', 1);
  if (sum === undefined || power === undefined || circuit.gate(power) !== 'exp') return undefined;
  const negated = circuit.args(power)[0]!;
  if (circuit.gate(negated) !== 'neg' && besides(circuit, negated, 'mul', -1) === undefined) return undefined;
  if ([sum, power, negated].some((gate) => readers[gate] !== 1)) return undefined;
  return { name: circuit.name(id), label: SIGMOID, output: id, gates: [negated, power, sum, id] };
}

/** A tree of additions over at least two products, each read once, as `w·x` or `w·x+b`, or `Σ·`. */
function weightedSumAt(circuit: Circuit, readers: Int32Array, id: NodeId): Group | undefined {
  const gates: NodeId[] = [];
  const products: NodeId[] = [];
  const rest: NodeId[] = [];
  const open = [id];
  while (open.length > 0) {
    const node = open.pop()!;
    const inside = node === id || (readers[node] === 1 && circuit.shape(node).length === 0);
    const gate = circuit.gate(node);
    if (inside && gate === 'add') {
      gates.push(node);
      open.push(...circuit.args(node).toReversed());
    } else if (inside && gate === 'mul' && !circuit.args(node).some((arg) => isLiteral(circuit, arg))) {
      gates.push(node);
      products.push(node);
    } else rest.push(node);
  }
  if (products.length < 2 || rest.length > 1) return undefined;
  const side = (k: number) => commonLetter(products.map((product) => circuit.name(circuit.args(product)[k]!)));
  const [weight, input] = [side(0), side(1)];
  const bias = rest.length === 0 ? undefined : commonLetter([circuit.name(rest[0]!)]);
  const added = rest.length === 0 ? '' : `+${bias === undefined || bias === weight ? 'b' : bias}`;
  // Letters that aren't those of the operands would mislead.
  const label = weight && input ? `${weight}·${input}${added}` : PRODUCTS;
  return { name: circuit.name(id), label, output: id, gates: gates.sort((a, b) => a - b) };
}

/** A matrix product with a bias added or an activation over it, or both. */
function layerAt(circuit: Circuit, readers: Int32Array, id: NodeId): Group | undefined {
  const isProduct = (node: NodeId) => circuit.gate(node) === 'matmul';
  const activated = ACTIVATIONS.has(circuit.gate(id)) ? circuit.args(id)[0] : besides(circuit, id, 'max', 0);
  const sum = activated ?? id;
  const product = circuit.gate(sum) === 'add' ? circuit.args(sum).find(isProduct) : sum;
  if (product === undefined || !isProduct(product)) return undefined;
  const gates = [...new Set([product, sum, id])];
  if (gates.length < 2 || gates.some((gate) => gate !== id && readers[gate] !== 1)) return undefined;
  return { name: circuit.name(id), label: LAYER, output: id, gates };
}

/** The letter that all names consist of, but for digits: `w` for w11 and w12. */
function commonLetter(names: readonly string[]): string | undefined {
  const letters = new Set(names.map((name) => /^([A-Za-z])\d*$/.exec(name)?.[1]));
  const [letter] = letters;
  return letters.size === 1 ? letter : undefined;
}
