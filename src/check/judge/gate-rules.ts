import type { Tensor } from '../../engine/types.js';
import { localGradient, shareOf, sumTo } from '../arrays/compute.js';
import type { Mistake } from '../verdict.js';
import { sameEntries, sameNumbers } from './compare.js';
import type { Truth } from './truth.js';
import { nameAfter, operandsOf, wayToOutput } from './way.js';

/**
 * The gradient as it comes out when a gate on the way does something else than its rule, or all gates of a line do the
 * same thing, as in `dx = [x[0] * ddot, x[1] * ddot]`.
 */
export function gateMistake(got: Tensor, truth: Truth, node: number): Mistake | undefined {
  const together = new Map<string, { mistake: Mistake; off: Float64Array; count: number }>();
  for (const at of wayToOutput(truth, node)) {
    const { gate, args, value, line } = truth.tape.nodes[at]!;
    const operands = operandsOf(truth, truth.tape.nodes[at]!);
    const upstream = truth.gradient(at)!.data;
    for (const operand of args.keys()) {
      const fork = new Set(truth.consumers(args[operand]!).map(({ node: reader }) => reader)).size > 1;
      const lost = fork ? pushedBack(truth, args[operand]!, negated(truth.share(at, operand).data), node) : undefined;
      if (lost !== undefined && isOffBy(got, truth, node, lost))
        return { code: 'missing-branch', params: { line, through: nameAfter(truth, at) } };
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

function negated(data: Float64Array): Float64Array {
  return data.map((entry) => -entry);
}

function isOffBy(got: Tensor, truth: Truth, node: number, off: Float64Array): boolean {
  const right = truth.gradient(node)!;
  return sameNumbers(got, { shape: right.shape, data: right.data.map((entry, i) => entry + off[i]!) });
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
  if (gate === 'mul' && operands[0] === operands[1]) rules.push(['squared-once', times(() => 0)]);
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

/** A sigmoid written out, `1 / (1 + exp(-x))`, has a slope of its own: s(1 - s), with s the output. */
export function sigmoidMistake(got: Tensor, truth: Truth, node: number): Mistake | undefined {
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
