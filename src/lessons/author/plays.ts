import { toNested } from '../../engine/index.js';
import type { MistakeId } from '../../messages/mistakes.js';
import { perfectAnswer } from '../expected.js';
import { type AnyAsk, type Asked, markAnswer, numberWanted } from '../kinds/index.js';
import { start, step } from '../machine.js';
import { writtenNumbers } from '../mistaken.js';
import { mistakesAt } from '../mistakes/index.js';
import { type OpenLesson, openLesson } from '../open.js';
import { pose } from '../pose.js';
import { currentQuestion, type LessonState, phaseOf } from '../state.js';
import type { Lesson } from '../types.js';

/** Something that must not happen when a lesson is played. */
export interface PlayFailure {
  /** The engine's own answer refused, a number that could not be read, or a lesson that does not come to its end. */
  readonly code: 'play-rejected' | 'play-unread' | 'play-stuck';
  readonly player: 'perfect' | 'revealed' | MistakeId;
  readonly seed: number;
  readonly question: string;
  readonly typed: string;
}

/** How often a mistake was made, and what was made of it. The rest was accepted: at these numbers it gives the answer. */
export interface MistakeCount {
  readonly made: number;
  /** Called by its own name. */
  readonly named: number;
  /** Seen as one of several mistakes that give this number, or taken for another that gives it too. */
  readonly unclear: number;
}

/** What came of playing a lesson at one seed. */
export interface SeedPlays {
  readonly questions: number;
  readonly failures: readonly PlayFailure[];
  readonly mistakes: ReadonlyMap<MistakeId, MistakeCount>;
}

/** The seeds at which a lesson's numbers differ: the first alone where nothing is drawn. */
export function seedsOf(lesson: Lesson, seeds: number): readonly number[] {
  const draws = lesson.circuits.some(
    ({ inputs, seed }) => inputs.some(({ spec }) => 'from' in spec) || (typeof seed === 'object' && 'from' in seed),
  );
  return Array.from({ length: draws ? seeds : 1 }, (_, k) => k + 1);
}

/**
 * Plays a lesson at a seed, verdicts alone: a learner who answers as the engine does, one who has everything revealed, and
 * for each mistake that can be made one who makes it first wherever it applies. Such a learner then answers right, and so
 * stands where the first one stands: it is enough to let them err at each of the first one's questions.
 */
export function playAtSeed(lesson: Lesson, seed: number): SeedPlays {
  const open = openLesson(lesson, seed);
  const failures: PlayFailure[] = [];
  const mistakes = new Map<MistakeId, { made: number; named: number; unclear: number }>();
  let questions = 0;
  const fail = (code: PlayFailure['code'], player: PlayFailure['player'], question: string, typed = '') =>
    failures.push({ code, player, seed, question, typed });
  const ended = playThrough(open, (state) => {
    const question = currentQuestion(state)!;
    questions++;
    for (const { id, typed, verdict, called } of slipsAt(pose(state, question))) {
      if (verdict === 'unreadable') fail('play-unread', id, question.id, typed);
      const count = mistakes.get(id) ?? { made: 0, named: 0, unclear: 0 };
      mistakes.set(id, count);
      count.made++;
      if (verdict === 'wrong') count[called ? 'named' : 'unclear']++;
    }
    const typed = perfectAnswer(question);
    const after = step(state, { type: 'answer', text: typed }).state;
    if (phaseOf(after) === 'answered') return after;
    fail('play-rejected', 'perfect', question.id, typed);
    return step(state, { type: 'reveal' }).state;
  });
  if (phaseOf(ended) !== 'finished') fail('play-stuck', 'perfect', currentQuestion(ended)?.id ?? '');
  const revealed = playThrough(open, (state) => step(state, { type: 'reveal' }).state);
  if (phaseOf(revealed) !== 'finished') fail('play-stuck', 'revealed', currentQuestion(revealed)?.id ?? '');
  return { questions, failures, mistakes };
}

/** Goes from question to question to the end, or to where nothing moves any more. */
function playThrough(open: OpenLesson, answer: (state: LessonState) => LessonState): LessonState {
  let state = start(open);
  while (phaseOf(state) !== 'finished') {
    const next = phaseOf(state) === 'asking' ? answer(state) : step(state, { type: 'next' }).state;
    if (next === state) break;
    state = next;
  }
  return state;
}

/** What each learner with a mistake types at a question, and what is made of it. */
function slipsAt(asked: Asked<AnyAsk>) {
  const posed = numberWanted(asked);
  if (posed === undefined) return [];
  return mistakesAt(posed).flatMap(({ ids, value }) => {
    const typed = writtenNumbers(toNested(value));
    const marking = markAnswer(typed, asked, []);
    const mistake = marking.verdict === 'wrong' ? marking.mistake : undefined;
    const called = mistake !== undefined && [...ids].some((id) => id === mistake);
    return [...ids].map((id) => ({ id, typed, verdict: marking.verdict, called }));
  });
}
