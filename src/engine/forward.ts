import { forwardTensor } from './bound.js';
import type { FlatCircuit } from './circuit.js';
import { elementwise, opcode, TENSOR } from './gates/table.js';
import type { FlatRun } from './run.js';

const ADD = opcode('add');
const SUB = opcode('sub');
const MUL = opcode('mul');
const NEG = opcode('neg');
const RELU = opcode('relu');

/**
 * Computes every value in creation order, and the local gradients of scalar gates with it. The commonest gates are
 * written out here, because a call per gate is what costs; the table says the same, and a test compares.
 */
export function forward(circuit: FlatCircuit, buffers: FlatRun): void {
  const { ops, left, right, size } = circuit.parts;
  const { values, dx, dy } = buffers;
  for (let id = 0; id < size; id++) {
    const op = ops[id]!;
    if (op < 2) continue;
    if (op >= TENSOR) {
      forwardTensor(buffers.gates.get(id)!);
      continue;
    }
    const x = values[left[id]!]!;
    const second = right[id]!;
    switch (op) {
      case ADD:
        values[id] = x + values[second]!;
        dx[id] = 1;
        dy[id] = 1;
        break;
      case SUB:
        values[id] = x - values[second]!;
        dx[id] = 1;
        dy[id] = -1;
        break;
      case MUL: {
        const y = values[second]!;
        values[id] = x * y;
        dx[id] = y;
        dy[id] = x;
        break;
      }
      case NEG:
        values[id] = -x;
        dx[id] = -1;
        break;
      case RELU:
        values[id] = Math.max(x, 0);
        dx[id] = x > 0 ? 1 : 0;
        break;
      default: {
        const row = elementwise[op]!;
        const y = second < 0 ? 0 : values[second]!;
        const o = row.value(x, y);
        values[id] = o;
        dx[id] = row.dx(x, y, o);
        if (second >= 0) dy[id] = row.dy(x, y, o);
      }
    }
  }
}
