import type { Line } from '../../diagram/index.js';
import { type LessonMessages, lessonMessages } from '../../messages/lesson.js';
import { courseNumber } from '../course.js';
import { expected } from '../expected.js';
import type { Question } from '../open.js';
import { currentItem, type LessonState, phaseOf, questionsOf } from '../state.js';
import type { Block, Lesson, LessonText } from '../types.js';
import { viewCircuit } from './circuit.js';
import type { LessonView, ViewOptions } from './types.js';
import { setBlocks, wrap } from './wrap.js';

/** What a lesson shows at this moment, in parts and without colour. The same words serve the screen and the transcript. */
export function view(state: LessonState, options: ViewOptions): LessonView {
  const { lesson, items } = state.open;
  const text = textOf(lesson, options.lang);
  const common = { title: titleOf(lesson, text), done: state.at, total: items.length, phase: phaseOf(state) };
  const item = currentItem(state);
  const nothing = { circuit: [], prose: [], question: [], prompt: '', feedback: [] };
  if (item === undefined) return { ...common, ...nothing, prose: summary(state, text, options) };
  const on = item.kind === 'question' ? item.question.on : item.on;
  const { lines, focus } = viewCircuit(state, on, options);
  const first = item.kind === 'prose' || item.first;
  return {
    ...common,
    circuit: lines,
    ...(focus && { focus }),
    prose: first ? setBlocks(sectionOf(text, item.step.id), options.width) : [],
    question: item.kind === 'question' ? wrap([{ text: item.question.id, role: 'question' }], options.width) : [],
    prompt: item.kind === 'question' ? item.question.id : '',
    feedback: feedback(state, lessonMessages[options.lang], options),
  };
}

function feedback(state: LessonState, _m: LessonMessages, _o: ViewOptions): Line[] {
  return state.feedback ? [[{ text: JSON.stringify(state.feedback).slice(0, 70), role: 'wrong' }]] : [];
}

/** The lesson's words in the language asked for, else in the one it has. */
export function textOf(lesson: Lesson, lang: 'en' | 'zh'): LessonText {
  return (
    lesson.texts[lang] ??
    lesson.texts.en ??
    lesson.texts.zh ?? { title: lesson.id, sections: [], hints: [], summary: [] }
  );
}

function titleOf(lesson: Lesson, text: LessonText): string {
  const number = courseNumber(lesson.id);
  return number === undefined ? text.title : `${number} ${text.title}`;
}

function sectionOf(text: LessonText, id: string): readonly Block[] {
  return text.sections.find((section) => section.id === id)?.blocks ?? [];
}

function summary(state: LessonState, text: LessonText, options: ViewOptions): Line[] {
  const m = lessonMessages[options.lang];
  const asked = questionsOf(state.open).map((question) => resultOf(state, question));
  const count = (what: string) => asked.filter((result) => result === what).length;
  const counts = m.counts({
    first: count('first'),
    later: count('later'),
    revealed: count('revealed'),
    skipped: count('skipped'),
  });
  return [...wrap([{ text: counts, role: 'plain' }], options.width), [], ...setBlocks(text.summary, options.width)];
}

function resultOf(state: LessonState, question: Question): string | undefined {
  const outcome = state.outcomes.get(question.id);
  if (outcome?.result !== 'right') return outcome?.result;
  const tried = state.attempts.get(question.id);
  return tried === undefined || (tried.misses.length === 0 && tried.hints === 0) ? 'first' : 'later';
}
void expected;
