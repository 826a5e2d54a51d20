import {
  currentItem,
  currentQuestion,
  type Effect,
  feedbackAt,
  type LessonEvent,
  type LessonState,
  type OpenCircuit,
  type OpenLesson,
  phaseOf,
  promptAt,
  start,
  step,
  type ViewOptions,
  view,
  viewCircuit,
} from '../../lessons/index.js';
import type { AnswerProblem } from './answers.js';
import { Page, type Seen } from './page.js';
import { answererOf, type Player } from './player.js';

export type { Player } from './player.js';

/** A lesson played to its end, or to where its answers end or don't fit. */
export interface Transcript {
  readonly text: string;
  readonly state: LessonState;
  /** What happened, as the journal would keep it: free of any human language. */
  readonly events: readonly Omit<Effect, 'type'>[];
  /** Whether every question was finally answered right. */
  readonly right: boolean;
  readonly problem?: AnswerProblem;
}

/**
 * Plays a lesson and writes what is seen: a fold of events over the lesson machine. Prose and right answers advance by
 * themselves. The same lesson, answers and options give the same text on every machine.
 */
export function playTranscript(open: OpenLesson, player: Player, options: ViewOptions): Transcript {
  const answerer = answererOf(player);
  const written = new WrittenLesson(open, options);
  const finish = (problem?: AnswerProblem): Transcript => {
    const { state } = written;
    const right = [...state.outcomes.values()].every(({ result }) => result !== 'revealed' && result !== 'skipped');
    const finished = phaseOf(state) === 'finished';
    return {
      text: written.text(),
      events: written.events,
      state,
      right: right && finished,
      ...(problem && { problem }),
    };
  };
  while (phaseOf(written.state) !== 'finished') {
    const event = answerer.next(written.state);
    if ('code' in event) return finish(event);
    written.take(event);
  }
  return finish(answerer.leftOver());
}

/** A past sitting written again from its events. */
export function replayTranscript(open: OpenLesson, events: readonly LessonEvent[], options: ViewOptions): string {
  const written = new WrittenLesson(open, options);
  for (const event of events) written.take(event);
  return written.text();
}

/** A lesson that is written down as it is played. */
class WrittenLesson {
  readonly #options: ViewOptions;
  readonly #page: Page;
  #circuit: OpenCircuit | undefined;
  readonly events: Omit<Effect, 'type'>[] = [];
  state: LessonState;

  constructor(open: OpenLesson, options: ViewOptions) {
    this.#options = options;
    this.#page = new Page(options);
    this.state = start(open);
    this.#page.title(view(this.state, options).title);
    this.#arrive();
  }

  text(): string {
    return this.#page.text();
  }

  take(event: LessonEvent): void {
    const before = this.state;
    const { state, effects } = step(before, event);
    this.state = state;
    this.events.push(...effects.map(({ type: _, ...rest }) => rest));
    const stays = this.state.at === before.at;
    if (event.type !== 'next')
      this.#page.typed(promptAt(before, this.#options), event, stays ? this.#after(event) : undefined);
    if (!stays) this.#arrive();
  }

  /** What is seen of an event; the circuit is drawn only where it shows more than before. */
  #after({ type }: LessonEvent): Seen {
    return type === 'nudge' ? view(this.state, this.#options) : { feedback: feedbackAt(this.state, this.#options) };
  }

  /** Writes what is new at an item: its place, prose, circuit and question. */
  #arrive(): void {
    const { state } = this;
    const seen = view(state, this.#options);
    const item = currentItem(state);
    const on = item?.kind === 'question' ? item.question.on : item?.on;
    if (this.#circuit !== undefined && on !== this.#circuit)
      this.#page.circuit(viewCircuit(state, this.#circuit, this.#options).lines);
    const id = currentQuestion(state)?.id ?? item?.step.id;
    this.#page.heading(id === undefined ? seen.title : `${state.at + 1}/${seen.total} ${id}`);
    this.#page.lines(seen.prose);
    if (on !== undefined) this.#page.circuit(seen.circuit);
    this.#circuit = on;
    this.#page.lines(seen.feedback);
    this.#page.lines(seen.question);
  }
}
