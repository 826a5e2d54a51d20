import { sizeOf } from '../../engine/tensor.js';
import type { Shape, Tensor } from '../../engine/types.js';
import type { Expression } from '../read/syntax.js';

/** Entries that arrays share: what is written through one array is seen through every other. */
export interface Storage {
  readonly data: Float64Array;
  readonly shape: Shape;
  /** The tape's node of the present contents; Tape.NONE once a gradient has been written in. */
  node: number;
  /** How often it has been written into. */
  version: number;
}

/** An array or a number: a window on a storage. */
export interface ArrayValue {
  readonly kind: 'array';
  readonly shape: Shape;
  readonly storage: Storage;
  /** For every entry its place in the storage; undefined for all of them in order. */
  readonly places: Int32Array | undefined;
  readonly dtype: 'float' | 'int' | 'bool';
  /** The tape's node as long as the storage has the version `seen`. */
  readonly node: number;
  readonly seen: number;
  /** Comes from a name that holds a gradient. */
  readonly tainted: boolean;
  /** Made of numbers written in the line itself. */
  readonly literal: boolean;
  /** What it is called in messages. */
  readonly label: string;
  /** The places of the largest entries, of torch's `x.max(1)`. */
  readonly indices?: ArrayValue;
}

export type Value =
  | ArrayValue
  | { readonly kind: 'items'; readonly items: readonly Value[] }
  | { readonly kind: 'range'; readonly start: number; readonly stop: number; readonly step: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'container'; readonly entries: Map<number, Value> }
  | { readonly kind: 'function'; readonly lambda: Expression & { kind: 'lambda' } }
  /** A module, a type, a random generator: something named that is no number. */
  | { readonly kind: 'opaque'; readonly name: string };

/** The entries of an array in order, copied unless it is its whole storage. */
export function entriesOf({ storage, places, shape }: ArrayValue): Tensor {
  if (places === undefined) return { shape, data: storage.data };
  const data = new Float64Array(places.length);
  for (let i = 0; i < places.length; i++) data[i] = storage.data[places[i]!]!;
  return { shape, data };
}

/** The only entry of an array of one. */
export function numberOf(value: Value): number | undefined {
  if (value.kind !== 'array' || sizeOf(value.shape) !== 1) return undefined;
  return value.storage.data[value.places?.[0] ?? 0];
}
