import type { IndexItem } from './gates/row.js';
import type { Place } from './language/program-error.js';
import type { NodeId, Tensor } from './types.js';

/** What an index picks, kept with its value for `scatter`, which puts entries back there. */
export interface Picked {
  readonly operands: readonly Operand[];
  readonly items: readonly IndexItem[];
}

/** A part of an expression that has been compiled. */
export type Operand = { readonly place: Place; readonly picked?: Picked } & (
  | { readonly kind: 'node'; readonly id: NodeId }
  /** A constant that no gate has needed yet. */
  | { readonly kind: 'value'; readonly tensor: Tensor }
  /** A list whose items are not all constants. */
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'slice';
      readonly start: Operand | undefined;
      readonly stop: Operand | undefined;
      readonly step: Operand | undefined;
    }
);

export function scalarTensor(value: number): Tensor {
  return { shape: [], data: Float64Array.of(value) };
}

export function vectorTensor(values: readonly number[]): Tensor {
  return { shape: [values.length], data: Float64Array.from(values) };
}
