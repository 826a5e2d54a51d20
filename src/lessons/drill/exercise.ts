import { type NestedNumbers, ProgramError } from '../../engine/index.js';
import { drillMessages } from '../../messages/drill.js';
import { everything, type Posed, readersOf, truth } from '../answer/posed.js';
import { fingerprint } from '../fingerprint.js';
import { numberBehind } from '../kinds/index.js';
import { start } from '../machine.js';
import { diagnosable, mistakesAt } from '../mistakes/index.js';
import { type OpenLesson, openLesson } from '../open.js';
import { pose } from '../pose.js';
import { questionsOf } from '../state.js';
import type { Block, CircuitSpec, Lang, Lesson, LessonText, Step } from '../types.js';
import { type Dice, diceOf, subSeed } from './dice.js';
import { asOneLine, type Draft } from './draft.js';
import { draftOf } from './drafts.js';
import type { Level } from './levels.js';
import { askEverything, manySkillPattern } from './patterns.js';
import { skillNamed } from './skills.js';

/** What fixes an exercise: the same spec gives the same circuit with the same numbers. */
export interface ExerciseSpec {
  readonly skill: string;
  readonly level: Level;
  readonly seed: number;
  /** Id of a mistake that the numbers are to expose. */
  readonly exposes?: string;
  /** A walk is asked as one question: how the output reacts to where the walk ends, over all its gates. */
  readonly single?: true;
}

/** One exercise of a drill: a lesson of one question, or of a short walk back along a circuit. */
export interface Exercise {
  readonly spec: ExerciseSpec;
  readonly open: OpenLesson;
  /** The skill that each question is about, by the question's id. */
  readonly skills: ReadonlyMap<string, string>;
}

/** The skill of an exercise that covers many at once, on one circuit. */
export const testOut = 'test-out';

/** Draws that are made until one is as wanted: more than were ever needed. */
const attempts = 300;
/** Where a mistake can be made at all at a skill, few draws show it. */
const attemptsToExpose = 40;

/**
 * Draws a fresh circuit with numbers for a skill until heads can do the arithmetic and no two mistakes give the same
 * answer; where a mistake is to be exposed, until it can be made there. Of an unknown skill there is nothing to draw:
 * @throws RangeError
 */
export function drawExercise(spec: ExerciseSpec): Exercise {
  const draft = drafter(spec);
  let spare: { readonly exercise: Exercise; readonly rank: number } | undefined;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const exercise = asExercise(spec, draft(diceOf(subSeed(spec.seed, attempt))));
    if (exercise === undefined) continue;
    const posed = posedIn(exercise);
    if (!posed.every(isMental) || isDull(spec, posed) || !showsMistakes(exercise)) continue;
    const rank = posed.every(diagnosable) ? 1 : 0;
    if (rank === 1 && (spec.exposes === undefined || posed.some((one) => canBeMade(spec.exposes!, one))))
      return exercise;
    if (spare === undefined || rank > spare.rank) spare = { exercise, rank };
    if (spare.rank === 1 && attempt >= attemptsToExpose) break;
  }
  if (spare === undefined) throw new RangeError(`nothing to ask for ${spec.skill} at level ${spec.level}`);
  return spare.exercise;
}

interface SkilledDraft {
  readonly draft: Draft;
  /** The skill of each thing asked. */
  readonly skills: readonly string[];
}

function drafter({ skill: id, level, seed, single }: ExerciseSpec): (dice: Dice) => SkilledDraft {
  if (id === testOut) {
    const pattern = manySkillPattern(seed);
    return (dice) => askEverything(pattern, dice);
  }
  const skill = skillNamed(id);
  if (skill === undefined || !skill.levels.includes(level)) throw new RangeError(`no skill ${id} at level ${level}`);
  return (dice) => {
    const drawn = draftOf(skill, level, dice);
    const draft = single ? asOneLine(drawn) : drawn;
    return { draft, skills: draft.asks.map(() => id) };
  };
}

/** Whether a walk gives the same number at two of its steps: the second would be a copy. */
function isDull({ skill }: ExerciseSpec, posed: readonly Posed[]): boolean {
  if (skill === testOut) return false;
  const answers = posed.map(({ ask, run }) => truth(ask, run).data.join());
  return new Set(answers).size < answers.length;
}

function canBeMade(mistake: string, posed: Posed): boolean {
  return mistakesAt(posed).some(({ ids }) => [...ids].some((id) => id === mistake));
}

/**
 * The questions about numbers of an exercise as they are first seen; of a question about an entry or a line the one about
 * the whole gradient. A question about a shape has no numbers.
 */
export function posedIn({ open }: Pick<Exercise, 'open'>): readonly Posed[] {
  const state = start(open);
  return questionsOf(open).flatMap((question) => {
    const asked = pose(state, question);
    const { ask } = asked;
    if (ask.kind === 'entry') return [{ ...asked, ask: { kind: 'gradient', of: ask.of } }];
    return numberBehind(asked) ?? [];
  });
}

/** Whether no mistake gives the right number at the one entry that is asked for. */
function showsMistakes({ open }: Exercise): boolean {
  return questionsOf(open).every(({ ask, on: { circuit, run } }) => {
    if (ask.kind !== 'entry') return true;
    const whole: Posed = { ask: { kind: 'gradient', of: ask.of }, circuit, run, shown: everything(circuit) };
    const { shape, data } = truth(whole.ask, run);
    const flat = ask.at.reduce((place, index, axis) => place * shape[axis]! + index, 0);
    return mistakesAt(whole).every(({ value }) => value.data[flat] !== data[flat]);
  });
}

/** The draft as a lesson, opened; undefined where its numbers leave a gate's domain. */
function asExercise(spec: ExerciseSpec, { draft, skills }: SkilledDraft): Exercise | undefined {
  const circuit: CircuitSpec = {
    name: 'main',
    program: draft.program.join('\n'),
    inputs: draft.inputs.map(([name, value]) => ({ name, spec: { value } })),
    consts: [],
    where: [],
    ...(draft.seed !== undefined && { seed: draft.seed }),
  };
  const steps = draft.asks.map((ask, at): Step => ({ id: `q${at + 1}`, on: 'main', fade: 0, ask }));
  const numbers = shownNumbers(draft);
  const blocks: readonly Block[] = numbers.length > 0 ? [{ kind: 'code', lines: numbers }] : [];
  const text = (lang: Lang): LessonText => ({
    title: drillMessages[lang].title,
    sections: [{ id: steps[0]!.id, blocks }],
    hints: [],
    summary: [],
  });
  const lesson: Lesson = {
    id: 'drill',
    part: 'drill',
    minutes: 1,
    skills: [...new Set(skills)],
    needs: [],
    circuits: [circuit],
    steps,
    texts: { en: text('en'), zh: text('zh') },
    facts: fingerprint(JSON.stringify([circuit, steps])),
  };
  try {
    return { spec, open: openLesson(lesson), skills: new Map(steps.map(({ id }, at) => [id, skills[at]!])) };
  } catch (error) {
    if (error instanceof ProgramError) return undefined;
    throw error;
  }
}

/** Lists of numbers, written out: on a wire there is room for a shape only. */
function shownNumbers({ program, inputs, seed }: Draft): readonly string[] {
  const lists = inputs.filter(([, value]) => typeof value !== 'number');
  if (lists.length === 0) return [];
  const output = program.at(-1)!.split(' = ')[0]!;
  const lines = [...lists, ...(seed === undefined ? [] : [[`d${output}`, seed] as const])];
  return [...program, ...lines.map(([name, value]) => `${name} = ${numbersText(value)}`)];
}

function numbersText(value: NestedNumbers): string {
  if (typeof value !== 'number') return `[${value.map(numbersText).join(', ')}]`;
  return Number.isInteger(value) ? String(value) : value.toFixed(2);
}

/** The largest number that an exercise shows. */
const largest = 400;

/** Whether a head can handle the numbers: none is large, and the answer and the factors it is made of are round. */
export function isMental(posed: Posed): boolean {
  const { ask, circuit, run } = posed;
  for (let id = 0; id < circuit.size; id++)
    if (!run.value(id).data.every((x) => Number.isFinite(x) && Math.abs(x) <= largest)) return false;
  const numbers = [...truth(ask, run).data];
  if (ask.kind === 'gradient')
    for (const stage of readersOf(circuit, ask.of)) {
      numbers.push(...run.gradient(stage.node).data);
      numbers.push(...truth({ kind: 'local', of: stage.name, wrt: ask.of }, run).data);
    }
  return numbers.every((x) => Math.abs(x) <= largest && isRound(x));
}

/** At most three digits that count. */
function isRound(x: number): boolean {
  return Math.abs(Number(x.toPrecision(3)) - x) <= 1e-9 * Math.abs(x);
}
