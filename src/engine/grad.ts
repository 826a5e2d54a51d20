import { type BuildOptions, build } from './compile.js';
import type { Program } from './language/syntax.js';
import { run } from './run.js';
import { stageLocal } from './stage-local.js';
import { toNested } from './tensor.js';
import type { Circuit, NestedNumbers, NodeId } from './types.js';

export interface GradOptions extends BuildOptions {
  /** The upstream gradient of the output; 1, or a one for every entry, unless given. */
  readonly seed?: NestedNumbers;
}

/** Numbers of a forward and a backward pass by the names of the program. */
export interface Gradients {
  readonly circuit: Circuit;
  /** The value of every line. */
  readonly values: Readonly<Record<string, NestedNumbers>>;
  /** The gradient of every input and every line, in its shape. */
  readonly gradients: Readonly<Record<string, NestedNumbers>>;
  /** For every line whose value is a single number, its partials with respect to the names that it reads. */
  readonly local: Readonly<Record<string, Readonly<Record<string, NestedNumbers>>>>;
}

/**
 * Values and gradients of a program in one call: builds it, runs it forward and backward, and gives the numbers by name.
 * @throws ProgramError as `build` and `run`
 */
export function grad(program: string | readonly string[] | Program, options: GradOptions = {}): Gradients {
  const circuit = build(program, options);
  const result = run(circuit, options.seed === undefined ? {} : { seed: options.seed });
  const lines = circuit.stages;
  const named: (readonly [string, NodeId])[] = lines.map(({ name, node }) => [name, node]);
  const inputs: (readonly [string, NodeId])[] = circuit.inputs.map((id) => [circuit.name(id), id]);
  const scalar = lines.filter(({ node }) => circuit.shape(node).length === 0);
  return {
    circuit,
    values: byName(named, (id) => toNested(result.value(id))),
    gradients: byName([...inputs, ...named], (id) => toNested(result.gradient(id))),
    local: Object.fromEntries(
      scalar.map((line) => [
        line.name,
        Object.fromEntries(line.reads.map((name) => [name, toNested(stageLocal(result, line, name))])),
      ]),
    ),
  };
}

function byName(
  nodes: readonly (readonly [string, NodeId])[],
  numbers: (id: NodeId) => NestedNumbers,
): Record<string, NestedNumbers> {
  return Object.fromEntries(nodes.map(([name, id]) => [name, numbers(id)]));
}
