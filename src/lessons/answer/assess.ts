import { answerSentences } from '../../messages/answers.js';
import { type Diagnosis, diagnose } from '../mistakes/diagnose.js';
import { saidTensor } from '../mistakes/facts.js';
import type { EarlierAnswer } from '../mistakes/follow.js';
import { sayDiagnosis } from '../mistakes/say.js';
import type { Inline, Lang } from '../types.js';
import { type Glyphs, inlines } from './inline.js';
import { judge } from './judge.js';
import type { Posed } from './posed.js';
import { type Problem, problem } from './problem.js';
import { type Reading, readAnswer } from './read.js';

/** What came of an answer. Plain data: the sentence is made of it in either language by `feedbackFor`. */
export type Assessment =
  | { readonly verdict: 'right'; readonly reading: Reading & { kind: 'value' } }
  | {
      readonly verdict: 'wrong';
      readonly reading: Reading & { kind: 'value' };
      readonly diagnosis: Diagnosis;
      /** For the journal: the mistake's stable id, `follows`, or undefined where none is known. */
      readonly mistake?: string;
    }
  /** Nothing is counted: what was typed could not be read, or is rounded too far, or is right here only. */
  | { readonly verdict: 'unreadable'; readonly problem: Problem };

/**
 * Reads and judges an answer, and names the mistake in a wrong one.
 * @param earlier the learner's wrong answers on this circuit so far, oldest first
 */
export function assess(text: string, posed: Posed, earlier: readonly EarlierAnswer[] = []): Assessment {
  const reading = readAnswer(text, posed);
  if (reading.kind === 'unreadable') return { verdict: 'unreadable', problem: reading.problem };
  const { verdict } = judge(reading, posed);
  switch (verdict) {
    case 'right':
      return { verdict, reading };
    case 'rough':
      return (
        wrongIfKnown(reading, posed, earlier) ?? {
          verdict: 'unreadable',
          problem: problem('rough', { text: text.trim() }),
        }
      );
    case 'here-only': {
      const params = { text: reading.formula ?? text.trim(), value: saidTensor(reading.value) };
      return { verdict: 'unreadable', problem: problem('here-only', params) };
    }
    case 'wrong':
      return wrong(reading, diagnose(reading, posed, earlier));
  }
}

function wrongIfKnown(
  reading: Reading & { kind: 'value' },
  posed: Posed,
  earlier: readonly EarlierAnswer[],
): Assessment | undefined {
  const diagnosis = diagnose(reading, posed, earlier);
  return diagnosis.kind === 'none' ? undefined : wrong(reading, diagnosis);
}

function wrong(reading: Reading & { kind: 'value' }, diagnosis: Diagnosis): Assessment {
  const mistake = idOf(diagnosis);
  return { verdict: 'wrong', reading, diagnosis, ...(mistake === undefined ? {} : { mistake }) };
}

function idOf(diagnosis: Diagnosis): string | undefined {
  switch (diagnosis.kind) {
    case 'mistake':
      return diagnosis.also === undefined ? diagnosis.id : `${diagnosis.id}+${diagnosis.also}`;
    case 'follows':
    case 'shape':
    case 'entries':
      return diagnosis.kind;
    default:
      return undefined;
  }
}

/** What is said of a miss or of an answer that could not be read; empty for a right one, which `workingFor` explains. */
export function feedbackFor(assessment: Assessment, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  if (assessment.verdict === 'right') return [];
  if (assessment.verdict === 'wrong') return inlines(sayDiagnosis(assessment.diagnosis, lang), glyphs);
  const { code, params } = assessment.problem;
  const sentence = answerSentences[lang][code] as (params: Problem['params']) => string;
  return inlines(sentence(params), glyphs);
}
