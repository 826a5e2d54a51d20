/**
 * The rows nearest to what was wished for, in order and with their gaps: minimises Σ weight · |row − wish| over integer
 * rows with `rows[i] − rows[i−1] ≥ gaps[i]`. Exact (isotonic regression in the L1 norm, by the slope of the convex cost
 * kept as a heap of its breakpoints), in O(n log n); of equally good rows the upper ones. A slot without a wish stands
 * as low as its follower allows, and no lower than its predecessors wish.
 *
 * The wishes of slot i are `wishRow[wishStart[i]]` … `wishRow[wishStart[i+1]−1]`, likewise `wishWeight` (integers > 0).
 * A `heap` may be used again for other rows.
 */
export function fitRows(
  gaps: Int32Array,
  wishStart: Int32Array,
  wishRow: Int32Array,
  wishWeight: Int32Array,
  rows: Int32Array,
  heap = new SlopeHeap(wishStart[gaps.length]!),
): void {
  const count = gaps.length;
  heap.size = 0;
  let offset = 0;
  for (let i = 0; i < count; i++) {
    if (i > 0) offset += gaps[i]!;
    let total = 0;
    for (let w = wishStart[i]!; w < wishStart[i + 1]!; w++) {
      heap.push(wishRow[w]! - offset, 2 * wishWeight[w]!);
      total += wishWeight[w]!;
    }
    heap.lower(total);
    rows[i] = heap.size > 0 ? heap.top : UNBOUND;
  }
  // Backwards: the best row of a slot is its own, or its follower's where that is higher up.
  let follower = UNBOUND;
  for (let i = count - 1; i >= 0; i--) {
    const own = rows[i]!;
    follower = own === UNBOUND ? follower : follower === UNBOUND ? own : Math.min(own, follower);
    rows[i] = (follower === UNBOUND ? 0 : follower) + offset;
    if (i > 0) offset -= gaps[i]!;
  }
}

const UNBOUND = 0x7fffffff;

/** Breakpoints of a convex function, furthest right on top; the weight is the change of slope there. */
export class SlopeHeap {
  size = 0;
  readonly #at: Int32Array;
  readonly #weight: Int32Array;

  constructor(capacity: number) {
    this.#at = new Int32Array(capacity);
    this.#weight = new Int32Array(capacity);
  }

  get top(): number {
    return this.#at[0]!;
  }

  push(at: number, weight: number): void {
    let i = this.size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (this.#at[parent]! >= at) break;
      this.#at[i] = this.#at[parent]!;
      this.#weight[i] = this.#weight[parent]!;
      i = parent;
    }
    this.#at[i] = at;
    this.#weight[i] = weight;
  }

  /** Takes `slope` off the right end: what rises there becomes flat. */
  lower(slope: number): void {
    let rest = slope;
    while (rest > 0) {
      if (this.#weight[0]! > rest) {
        this.#weight[0]! -= rest;
        return;
      }
      rest -= this.#weight[0]!;
      this.#pop();
    }
  }

  #pop(): void {
    const size = --this.size;
    const at = this.#at[size]!;
    const weight = this.#weight[size]!;
    let i = 0;
    for (let child = 1; child < size; child = 2 * i + 1) {
      if (child + 1 < size && this.#at[child + 1]! > this.#at[child]!) child += 1;
      if (this.#at[child]! <= at) break;
      this.#at[i] = this.#at[child]!;
      this.#weight[i] = this.#weight[child]!;
      i = child;
    }
    this.#at[i] = at;
    this.#weight[i] = weight;
  }
}
