import { type NestedNumbers, type Run, run, sizeOf, tensorFrom, toNested } from '../../engine/index.js';
import type { Circuit } from '../../engine/types.js';
import type { Values } from './program.js';
import type { Entry, Playground } from './state.js';

type Numbers = Pick<Playground, 'circuit' | 'values' | 'source'>;

/** The run of each circuit with the values it was made with: its buffers are used again while numbers change. */
const runs = new WeakMap<Circuit, { run: Run; values: Values | undefined }>();

/**
 * Both passes at the values now. The run is good until the next call for the same circuit with other values.
 * @throws ProgramError where a value can't be computed with, such as half a label
 */
export function runOf({ circuit, values, source }: Numbers): Run {
  const known = runs.get(circuit);
  if (known?.values === values) return known.run;
  const scalar = circuit.shape(circuit.output).length === 0;
  const seed = source.seed !== undefined && (scalar || fitsOutput(circuit, source.seed)) ? { seed: source.seed } : {};
  if (known) known.values = undefined;
  const done = run(circuit, { inputs: values, ...seed, ...(known && { into: known.run }) });
  runs.set(circuit, { run: done, values });
  return done;
}

/** After an edit the output may have another shape than the seed was given for; then it has a one for every entry. */
function fitsOutput(circuit: Circuit, seed: NestedNumbers): boolean {
  return tensorFrom(seed, 'seed').shape.join() === circuit.shape(circuit.output).join();
}

/** The number that gradients are gradients of: the output, or the sum of its entries, each times its upstream gradient. */
export function objective(state: Numbers): number {
  const passes = runOf(state);
  const { output } = state.circuit;
  const [values, upstream] = [passes.value(output).data, passes.gradient(output).data];
  // A scalar without a seed is itself, also where it is no number.
  if (values.length === 1 && upstream[0] === 1) return values[0]!;
  return values.reduce((sum, value, k) => sum + value * upstream[k]!, 0);
}

/** More entries than anybody would walk to are not listed. */
const MOST_ENTRIES = 1000;

/** Every number of the inputs that can be nudged, input by input. */
export function entriesOf(circuit: Circuit): readonly Entry[] {
  return circuit.inputs.flatMap((input) => {
    const [name, shape] = [circuit.name(input), circuit.shape(input)];
    return Array.from({ length: Math.min(MOST_ENTRIES, sizeOf(shape)) }, (_, at) => {
      let rest = at;
      const place = [...shape].reverse().map((extent) => {
        const index = rest % extent;
        rest = (rest - index) / extent;
        return index;
      });
      return { input, name, at, label: shape.length === 0 ? name : `${name}[${place.reverse().join(', ')}]` };
    });
  });
}

/** The values with one entry changed. */
export function withEntry(values: Values, { name, at }: Entry, value: number): Values {
  const tensor = tensorFrom(values[name]!, name);
  tensor.data[at] = value;
  return { ...values, [name]: toNested(tensor) };
}
