import { type NestedNumbers, type Run, type Stage, toNested } from '../../engine/index.js';
import { gradientNamed, namesOf, type Posed, readersOf, stageNamed, truth, valueNamed } from './posed.js';

const CONSTANTS: readonly (readonly [string, number])[] = [
  ['e', Math.E],
  ['pi', Math.PI],
  ['π', Math.PI],
];

/** What a derivative written as a quotient, `df/dz`, stands for in an answer's formula. */
export function quotientName(of: string, wrt: string): string {
  return `d${of}_d${wrt}`;
}

/**
 * The names that an answer's formula may read, with their values in a run of the circuit: every value shown, `dq` for a
 * gradient that is known, `df_dz` for a local gradient that is known, and, where only one gate is meant, `upstream` and
 * `o`, its upstream gradient and its output. Never the thing asked. Names of the circuit come before the others.
 */
export function scopeOf(posed: Posed, whole: Run): Record<string, NestedNumbers> {
  const { ask, circuit, shown } = posed;
  const scope = new Map<string, NestedNumbers>();
  const asked = askedNames(posed);
  const add = (name: string, value: () => NestedNumbers): void => {
    if (!scope.has(name) && !asked.has(name)) scope.set(name, value());
  };
  const names = namesOf(circuit);
  for (const name of names) if (shown.values.has(name)) add(name, () => toNested(valueNamed(whole, name)));
  const taken = new Set(names);
  const addFree = (name: string, value: () => NestedNumbers): void => {
    if (!taken.has(name)) add(name, value);
  };
  for (const name of shown.gradients)
    if (circuit.find(name) !== undefined) addFree(`d${name}`, () => toNested(gradientNamed(whole, name)));
  const output = circuit.name(circuit.output);
  for (const stage of circuit.stages)
    for (const read of stage.reads) {
      const alias = quotientName(stage.name, read);
      if (shown.locals.has(`${stage.name}.${read}`))
        addFree(alias, () => toNested(truth({ kind: 'local', of: stage.name, wrt: read }, whole)));
    }
  for (const name of shown.gradients)
    if (circuit.find(name) !== undefined)
      addFree(quotientName(output, name), () => toNested(gradientNamed(whole, name)));
  const gate = gateMeant(posed);
  if (gate !== undefined) {
    if (shown.values.has(gate.name) && !(ask.kind === 'value' && ask.of === gate.name))
      addFree('o', () => toNested(valueNamed(whole, gate.name)));
    if (shown.gradients.has(gate.name)) addFree('upstream', () => toNested(gradientNamed(whole, gate.name)));
  }
  for (const [name, value] of CONSTANTS) addFree(name, () => value);
  return Object.fromEntries(scope);
}

/** How the thing asked may be called: no formula may read it, and `dz = 3` may begin with it. */
export function askedNames({ ask, circuit }: Posed): ReadonlySet<string> {
  switch (ask.kind) {
    case 'value':
      return new Set([ask.of]);
    case 'gradient':
      return new Set([`d${ask.of}`, quotientName(circuit.name(circuit.output), ask.of)]);
    case 'local':
      return new Set([quotientName(ask.of, ask.wrt)]);
  }
}

/** The one line that the question is about, if there is one. */
function gateMeant(posed: Posed): Stage | undefined {
  const { ask, circuit } = posed;
  if (ask.kind === 'value') return undefined;
  if (ask.kind === 'local') return stageNamed(circuit, ask.of);
  const readers = readersOf(circuit, ask.of);
  return readers.length === 1 ? readers[0] : undefined;
}
