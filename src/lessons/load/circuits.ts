import { chooseGroups } from '../../diagram/index.js';
import { build, type Circuit, type NestedNumbers, nearest, ProgramError, type Run, run } from '../../engine/index.js';
import { type Drawn, draw } from '../draw.js';
import type { CircuitSpec, InputSpec } from '../types.js';
import type { Report } from './problem.js';
import { besideProgram, type CircuitFile, type LessonFile } from './schema.js';
import type { LocatedData } from './source-map.js';

/** A circuit that passed every check, with what the checks of its questions need. */
export interface ReadCircuit {
  readonly spec: CircuitSpec;
  /** Names of the program and, of each stage, the names it reads. */
  readonly stages: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlySet<string>;
  /** At seed 1. */
  readonly circuit: Circuit;
  readonly run: Run;
}

/** Reads `circuit` or `circuits`, builds each at seed 1 and reports what is wrong at its place; one that is broken is undefined. */
export function readCircuits(
  form: LessonFile,
  yaml: LocatedData,
  report: Report,
): Map<string, ReadCircuit | undefined> {
  const found = new Map<string, ReadCircuit | undefined>();
  if (form.circuit !== undefined && form.circuits !== undefined) {
    report('circuit-twice', yaml.keyPlace(['circuits']));
    return found;
  }
  if (form.circuit === undefined && form.circuits === undefined) {
    report('no-circuit', yaml.place([]));
    return found;
  }
  for (const key of Object.keys(besideProgram) as (keyof typeof besideProgram)[])
    if (form.circuits !== undefined && form[key] !== undefined) report('in-circuits', yaml.keyPlace([key]), { key });
  const list: [string, CircuitFile, (string | number)[], (string | number)[]][] =
    form.circuits !== undefined
      ? Object.entries(form.circuits).map(([name, c]) => [name, c, ['circuits', name], ['circuits', name, 'program']])
      : [['main', { ...form, program: form.circuit! }, [], ['circuit']]];
  for (const [name, c, path, programPath] of list)
    found.set(name, readCircuit(name, c, path, programPath, yaml, report));
  return found;
}

function readCircuit(
  name: string,
  c: CircuitFile,
  path: (string | number)[],
  programPath: (string | number)[],
  yaml: LocatedData,
  report: Report,
): ReadCircuit | undefined {
  const inputs = Object.entries(c.inputs ?? {}).map(([input, given]) => ({ name: input, spec: inputSpec(given) }));
  for (const { name: input, spec } of inputs)
    if ('from' in spec && !(spec.from <= spec.to && spec.step > 0)) {
      report('draw-empty', yaml.place([...path, 'inputs', input]));
      return undefined;
    }
  if (isDraw(c.seed) && !(c.seed.from <= c.seed.to && c.seed.step > 0)) {
    report('draw-empty', yaml.place([...path, 'seed']));
    return undefined;
  }
  const spec: CircuitSpec = {
    name,
    program: c.program,
    inputs,
    consts: Object.entries(c.consts ?? {}).map(([key, value]) => ({ name: key, value: value as NestedNumbers })),
    where: c.where ?? [],
    ...(c.output !== undefined && { output: c.output }),
    ...(c.seed !== undefined && { seed: seedSpec(c.seed) }),
    ...(c.mask !== undefined && { mask: c.mask }),
    ...(c.collapse !== undefined && { collapse: c.collapse }),
    ...(c.kinks && { kinks: c.kinks }),
  };
  const place = yaml.place(programPath);
  try {
    const drawn = draw(spec, 1);
    if (drawn.problem !== undefined) {
      report(drawn.problem.code, yaml.place([...path, 'where']), drawn.problem.params);
      return undefined;
    }
    const circuit = build(c.program, drawn);
    if (circuit.unset.length > 0) {
      report('no-value', place, { names: circuit.unset.join(', ') });
      return undefined;
    }
    if (circuit.shape(circuit.output).length > 0 && c.seed === undefined) {
      report('not-scalar', place, { name: circuit.name(circuit.output) });
      return undefined;
    }
    const names = new Set([
      ...circuit.inputs.map((id) => circuit.name(id)),
      ...circuit.stages.map((stage) => stage.name),
    ]);
    checkNames(spec, circuit, names, path, yaml, report);
    const pass = runAtSeed(circuit, drawn, (error) =>
      report('program', yaml.place([...path, 'seed']), { message: error.message }, error),
    );
    if (pass === undefined) return undefined;
    return { spec, names, circuit, run: pass, stages: new Map(circuit.stages.map((s) => [s.name, s.reads])) };
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    report('program', yaml.textPlace(programPath, error.line, error.column), { message: error.message }, error);
    return undefined;
  }
}

/** Runs the circuit; a seed of a wrong shape is told at its own place. */
function runAtSeed(circuit: Circuit, { seed }: Drawn, refuse: (error: ProgramError) => void): Run | undefined {
  try {
    return run(circuit, seed === undefined ? {} : { seed });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    refuse(error);
    return undefined;
  }
}

/** Holds what is masked and what is collapsed to the circuit's names. */
function checkNames(
  { mask = [], collapse = [] }: CircuitSpec,
  circuit: Circuit,
  names: ReadonlySet<string>,
  path: (string | number)[],
  yaml: LocatedData,
  report: Report,
): void {
  for (const [at, name] of mask.entries()) {
    if (names.has(name)) continue;
    const near = nearest(name, [...names]);
    report('unknown-name', yaml.place([...path, 'mask', at]), {
      name,
      ...(near === undefined ? { names: [...names].join(', ') } : { near }),
    });
  }
  for (const [at, name] of collapse.entries())
    if (chooseGroups(circuit, [name]).length === 0)
      report('cant-collapse', yaml.place([...path, 'collapse', at]), { name });
}

function isDraw(given: unknown): given is { from: number; to: number; step: number; shape?: number[] } {
  return typeof given === 'object' && given !== null && 'from' in given;
}

function seedSpec(given: unknown): NonNullable<CircuitSpec['seed']> {
  const spec = inputSpec(given);
  return 'value' in spec ? spec.value : spec;
}

function inputSpec(given: unknown): InputSpec {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { value: given as NestedNumbers };
  const { from, to, step, shape } = given as { from: number; to: number; step: number; shape?: number[] };
  return { from, to, step, shape: shape ?? [] };
}
