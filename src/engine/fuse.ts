import { CircuitBuilder } from './builder.js';
import type { FlatCircuit } from './circuit.js';
import { copyCircuit, leafValues, optionsOf } from './copy.js';
import type { GateOptions, GateRow } from './gates/row.js';
import { codedRow, gates } from './gates/table.js';
import { ProgramError } from './language/program-error.js';
import { flatCircuit } from './run.js';
import { inline } from './split.js';
import { sameShape } from './tensor.js';
import type { Circuit, NodeId, Shape } from './types.js';

/** A fused gate that stands in a circuit as its simpler gates. */
interface Match {
  readonly gate: string;
  readonly options: GateOptions;
  readonly operands: readonly NodeId[];
  /** The simpler gates and their constants, without the last one. */
  readonly inner: ReadonlySet<NodeId>;
}

/** Nodes above a gate that are looked at: more than any fused gate has. */
const NEIGHBOURHOOD = 40;
/** Different shapes among them that are tried as operands. */
const MOST_SHAPES = 8;

/**
 * The circuit with the simpler gates that end at a node put together into one fused gate, which keeps the node's name;
 * undefined where they make up none, or where another gate reads from their middle. It finds what `split` makes, and
 * what a learner writes alike: `1 / (1 + exp(-x))` becomes a sigmoid gate.
 */
export function fuse(circuit: Circuit, id: NodeId): Circuit | undefined {
  const flat = flatCircuit(circuit);
  const match = findMatch(flat, id);
  if (match === undefined) return undefined;
  return copyCircuit(flat, {
    without: match.inner,
    changed: id,
    make: (builder, copyOf) => builder.gate(match.gate, match.operands.map(copyOf), match.options),
  });
}

function findMatch(circuit: FlatCircuit, id: NodeId): Match | undefined {
  const shapes = shapesAbove(circuit, id);
  for (const name of gates) {
    const row = codedRow(name);
    if (row.split === undefined) continue;
    for (const shape of shapes) {
      for (const options of optionsToTry(row, shape)) {
        for (const template of templatesOf(row, shape, options, shapes)) {
          const match = matchTemplate(circuit, id, template, row, options);
          if (match !== undefined) return match;
        }
      }
    }
  }
  return undefined;
}

/** The different shapes of a node and of those it is made from. */
function shapesAbove(circuit: FlatCircuit, id: NodeId): Shape[] {
  const shapes: Shape[] = [];
  const seen = new Set<NodeId>([id]);
  for (const node of seen) {
    const shape = circuit.shape(node);
    if (!shapes.some((one) => sameShape(one, shape))) shapes.push(shape);
    if (shapes.length >= MOST_SHAPES) break;
    if (seen.size < NEIGHBOURHOOD) for (const arg of circuit.args(node)) seen.add(arg);
  }
  return shapes;
}

const ALONG_AN_AXIS = new Set(['softmax', 'log_softmax', 'logsumexp', 'var']);

function optionsToTry(row: GateRow, shape: Shape): GateOptions[] {
  if (!ALONG_AN_AXIS.has(row.name)) return [{}];
  const axes: GateOptions[] = [{}, ...shape.map((_, axis) => ({ axis: [axis] }))];
  return axes.flatMap((options) => [options, { ...options, keepdims: true }]);
}

/** The simpler gates of a row as circuits, for a first operand of this shape and all that may stand beside it. */
function* templatesOf(
  row: GateRow,
  shape: Shape,
  options: GateOptions,
  shapes: readonly Shape[],
): Generator<FlatCircuit> {
  for (const others of otherShapes(row, shape, shapes)) {
    const template = templateOf(row, [shape, ...others], options);
    if (template !== undefined) yield template;
  }
}

function templateOf(row: GateRow, shapes: readonly Shape[], options: GateOptions): FlatCircuit | undefined {
  try {
    const builder = new CircuitBuilder();
    const names = new Map(row.operands.map((name, k) => [name, builder.input(name, zeros(shapes[k] ?? []))]));
    // the fused gate itself refuses shapes that do not fit it
    builder.gate(row.name, [...names.values()], options);
    const from = builder.size;
    const root = inline(builder, row.split!(shapes, options), names);
    return root >= from ? builder.finish(root) : undefined;
  } catch (error) {
    if (error instanceof ProgramError) return undefined;
    throw error;
  }
}

/** The shapes that a row's other operands may have beside its first. */
function otherShapes(row: GateRow, shape: Shape, shapes: readonly Shape[]): Shape[][] {
  if (row.arity < 2) return [[]];
  const same = Array.from({ length: row.arity - 1 }, () => shape);
  const features = Array.from({ length: row.arity - 1 }, () => shape.slice(-1));
  const labels = [shape.slice(0, -1)];
  if (row.arity === 2) return [same, labels];
  return [features, ...shapes.flatMap((x) => shapes.map((b) => [x, b]))];
}

function zeros(shape: Shape): { shape: Shape; data: Float64Array } {
  return { shape, data: new Float64Array(shape.reduce((product, extent) => product * extent, 1)) };
}

/** Lays a template over a circuit from its root on: gates must agree, its inputs take whatever is there. */
function matchTemplate(
  circuit: FlatCircuit,
  root: NodeId,
  template: FlatCircuit,
  row: GateRow,
  options: GateOptions,
): Match | undefined {
  const values = leafValues(circuit);
  const wanted = leafValues(template);
  const laid = new Map<NodeId, NodeId>();
  const open: [NodeId, NodeId][] = [[template.output, root]];
  for (const [from, to] of open) {
    const before = laid.get(from);
    if (before !== undefined) {
      if (before !== to) return undefined;
      continue;
    }
    laid.set(from, to);
    const gate = template.gate(from);
    if (gate === 'input') {
      if (!sameShape(template.shape(from), circuit.shape(to))) return undefined;
      continue;
    }
    if (gate !== circuit.gate(to)) return undefined;
    if (gate === 'const') {
      if (!sameValue(wanted.get(from), values.get(to))) return undefined;
      continue;
    }
    if (!sameOptions(template, from, circuit, to)) return undefined;
    const args = circuit.args(to);
    template.args(from).forEach((arg, k) => {
      open.push([arg, args[k]!]);
    });
  }
  const operands = template.inputs.filter((input) => laid.has(input)).map((input) => laid.get(input)!);
  const inner = new Set<NodeId>();
  for (const [from, to] of laid) if (template.gate(from) !== 'input' && to !== root) inner.add(to);
  if (operands.length < Math.abs(row.arity) || isReadElsewhere(circuit, inner, root)) return undefined;
  return { gate: row.name, options, operands, inner };
}

function sameValue(a: number | { data: Float64Array } | undefined, b: typeof a): boolean {
  if (typeof a === 'number' || typeof b === 'number') return a === b;
  return (
    a !== undefined && b !== undefined && a.data.length === b.data.length && a.data.every((x, k) => x === b.data[k])
  );
}

function sameOptions(a: FlatCircuit, from: NodeId, b: FlatCircuit, to: NodeId): boolean {
  const normal = (circuit: FlatCircuit, id: NodeId): string => {
    const options = optionsOf(circuit, id);
    const rank = circuit.shape(circuit.args(id)[0]!).length;
    const axis =
      options.axis?.map((one) => (one < 0 ? one + rank : one)) ?? circuit.shape(circuit.args(id)[0]!).map((_, k) => k);
    return JSON.stringify([[...axis].sort(), options.keepdims === true, options.index, options.shape]);
  };
  return normal(a, from) === normal(b, to);
}

function isReadElsewhere(circuit: FlatCircuit, inner: ReadonlySet<NodeId>, root: NodeId): boolean {
  if (inner.has(circuit.output)) return true;
  for (let id = 0; id < circuit.size; id++) {
    if (inner.has(id) || id === root) continue;
    if (circuit.args(id).some((arg) => inner.has(arg))) return true;
  }
  return false;
}
