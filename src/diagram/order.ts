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
  #tree = new Int32Array(0);

  constructor(items: Items) {
    this.#items = items;
    this.#place = new Int32Array(items.count);
    this.#portPlace = new Int32Array(items.portFrom.length);
    this.#weight = new Float64Array(items.count);
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
    const sorted = layer.filter((item) => weight[item]! >= 0);
    sorted.sort((a, b) => weight[a]! - weight[b]! || this.#place[a]! - this.#place[b]!);
    let next = 0;
    for (let i = 0; i < layer.length; i++) if (weight[layer[i]!]! >= 0) layer[i] = sorted[next++]!;
    this.number(layer);
  }

  /** Swaps neighbours as long as that takes away crossings on either side. */
  swapNeighbours(layer: Int32Array): void {
    const left: Int32Array[] = [];
    const right: Int32Array[] = [];
    const { portStart, portFrom, fedStart, fed } = this.#items;
    for (const item of layer) {
      left.push(
        portFrom
          .slice(portStart[item]!, portStart[item + 1]!)
          .map((from) => this.#place[from]!)
          .sort(),
      );
      right.push(
        fed
          .slice(fedStart[item]!, fedStart[item + 1]!)
          .map((port) => this.#portPlace[port]!)
          .sort(),
      );
    }
    const swap = <T>(list: { [i: number]: T }, i: number) => {
      const kept = list[i]!;
      list[i] = list[i + 1]!;
      list[i + 1] = kept;
    };
    let changed = false;
    for (let pass = 0, again = true; again && pass < SWAP_PASSES; pass++) {
      again = false;
      for (let i = 0; i + 1 < layer.length; i++) {
        const [l, m, r, s] = [left[i]!, left[i + 1]!, right[i]!, right[i + 1]!];
        if (inversions(l, m) + inversions(r, s) <= inversions(m, l) + inversions(s, r)) continue;
        swap(layer, i);
        swap(left, i);
        swap(right, i);
        again = true;
        changed = true;
      }
    }
    if (changed) this.number(layer);
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

/** How many pairs (x of `upper`, y of `lower`) have x > y; both lists ascend. */
function inversions(upper: Int32Array, lower: Int32Array): number {
  let count = 0;
  let below = 0;
  for (let i = 0; i < upper.length; i++) {
    while (below < lower.length && lower[below]! < upper[i]!) below += 1;
    count += below;
  }
  return count;
}
