import type { Items } from './items.js';

/** The items of every layer from top to bottom, and how many pairs of wires cross. */
export interface Order {
  readonly layers: readonly Int32Array[];
  readonly crossings: number;
}

const SWEEPS = 16;
const PATIENCE = 4;
const SWAP_PASSES = 10;

/**
 * Orders the layers so that few wires cross: depth-first from the ends with operands in order (a tree then has no
 * crossing), then barycenter sweeps and swaps of neighbours, which see ports in their fixed order. Keeps the best
 * order met; ties keep the order they have.
 */
export function orderItems(items: Items): Order {
  const layers = initialOrder(items);
  const work = new Workspace(items);
  for (const layer of layers) work.number(layer);
  let best = layers.map((layer) => layer.slice());
  let fewest = work.countCrossings(layers);
  for (let sweep = 0, stale = 0; sweep < SWEEPS && stale < PATIENCE && fewest > 0; sweep++) {
    if (sweep % 2 === 0) for (let l = layers.length - 2; l >= 0; l--) work.byConsumers(layers[l]!);
    else for (let l = 1; l < layers.length; l++) work.byOperands(layers[l]!);
    for (const layer of layers) work.swapNeighbours(layer);
    const crossings = work.countCrossings(layers);
    stale += 1;
    if (crossings < fewest) {
      fewest = crossings;
      best = layers.map((layer) => layer.slice());
      stale = 0;
    }
  }
  return { layers: best, crossings: fewest };
}

function initialOrder(items: Items): Int32Array[] {
  const { count, layer, portStart, portFrom } = items;
  const layers: number[][] = Array.from({ length: items.layerCount }, () => []);
  const seen = new Uint8Array(count);
  const stack: number[] = [];
  // Items are joined to their carriers layer by layer, so a walk along ports meets every dummy on the way.
  for (let root = 0; root < items.nodes; root++) {
    if (items.net[root] !== -1) continue;
    stack.push(root);
    while (stack.length > 0) {
      const item = stack.pop()!;
      if (seen[item]) continue;
      seen[item] = 1;
      layers[layer[item]!]!.push(item);
      for (let p = portStart[item + 1]! - 1; p >= portStart[item]!; p--)
        if (!seen[portFrom[p]!]) stack.push(portFrom[p]!);
    }
  }
  return layers.map((list) => Int32Array.from(list));
}

class Workspace {
  readonly #items: Items;
  /** Place of each item in its layer. */
  readonly #place: Int32Array;
  /** Place of each port among the ports of its layer; an item without ports takes one place. */
  readonly #portPlace: Int32Array;
  readonly #weight: Float64Array;
  /** The places that each item's wires come from and go to, ascending. */
  readonly #left: Int32Array;
  readonly #right: Int32Array;
  readonly #sorted: Int32Array;
  #tree = new Int32Array(0);

  constructor(items: Items) {
    this.#items = items;
    this.#place = new Int32Array(items.count);
    this.#portPlace = new Int32Array(items.portFrom.length);
    this.#weight = new Float64Array(items.count);
    this.#sorted = new Int32Array(items.count);
    this.#left = new Int32Array(items.portFrom.length);
    this.#right = new Int32Array(items.portFrom.length);
  }

  number(layer: Int32Array): void {
    const { portStart } = this.#items;
    let place = 0;
    for (let i = 0; i < layer.length; i++) {
      const item = layer[i]!;
      this.#place[item] = i;
      const from = portStart[item]!;
      const to = portStart[item + 1]!;
      for (let p = from; p < to; p++) this.#portPlace[p] = place++;
      if (from === to) place += 1;
    }
  }

  byConsumers(layer: Int32Array): void {
    const { fedStart, fed } = this.#items;
    for (const item of layer) {
      const from = fedStart[item]!;
      const to = fedStart[item + 1]!;
      let sum = 0;
      for (let e = from; e < to; e++) sum += this.#portPlace[fed[e]!]!;
      this.#weight[item] = to > from ? sum / (to - from) : -1;
    }
    this.#sortByWeight(layer);
  }

  byOperands(layer: Int32Array): void {
    const { portStart, portFrom } = this.#items;
    for (const item of layer) {
      const from = portStart[item]!;
      const to = portStart[item + 1]!;
      let sum = 0;
      for (let p = from; p < to; p++) sum += this.#place[portFrom[p]!]!;
      this.#weight[item] = to > from ? sum / (to - from) : -1;
    }
    this.#sortByWeight(layer);
  }

  /** Sorts the items that have a weight into the places these items hold; the others stay. */
  #sortByWeight(layer: Int32Array): void {
    const weight = this.#weight;
    const sorted = this.#sorted;
    let count = 0;
    // Insertion keeps equals as they are, and is quick where most are in order already, as they are after a sweep or two.
    for (const item of layer) {
      const own = weight[item]!;
      if (own < 0) continue;
      let at = count++;
      for (; at > 0 && weight[sorted[at - 1]!]! > own; at--) sorted[at] = sorted[at - 1]!;
      sorted[at] = item;
    }
    let next = 0;
    for (let i = 0; i < layer.length; i++) if (weight[layer[i]!]! >= 0) layer[i] = sorted[next++]!;
    this.number(layer);
  }

  /** Swaps neighbours as long as that takes away crossings on either side. */
  swapNeighbours(layer: Int32Array): void {
    const { portStart, portFrom, fedStart, fed } = this.#items;
    for (const item of layer) {
      for (let p = portStart[item]!; p < portStart[item + 1]!; p++) this.#left[p] = this.#place[portFrom[p]!]!;
      for (let e = fedStart[item]!; e < fedStart[item + 1]!; e++) this.#right[e] = this.#portPlace[fed[e]!]!;
      sortRange(this.#left, portStart[item]!, portStart[item + 1]!);
      sortRange(this.#right, fedStart[item]!, fedStart[item + 1]!);
    }
    let changed = false;
    for (let pass = 0, again = true; again && pass < SWAP_PASSES; pass++) {
      again = false;
      for (let i = 0; i + 1 < layer.length; i++) {
        const upper = layer[i]!;
        const lower = layer[i + 1]!;
        if (this.#gain(this.#left, portStart, upper, lower) + this.#gain(this.#right, fedStart, upper, lower) <= 0)
          continue;
        layer[i] = lower;
        layer[i + 1] = upper;
        again = true;
        changed = true;
      }
    }
    if (changed) this.number(layer);
  }

  /** How many crossings among the wires on one side go away when `lower` comes above `upper`. */
  #gain(places: Int32Array, start: Int32Array, upper: number, lower: number): number {
    const [a, aEnd, b, bEnd] = [start[upper]!, start[upper + 1]!, start[lower]!, start[lower + 1]!];
    if (b === bEnd) return 0;
    let gain = 0;
    let below = b;
    let notAbove = b;
    for (let i = a; i < aEnd; i++) {
      const place = places[i]!;
      while (below < bEnd && places[below]! < place) below += 1;
      while (notAbove < bEnd && places[notAbove]! <= place) notAbove += 1;
      gain += below - b - (bEnd - notAbove);
    }
    return gain;
  }

  countCrossings(layers: readonly Int32Array[]): number {
    const { portStart, portFrom } = this.#items;
    let crossings = 0;
    for (let l = 1; l < layers.length; l++) {
      const width = layers[l - 1]!.length;
      if (this.#tree.length <= width) this.#tree = new Int32Array(width * 2 + 1);
      const tree = this.#tree;
      tree.fill(0, 0, width + 1);
      let seen = 0;
      for (const item of layers[l]!) {
        for (let p = portStart[item]!; p < portStart[item + 1]!; p++) {
          const place = this.#place[portFrom[p]!]! + 1;
          let before = 0;
          for (let k = place; k > 0; k -= k & -k) before += tree[k]!;
          crossings += seen - before;
          seen += 1;
          for (let k = place; k <= width; k += k & -k) tree[k]! += 1;
        }
      }
    }
    return crossings;
  }
}

/** Sorts a short stretch of a list. */
function sortRange(list: Int32Array, from: number, to: number): void {
  if (to - from > 32) {
    list.subarray(from, to).sort();
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const value = list[i]!;
    let j = i;
    for (; j > from && list[j - 1]! > value; j--) list[j] = list[j - 1]!;
    list[j] = value;
  }
}
