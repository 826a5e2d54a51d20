import * as v from 'valibot';
import { build, type NestedNumbers, nearest, ProgramError } from '../engine/index.js';
import type { LessonProblems } from '../messages/lesson-problems.js';
import { askForms, parseAsk } from './ask.js';
import { draw } from './draw.js';
import { readProse, type Section } from './markdown.js';
import { type CircuitFile, type LessonFile, lessonSchema } from './schema.js';
import { type LocatedData, type Place, readYaml } from './source-map.js';
import type { Ask, CircuitSpec, InputSpec, Lang, Lesson, LessonText, Step } from './types.js';

/** Why a lesson folder can't be used; the sentence is in messages/lesson-problems under `code`. */
export interface LessonProblem extends Place {
  readonly file: string;
  readonly code: keyof LessonProblems;
  readonly params: Readonly<Record<string, string | number>>;
  /** Set where the circuit's program is at fault. */
  readonly error?: ProgramError;
}

export type Loaded = { readonly lesson: Lesson } | { readonly problems: readonly LessonProblem[] };

const idPattern = /^[a-z][a-z0-9-]*$/;
const maxLength = 200_000;

/**
 * Reads and validates a lesson folder, given as its files' texts by name (`lesson.yaml`, `zh.md`, `en.md`). Pure. The
 * files are data from a stranger: sizes are bounded, nothing is evaluated but programs of the engine's language. Every
 * problem found is returned, with file, line and column.
 */
export function loadLesson(files: ReadonlyMap<string, string>): Loaded {
  const problems: LessonProblem[] = [];
  const facts = readFacts(files, problems);
  const texts: Partial<Record<Lang, LessonText>> = {};
  const sections = new Map<Lang, readonly Section[]>();
  for (const lang of ['en', 'zh'] as const) {
    const file = `${lang}.md`;
    const source = files.get(file);
    if (source === undefined) continue;
    if (source.length > maxLength) {
      problems.push({ file, line: 1, column: 1, code: 'too-long', params: { limit: maxLength } });
      continue;
    }
    const prose = readProse(source);
    sections.set(lang, prose.sections);
    texts[lang] = checkProse(file, prose.title, prose.sections, facts?.steps ?? [], problems);
  }
  if (sections.size === 0) missingFile('en.md', problems);
  const [a, b] = [sections.get('en'), sections.get('zh')];
  if (a && b) {
    missingSections('en.md', a, 'zh.md', b, problems);
    missingSections('zh.md', b, 'en.md', a, problems);
  }
  if (facts === undefined || problems.length > 0) return { problems };
  return { lesson: { ...facts, texts } };
}

function missingFile(file: string, problems: LessonProblem[]): void {
  problems.push({ file, line: 1, column: 1, code: 'missing-file', params: { file } });
}

function readFacts(files: ReadonlyMap<string, string>, problems: LessonProblem[]): Omit<Lesson, 'texts'> | undefined {
  const file = 'lesson.yaml';
  const source = files.get(file);
  if (source === undefined) {
    missingFile(file, problems);
    return undefined;
  }
  const report = (code: LessonProblem['code'], place: Place, params: LessonProblem['params'] = {}, error?: ProgramError) =>
    problems.push({ file, ...pick(place), code, params, ...(error && { error }) });
  if (source.length > maxLength) {
    report('too-long', { line: 1, column: 1 }, { limit: maxLength });
    return undefined;
  }
  const yaml = readYaml(source);
  for (const e of yaml.errors) report('yaml', e, { message: e.message });
  for (const f of yaml.features) report('yaml-feature', f, { feature: f.feature });
  if (yaml.errors.length > 0 || yaml.features.length > 0) return undefined;

  const parsed = v.safeParse(lessonSchema, withStepObjects(yaml.data));
  if (!parsed.success) {
    for (const issue of parsed.issues) reportIssue(issue, yaml, report);
    return undefined;
  }
  const form = parsed.output;
  const before = problems.length;
  if (!idPattern.test(form.id)) report('bad-id', yaml.place(['id']), { id: form.id });

  const circuits = readCircuits(form, yaml, report);
  const steps = readSteps(form, circuits, yaml, report);
  if (problems.length > before) return undefined;
  const specs = [...circuits.values()].map((c) => c.spec);
  return {
    id: form.id,
    part: form.part,
    minutes: form.minutes,
    skills: form.skills ?? [],
    needs: form.needs ?? [],
    circuits: specs,
    steps,
    facts: fingerprint(JSON.stringify([specs, steps])),
  };
}

type Report = (
  code: LessonProblem['code'],
  place: Place,
  params?: LessonProblem['params'],
  error?: ProgramError,
) => unknown;

const pick = ({ line, column }: Place): Place => ({ line, column });

/** A step may be written as a bare id. */
function withStepObjects(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('steps' in data) || !Array.isArray(data.steps)) return data;
  return { ...data, steps: data.steps.map((step) => (typeof step === 'string' ? { id: step } : step)) };
}

function reportIssue(issue: v.BaseIssue<unknown>, yaml: LocatedData, report: Report): void {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  if (issue.type === 'strict_object' && issue.path) {
    const key = String(path.at(-1));
    if (issue.expected === 'never') {
      const known = knownKeys(path.length === 1 ? 'lesson' : path[0] === 'steps' ? 'step' : 'circuit');
      const near = nearest(key, known);
      report('unknown-key', yaml.keyPlace(path), near === undefined ? { key } : { key, near });
    } else report('missing-key', yaml.place(path.slice(0, -1)), { key });
    return;
  }
  const got = issue.received.replaceAll('"', '');
  report('wrong-type', yaml.place(path), { expected: issue.expected ?? 'another value', got });
}

function knownKeys(of: 'lesson' | 'step' | 'circuit'): string[] {
  const entries = lessonSchema.entries;
  if (of === 'lesson') return Object.keys(entries);
  if (of === 'step') return Object.keys(entries.steps.item.entries);
  return Object.keys(entries.circuits.wrapped.value.entries);
}

interface ReadCircuit {
  readonly spec: CircuitSpec;
  /** Names of the program and, of each stage, the names it reads. */
  readonly stages: ReadonlyMap<string, readonly string[]>;
  readonly names: ReadonlySet<string>;
  /** A value at the first seed, to check `expect` elsewhere. */
  readonly scalar: boolean;
}

function readCircuits(form: LessonFile, yaml: LocatedData, report: Report): Map<string, ReadCircuit> {
  const found = new Map<string, ReadCircuit>();
  if (form.circuit !== undefined && form.circuits !== undefined) {
    report('circuit-twice', yaml.keyPlace(['circuits']));
    return found;
  }
  if (form.circuit === undefined && form.circuits === undefined) {
    report('no-circuit', yaml.place([]));
    return found;
  }
  const list: [string, CircuitFile, (string | number)[], (string | number)[]][] =
    form.circuits !== undefined
      ? Object.entries(form.circuits).map(([name, c]) => [name, c, ['circuits', name], ['circuits', name, 'program']])
      : [['main', { ...form, program: form.circuit! }, [], ['circuit']]];
  for (const [name, c, path, programPath] of list) {
    const read = readCircuit(name, c, path, programPath, yaml, report);
    if (read) found.set(name, read);
  }
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
  const spec: CircuitSpec = {
    name,
    program: c.program,
    inputs,
    consts: Object.entries(c.consts ?? {}).map(([key, value]) => ({ name: key, value: value as NestedNumbers })),
    where: c.where ?? [],
    ...(c.output !== undefined && { output: c.output }),
    ...(c.seed !== undefined && { seed: c.seed as NestedNumbers }),
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
    const scalar = circuit.shape(circuit.output).length === 0;
    if (!scalar && c.seed === undefined) report('not-scalar', place, { name: circuit.name(circuit.output) });
    const names = new Set([
      ...circuit.inputs.map((id) => circuit.name(id)),
      ...circuit.stages.map((stage) => stage.name),
    ]);
    return { spec, names, scalar, stages: new Map(circuit.stages.map((s) => [s.name, s.reads])) };
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    report('program', yaml.textPlace(programPath, error.line, error.column), { message: error.message }, error);
    return undefined;
  }
}

function inputSpec(given: unknown): InputSpec {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return { value: given as NestedNumbers };
  const { from, to, step, shape } = given as { from: number; to: number; step: number; shape?: number[] };
  return { from, to, step, shape: shape ?? [] };
}

function readSteps(
  form: LessonFile,
  circuits: ReadonlyMap<string, ReadCircuit>,
  yaml: LocatedData,
  report: Report,
): Step[] {
  const steps: Step[] = [];
  const first = circuits.keys().next().value ?? 'main';
  for (const [index, step] of form.steps.entries()) {
    const path = ['steps', index];
    if (!idPattern.test(step.id) || step.id === 'summary') report('bad-id', yaml.place([...path, 'id']), { id: step.id });
    if (steps.some((other) => other.id === step.id))
      report('repeated-step', yaml.place([...path, 'id']), { id: step.id });
    const on = step.on ?? first;
    const circuit = circuits.get(on);
    if (circuit === undefined && circuits.size > 0) {
      const near = nearest(on, [...circuits.keys()]);
      report('unknown-circuit', yaml.place([...path, 'on']), near === undefined ? { name: on } : { name: on, near });
    }
    const ask = step.ask === undefined ? undefined : parseAsk(step.ask);
    if (step.ask !== undefined && ask === undefined)
      report('bad-ask', yaml.place([...path, 'ask']), { ask: step.ask, forms: askForms.join(' | ') });
    if (ask && ask.kind !== 'backward' && circuit) checkAsk(ask, circuit, yaml.place([...path, 'ask']), report);
    steps.push({
      id: step.id,
      on,
      fade: step.fade ?? 0,
      ...(ask && { ask }),
      ...(step.expect !== undefined && { expect: step.expect as NestedNumbers }),
    });
  }
  return steps;
}

function checkAsk(ask: Ask, circuit: ReadCircuit, place: Place, report: Report): void {
  const known = (name: string) => {
    if (circuit.names.has(name)) return true;
    const near = nearest(name, [...circuit.names]);
    report('unknown-name', place, near === undefined ? { name } : { name, near });
    return false;
  };
  if (!known(ask.of)) return;
  const reads = circuit.stages.get(ask.of);
  if (ask.kind !== 'gradient' && reads === undefined) report('not-computed', place, { name: ask.of });
  if (ask.kind === 'local' && reads !== undefined && known(ask.wrt) && !reads.includes(ask.wrt))
    report('not-read', place, { of: ask.of, wrt: ask.wrt, reads: reads.join(', ') });
}

function checkProse(
  file: string,
  title: string | undefined,
  sections: readonly Section[],
  steps: readonly Step[],
  problems: LessonProblem[],
): LessonText {
  const report = (code: LessonProblem['code'], line: number, params: LessonProblem['params'] = {}) =>
    problems.push({ file, line, column: 1, code, params });
  if (title === undefined) report('no-title', 1);
  const seen = new Set<string>();
  for (const { id, line } of sections) {
    if (seen.has(id)) report('section-twice', line, { id });
    seen.add(id);
    if (steps.length === 0 || id === 'summary' || steps.some((step) => step.id === id)) continue;
    const near = nearest(id, ['summary', ...steps.map((step) => step.id)]);
    report('unknown-section', line, near === undefined ? { id } : { id, near });
  }
  for (const step of steps) if (step.ask === undefined && !seen.has(step.id)) report('no-prose', 1, { id: step.id });
  if (!seen.has('summary')) report('no-summary', 1);
  return {
    title: title ?? '',
    sections: sections.filter((s) => s.id !== 'summary').map(({ id, blocks }) => ({ id, blocks })),
    hints: sections.flatMap(({ id, parts }) => parts.filter((p) => p.id === 'hint').map(({ blocks }) => ({ id, blocks }))),
    summary: sections.find((s) => s.id === 'summary')?.blocks ?? [],
  };
}

function missingSections(
  file: string,
  here: readonly Section[],
  other: string,
  there: readonly Section[],
  problems: LessonProblem[],
): void {
  for (const { id } of there)
    if (!here.some((section) => section.id === id))
      problems.push({ file, line: 1, column: 1, code: 'sections-differ', params: { id, has: other } });
}

/** FNV-1a, 52 bits of it in hexadecimal: enough to tell one version of a lesson's facts from another. */
function fingerprint(text: string): string {
  let high = 0x811c9dc5;
  let low = 0xc9dc5118;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193);
    low = Math.imul(low ^ high ^ text.charCodeAt(i), 0x01000193);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + ((low >>> 0) >>> 12).toString(16).padStart(5, '0');
}
