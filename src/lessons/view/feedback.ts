import type { Line } from '../../diagram/index.js';
import { lessonMessages } from '../../messages/lesson.js';
import { toldWords } from '../../messages/told.js';
import { HINTS, nudgeFor, whyFor } from '../hints/index.js';
import { chartsOf, engineAnswer, hintLadder, isRemark, numberBehind, sayMarking, whyRight } from '../kinds/index.js';
import type { Question } from '../open.js';
import { pose } from '../pose.js';
import { currentItem, type Feedback, type LessonState, type Marked, noAttempts } from '../state.js';
import { partOf } from './options.js';
import { textOf } from './text.js';
import type { ViewOptions } from './types.js';
import { hang, inlineSpans, setBlocks, wrap } from './wrap.js';

/** How many misses until the working is offered. */
const patience = 3;

/** What came of the last event, set in lines: why an answer is right, what a wrong number is, hints, a nudge. */
export function feedbackLines(state: LessonState, options: ViewOptions): readonly Line[] {
  const item = currentItem(state);
  if (item?.kind === 'worked') return workings(state, item.questions, lessonMessages[options.lang].worked, options);
  if (item?.kind !== 'question') return [];
  const outcome = state.outcomes.get(item.question.id);
  const { feedback } = state;
  if (feedback !== undefined) return happened(state, item.question, feedback, options);
  if (outcome === undefined) return [];
  const working = inlineSpans(whyRight(pose(state, item.question), options.lang, options.glyphs));
  const why = authorsWhy(state, item.question, outcome.marked, options);
  if (outcome.result === 'right')
    return [
      ...hang(marks(options).right, 'right', working, options.width),
      ...echo(outcome.marked, options),
      ...why,
      ...charts(state, item.question, outcome.marked?.typed, options),
    ];
  if (outcome.result !== 'revealed') return [];
  const shown = wrap(
    working.map(({ text }) => ({ text, role: 'revealed' })),
    options.width,
  );
  return [...shown, ...charts(state, item.question, undefined, options)];
}

/** What answered itself on the way here: said before anything new. */
export function flowedLines(state: LessonState, options: ViewOptions): readonly Line[] {
  if (state.flowed.length === 0) return [];
  return [...workings(state, state.flowed, lessonMessages[options.lang].flowed, options), []];
}

/** The marks that begin a line of feedback; colour only repeats what they say. */
function marks({ glyphs, told, lang }: ViewOptions): { right: string; wrong: string; unread: string } {
  if (told) return toldWords[lang].marks;
  return glyphs === 'unicode'
    ? { right: '✓ ', wrong: '✗ ', unread: '? ' }
    : { right: '[ok] ', wrong: '[x] ', unread: '[?] ' };
}

/** A line for each question; a local gradient stands within the gradient that it leads to. */
function workings(state: LessonState, questions: readonly Question[], head: string, options: ViewOptions): Line[] {
  const gradients = new Set(questions.flatMap(({ ask }) => (ask.kind === 'gradient' ? [ask.of] : [])));
  const shown = questions.filter(({ ask }) => ask.kind !== 'local' || !gradients.has(ask.wrt));
  const lines = shown.flatMap((question) =>
    hang('  ', 'plain', inlineSpans(whyRight(pose(state, question), options.lang, options.glyphs)), options.width),
  );
  return [...wrap([{ text: head, role: 'plain' }], options.width), ...lines];
}

function happened(state: LessonState, question: Question, feedback: Feedback, options: ViewOptions): readonly Line[] {
  const { lang, glyphs, width } = options;
  const m = lessonMessages[lang];
  const posed = pose(state, question);
  const behind = numberBehind(posed);
  switch (feedback.kind) {
    case 'marked': {
      const { assessment } = feedback.marked;
      const unread = assessment.verdict === 'unreadable';
      const own = authorsWhy(state, question, feedback.marked, options);
      if (own.length > 0) return own;
      const said = inlineSpans(sayMarking(assessment, question.ask, lang, glyphs));
      const mark = unread ? marks(options).unread : marks(options).wrong;
      const offer = !unread && feedback.misses >= patience ? wrap([{ text: m.offerWorking, role: 'hint' }], width) : [];
      return [
        ...hang(mark, unread ? 'hint' : 'wrong', said, width),
        ...echo(feedback.marked, options),
        ...charts(state, question, feedback.marked.typed, options),
        ...offer,
      ];
    }
    case 'hint': {
      const { hints } = state.attempts.get(question.id) ?? noAttempts;
      const own = authorsHint(state, options);
      const shown = hintLadder(posed, lang, glyphs).slice(0, hints);
      return [
        ...own,
        ...shown.flatMap((hint, index) =>
          wrap([{ text: m.hintOf({ n: index + 1, of: HINTS }), role: 'hint' }, ...inlineSpans(hint)], width),
        ),
      ];
    }
    case 'nudge':
      return wrap(inlineSpans(behind ? nudgeFor(behind, lang, glyphs) : [{ text: m.noNumber, style: 'plain' }]), width);
    case 'why':
      return wrap(inlineSpans(behind ? whyFor(behind, lang, glyphs) : [{ text: m.noNumber, style: 'plain' }]), width);
    case 'nothing-to-undo':
      return wrap([{ text: m.nothingToUndo, role: 'hint' }], width);
  }
}

/** The hint that the lesson's author wrote for this step stands before the generated ones. */
function authorsHint(state: LessonState, options: ViewOptions): readonly Line[] {
  const id = currentItem(state)?.step.id;
  const hint = textOf(state.open.lesson, options).hints.find((one) => one.id === id);
  return hint === undefined ? [] : setBlocks(hint.blocks, options.width);
}

/** What the lesson's author has to say to this very answer. */
function authorsWhy(
  state: LessonState,
  question: Question,
  marked: Marked | undefined,
  options: ViewOptions,
): readonly Line[] {
  if (marked === undefined || !isRemark(marked.assessment) || marked.assessment.part === undefined) return [];
  const blocks = partOf(state, question.id, marked.assessment.part, options);
  if (blocks.length === 0) return [];
  const right = marked.assessment.verdict === 'right';
  const mark = right ? '  ' : marks(options).wrong;
  return setBlocks(blocks, options.width - mark.length).map(
    (line, at): Line => [
      at === 0 && !right ? { text: mark, role: 'wrong' } : { text: ' '.repeat(mark.length), role: 'plain' },
      ...line,
    ],
  );
}

/** What a question draws of an answer, or of the engine's own, below a row of air. */
function charts(
  state: LessonState,
  question: Question,
  typed: string | undefined,
  options: ViewOptions,
): readonly Line[] {
  if (options.charts === false) return [];
  const posed = pose(state, question);
  const drawn = chartsOf(posed, typed ?? engineAnswer(posed), options);
  return drawn.length === 0 ? [] : [[], ...drawn];
}

/** What was understood, where it differs from what was typed. */
function echo(marked: Marked | undefined, { lang, width }: ViewOptions): readonly Line[] {
  if (marked === undefined || marked.assessment.verdict === 'unreadable') return [];
  const { assessment } = marked;
  const understood = isRemark(assessment) ? assessment.echo : assessment.reading.echo;
  if (understood === undefined) return [];
  return hang('  ', 'plain', [{ text: lessonMessages[lang].understood({ echo: understood }), role: 'faint' }], width);
}
