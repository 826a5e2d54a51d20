import * as v from 'valibot';
import { nearest, ProgramError, tensorFrom } from '../../engine/index.js';
import { expected } from '../expected.js';
import { fingerprint } from '../fingerprint.js';
import { openLesson } from '../open.js';
import type { Lesson } from '../types.js';
import { readCircuits } from './circuits.js';
import type { LessonProblem, Report } from './problem.js';
import { idPattern, lessonSchema, maxLength } from './schema.js';
import { type LocatedData, readYaml } from './source-map.js';
import { readSteps } from './steps.js';

/** Reads lesson.yaml: everything of a lesson that is free of human language. */
export function readFacts(
  files: ReadonlyMap<string, string>,
  problems: LessonProblem[],
): Omit<Lesson, 'texts'> | undefined {
  const file = 'lesson.yaml';
  const source = files.get(file);
  if (source === undefined) {
    problems.push({ file, line: 1, column: 1, code: 'missing-file', params: { file } });
    return undefined;
  }
  const report: Report = (code, { line, column }, params = {}, error) => {
    problems.push({ file, line, column, code, params, ...(error && { error }) });
  };
  if (source.length > maxLength) {
    report('too-long', { line: 1, column: 1 }, { limit: maxLength });
    return undefined;
  }
  const yaml = readYaml(source);
  if (yaml.error) report('yaml', yaml.error, { message: yaml.error.message, fault: yaml.error.fault });
  else for (const f of yaml.features) report('yaml-feature', f, { feature: f.feature });
  if (yaml.error || yaml.features.length > 0) return undefined;

  const parsed = v.safeParse(lessonSchema, withStepObjects(yaml.data));
  if (!parsed.success) {
    for (const issue of parsed.issues) if (!isMisspelt(issue, parsed.issues)) reportIssue(issue, yaml, report);
    return undefined;
  }
  const form = parsed.output;
  const before = problems.length;
  if (!idPattern.test(form.id)) report('bad-id', yaml.place(['id']), { id: form.id });

  const circuits = readCircuits(form, yaml, report);
  const steps = readSteps(form, circuits, yaml, report);
  if (problems.length > before) return undefined;
  const specs = [...circuits.values()].flatMap((c) => (c ? [c.spec] : []));
  const facts = {
    id: form.id,
    part: form.part,
    minutes: form.minutes,
    skills: form.skills ?? [],
    needs: form.needs ?? [],
    circuits: specs,
    steps,
    facts: fingerprint(JSON.stringify([specs, steps])),
  };
  checkExpected({ ...facts, texts: {} }, yaml, report);
  return problems.length > before ? undefined : facts;
}

/** Holds each `expect` to the engine's own answer, rounded to the digits that were written. */
function checkExpected(lesson: Lesson, yaml: LocatedData, report: Report): void {
  for (const item of openLesson(lesson).items) {
    if (item.kind !== 'question' || item.step.expect === undefined) continue;
    const path = ['steps', lesson.steps.indexOf(item.step), 'expect'];
    const { kind } = item.question.ask;
    // A step of several questions is held to its last one.
    if (kind === 'share' || kind === 'culprit') continue;
    const answer = expected(item.question);
    if (answer === undefined) {
      report('key-not-used', yaml.keyPlace(path), { key: 'expect' });
      continue;
    }
    try {
      const want = tensorFrom(item.step.expect, 'expect').data;
      const got = answer.data;
      const agrees = want.length === got.length && want.every((w, i) => Math.abs(w - got[i]!) <= halfDigit(w));
      if (!agrees) report('expect', yaml.place(path), { expected: want.join(', '), got: got.join(', ') });
    } catch (error) {
      if (!(error instanceof ProgramError)) throw error;
      report('program', yaml.place(path), { message: error.message }, error);
    }
  }
}

/** Half a unit of the last decimal a number is written with. */
function halfDigit(x: number): number {
  const decimals = /\.(\d+)$/.exec(String(x))?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-12;
}

/** A step may be written as a bare id. */
function withStepObjects(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('steps' in data) || !Array.isArray(data.steps)) return data;
  return { ...data, steps: data.steps.map((step) => (typeof step === 'string' ? { id: step } : step)) };
}

/** Whether a key that is missing is there under a name that is nearly its own: that is told already. */
function isMisspelt(issue: v.BaseIssue<unknown>, all: readonly v.BaseIssue<unknown>[]): boolean {
  if (issue.type !== 'strict_object' || issue.expected === 'never' || !issue.path) return false;
  const [path, key] = [pathOf(issue).slice(0, -1).join(), String(pathOf(issue).at(-1))];
  return all.some((one) => {
    const there = pathOf(one);
    return (
      one.expected === 'never' && there.slice(0, -1).join() === path && nearest(String(there.at(-1)), [key]) === key
    );
  });
}

function pathOf(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

function reportIssue(issue: v.BaseIssue<unknown>, yaml: LocatedData, report: Report): void {
  const path = pathOf(issue);
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
  report('wrong-type', yaml.place(path), { expected: issue.expected ?? '', got });
}

function knownKeys(of: 'lesson' | 'step' | 'circuit'): string[] {
  const entries = lessonSchema.entries;
  if (of === 'lesson') return Object.keys(entries);
  if (of === 'step') return Object.keys(entries.steps.item.entries);
  return Object.keys(entries.circuits.wrapped.value.entries);
}
