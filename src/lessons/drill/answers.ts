import type { JournalEvent } from '../types.js';
import type { Day, DayOf } from './day.js';

/** One judged answer: a row of an export. */
export interface AnswerRow {
  readonly at: string;
  readonly day: Day;
  /** The lesson's id, or `drill`. */
  readonly lesson: string;
  readonly question: string;
  readonly skill: string;
  readonly typed: string;
  readonly verdict: 'right' | 'wrong';
  /** The stable code of the mistake that was recognised; empty where none was. */
  readonly mistake: string;
}

/** Every judged answer of a journal, in its order. */
export function* answerRows(events: readonly JournalEvent[], dayOf: DayOf): Generator<AnswerRow> {
  for (const event of events) {
    if (event.type !== 'step' && event.type !== 'drilled') continue;
    const { verdict, at } = event;
    if (event.event.type !== 'answer' || (verdict !== 'right' && verdict !== 'wrong')) continue;
    yield {
      at,
      day: dayOf(new Date(at)),
      lesson: event.type === 'step' ? event.lesson : 'drill',
      question: event.question ?? '',
      skill: event.skill ?? '',
      typed: event.event.text,
      verdict,
      mistake: event.mistake ?? '',
    };
  }
}
