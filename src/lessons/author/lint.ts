import { layout } from '../../diagram/index.js';
import { nearest, subgradient } from '../../engine/index.js';
import { course } from '../course.js';
import { nearestSkill, skillNamed } from '../drill/skills.js';
import { askedOf, perfectAnswer } from '../expected.js';
import { possibleAt } from '../kinds/blame.js';
import { markAnswer } from '../kinds/index.js';
import { canPlant } from '../kinds/planted.js';
import { loadLesson } from '../load/index.js';
import type { LessonProblem } from '../load/problem.js';
import { readYaml } from '../load/source-map.js';
import { diagnosable } from '../mistakes/index.js';
import { isNumberQuestion, type OpenCircuit, type OpenLesson, openLesson } from '../open.js';
import { questionsOf } from '../state.js';
import type { Lesson } from '../types.js';
import { collapsedOf, graphOf } from '../view/graph.js';

/** What is wrong with a lesson, and what could be better. */
export interface Lint {
  /** Set when the folder could be loaded. */
  readonly lesson?: Lesson;
  readonly errors: readonly LessonProblem[];
  readonly warnings: readonly LessonProblem[];
}

/** How many seeds a lesson's drawn numbers are tried at. */
export const lintSeeds = 20;

const width = 80;
const mostNumbers = 8;

/**
 * Checks a lesson folder as an author wants it checked: that it loads, that the engine's own answers are accepted at
 * every seed, that no number stands at a kink or is infinite, that every circuit fits 80 columns, that skills exist.
 * @param ofCourse whether both languages are required
 */
export function lintLesson(files: ReadonlyMap<string, string>, ofCourse = false): Lint {
  const loaded = loadLesson(files);
  if ('problems' in loaded) return { errors: loaded.problems, warnings: [] };
  const { lesson } = loaded;
  const yaml = readYaml(files.get('lesson.yaml')!);
  const errors: LessonProblem[] = [];
  const warnings: LessonProblem[] = [];
  const note =
    (list: LessonProblem[]) =>
    (path: readonly (string | number)[], code: LessonProblem['code'], params: LessonProblem['params']) => {
      const { line, column } = yaml.place(path);
      if (!list.some((one) => one.code === code && one.line === line))
        list.push({ file: 'lesson.yaml', line, column, code, params });
    };
  const [error, warning] = [note(errors), note(warnings)];

  for (const file of ofCourse ? ['en.md', 'zh.md'] : [])
    if (!files.has(file)) errors.push({ file, line: 1, column: 1, code: 'no-language', params: { file } });
  for (const [index, id] of lesson.skills.entries())
    if (skillNamed(id) === undefined) error(['skills', index], 'unknown-skill', withNear(id, nearestSkill(id)));
  const known = course.flatMap(({ lessons }) => lessons);
  for (const [index, id] of lesson.needs.entries())
    if (!known.includes(id)) warning(['needs', index], 'unknown-need', withNear(id, nearest(id, known)));

  const circuitPath = (name: string) =>
    lesson.circuits.length === 1 && name === 'main' ? ['circuit'] : ['circuits', name];
  const stepPath = (id: string) => ['steps', lesson.steps.findIndex((step) => step.id === id.split('/')[0])];
  for (const step of lesson.steps) {
    const count = typedNumbers(openLesson(lesson), step.id);
    if (count > mostNumbers) warning(stepPath(step.id), 'many-numbers', { id: step.id, count, limit: mostNumbers });
  }
  for (let seed = 1; seed <= lintSeeds; seed++) {
    const open = openLesson(lesson, seed);
    for (const [circuit, on] of open.circuits) {
      const bad = notFinite(on);
      if (bad !== undefined) error(circuitPath(circuit), 'not-finite', { name: bad, circuit, seed });
      const tied = bad === undefined && !on.spec.kinks ? atKink(on) : undefined;
      if (tied !== undefined) error(circuitPath(circuit), 'at-kink', { name: tied, circuit, seed });
      const drawn = layout(graphOf(on, on.run, collapsedOf(on)), { width, glyphs: 'ascii' });
      if (drawn.width > width) error(circuitPath(circuit), 'too-wide', { circuit, width: drawn.width });
    }
    if (errors.length > 0) break;
    for (const question of questionsOf(open)) {
      if (question.ask.kind === 'culprit' && !canPlant(question.on.run, question.ask.plant)) {
        const { mistake: id, at: name } = question.ask.plant;
        error(stepPath(question.id), 'plants-nothing', { id, name, possible: possibleAt(question.on.run, name) });
        continue;
      }
      const typed = perfectAnswer(question);
      if (markAnswer(typed, askedOf(question), []).verdict !== 'right')
        error(stepPath(question.id), 'answer-rejected', { id: question.id, seed, typed });
      if (seed === 1 && isNumberQuestion(question) && !diagnosable({ ...askedOf(question), ask: question.ask }))
        warning(stepPath(question.id), 'indistinct', { id: question.id });
    }
  }
  return { lesson, errors, warnings };
}

function withNear(id: string, near: string | undefined): Record<string, string> {
  return near === undefined ? { id } : { id, near };
}

/** How many answers a step wants typed by a learner who knows that some gates pass gradients on. */
function typedNumbers(open: OpenLesson, step: string): number {
  return open.items.filter((item) => item.kind === 'question' && item.step.id === step && !item.question.flows).length;
}

function notFinite({ circuit, run }: OpenCircuit): string | undefined {
  for (let id = 0; id < circuit.size; id++) {
    const numbers = [...run.value(id).data, ...run.gradient(id).data];
    if (!numbers.every(Number.isFinite)) return circuit.name(id);
  }
  return undefined;
}

/** The first input or stage whose gradient is a matter of convention, as at max of equal numbers. */
function atKink({ circuit, run }: OpenCircuit): string | undefined {
  const bounds = subgradient(run);
  for (const id of circuit.inputs) {
    const { lo, hi } = bounds(id);
    if (lo.data.some((low, k) => low !== hi.data[k])) return circuit.name(id);
  }
  return undefined;
}
