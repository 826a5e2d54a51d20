import { padTo, toText } from '../../diagram/index.js';
import {
  currentItem,
  currentQuestion,
  type LessonEvent,
  type LessonState,
  type OpenCircuit,
  type OpenLesson,
  perfectAnswer,
  phaseOf,
  start,
  step,
  type ViewOptions,
  view,
  viewCircuit,
} from '../../lessons/index.js';
import type { AnswerLine, AnswerProblem } from './answers.js';

/** Where a played lesson's answers come from: a file's lines, or the engine. */
export type Player = { readonly answers: readonly AnswerLine[] } | 'perfect';

/** A lesson played to its end, or to where its answers end or don't fit. */
export interface Transcript {
  readonly text: string;
  readonly state: LessonState;
  /** Whether every question was finally answered right. */
  readonly right: boolean;
  readonly problem?: AnswerProblem;
}

/**
 * Plays a lesson and writes what is seen: a fold of events over the lesson machine. Prose and right answers advance by
 * themselves. The same lesson, answers and options give the same text on every machine.
 */
export function playTranscript(open: OpenLesson, player: Player, options: ViewOptions): Transcript {
  const page = new Page(options);
  let state = start(open);
  page.arrive(state);
  const queue = player === 'perfect' ? undefined : [...player.answers];
  const finish = (problem?: AnswerProblem): Transcript => {
    const right = [...state.outcomes.values()].every(({ result }) => result !== 'revealed' && result !== 'skipped');
    const finished = phaseOf(state) === 'finished';
    return { text: page.text(), state, right: right && finished, ...(problem && { problem }) };
  };
  for (;;) {
    const phase = phaseOf(state);
    if (phase === 'finished') break;
    const question = currentQuestion(state);
    let event: LessonEvent = { type: 'next' };
    if (phase === 'asking' && question !== undefined) {
      if (queue === undefined) event = { type: 'answer', text: perfectAnswer(question) };
      else {
        const line = queue.shift();
        if (line === undefined) return finish({ line: 0, code: 'ends-early', params: { asked: question.id } });
        const fits = line.id === undefined || line.id === question.id || line.id === stepId(state);
        if (!fits) return finish({ line: line.line, code: 'not-asked', params: { id: line.id!, asked: question.id } });
        event = line.event;
      }
    }
    const before = state;
    state = step(state, event).state;
    if (event.type !== 'next') page.happened(before, event, state);
    if (state.at !== before.at) page.arrive(state);
  }
  const left = queue?.[0];
  if (left === undefined) return finish();
  return finish(
    left.id === undefined
      ? { line: left.line, code: 'left-over', params: {} }
      : { line: left.line, code: 'not-asked', params: { id: left.id, asked: '' } },
  );
}

function stepId(state: LessonState): string | undefined {
  return currentItem(state)?.step.id;
}

/** The transcript as it is written. A circuit is drawn when it has changed since it was last drawn. */
class Page {
  readonly #options: ViewOptions;
  readonly #blocks: string[] = [];
  #circuit: OpenCircuit | undefined;
  #drawn = '';

  constructor(options: ViewOptions) {
    this.#options = options;
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }

  /** Writes what is new at an item: its place, prose, circuit and question. */
  arrive(state: LessonState): void {
    const seen = view(state, this.#options);
    const on = circuitOf(state);
    if (this.#circuit !== undefined && on !== this.#circuit)
      this.#draw(toText(viewCircuit(state, this.#circuit, this.#options).lines));
    if (this.#blocks.length === 0) this.#blocks.push(`${seen.title}\n${this.#rule('=').repeat(1)}`);
    const item = currentItem(state);
    const id = currentQuestion(state)?.id ?? item?.step.id;
    this.#blocks.push(this.#heading(id === undefined ? seen.title : `${state.at + 1}/${seen.total} ${id}`));
    this.#add(seen.prose);
    if (on !== undefined) this.#draw(toText(seen.circuit));
    this.#circuit = on;
    this.#add(seen.feedback);
    this.#add(seen.question);
  }

  /** Writes what was typed and what came of it. */
  happened(before: LessonState, event: LessonEvent, after: LessonState): void {
    const { prompt } = view(before, this.#options);
    const typed = event.type === 'answer' ? event.text : `:${event.type}`;
    const mark = this.#options.glyphs === 'unicode' ? '›' : '>';
    const lines = [`${prompt} ${mark} ${typed}`];
    if (after.at === before.at) lines.push(toText(view(after, this.#options).feedback));
    this.#blocks.push(lines.filter((line) => line !== '').join('\n'));
  }

  #add(lines: Parameters<typeof toText>[0]): void {
    if (lines.length > 0) this.#blocks.push(toText(lines));
  }

  #draw(text: string): void {
    if (text !== this.#drawn && text.trim() !== '') this.#blocks.push(text);
    this.#drawn = text;
  }

  #rule(twin: string): string {
    return (this.#options.glyphs === 'unicode' ? '═' : twin).repeat(this.#options.width);
  }

  #heading(text: string): string {
    const dash = this.#options.glyphs === 'unicode' ? '─' : '-';
    return padTo(`${dash}${dash} ${text} `, this.#options.width).replace(
      / +$/,
      (fill) => ` ${dash.repeat(fill.length - 1)}`,
    );
  }
}

function circuitOf(state: LessonState): OpenCircuit | undefined {
  const item = currentItem(state);
  return item?.kind === 'question' ? item.question.on : item?.on;
}
