import { sizeOf } from '../../engine/tensor.js';
import type { Tensor } from '../../engine/types.js';
import { localGradient, shareOf, sumTo } from '../arrays/compute.js';
import type { TapeNode } from '../arrays/tape.js';
import type { Mistake } from '../verdict.js';
import { alike, ratioOf, sameEntries, sameNumbers } from './compare.js';
import type { Expected } from './judge.js';
import { productMistake } from './products.js';
import { largest, type Truth } from './truth.js';

/** How far the search goes from a name towards the output. */
const NODES = 24;

/**
 * The mistake that gives this value where `expected` is right, as far as one is known: what each known mistake would
 * have given is computed, and compared with what was written.
 */
export function mistakeIn(got: Tensor, expected: Expected): Mistake | undefined {
  const { value, truth, node } = expected;
  const name = truth.tape.nodes[node]!.names[0] ?? expected.version.name;
  return (
    productMistake(got, expected) ??
    summedMistake(got, expected, name) ??
    (alike(got.shape, value.shape) ? entryMistake(got, value, truth, node, name) : undefined) ??
    (isTranspose(got, value) ? { code: 'transposed', params: {} } : undefined)
  );
}

function entryMistake(got: Tensor, value: Tensor, truth: Truth, node: number, name: string): Mistake | undefined {
  return (
    scoresMistake(got, value, truth, node) ??
    signOrBranch(got, value, truth, node) ??
    factorMistake(got, value, truth, true) ??
    gateMistake(got, truth, node) ??
    sigmoidMistake(got, truth, node) ??
    factorMistake(got, value, truth, false) ??
    (sameNumbers(got, truth.tape.nodes[node]!.value) ? { code: 'forward-value', params: { name } } : undefined)
  );
}

/** The sign of everything, or one branch of several that is missing, or counts with a wrong sign or factor. */
function signOrBranch(got: Tensor, value: Tensor, truth: Truth, node: number): Mistake | undefined {
  if (ratioOf(got.data, value.data) === -1 || isRatio(got.data, value.data, -1)) return { code: 'sign', params: {} };
  const branches = branchesOf(truth, node);
  if (branches.length < 2) return undefined;
  const off = got.data.map((entry, i) => entry - value.data[i]!);
  for (const branch of branches) {
    const ratio = ratioOf(off, branch.share);
    if (ratio === undefined || Math.abs(ratio) < 1e-9) continue;
    const times = 1 + ratio;
    const params = { through: branch.through, line: branch.line };
    if (Math.abs(times) < 1e-9) return { code: 'missing-branch', params };
    if (Math.abs(times + 1) < 1e-9) return { code: 'branch-sign', params };
    if (tells(times, off)) return { code: 'branch-factor', params: { ...params, times: rounded(times) } };
  }
  // Of three branches and more, several may be missing: the one that is there is named.
  const there = branches.find((branch) => sameEntries(got.data, branch.share));
  return there && { code: 'only-branch', params: { through: there.through, line: there.line } };
}

interface BranchShare {
  /** The name that the branch leads to, and the line that computes it. */
  readonly through: string;
  readonly line: number;
  readonly share: Float64Array;
}

/** What comes back to a node from each of the gates that read it. */
function branchesOf(truth: Truth, node: number): BranchShare[] {
  const byGate = new Map<number, Float64Array>();
  for (const { node: consumer, operand } of truth.consumers(node)) {
    if (byGate.size >= NODES) break;
    const { data } = truth.share(consumer, operand);
    const known = byGate.get(consumer);
    // Both edges of x * x are one branch.
    if (known === undefined) byGate.set(consumer, Float64Array.from(data));
    else for (let i = 0; i < data.length; i++) known[i]! += data[i]!;
  }
  return [...byGate].map(([gate, share]) => ({
    line: truth.tape.nodes[gate]!.line,
    share,
    through: nameAfter(truth, gate),
  }));
}

/** The first name that the value of a node goes into. */
function nameAfter(truth: Truth, node: number): string {
  for (let at: number | undefined = node, steps = 0; at !== undefined && steps < NODES; steps++) {
    const [name] = truth.tape.nodes[at]!.names;
    if (name !== undefined) return name;
    at = truth.consumers(at)[0]?.node;
  }
  return '';
}

/** A factor too many or too few. @param round only one that people forget: a whole number, or one over it */
function factorMistake(got: Tensor, value: Tensor, truth: Truth, round: boolean): Mistake | undefined {
  const ratio = ratioOf(got.data, value.data);
  if (ratio === undefined || ratio === 0) return undefined;
  const single = value.data.length === 1;
  const isRound = [ratio, 1 / ratio].some((one) => Math.abs(one - Math.round(one)) < 1e-9 * Math.abs(one));
  if (round ? single || !isRound : single && !tells(ratio, value.data)) return undefined;
  const name = scalarNamed(truth, ratio) ?? scalarNamed(truth, 1 / ratio);
  return { code: 'factor', params: { times: rounded(ratio), ...(name !== undefined && { name }) } };
}

/** The name of a number of the forward pass. */
function scalarNamed(truth: Truth, value: number): string | undefined {
  const isIt = (data: Float64Array): boolean =>
    data.length === 1 && Math.abs(data[0]! - value) < 1e-9 * Math.abs(value);
  const found = truth.tape.nodes.find(
    (node) => node.names.length > 0 && node.value.shape.length === 0 && isIt(node.value.data),
  );
  return Math.abs(value) > 1 ? found?.names[0] : undefined;
}

/** A sigmoid written out, `1 / (1 + exp(-x))`, has a slope of its own: s(1 - s), with s the output. */
function sigmoidMistake(got: Tensor, truth: Truth, node: number): Mistake | undefined {
  const x = truth.tape.nodes[node]!.value;
  const right = truth.gradient(node)!.data;
  for (const at of wayToOutput(truth, node)) {
    const { value: s, line } = truth.tape.nodes[at]!;
    if (
      s.data.length !== x.data.length ||
      !s.data.every((one, i) => Math.abs(one - 1 / (1 + Math.exp(-x.data[i]!))) < 1e-12)
    )
      continue;
    const upstream = truth.gradient(at)!.data;
    const slopes: readonly (readonly [Mistake['code'], (s: number, x: number) => number])[] = [
      ['input-for-output', (_s, x) => x * (1 - x)],
      ['sigmoid-slope', (s) => s],
      ['sigmoid-slope', (s) => 1 - s],
      ['sigmoid-slope', (s) => 1 - s * s],
      ['no-local', () => 1],
    ];
    for (const [code, slope] of slopes) {
      const data = right.map((entry, i) => {
        const [one, g] = [s.data[i]!, upstream[i]!];
        return entry + (slope(one, x.data[i]!) - one * (1 - one)) * g;
      });
      if (sameEntries(got.data, data))
        return { code, params: { gate: 'sigmoid', line, through: nameAfter(truth, at) } };
    }
  }
  return undefined;
}

/** Broadcast operands get a sum: over which axes, and of what. */
function summedMistake(got: Tensor, expected: Expected, name: string): Mistake | undefined {
  const { truth, node, value } = expected;
  for (const { node: consumer, operand } of truth.consumers(node)) {
    const gate = truth.tape.nodes[consumer]!;
    if (truth.consumers(node).length > 1 || sizeOf(gate.value.shape) === sizeOf(value.shape)) continue;
    if (localGradient(gate.gate, operandsOf(truth, gate), gate.value, operand) === undefined) continue;
    const full = shareOf(
      gate.gate,
      operandsOf(truth, gate),
      gate.value,
      gate.options,
      operand,
      truth.gradient(consumer)!.data,
      true,
    );
    const shape = full.shape.join('x');
    if (got.data.length === full.data.length && sameEntries(got.data, full.data))
      return { code: 'not-summed', params: { name, shape } };
    const total = full.data.reduce((sum, entry) => sum + entry, 0);
    const flat = { shape: [], data: Float64Array.of(total) };
    const axes = broadcastAxes(full.shape, value.shape);
    const count = sizeOf(axes.map((axis) => full.shape[axis]!));
    const mean = { shape: value.shape, data: value.data.map((entry) => entry / count) };
    const close = (candidate: Tensor): boolean => closeTo(got, candidate, full.data);
    if (sameNumbers(got, mean)) return { code: 'mean-for-sum', params: { count } };
    if (value.data.length > 1 && close(flat)) return { code: 'summed-all', params: {} };
    for (let axis = 0; axis < full.shape.length; axis++) {
      const summed = sumTo(
        full.data,
        full.shape,
        full.shape.map((extent, k) => (k === axis ? 1 : extent)),
      );
      if (close(summed) && !sameNumbers(summed, value))
        return { code: 'wrong-axis', params: { axis, wanted: axes.join(', ') } };
    }
  }
  return undefined;
}

/** Whether two sums of the same terms are equal: they may be all rounding, as the rows of a softmax's gradient add up to 0. */
function closeTo(got: Tensor, candidate: Tensor, terms: Float64Array): boolean {
  const bound = 1e-9 * largest(terms);
  return (
    alike(got.shape, candidate.shape) && got.data.every((entry, i) => Math.abs(entry - candidate.data[i]!) <= bound)
  );
}

/** The axes of a broadcast result that its operand does not have. */
function broadcastAxes(full: readonly number[], own: readonly number[]): number[] {
  const missing = full.length - own.length;
  return full.flatMap((extent, axis) => (axis < missing || (own[axis - missing] === 1 && extent > 1) ? [axis] : []));
}

/** Softmax and cross-entropy: the probabilities without the 1 taken off at the right class, or with it taken off everywhere. */
function scoresMistake(got: Tensor, value: Tensor, truth: Truth, node: number): Mistake | undefined {
  const scores = truth.tape.nodes[node]!.value;
  const classes = scores.shape[scores.shape.length - 1];
  if (classes === undefined || classes < 2) return undefined;
  const rows = scores.data.length / classes;
  const p = new Float64Array(scores.data.length);
  for (let row = 0; row < rows; row++) {
    const own = scores.data.subarray(row * classes, (row + 1) * classes);
    const most = Math.max(...own);
    const total = own.reduce((sum, score) => sum + Math.exp(score - most), 0);
    own.forEach((score, k) => {
      p[row * classes + k] = Math.exp(score - most) / total;
    });
  }
  const isScores = [1, 1 / rows].some((scale) =>
    isOneHot(
      p.map((one, i) => one - value.data[i]! / scale),
      classes,
    ),
  );
  if (!isScores) return undefined;
  const less = p.map((one) => one - 1);
  for (const scale of [1, 1 / rows]) {
    const scaled = got.data.map((entry) => entry / scale);
    if (sameEntries(scaled, p)) return { code: 'no-minus-one', params: {} };
    if (sameEntries(scaled, less)) return { code: 'minus-one-everywhere', params: {} };
  }
  return undefined;
}

function isOneHot(data: Float64Array, classes: number): boolean {
  for (let from = 0; from < data.length; from += classes) {
    const row = data.subarray(from, from + classes);
    if (row.filter((entry) => Math.abs(entry - 1) < 1e-6).length !== 1) return false;
    if (row.some((entry) => Math.abs(entry) > 1e-6 && Math.abs(entry - 1) > 1e-6)) return false;
  }
  return true;
}

/**
 * The gradient as it comes out when a gate on the way does something else than its rule, or all gates of a line do the
 * same thing, as in `dx = [x[0] * ddot, x[1] * ddot]`.
 */
function gateMistake(got: Tensor, truth: Truth, node: number): Mistake | undefined {
  const together = new Map<string, { mistake: Mistake; off: Float64Array; count: number }>();
  for (const at of wayToOutput(truth, node)) {
    const { gate, args, value, line } = truth.tape.nodes[at]!;
    const operands = operandsOf(truth, truth.tape.nodes[at]!);
    const upstream = truth.gradient(at)!.data;
    for (const operand of args.keys()) {
      const local = localGradient(gate, operands, value, operand);
      if (local === undefined) continue;
      const right = local.map((one, i) => one * upstream[i]!);
      for (const [code, full] of wrongRules(gate, operands, value, operand, local, upstream)) {
        if (sameEntries(full, right)) continue;
        const changed = full.map((entry, i) => entry - right[i]!);
        const off = pushedBack(truth, args[operand]!, sumTo(changed, value.shape, operands[operand]!.shape).data, node);
        if (off === undefined) continue;
        const mistake: Mistake = { code, params: { gate, line, through: nameAfter(truth, at) } };
        if (isOffBy(got, truth, node, off)) return mistake;
        const key = `${line}:${gate}:${code}`;
        const known = together.get(key);
        if (known === undefined) together.set(key, { mistake, off: Float64Array.from(off), count: 1 });
        else {
          for (let i = 0; i < off.length; i++) known.off[i]! += off[i]!;
          known.count++;
        }
      }
    }
  }
  return [...together.values()].find(({ off, count }) => count > 1 && isOffBy(got, truth, node, off))?.mistake;
}

function isOffBy(got: Tensor, truth: Truth, node: number, off: Float64Array): boolean {
  const right = truth.gradient(node)!;
  return sameNumbers(got, { shape: right.shape, data: right.data.map((entry, i) => entry + off[i]!) });
}

/** Gates between a node and the output, the nearest first. */
function wayToOutput(truth: Truth, node: number): number[] {
  const way: number[] = [];
  const seen = new Set<number>();
  let front = [node];
  while (front.length > 0 && way.length < NODES) {
    const next: number[] = [];
    for (const at of front)
      for (const { node: consumer } of truth.consumers(at))
        if (!seen.has(consumer)) {
          seen.add(consumer);
          way.push(consumer);
          next.push(consumer);
        }
    front = next;
  }
  return way.slice(0, NODES);
}

type Rule = readonly [Mistake['code'], Float64Array];

/** What the known mistakes at a gate give in place of local times upstream, entry by entry. */
function wrongRules(
  gate: string,
  operands: readonly Tensor[],
  out: Tensor,
  operand: number,
  local: Float64Array,
  upstream: Float64Array,
): Rule[] {
  const own = spread(operands[operand]!, out);
  const times = (factor: (i: number) => number): Float64Array => upstream.map((g, i) => factor(i) * g);
  const masks = gate === 'relu' || gate === 'max' || gate === 'min' || gate === 'leaky_relu' || gate === 'abs';
  const rules: Rule[] = [[masks ? 'missing-mask' : 'no-local', times(() => 1)]];
  rules.push(['branch-sign', times((i) => -local[i]!)]);
  rules.push(['no-upstream', local]);
  if (gate === 'mul' && operands[0] !== operands[1]) rules.push(['own-input', times((i) => own[i]!)]);
  if (gate === 'mul' && operands[0] === operands[1]) rules.push(['branch-factor', times(() => 0)]);
  if (gate === 'tanh') rules.push(['input-for-output', times((i) => 1 - own[i]! ** 2)]);
  if (gate === 'sigmoid') rules.push(['input-for-output', times((i) => own[i]! * (1 - own[i]!))]);
  if (gate === 'pow' && operand === 0) {
    const power = spread(operands[1]!, out);
    rules.push(['exponent-kept', times((i) => power[i]! * own[i]! ** power[i]!)]);
    rules.push(['exponent-lost', times((i) => own[i]! ** (power[i]! - 1))]);
  }
  if (gate === 'div' && operand === 1) {
    const upper = spread(operands[0]!, out);
    rules.push(['exponent-lost', times((i) => -upper[i]! / own[i]!)]);
  }
  return rules;
}

/** An operand's entries in the shape of the output. */
function spread(operand: Tensor, out: Tensor): Float64Array {
  return shareOf(
    'mul',
    [{ shape: out.shape, data: out.data }, operand],
    out,
    {},
    0,
    new Float64Array(out.data.length).fill(1),
  ).data;
}

/** How far the gradient of `node` is off if that of `from` is: the difference goes back by the gates' own rules. */
function pushedBack(truth: Truth, from: number, off: Float64Array, node: number): Float64Array | undefined {
  const changes = new Map<number, Float64Array>([[from, off]]);
  for (let id = from; id > node; id--) {
    const change = changes.get(id);
    if (change === undefined) continue;
    const at = truth.tape.nodes[id]!;
    at.args.forEach((arg, operand) => {
      if (arg < node) return;
      const { data } = shareOf(at.gate, operandsOf(truth, at), at.value, at.options, operand, change);
      const known = changes.get(arg);
      if (known === undefined) changes.set(arg, data);
      else for (let i = 0; i < data.length; i++) known[i]! += data[i]!;
    });
  }
  return changes.get(node);
}

function operandsOf(truth: Truth, { args }: TapeNode): Tensor[] {
  return args.map((arg) => truth.tape.nodes[arg]!.value);
}

function isRatio(a: Float64Array, b: Float64Array, ratio: number): boolean {
  const found = ratioOf(a, b);
  return found !== undefined && Math.abs(found - ratio) < 1e-9;
}

function isTranspose(got: Tensor, value: Tensor): boolean {
  if (got.shape.length !== 2 || value.shape.length !== 2) return false;
  const [rows, columns] = value.shape as readonly [number, number];
  if (got.shape[0] !== columns || got.shape[1] !== rows) return false;
  return sameEntries(
    got.data,
    value.data.map((_, i) => value.data[(i % rows) * columns + Math.floor(i / rows)]!),
  );
}

/** Any two numbers have a ratio: between single ones, only those that people forget count. */
function tells(ratio: number, { length }: Float64Array): boolean {
  return length > 1 || [2, 3, 4, 10].some((one) => Math.abs(ratio - one) < 1e-9 || Math.abs(ratio * one - 1) < 1e-9);
}

/** A factor as a person would write it. */
function rounded(factor: number): string {
  for (let below = 1; below <= 1000; below++) {
    const above = factor * below;
    if (Math.abs(above - Math.round(above)) < 1e-7 * below)
      return below === 1 ? `${Math.round(above)}` : `${Math.round(above)}/${below}`;
  }
  return factor.toPrecision(4);
}
