import type { Line } from '../../diagram/index.js';
import { inline } from '../markdown.js';
import { currentQuestion, type LessonState } from '../state.js';
import type { Block } from '../types.js';
import { textOf } from './text.js';
import type { ViewOptions } from './types.js';
import { hang, inlineSpans } from './wrap.js';

/** The options of a choice with their texts, one below the other. */
export function optionLines(state: LessonState, options: ViewOptions): readonly Line[] {
  const question = currentQuestion(state);
  if (question?.ask.kind !== 'choose') return [];
  const letters = question.ask.options.every((option) => option.length === 1);
  return question.ask.options.flatMap((option, at) => {
    const label = letters ? option : `${at + 1} ${option}`;
    const [first, ...more] = partOf(state, question.id, option, options);
    const text = first === undefined || first.kind === 'code' ? [] : inlineSpans(inline(first.text));
    const code = [first, ...more].flatMap((block) => (block?.kind === 'code' ? block.lines : []));
    return [
      ...hang(`  ${label}  `, 'question', text, options.width),
      ...code.map((line): Line => [{ text: `     ${line}`, role: 'code' }]),
    ];
  });
}

/** A part of the prose of a step: an option's text, or what is said when it is chosen. */
export function partOf(state: LessonState, step: string, part: string, options: ViewOptions): readonly Block[] {
  return textOf(state.open.lesson, options).parts?.find((one) => one.id === step && one.part === part)?.blocks ?? [];
}
