import { build, type NestedNumbers, ProgramError, type Run, run, stageLocal, type Tensor } from '../../engine/index.js';
import type { Output } from '../environment.js';
import { jsonFault } from '../json-fault.js';
import { type JsonNumbers, numbersFromJson } from '../json-numbers.js';
import { tensorJson } from './json.js';

type ByName = Record<string, JsonNumbers>;

/** A line of `grad --batch`'s output. `local` holds the partials of a whole line of the program by the names it reads. */
export type BatchResult =
  | {
      readonly id: unknown;
      readonly values: ByName;
      readonly gradients: ByName;
      readonly local: Readonly<Record<string, ByName>>;
    }
  | {
      readonly id: unknown;
      readonly error: { readonly message: string; readonly line: number; readonly column: number };
    };

/** Answers each line of `requests` with a line of its own; stops when nobody reads any more. */
export async function runBatch(requests: AsyncIterable<string>, output: Output): Promise<void> {
  for await (const request of requests) {
    if (request.trim() === '') continue;
    if (!(await output.write(`${JSON.stringify(answerRequest(request))}\n`))) return;
  }
}

/** Computes one request; whatever is wrong with it is part of the answer. The messages are for programs: always English. */
export function answerRequest(request: string): BatchResult {
  let id: unknown = null;
  try {
    const data = fieldsOf(parseJson(request));
    id = data.id ?? null;
    const passes = runRequest(data);
    return { id, ...resultsByName(passes) };
  } catch (error) {
    if (error instanceof ProgramError) {
      const { message, line, column } = error;
      return { id, error: { message, line, column } };
    }
    if (error instanceof BadRequest) return { id, error: { message: error.message, line: 0, column: 0 } };
    throw error;
  }
}

/** A request that is not of the form that is asked for. */
class BadRequest extends Error {}

function parseJson(text: string): unknown {
  const fault = jsonFault(text);
  if (fault) throw new BadRequest(`this line is not JSON, from its column ${fault.column} on`);
  return JSON.parse(text);
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(data: unknown): Fields {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new BadRequest('a request is an object {"id", "program", "inputs"}');
  return data as Fields;
}

function runRequest({ program, inputs, consts, output, seed }: Fields): Run {
  const isLines = Array.isArray(program) && program.every((line) => typeof line === 'string');
  if (typeof program !== 'string' && !isLines) throw new BadRequest('program is a string or a list of lines');
  if (output !== undefined && typeof output !== 'string') throw new BadRequest('output is a name');
  const circuit = build(program as string | string[], {
    inputs: numbersByName('inputs', inputs),
    consts: numbersByName('consts', consts),
    ...(output !== undefined && { output }),
  });
  return run(circuit, seed === undefined ? {} : { seed: numbers('seed', seed) });
}

function numbersByName(field: string, data: unknown): Record<string, NestedNumbers> {
  if (data === undefined) return {};
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new BadRequest(`${field} is an object of values by name`);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, numbers(name, value)]));
}

function numbers(name: string, data: unknown): NestedNumbers {
  const read = numbersFromJson(data);
  if (read === undefined) throw new BadRequest(`${name} is neither a number nor a list of numbers`);
  return read;
}

function resultsByName(passes: Run): { values: ByName; gradients: ByName; local: Record<string, ByName> } {
  const { circuit } = passes;
  const values = new Map<string, Tensor>();
  const gradients = new Map<string, Tensor>();
  const local = new Map<string, ByName>();
  for (const id of circuit.inputs) {
    values.set(circuit.name(id), passes.value(id));
    gradients.set(circuit.name(id), passes.gradient(id));
  }
  for (const stage of circuit.stages) {
    values.set(stage.name, passes.value(stage.node));
    gradients.set(stage.name, passes.gradient(stage.node));
    local.set(
      stage.name,
      Object.fromEntries(stage.reads.map((name) => [name, tensorJson(stageLocal(passes, stage, name))])),
    );
  }
  return { values: jsonByName(values), gradients: jsonByName(gradients), local: Object.fromEntries(local) };
}

function jsonByName(tensors: ReadonlyMap<string, Tensor>): ByName {
  return Object.fromEntries([...tensors].map(([name, tensor]) => [name, tensorJson(tensor)]));
}
