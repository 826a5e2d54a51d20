import { type NestedNumbers, type Run, run, toNested } from '../../engine/index.js';
import { random } from '../random.js';
import { isKinked } from './range.js';

/**
 * Runs of the same circuit at seeded random inputs on the same side of every kink and away from every singularity: where
 * a formula is right, or two rules are the same, it is so at all of them. Fewer than asked for where the circuit is
 * defined on too small a region.
 */
export function neighbours(pass: Run, count: number, seed = 1): readonly Run[] {
  const next = random(seed);
  const { circuit } = pass;
  const side = sides(pass);
  const upstream = circuit.shape(circuit.output).length === 0 ? {} : { seed: toNested(pass.gradient(circuit.output)) };
  const found: Run[] = [];
  for (let spread = 0.6; spread > 0.01 && found.length < count; spread /= 2)
    for (let attempt = 0; attempt < 2 * count && found.length < count; attempt++) {
      const inputs: Record<string, NestedNumbers> = {};
      for (const id of circuit.inputs) {
        const { shape, data } = pass.value(id);
        const moved = Float64Array.from(data, (x) => move(x, spread, next));
        inputs[circuit.name(id)] = toNested({ shape, data: moved });
      }
      const other = run(circuit, { inputs, ...upstream });
      if (isRegular(other) && sides(other) === side) found.push(other);
    }
  return found;
}

function move(x: number, spread: number, next: () => number): number {
  const by = spread * (2 * next() - 1);
  return x === 0 ? by : x * (1 + by);
}

function isRegular(pass: Run): boolean {
  for (let id = 0; id < pass.circuit.size; id++) {
    if (!pass.value(id).data.every(Number.isFinite)) return false;
    if (!pass.gradient(id).data.every(Number.isFinite)) return false;
  }
  return true;
}

/** On which side of each kink every gate's inputs are, as one string. */
function sides(pass: Run): string {
  const { circuit } = pass;
  let text = '';
  for (let id = 0; id < circuit.size; id++) {
    if (!isKinked(circuit.gate(id))) continue;
    const [x, y] = circuit.args(id);
    const a = pass.value(x!).data;
    const b = y === undefined || circuit.gate(id) === 'leaky_relu' ? [0] : pass.value(y).data;
    const length = Math.max(a.length, b.length);
    for (let k = 0; k < length; k++) text += Math.sign(a[k % a.length]! - b[k % b.length]!);
  }
  return text;
}
