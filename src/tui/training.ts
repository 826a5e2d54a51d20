import type { LessonState } from '../lessons/index.js';
import { engineAnswer } from '../lessons/kinds/index.js';
import { judgeLine } from '../lessons/kinds/train.js';
import { visible } from '../lessons/markdown.js';
import { pose } from '../lessons/pose.js';
import { currentQuestion, phaseOf } from '../lessons/state.js';
import type { DataSetName } from '../lessons/training/data.js';
import { beginLive, isLive, toTheEnd } from '../lessons/training/live.js';
import { wanted } from '../lessons/training/net.js';
import { emptyField, type Field, fieldText, keepEntry, withText } from './editor.js';
import { rowText, type Training, verdictOf } from './training-form.js';

/** Milliseconds from one frame to the next. */
export const FRAME_MILLISECONDS = 80;

/** The rows as one answer, as the machine takes it. */
export function answerOf(training: Training): string {
  return wanted
    .flatMap((name, row) => {
      const text = rowText(training, row);
      if (text === '') return [];
      return /^d[\p{L}_][\p{L}\p{N}_]*\s*\+?[=＝](?![=＝])/u.test(text) ? [text] : [`d${name} = ${text}`];
    })
    .join('; ');
}

/** Lines that stand together in one row, each put into its own. */
export function sortedOut(training: Training): Training {
  const texts = wanted.map((_, row) => rowText(training, row));
  for (const [row, text] of [...texts.entries()]) {
    if (!/[;；\n=＝]/.test(text)) continue;
    texts[row] = '';
    for (const part of text.split(/[;；\n]/).map((one) => one.trim())) {
      const [, name, rest] = /^d([\p{L}\p{N}_]+)\s*\+?[=＝](?![=＝])\s*(.*)$/u.exec(part) ?? [];
      const at = name === undefined ? -1 : wanted.indexOf(name);
      if (part !== '') texts[at < 0 ? row : at] = at < 0 ? part : rest!;
    }
  }
  const fields = training.fields.map((field, row) =>
    fieldText(field).trim() === texts[row] ? field : withText(field, texts[row]!),
  );
  return { ...training, fields };
}

/** The first row after the one at hand that still wants something; -1 if none does. */
export function nextRow(training: Training): number {
  const rows = wanted.map((_, at) => (training.row + 1 + at) % wanted.length);
  return rows.find((row) => verdictOf(training, row)?.code === undefined) ?? -1;
}

/** The nets of a data set, trained by the lines from their first step; at once to the end where nothing may move. */
export function begun(training: Training, set: DataSetName, motion: boolean): Training {
  const { live: _, obstacle: __, ...form } = training;
  const lines = form.verdicts.flatMap((verdict) => verdict?.code ?? []);
  const areRight = form.verdicts.every((verdict) => verdict?.verdict === 'right');
  const made = beginLive(lines, areRight, set);
  if (!isLive(made)) return { ...form, obstacle: made };
  const wrong = form.verdicts.findIndex((verdict) => verdict?.verdict !== 'right');
  return { ...form, row: Math.max(0, wrong), live: motion ? made : toTheEnd(made) };
}

/** The row that the learner is at, with another field. */
export function withField(training: Training, field: Field): Training {
  return { ...training, fields: training.fields.map((one, row) => (row === training.row ? field : one)) };
}

const blank: Training = {
  fields: wanted.map(() => emptyField),
  row: 0,
  verdicts: wanted.map(() => undefined),
};

/**
 * What the screen of a lesson shows of a question `train` after the machine took an event; nothing at other questions.
 * @param before what it showed, so that lines stay as they are written
 */
export function trainingOf(state: LessonState, before: Training | undefined, motion: boolean): Training | undefined {
  const question = currentQuestion(state);
  if (question === undefined || question.ask.kind !== 'train') return undefined;
  const asked = pose(state, { ...question, ask: question.ask });
  const isOpen = phaseOf(state) === 'asking';
  const { feedback } = state;
  const marked = feedback?.kind === 'marked' ? feedback.marked : state.attempts.get(question.id)?.misses.at(-1);
  const typed = isOpen
    ? (marked?.typed ?? '')
    : (state.outcomes.get(question.id)?.marked?.typed ?? engineAnswer(asked));
  const form = isOpen && before ? before : filled(blank, typed);
  const texts = wanted.map((_, row) => rowText(form, row));
  const verdicts = wanted.map((name, row) => {
    const text = texts[row]!;
    if (text === '' || (form === before && feedback?.kind !== 'marked')) return verdictOf(form, row);
    return verdictOf(form, row) ?? { ...judgeLine(asked, name, text), text };
  });
  const judgedForm: Training = { ...form, verdicts };
  // Wrong lines that are watched when the answer is revealed give way to the right ones.
  if (!isOpen) return before?.live && !before.live.right ? before : begun(judgedForm, 'xor', motion);
  const { live: _, obstacle: __, ...writing } = judgedForm;
  return feedback?.kind === 'marked' ? moved(writing) : writing;
}

function filled(training: Training, answer: string): Training {
  const [first, ...others] = training.fields;
  return sortedOut({ ...training, fields: [withText(first!, visible(answer)), ...others] });
}

/** After lines were judged: to the next one, or to stay at one that is not right, which typing then replaces. */
function moved(training: Training): Training {
  const here = verdictOf(training, training.row);
  if (here === undefined || here.verdict === 'right') {
    const next = nextRow(training);
    const wrong = training.verdicts.findIndex((verdict) => verdict?.verdict === 'wrong');
    const row = next >= 0 ? next : Math.max(0, wrong);
    return verdictOf({ ...training, row }, row) ? kept({ ...training, row }) : { ...training, row };
  }
  return kept(training);
}

function kept(training: Training): Training {
  return withField(training, keepEntry(training.fields[training.row]!));
}
