import { start, step } from '../machine.js';
import { currentQuestion, type LessonState, phaseOf, questionsOf } from '../state.js';
import type { DrillOpened, DrillStepped, LessonEvent } from '../types.js';
import { type Comeback, levelFor, nextTopic } from './choose.js';
import type { Day } from './day.js';
import { subSeed } from './dice.js';
import { drawExercise, type Exercise, type ExerciseSpec, testOut } from './exercise.js';
import { placementSpecs, testSpecs } from './fixed.js';
import { type Done, gradeExercise } from './grade.js';
import type { Level } from './levels.js';
import { isMeasured } from './measured.js';
import { changesBetween, type Memory, type MemoryChange, withChanges } from './memory.js';
import type { Sitting } from './sittings.js';

/** What a drill is to be. */
export type DrillPlan =
  | {
      readonly kind: 'practice';
      readonly seed: number;
      /** How many exercises. */
      readonly count: number;
      /** Skills that may be asked, in the order in which new ones are met; at least one. */
      readonly skills: readonly string[];
      readonly level?: Level;
    }
  | { readonly kind: 'test-out'; readonly seed: number; readonly count: number }
  | { readonly kind: 'placement'; readonly seed: number }
  | { readonly kind: 'test'; readonly sitting: Sitting };

/** A learner's place in a drill. Immutable; made only by `openDrill` and `drillStep`. */
export interface DrillState {
  readonly plan: DrillPlan;
  readonly total: number;
  /** What is remembered, the exercise at hand included once it is answered. */
  readonly memory: Memory;
  /** The exercise at hand, and its lesson; none when the drill is over. */
  readonly exercise?: Exercise;
  readonly lesson?: LessonState;
  /** The exercise at hand once it is graded; it joins `done` when the learner goes on. */
  readonly graded?: Done;
  readonly done: readonly Done[];
  readonly comebacks: readonly Comeback[];
  /** The state before the last answer, hint, reveal or skip: what undo gives back. */
  readonly before?: DrillState;
}

/** What the shells are to write into the journal: all but the version and the time. */
export interface DrillEffect {
  readonly type: 'record';
  readonly event: Omit<DrillOpened, 'v' | 'at'> | Omit<DrillStepped, 'v' | 'at'>;
}

export interface DrillStepResult {
  readonly state: DrillState;
  readonly effects: readonly DrillEffect[];
}

/** The beginning of a drill. @param memory what the journal says is remembered */
export function openDrill(plan: DrillPlan, memory: Memory, today: Day): DrillStepResult {
  const total =
    plan.kind === 'placement'
      ? placementSpecs(plan.seed).length
      : 'count' in plan
        ? plan.count
        : testSpecs(plan.sitting).length;
  const state = atNext({ plan, total, memory, done: [], comebacks: [] }, today);
  const { kind } = plan;
  const event: Omit<DrillOpened, 'v' | 'at'> = {
    type: 'drill',
    kind,
    total,
    seed: plan.kind === 'test' ? 0 : plan.seed,
    ...(plan.kind === 'test' && { sitting: plan.sitting }),
    ...(plan.kind === 'practice' && { skills: plan.skills, ...(plan.level && { level: plan.level }) }),
  };
  return { state, effects: [{ type: 'record', event }] };
}

/** Whether a drill that measures takes an event: there is no help, and no way back to a second try. */
export function isAllowed({ type }: LessonEvent): boolean {
  return type === 'answer' || type === 'next' || type === 'skip';
}

/**
 * Takes one event. Everything is the lesson machine's, but that an exercise is graded as soon as its last question is
 * closed, that `next` after it brings the next exercise, and that undo reaches back over exercises.
 */
export function drillStep(state: DrillState, event: LessonEvent, today: Day): DrillStepResult {
  const { exercise, lesson } = state;
  if (isMeasured(state) && !isAllowed(event)) return { state, effects: [] };
  if (event.type === 'undo' && state.before !== undefined) return undone(state, state.before);
  if (exercise === undefined || lesson === undefined) return { state, effects: [] };
  const taken = step(lesson, event);
  const [effect] = taken.effects;
  if (effect === undefined) return { state, effects: [] };
  const missed = isMeasured(state) && effect.verdict === 'wrong';
  const next = missed ? step(taken.state, { type: 'skip' }).state : taken.state;
  const moves = event.type === 'next' || event.type === 'back';
  let after: DrillState = { ...state, lesson: next, ...(!moves && { before: state }) };
  if (state.graded === undefined && isClosed(next)) after = graded(after, exercise, next, today);
  const changes = changesBetween(state.memory, after.memory);
  if (phaseOf(next) === 'finished') after = goneOn(after, today);
  const { type: _, done: __, total: ___, finished: ____, skill: _____, ...said } = effect;
  return { state: after, effects: [stepped(after, exercise, said, changes)] };
}

function stepped(
  after: DrillState,
  { spec, open, skills }: Exercise,
  said: Pick<DrillStepped, 'event' | 'question' | 'verdict' | 'mistake'>,
  changes: readonly MemoryChange[],
): DrillEffect {
  const skill = said.question === undefined ? undefined : skills.get(said.question);
  const event = {
    type: 'drilled' as const,
    exercise: spec,
    facts: open.lesson.facts,
    ...said,
    ...(skill !== undefined && { skill }),
    ...(changes.length > 0 && { changes }),
    done: gradedSoFar(after).length,
    right: gradedSoFar(after).filter(({ clean }) => clean).length,
    total: after.total,
  };
  return { type: 'record', event };
}

/** The exercises that are behind the learner, and the one at hand if it is graded. */
export function gradedSoFar({ done, graded: result }: DrillState): readonly Done[] {
  return result === undefined ? done : [...done, result];
}

function undone(state: DrillState, before: DrillState): DrillStepResult {
  const { exercise, lesson } = before;
  const question = lesson && currentQuestion(lesson)?.id;
  const said = { event: { type: 'undo' as const }, ...(question !== undefined && { question }) };
  return { state: before, effects: [stepped(before, exercise!, said, changesBetween(state.memory, before.memory))] };
}

function isClosed(lesson: LessonState): boolean {
  return questionsOf(lesson.open).every(({ id }) => lesson.outcomes.has(id));
}

function graded(state: DrillState, exercise: Exercise, lesson: LessonState, today: Day): DrillState {
  const best = state.plan.kind === 'test-out' ? 'easy' : 'good';
  const result = gradeExercise(exercise, lesson, state.memory, today, best);
  if (isMeasured(state) && !result.clean && !state.memory.has(exercise.spec.skill)) {
    // What was never practised has not been forgotten: it waits for its lesson.
    return { ...state, graded: { ...result, changes: [] } };
  }
  return { ...state, graded: result, memory: withChanges(state.memory, result.changes) };
}

/** How many other exercises come before what was missed comes back. */
const othersBetween = 2;

function goneOn(state: DrillState, today: Day): DrillState {
  const { graded: result, exercise: _, lesson: __, ...rest } = state;
  const done = result === undefined ? rest.done : [...rest.done, result];
  const { spec } = state.exercise!;
  const left = rest.comebacks.filter(({ skill, exposes }) => skill !== spec.skill || exposes !== spec.exposes);
  const after = done.length + othersBetween;
  const missed =
    result === undefined || result.clean || state.plan.kind !== 'practice' ? [] : comebacksOf(result, after);
  return atNext({ ...rest, done, comebacks: [...left, ...missed] }, today);
}

function comebacksOf({ exercise, mistakes }: Done, after: number): Comeback[] {
  const { skill } = exercise.spec;
  const exposes = mistakes[0]?.mistake ?? exercise.spec.exposes;
  return [{ skill, after, ...(exposes && { exposes }) }];
}

function atNext(state: DrillState, today: Day): DrillState {
  const spec = state.done.length < state.total ? nextSpec(state, today) : undefined;
  if (spec === undefined) return state;
  const exercise = drawExercise(spec);
  return { ...state, exercise, lesson: start(exercise.open) };
}

function nextSpec({ plan, memory, done, comebacks }: DrillState, today: Day): ExerciseSpec | undefined {
  const at = done.length;
  switch (plan.kind) {
    case 'test':
      return testSpecs(plan.sitting)[at];
    case 'placement':
      return placementSpecs(plan.seed)[at];
    case 'test-out':
      return { skill: testOut, level: 'pattern', seed: plan.seed + at };
    case 'practice': {
      const standing = { memory, skills: plan.skills, done, comebacks };
      const topic = nextTopic(standing, today);
      return topic && { ...topic, level: levelFor(topic, standing, plan.level), seed: subSeed(plan.seed, at) };
    }
  }
}
