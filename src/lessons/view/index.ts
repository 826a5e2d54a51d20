import type { Line } from '../../diagram/index.js';
import { courseNumber } from '../course.js';
import { askSentence, promptOf } from '../kinds/index.js';
import { pose } from '../pose.js';
import { currentItem, currentQuestion, type LessonState, phaseOf } from '../state.js';
import { linesInGlyphs, inGlyphs as textInGlyphs } from './ascii.js';
import { type CircuitView, viewCircuit } from './circuit.js';
import { feedbackLines, flowedLines } from './feedback.js';
import { optionLines } from './options.js';
import { summaryLines } from './summary.js';
import { textOf } from './text.js';
import { tellCircuit } from './told.js';
import type { LessonView, ViewOptions } from './types.js';
import { inlineSpans, setBlocks, wrap } from './wrap.js';

/** What is said of the last event. */
export function feedbackAt(state: LessonState, options: ViewOptions): readonly Line[] {
  return linesInGlyphs(feedbackLines(state, options), options.glyphs);
}

/** What stands before the answer field; nothing where nothing is asked. */
export function promptAt(state: LessonState, { lang, glyphs }: ViewOptions): string {
  const question = currentQuestion(state);
  return question ? textInGlyphs(promptOf(pose(state, question), lang, glyphs), glyphs) : '';
}

/** What a lesson shows at this moment, in parts and without colour. The same words serve the screen and the transcript. */
export function view(state: LessonState, options: ViewOptions): LessonView {
  const { lesson, items } = state.open;
  const text = textOf(lesson, options);
  const number = courseNumber(lesson.id);
  const common = {
    title: number === undefined ? text.title : `${number} ${text.title}`,
    done: state.at,
    total: items.length,
    phase: phaseOf(state),
    feedback: feedbackAt(state, options),
  };
  const item = currentItem(state);
  const inGlyphs = (lines: Parameters<typeof linesInGlyphs>[0]) => linesInGlyphs(lines, options.glyphs);
  const flowed = flowedLines(state, options);
  if (item === undefined) {
    const prose = inGlyphs([...flowed, ...summaryLines(state, options)]);
    return { ...common, circuit: [], question: [], prompt: '', prose };
  }
  const on = item.kind === 'question' ? item.question.on : item.on;
  const { lines, focus }: CircuitView = options.told
    ? { lines: tellCircuit(state, on, options.lang) }
    : viewCircuit(state, on, options);
  const section = text.sections.find(({ id }) => id === item.step.id);
  const first = item.kind === 'prose' || item.first;
  const question = item.kind === 'question' ? item.question : undefined;
  const posed = question && pose(state, question);
  const asked = posed && askSentence(posed, options.lang, options.glyphs);
  return {
    ...common,
    circuit: lines,
    ...(focus && { focus }),
    prose: inGlyphs([...flowed, ...setBlocks(first ? (section?.blocks ?? []) : [], options.width)]),
    question: asked
      ? inGlyphs([...optionLines(state, options), ...wrap(inlineSpans(asked, 'question'), options.width)])
      : [],
    prompt: promptAt(state, options),
  };
}
