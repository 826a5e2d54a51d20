import { fitRows, SlopeHeap } from './isotonic.js';
import type { Items } from './items.js';
import type { Order } from './order.js';

/** Where everything stands vertically. */
export interface Rows {
  /** The row of each port, where its wire comes in. */
  readonly port: Int32Array;
  /** The row of each item's outgoing wire; of a leaf's name; of a sink's name. */
  readonly out: Int32Array;
}

/** The frame of an expanded group: it can't stretch. Rows count from its first inner row. */
export interface Frame {
  readonly ports: readonly number[];
  readonly out: number;
  readonly height: number;
}

const SWEEPS = 6;
/** Rows a gate may stretch between two neighbouring ports to meet its operands' rows. */
const STRETCH = 9;
/** How strongly a wish counts: straight passing wires before leaves, leaves before gates. */
const WEIGHT = { port: 2, dummy: 8, unaryToConsumer: 1, leafToConsumer: 2, stay: 2, unaryBack: 4, leafBack: 6 };

/**
 * Gives every port and wire a row. A gate is as tall as it takes to bring its ports level with its operands, so that
 * wires run straight; each layer keeps its order and its minimum gaps, and comes as near as it can to the rows its
 * neighbours wish for, in sweeps from left to right and back.
 */
export function placeRows(items: Items, order: Order, frames: ReadonlyMap<number, Frame>): Rows {
  const rows = new RowSweeper(items, order, frames);
  for (let l = 0; l < order.layers.length; l++) rows.fromLeft(l, false);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    if (sweep % 2 === 0) for (let l = order.layers.length - 2; l >= 0; l--) rows.fromRight(l);
    else for (let l = 0; l < order.layers.length; l++) rows.fromLeft(l, true);
  }
  for (let l = 0; l < order.layers.length; l++) rows.fromLeft(l, true);
  return rows.finish();
}

class RowSweeper {
  readonly #items: Items;
  readonly #order: Order;
  readonly #frames: ReadonlyMap<number, Frame>;
  /** Slots are ports; leaves and frames have a slot of their own after those, a frame's is its first inner row. */
  readonly #row: Int32Array;
  readonly #ownSlot: Int32Array;
  readonly #out: Int32Array;
  /** Where a gate's wire would best go out; `NONE` before its consumers have rows. */
  readonly #wishedOut: Int32Array;
  readonly #slots: readonly Int32Array[];
  readonly #gaps: readonly Int32Array[];
  /** Room for work that is done again and again. */
  readonly #heap: SlopeHeap;
  readonly #fitted: Int32Array;
  readonly #wishes: { start: Int32Array; row: Int32Array; weight: Int32Array; slots: number; count: number };

  constructor(items: Items, order: Order, frames: ReadonlyMap<number, Frame>) {
    this.#items = items;
    this.#frames = frames;
    this.#order = order;
    const ports = items.portFrom.length;
    this.#ownSlot = new Int32Array(items.nodes).fill(-1);
    let slots = ports;
    for (let i = 0; i < items.nodes; i++)
      if (items.portStart[i] === items.portStart[i + 1] || frames.has(i)) this.#ownSlot[i] = slots++;
    this.#row = new Int32Array(slots);
    this.#out = new Int32Array(items.count);
    this.#wishedOut = new Int32Array(items.count).fill(NONE);
    this.#slots = order.layers.map((layer) => this.#slotsOf(layer));
    this.#gaps = order.layers.map((layer) => this.#gapsOf(layer));
    this.#heap = new SlopeHeap(2 * slots);
    this.#fitted = new Int32Array(slots);
    this.#wishes = {
      start: new Int32Array(slots + 1),
      row: new Int32Array(2 * slots),
      weight: new Int32Array(2 * slots),
      slots: 0,
      count: 0,
    };
  }

  #isDummy(item: number): boolean {
    return item >= this.#items.nodes;
  }

  #hasOwnSlot(item: number): boolean {
    return item < this.#items.nodes && this.#ownSlot[item]! >= 0;
  }

  #firstSlot(item: number): number {
    return this.#hasOwnSlot(item) ? this.#ownSlot[item]! : this.#items.portStart[item]!;
  }

  #slotCount(item: number): number {
    return this.#hasOwnSlot(item) ? 1 : this.#items.portStart[item + 1]! - this.#items.portStart[item]!;
  }

  #slotsOf(layer: Int32Array): Int32Array {
    const slots = new Int32Array(layer.reduce((count, item) => count + this.#slotCount(item), 0));
    let next = 0;
    for (const item of layer) {
      const first = this.#firstSlot(item);
      for (let k = 0; k < this.#slotCount(item); k++) slots[next++] = first + k;
    }
    return slots;
  }

  #gapsOf(layer: Int32Array): Int32Array {
    const gaps = new Int32Array(layer.reduce((count, item) => count + this.#slotCount(item), 0));
    let next = 0;
    let before = -1;
    for (const item of layer) {
      const slots = this.#slotCount(item);
      if (before >= 0 && this.#isDummy(before) && this.#isDummy(item)) gaps[next] = 2;
      // One row below what stands above, the border or label of each, and so on to the slot itself.
      else if (before >= 0) gaps[next] = (this.#frames.get(before)?.height ?? 1) + 2;
      gaps.fill(3, next + 1, next + slots);
      next += slots;
      before = item;
    }
    return gaps;
  }

  #wish(row: number, weight: number): void {
    const w = this.#wishes;
    w.row[w.count] = row;
    w.weight[w.count] = weight;
    w.count += 1;
  }

  #nextSlot(): void {
    const w = this.#wishes;
    w.slots += 1;
    w.start[w.slots] = w.count;
  }

  #fit(l: number): void {
    const w = this.#wishes;
    const slots = this.#slots[l]!;
    fitRows(this.#gaps[l]!, w.start, w.row, w.weight, this.#fitted, this.#heap);
    for (let i = 0; i < slots.length; i++) this.#row[slots[i]!] = this.#fitted[i]!;
    w.slots = 0;
    w.count = 0;
    for (const item of this.#order.layers[l]!) this.#setOut(item);
  }

  #setOut(item: number): void {
    const from = this.#items.portStart[item]!;
    const to = this.#items.portStart[item + 1]!;
    const frame = this.#frames.get(item);
    if (frame) {
      const start = this.#row[this.#ownSlot[item]!]!;
      for (const [k, row] of frame.ports.entries()) this.#row[from + k] = start + row;
      this.#out[item] = start + frame.out;
    } else if (from === to) this.#out[item] = this.#row[this.#ownSlot[item]!]!;
    else {
      const top = this.#row[from]!;
      const bottom = this.#row[to - 1]!;
      const wished = this.#wishedOut[item]!;
      this.#out[item] = wished === NONE ? Math.ceil((top + bottom) / 2) : Math.min(bottom, Math.max(top, wished));
    }
  }

  /** The median of the rows that the item's wire goes to one layer on; `NONE` when it goes nowhere. */
  #consumersRow(item: number): number {
    const { fedStart, fed } = this.#items;
    const from = fedStart[item]!;
    const to = fedStart[item + 1]!;
    if (from === to) return NONE;
    if (to - from === 1) return this.#row[fed[from]!]!;
    if (to - from === 2) return Math.min(this.#row[fed[from]!]!, this.#row[fed[from + 1]!]!);
    const rows = fed.slice(from, to).map((port) => this.#row[port]!);
    return rows.sort()[(rows.length - 1) >> 1]!;
  }

  /** Layer `l` follows its operands; with `both`, what has one row only also heeds its consumers. */
  fromLeft(l: number, both: boolean): void {
    const { portStart, portFrom } = this.#items;
    for (const item of this.#order.layers[l]!) {
      const from = portStart[item]!;
      const ports = portStart[item + 1]! - from;
      const dummy = this.#isDummy(item);
      const consumers = both ? this.#consumersRow(item) : NONE;
      if (both) this.#wishedOut[item] = consumers;
      const frame = this.#frames.get(item);
      if (frame) {
        for (const [k, row] of frame.ports.entries()) this.#wish(this.#out[portFrom[from + k]!]! - row, WEIGHT.port);
        if (consumers !== NONE) this.#wish(consumers - frame.out, WEIGHT.unaryToConsumer);
        this.#nextSlot();
      } else if (ports === 0) {
        if (consumers !== NONE) this.#wish(consumers, WEIGHT.leafToConsumer);
        this.#nextSlot();
      } else if (ports === 1) {
        this.#wish(this.#out[portFrom[from]!]!, dummy ? WEIGHT.dummy : WEIGHT.port);
        if (consumers !== NONE) this.#wish(consumers, dummy ? WEIGHT.dummy : WEIGHT.unaryToConsumer);
        this.#nextSlot();
      } else this.#wishPorts(from, ports);
    }
    this.#fit(l);
  }

  /** The ports of a gate wish for their operands' rows, pulled to the middle where that stretches the gate too far. */
  #wishPorts(from: number, ports: number): void {
    const { portFrom } = this.#items;
    const wanted = (k: number) => this.#out[portFrom[from + k]!]!;
    const span = STRETCH * (ports - 1);
    let top = wanted(0);
    let bottom = top;
    let sum = 0;
    let disordered = false;
    for (let k = 0; k < ports; k++) {
      const row = wanted(k);
      disordered ||= k > 0 && row < wanted(k - 1);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      sum += row;
    }
    if (disordered || bottom - top > span) {
      top = Math.round(sum / ports) - Math.floor(span / 2);
      bottom = top + span;
    }
    for (let k = 0; k < ports; k++) {
      this.#wish(Math.min(bottom, Math.max(top, wanted(k))), WEIGHT.port);
      this.#nextSlot();
    }
  }

  /** Layer `l` stays, but leaves, passing wires and unary gates move to their consumers. */
  fromRight(l: number): void {
    const { portStart } = this.#items;
    for (const item of this.#order.layers[l]!) {
      const ports = portStart[item + 1]! - portStart[item]!;
      const consumers = this.#consumersRow(item);
      this.#wishedOut[item] = consumers;
      const first = this.#firstSlot(item);
      for (let slot = first; slot < first + this.#slotCount(item); slot++) {
        this.#wish(this.#row[slot]!, WEIGHT.stay);
        const frame = this.#frames.get(item);
        if (frame && consumers !== NONE) this.#wish(consumers - frame.out, WEIGHT.unaryBack);
        else if (ports <= 1 && consumers !== NONE) {
          this.#wish(consumers, this.#isDummy(item) ? WEIGHT.dummy : ports === 1 ? WEIGHT.unaryBack : WEIGHT.leafBack);
        }
        this.#nextSlot();
      }
    }
    this.#fit(l);
  }

  /** The rows, with the topmost slot on row 1: row 0 is for what stands above a wire. */
  finish(): Rows {
    let top = NONE;
    for (const row of this.#row) top = Math.min(top, row);
    const shift = (row: number) => row - top + 1;
    return { port: this.#row.slice(0, this.#items.portFrom.length).map(shift), out: this.#out.map(shift) };
  }
}

const NONE = 0x7fffffff;
