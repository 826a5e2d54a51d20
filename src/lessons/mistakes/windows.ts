import { build, gateFormulas, type Run, run, type Tensor, toNested } from '../../engine/index.js';
import type { TensorMistakeId } from '../../messages/mistakes.js';
import { type Candidate, mapped, ranks, type Sight } from './candidate.js';
import type { Edge } from './edge.js';

/** One product of a convolution: entry `y` of the output has `x` times `w` in it. */
interface Tap {
  readonly y: number;
  /** Undefined in the padding. */
  readonly x: number | undefined;
  readonly w: number;
  /** The kernel's entry at this place if the kernel is turned round. */
  readonly turned: number;
  /** Where a learner who forgets the padding looks: the same counting without the shift; undefined outside. */
  readonly unshifted: number | undefined;
}

/** Larger convolutions are not worked out by hand. */
const MOST_PRODUCTS = 20_000;
const KEEPS_ONE = new Set(['maxpool2', 'amax', 'amin']);

/** Mistakes at convolutions, and where the largest of several entries is kept. */
export function windowMistakes({ pass }: Sight, edge: Edge): readonly Candidate[] {
  const gate = pass.circuit.gate(edge.gate);
  if (gate === 'conv1d' || gate === 'conv2d') return products(pass, edge) > MOST_PRODUCTS ? [] : atConvolution(edge);
  return KEEPS_ONE.has(gate) ? atPool(edge) : [];
}

function products({ circuit }: Run, { gate }: Edge): number {
  const size = (id: number): number => circuit.shape(id).reduce((product, extent) => product * extent, 1);
  return size(gate) * size(circuit.args(gate)[1]!);
}

function candidate(edge: Edge, id: TensorMistakeId, value: (pass: Run) => Tensor | undefined): Candidate {
  return { id, rank: ranks.gate, family: 'local', edge, value: ({ pass }) => value(pass) };
}

type Share = (tap: Tap, numbers: { g: Float64Array; x: Float64Array; w: Float64Array }) => number;

function atConvolution(edge: Edge): readonly Candidate[] {
  const { k } = edge;
  const own = k === 0 ? 'x' : 'w';
  const right: Share = ({ y, x, w }, at) => at.g[y]! * (k === 0 ? at.w[w]! : (at.x[x!] ?? 0));
  /** Goes through the products in order and lets `put` decide what becomes of each share. */
  const by = (
    id: TensorMistakeId,
    put: (into: Float64Array, at: number, share: number) => void,
    share = right,
    place?: (tap: Tap) => number | undefined,
  ) =>
    candidate(edge, id, (pass) => {
      const [x, w] = pass.circuit.args(edge.gate).map((arg) => pass.value(arg).data) as [Float64Array, Float64Array];
      const { shape, data } = pass.value(pass.circuit.args(edge.gate)[k]!);
      const into = new Float64Array(data.length);
      const numbers = { g: pass.gradient(edge.gate).data, x, w };
      for (const tap of tapsOf(pass, edge)) {
        const at = place === undefined ? tap[own] : place(tap);
        const part = share(tap, numbers);
        if (at !== undefined && !Number.isNaN(part)) put(into, at, part);
      }
      return { shape, data: into };
    });
  const add = (into: Float64Array, at: number, share: number) => {
    into[at]! += share;
  };
  const write = (into: Float64Array, at: number, share: number) => {
    into[at] = share;
  };
  if (k === 2) return [candidate(edge, 'broadcast-averaged', (pass) => averaged(pass, edge))];
  const common = [
    by('conv-overwritten', write),
    by('conv-no-upstream', add, ({ x, w }, at) => (k === 0 ? at.w[w]! : (at.x[x!] ?? 0))),
  ];
  return k === 0
    ? [
        by('conv-unflipped', add, ({ y, turned }, at) => at.g[y]! * at.w[turned]!),
        by('conv-not-cropped', add, right, ({ unshifted }) => unshifted),
        ...common,
      ]
    : [
        by('conv-kernel-flipped', add, right, ({ turned }) => turned),
        by('conv-padding-missed', add, ({ y, unshifted }, at) =>
          unshifted === undefined ? Number.NaN : at.g[y]! * at.x[unshifted]!,
        ),
        candidate(edge, 'conv-averaged', (pass) => averaged(pass, edge)),
        ...common,
      ];
}

/** The gradient over the number of places that the kernel, or the bias, was used at. */
function averaged(pass: Run, edge: Edge): Tensor {
  const { shape, data } = pass.share(edge.gate, edge.k);
  const [batch, , ...places] = [
    ...(pass.circuit.gate(edge.gate) === 'conv1d' ? [1, 1] : []),
    ...pass.circuit.shape(edge.gate),
  ];
  const uses = places.reduce((product, extent) => product * extent, batch!);
  return { shape, data: Float64Array.from(data, (x) => x / uses) };
}

function tapsOf({ circuit }: Run, { gate }: Edge): readonly Tap[] {
  const { formula } = gateFormulas(circuit, gate);
  const option = (name: string, usual: number) => Number(new RegExp(`${name}=(\\d+)`).exec(formula)?.[1] ?? usual);
  const [stride, pad] = [option('stride', 1), option('pad', 0)];
  const flat = circuit.gate(gate) === 'conv1d';
  const shape = (id: number): readonly number[] => (flat ? [1, 1, 1, ...circuit.shape(id)] : circuit.shape(id));
  const [X, W] = circuit.args(gate) as [number, number];
  const [batch, channels, height, width] = shape(X) as [number, number, number, number];
  const [filters, , tall, wide] = shape(W) as [number, number, number, number];
  const [, , rows, columns] = shape(gate) as [number, number, number, number];
  const top = flat ? 0 : pad;
  const at = (n: number, c: number, row: number, column: number): number | undefined =>
    row < 0 || row >= height || column < 0 || column >= width
      ? undefined
      : ((n * channels + c) * height + row) * width + column;
  const taps: Tap[] = [];
  let y = 0;
  for (let n = 0; n < batch; n++)
    for (let f = 0; f < filters; f++)
      for (let r = 0; r < rows; r++)
        for (let s = 0; s < columns; s++, y++)
          for (let c = 0; c < channels; c++)
            for (let i = 0; i < tall; i++)
              for (let j = 0; j < wide; j++) {
                const [row, column] = [(flat ? r : r * stride) + i, s * stride + j];
                const x = at(n, c, row - top, column - pad);
                const kernel = (f * channels + c) * tall * wide;
                const unshifted = pad === 0 ? undefined : at(n, c, row, column);
                taps.push({
                  y,
                  x,
                  w: kernel + i * wide + j,
                  turned: kernel + (tall - 1 - i) * wide + (wide - 1 - j),
                  unshifted,
                });
              }
  return taps;
}

/** Where one of several entries is kept: what people give to the entries besides. */
function atPool(edge: Edge): readonly Candidate[] {
  const by = (
    id: TensorMistakeId,
    rule: (entry: { g: number; right: number; x: number; count: number; first: boolean }) => number,
  ) =>
    candidate(edge, id, (pass) => {
      const groups = groupsOf(pass, edge);
      const right = pass.share(edge.gate, 0);
      const g = pass.gradient(edge.gate).data;
      const x = pass.value(pass.circuit.args(edge.gate)[0]!).data;
      const met = new Set<number>();
      return {
        shape: right.shape,
        data: Float64Array.from(right.data, (share, at) => {
          const group = groups[at]!;
          const first = !met.has(group);
          met.add(group);
          return rule({ g: g[group]!, right: share, x: x[at]!, count: right.data.length / g.length, first });
        }),
      };
    });
  return [
    by('pool-all', ({ g }) => g),
    by('pool-shared', ({ g, count }) => g / count),
    by('pool-first', ({ g, first }) => (first ? g : 0)),
    by('pool-ones', ({ g, right }) => (right === 0 ? 0 : right / g)),
    by('pool-own', ({ right, x }) => right * x),
  ];
}

/** Which entry of the output each entry of the input was compared for. */
function groupsOf(pass: Run, { gate }: Edge): Float64Array {
  const { circuit } = pass;
  const X = circuit.args(gate)[0]!;
  const own = circuit.shape(X);
  const out = circuit.shape(gate);
  if (circuit.gate(gate) === 'maxpool2') {
    const width = own[3]!;
    return pass
      .value(X)
      .data.map((_, at) => Math.floor(Math.floor(at / width) / 2) * (width / 2) + Math.floor((at % width) / 2));
  }
  // A sum over the same axes hands each entry the number of its own place.
  const formula = gateFormulas(circuit, gate).formula.replace(/^\w+/, 'sum');
  const summed = build(`Y = ${formula}`, { inputs: { X: toNested(pass.value(X)) } });
  const places = mapped({ shape: out, data: pass.value(gate).data.map((_, at) => at) }, (at) => at);
  return run(summed, { seed: toNested(places) }).gradient(summed.find('X')!).data;
}
