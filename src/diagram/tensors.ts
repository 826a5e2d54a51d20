import { explain, formatNumber, shapeText } from '../engine/index.js';
import type { NodeId, Run, Shape, Tensor } from '../engine/types.js';
import type { State } from './marks.js';
import type { Line, Role, Span } from './span.js';
import { lineWidth, padTo, textWidth } from './text.js';

/** Longest side of a tensor whose numbers are opened beside a circuit. */
const LONGEST_SIDE = 3;
const GAP = '   ';

export interface TensorOptions {
  /** How numbers are written. */
  readonly format?: (x: number) => string;
  /** What is known of each tensor; everything is shown unless given. */
  readonly value?: (node: NodeId) => State;
  /** Without a state the gradient is left out. */
  readonly gradient?: (node: NodeId) => State | undefined;
}

/** Whether a tensor is small enough to show its numbers: up to 3x3. */
export function opens(shape: Shape): boolean {
  return shape.length <= 2 && shape.every((side) => side <= LONGEST_SIDE);
}

/**
 * The values of nodes and their gradients as small matrices, one node below the other: `W = [ 1.00 2.00 ]` and beside it
 * `dW = …`. What is larger than 3x3 shows its shape; what isn't known yet shows as `?`.
 */
export function openTensors(run: Run, nodes: readonly NodeId[], options: TensorOptions = {}): Line[] {
  const { format = formatNumber, value = () => 'shown', gradient = (): State => 'shown' } = options;
  return nodes.flatMap((node, i) => {
    const name = run.circuit.name(node);
    const left = matrix(name, run.value(node), value(node), 'value', format);
    const state = run.circuit.gate(node) === 'const' ? undefined : gradient(node);
    const right = state ? matrix(`d${name}`, run.gradient(node), state, 'gradient', format) : [];
    return [...(i > 0 ? [[]] : []), ...beside(left, right, Number.POSITIVE_INFINITY)];
  });
}

function matrix(name: string, tensor: Tensor, state: State, role: Role, format: (x: number) => string): Line[] {
  const { shape, data } = tensor;
  const hidden = state === 'hidden' || state === 'asked' || state === 'wrong';
  const entryRole: Role = state === 'shown' ? role : state === 'hidden' ? 'faint' : state;
  const head: Span = { text: `${name} = `, role: 'leaf' };
  if (!opens(shape)) return [[head, { text: shapeText(shape), role: entryRole }]];
  if (shape.length === 0) return [[head, { text: hidden ? '?' : format(data[0]!), role: entryRole }]];
  const columns = shape[shape.length - 1]!;
  const rows = shape.length === 2 ? shape[0]! : 1;
  const numbers = Array.from(data, (x) => format(x));
  const entries = hidden ? numbers.map(() => '?') : numbers;
  // The room of the numbers is kept for them.
  const width = Math.max(0, ...numbers.map(textWidth));
  return Array.from({ length: rows }, (_, row): Line => {
    const line = entries.slice(row * columns, (row + 1) * columns).map((entry) => padTo(entry, width, 'end'));
    const start: Span = row === 0 ? head : { text: ' '.repeat(textWidth(head.text)), role: 'plain' };
    return [
      start,
      { text: '[ ', role: 'faint' },
      { text: line.join('  '), role: entryRole },
      { text: ' ]', role: 'faint' },
    ];
  });
}

/** What a matrix product computes, and beside it how each operand's gradient comes from its own: `dW = X.T @ dY`. */
export function formulaLines(run: Run, product: NodeId): Line[] {
  const { name, formula, operands } = explain(run, product);
  const backward = operands.map(
    (operand): Line => [{ text: `d${operand.name} = ${operand.symbols}`, role: 'gradient' }],
  );
  return beside([[{ text: `${name} = ${formula}`, role: 'value' }]], backward, Number.POSITIVE_INFINITY);
}

/** `panel` to the right of `lines` where both fit into `width` cells, else below them with an empty line between. */
export function beside(lines: readonly Line[], panel: readonly Line[], width: number): Line[] {
  if (panel.length === 0) return [...lines];
  const left = Math.max(0, ...lines.map(lineWidth));
  if (left + GAP.length + Math.max(...panel.map(lineWidth)) > width) return [...lines, [], ...panel];
  return Array.from({ length: Math.max(lines.length, panel.length) }, (_, row): Line => {
    const line = lines[row] ?? [];
    const right = panel[row];
    if (!right) return line;
    return [...line, { text: ' '.repeat(left - lineWidth(line)) + GAP, role: 'plain' }, ...right];
  });
}
