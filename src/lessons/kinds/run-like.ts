import { type Circuit, type Run, run, toNested } from '../../engine/index.js';

/** A run of another form of a run's circuit, from the same upstream gradient. */
export function runLike(before: Run, circuit: Circuit): Run {
  const { output } = before.circuit;
  const scalar = before.circuit.shape(output).length === 0;
  return run(circuit, scalar ? {} : { seed: toNested(before.gradient(output)) });
}
