import { elementwise, opcode } from './gates/table.js';
import type { NestedNumbers } from './types.js';

/** What a gate gives for constants, worked out while the circuit is built. */
export function fold(name: string, operands: readonly NestedNumbers[]): NestedNumbers {
  const row = elementwise[opcode(name)]!;
  const [x, y] = operands as readonly number[];
  return row.value(x!, y ?? 0);
}
