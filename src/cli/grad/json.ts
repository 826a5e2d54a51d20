import { type NodeId, type Run, type Tensor, toNested } from '../../engine/index.js';
import { type JsonNumbers, numbersToJson } from '../json-numbers.js';
import { localsByName } from './locals.js';

/** A node of `grad --json`. Literal operands are numbers, all others the names of their nodes. */
export interface NodeJson {
  readonly name: string;
  readonly gate: string;
  readonly args: readonly JsonNumbers[];
  readonly shape: readonly number[];
  readonly value: JsonNumbers;
  readonly local: Readonly<Record<string, JsonNumbers>>;
  readonly gradient: JsonNumbers;
}

/** What `grad --json` prints: every input and every gate, in the order of the forward pass. */
export interface GradientsJson {
  readonly output: string;
  readonly nodes: readonly NodeJson[];
}

/** The passes as JSON can hold them. */
export function gradientsJson(run: Run): GradientsJson {
  const { circuit } = run;
  const nodes: NodeJson[] = [];
  for (let id = 0; id < circuit.size; id++) {
    if (circuit.gate(id) === 'const') continue;
    nodes.push({
      name: circuit.name(id),
      gate: circuit.gate(id),
      args: circuit.args(id).map((arg) => argJson(run, arg)),
      shape: circuit.shape(id),
      value: tensorJson(run.value(id)),
      local: Object.fromEntries([...localsByName(run, id)].map(([name, local]) => [name, tensorJson(local)])),
      gradient: tensorJson(run.gradient(id)),
    });
  }
  return { output: circuit.name(circuit.output), nodes };
}

/** A tensor as nested lists, a scalar as a number, with strings for what JSON's numbers can't be. */
export function tensorJson(tensor: Tensor): JsonNumbers {
  return numbersToJson(toNested(tensor));
}

function argJson(run: Run, arg: NodeId): JsonNumbers {
  const { circuit } = run;
  const literal = circuit.gate(arg) === 'const' && !circuit.named(arg);
  return literal ? tensorJson(run.value(arg)) : circuit.name(arg);
}
