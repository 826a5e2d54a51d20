import { skillOf } from './drill/skill-of.js';
import { HINTS } from './hints/index.js';
import { isNumberAsk, markAnswer } from './kinds/index.js';
import type { EarlierAnswer } from './mistakes/index.js';
import type { OpenLesson, Question } from './open.js';
import { ownPlant } from './own-plant.js';
import { pose } from './pose.js';
import { recordsOf } from './records.js';
import {
  currentItem,
  currentQuestion,
  type LessonState,
  type Marked,
  noAttempts,
  type Outcome,
  phaseOf,
  questionsOf,
} from './state.js';
import type { Effect, JournalEvent, LessonEvent } from './types.js';

/** How many right answers about gates that pass gradients on, until such gates answer for themselves. */
const rightBeforeFlow = 2;

/** The beginning of a lesson. */
export function start(open: OpenLesson): LessonState {
  return settle({ open, at: 0, outcomes: new Map(), attempts: new Map(), flowed: [], log: [] });
}

/**
 * Takes one event. Returns the next state and what is to be recorded; an event that means nothing here (an answer where
 * nothing is asked) returns the same state and no effects.
 */
export function step(state: LessonState, event: LessonEvent): { state: LessonState; effects: readonly Effect[] } {
  const next = take(state, event);
  if (next === state) return { state, effects: [] };
  const logged = event.type === 'undo' ? next : { ...next, log: [...state.log, event] };
  return { state: logged, effects: [record(state, event, logged)] };
}

/** Goes through a sitting again from the journal's events of this lesson, the last `open` onward. */
export function resume(open: OpenLesson, events: readonly JournalEvent[]): LessonState {
  const mine = recordsOf(events, open.lesson);
  const from = mine.findLastIndex((e) => e.type === 'open');
  let state = start(open);
  for (const e of mine.slice(from + 1)) if (e.type === 'step') state = step(state, e.event).state;
  return state;
}

function take(state: LessonState, event: LessonEvent): LessonState {
  const phase = phaseOf(state);
  const question = currentQuestion(state);
  const asking = phase === 'asking' && question !== undefined;
  switch (event.type) {
    case 'answer':
      return asking && event.text.trim() !== '' ? answer(state, question, event.text) : state;
    case 'hint': {
      if (!asking) return state;
      const tried = state.attempts.get(question.id) ?? noAttempts;
      const hints = Math.min(tried.hints + 1, HINTS);
      const attempts = new Map(state.attempts).set(question.id, { ...tried, hints });
      return { ...state, attempts, feedback: { kind: 'hint' } };
    }
    case 'nudge':
      return question === undefined ? state : { ...state, feedback: { kind: 'nudge' } };
    case 'why':
      return question === undefined ? state : { ...state, feedback: { kind: 'why' } };
    case 'reveal':
      return asking ? close(state, question, { result: 'revealed' }) : state;
    case 'skip':
      return asking ? settle({ ...close(state, question, { result: 'skipped' }), at: state.at + 1 }) : state;
    case 'next':
      return phase === 'prose' || phase === 'answered' ? settle(without({ ...state, at: state.at + 1 })) : state;
    case 'back':
      return back(state);
    case 'undo':
      return undo(state);
  }
}

function without(state: LessonState): LessonState {
  const { feedback: _, ...rest } = state;
  return { ...rest, flowed: [] };
}

function close(state: LessonState, question: Question, outcome: Outcome): LessonState {
  return without({ ...state, outcomes: new Map(state.outcomes).set(question.id, outcome) });
}

function answer(state: LessonState, question: Question, text: string): LessonState {
  const marked = { typed: text, assessment: markAnswer(text, pose(state, question), standingErrors(state, question)) };
  const { verdict } = marked.assessment;
  const tried = state.attempts.get(question.id) ?? noAttempts;
  if (verdict === 'right') return close(state, question, { result: 'right', marked });
  // Enter pressed twice is one try.
  const isNew = tried.misses.at(-1)?.typed !== text;
  const misses = verdict === 'wrong' && isNew ? [...tried.misses, marked] : tried.misses;
  const attempts = new Map(state.attempts).set(question.id, { ...tried, misses });
  return { ...state, attempts, feedback: { kind: 'marked', marked, misses: misses.length } };
}

/** Wrong answers on the same circuit that were never put right: what follows from them is said to follow. */
function standingErrors(state: LessonState, question: Question): EarlierAnswer[] {
  return questionsOf(state.open).flatMap(({ id, on, ask }) => {
    if (!isNumberAsk(ask) || on !== question.on || id === question.id || state.outcomes.get(id)?.result === 'right')
      return [];
    const last = state.attempts.get(id)?.misses.at(-1)?.assessment;
    return last?.verdict === 'wrong' && 'reading' in last ? [{ ask, value: last.reading.value }] : [];
  });
}

/** Comes to rest at an item that wants the learner: worked stages are filled in, flowing questions answer themselves. */
function settle(state: LessonState): LessonState {
  let { at } = state;
  const outcomes = new Map(state.outcomes);
  const flowed: Question[] = [];
  const known = () =>
    state.open.items.filter(
      (item) =>
        item.kind === 'question' && item.question.passesOn && outcomes.get(item.question.id)?.result === 'right',
    ).length;
  for (; at < state.open.items.length; at++) {
    const item = state.open.items[at]!;
    if (item.kind === 'worked') for (const q of item.questions) outcomes.set(q.id, { result: 'worked' });
    if (item.kind !== 'question' || !item.question.flows || known() < rightBeforeFlow) break;
    if (outcomes.has(item.question.id)) break;
    outcomes.set(item.question.id, { result: 'flowed' });
    flowed.push(item.question);
  }
  const settled = { ...state, at, outcomes, flowed };
  const plant = ownPlant(settled);
  return plant === undefined ? settled : { ...settled, plant };
}

/** One item back, past those that answered themselves; the place keeps its answer. */
function back(state: LessonState): LessonState {
  let at = state.at - 1;
  const flowedAt = (index: number) => {
    const item = state.open.items[index];
    return item?.kind === 'question' && state.outcomes.get(item.question.id)?.result === 'flowed';
  };
  while (at > 0 && flowedAt(at)) at--;
  return at < 0 ? state : without({ ...state, at });
}

/** Withdraws the last answer, hint, reveal or skip, and whatever followed it. */
function undo(state: LessonState): LessonState {
  const last = state.log.findLastIndex(({ type }) => type !== 'next' && type !== 'back');
  if (last < 0) return { ...state, feedback: { kind: 'nothing-to-undo' } };
  let again = start(state.open);
  for (const event of state.log.slice(0, last)) again = step(again, event).state;
  return again;
}

function record(before: LessonState, event: LessonEvent, after: LessonState): Effect {
  const question = currentQuestion(before);
  const assessment = event.type === 'answer' ? lastMarked(after, question)?.assessment : undefined;
  const mistake = assessment?.verdict === 'wrong' ? assessment.mistake : undefined;
  const skill = question && skillOf(question);
  return {
    type: 'record',
    event,
    ...(question && { question: question.id }),
    ...(assessment && { verdict: assessment.verdict }),
    ...(mistake !== undefined && { mistake, ...(skill !== undefined && { skill }) }),
    done: after.at,
    total: after.open.items.length,
    finished: currentItem(after) === undefined,
  };
}

function lastMarked(state: LessonState, question: Question | undefined): Marked | undefined {
  if (question === undefined) return undefined;
  return (
    state.outcomes.get(question.id)?.marked ?? (state.feedback?.kind === 'marked' ? state.feedback.marked : undefined)
  );
}
