import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { NestedNumbers, Tensor } from '../../../src/engine/index.js';

type Written = number | 'NaN' | 'Infinity' | '-Infinity' | readonly Written[];

/** A circuit with values and gradients on which PyTorch, autograd and high-precision differences agree. */
export interface ReferenceCase {
  readonly id: string;
  readonly kind: 'smooth' | 'tie' | 'edge';
  readonly expression?: string;
  readonly program: readonly string[];
  readonly inputs: Readonly<Record<string, NestedNumbers>>;
  readonly consts?: Readonly<Record<string, NestedNumbers>>;
  readonly output: string;
  readonly seed?: NestedNumbers;
  readonly values: Readonly<Record<string, Written>>;
  readonly grads: Readonly<Record<string, Written>>;
  readonly local?: Readonly<Record<string, Readonly<Record<string, Written>>>>;
  readonly exact?: {
    readonly values?: Readonly<Record<string, Written>>;
    readonly grads?: Readonly<Record<string, Written>>;
  };
  readonly subgradient?: {
    readonly lo: Readonly<Record<string, number>>;
    readonly hi: Readonly<Record<string, number>>;
    readonly sum?: number;
  };
  readonly rtol: number;
}

export const referenceCases: readonly ReferenceCase[] = JSON.parse(
  readFileSync(new URL('./gradients.json', import.meta.url), 'utf8'),
).cases;

export function flat(value: Written): number[] {
  return Array.isArray(value) ? value.flatMap((item: Written) => flat(item)) : [Number(value)];
}

export function shapeOf(value: Written): number[] {
  return Array.isArray(value) ? [value.length, ...shapeOf(value[0]!)] : [];
}

/** |got - want| <= 1e-12 + rtol * max|want|, entry by entry; what is not finite has to be the same. */
export function expectClose(got: Tensor, want: Written, rtol: number, what: string): void {
  const wanted = flat(want);
  expect(got.shape, `shape of ${what}`).toEqual(shapeOf(want));
  const scale = Math.max(...wanted.map((entry) => (Number.isFinite(entry) ? Math.abs(entry) : 0)));
  wanted.forEach((entry, k) => {
    const found = got.data[k]!;
    if (!Number.isFinite(entry)) expect(found, what).toBe(entry);
    else
      expect(Math.abs(found - entry), `${what}[${k}]: ${found} for ${entry}`).toBeLessThanOrEqual(1e-12 + rtol * scale);
  });
}
