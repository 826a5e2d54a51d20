import { toText } from '../../../src/diagram/index.js';
import { type LessonState, openLesson, start, step, view } from '../../../src/lessons/index.js';
import { loadLesson } from '../../../src/lessons/load/index.js';
import { lessonProblemText } from '../../../src/lessons/problem-text.js';
import type { Lang, Lesson } from '../../../src/lessons/types.js';

/** A lesson of one question. */
export interface Fixture {
  readonly program: string;
  /** As in lesson.yaml: `x: 3, y: -4`. */
  readonly inputs: string;
  readonly ask: string;
  /** Further keys of the step, as in lesson.yaml. */
  readonly keys?: string;
  /** Further keys of the circuit. */
  readonly circuit?: string;
  /** Headings below the step's, by language. */
  readonly parts?: string;
}

/** The files of a lesson that asks one thing. */
export function filesOf({ program, inputs, ask, keys, circuit, parts }: Fixture): Map<string, string> {
  const yaml = [
    'format: 1\nid: small\npart: gates\nminutes: 1\ncircuit: |',
    ...program.split('\n').map((line) => `  ${line}`),
    `inputs: {${inputs}}`,
    ...(circuit === undefined ? [] : [circuit]),
    `steps:\n  - {id: asked, ask: ${ask}${keys === undefined ? '' : `, ${keys}`}}`,
  ].join('\n');
  const section = parts === undefined ? '' : `## asked\n\nThink.\n\n${parts}\n\n`;
  return new Map([
    ['lesson.yaml', yaml],
    ['en.md', `# Small\n\n${section}## summary\n\nDone.\n`],
    ['zh.md', `# 小课\n\n${section}## summary\n\n完。\n`],
  ]);
}

export function problemsOf(fixture: Fixture): readonly string[] {
  const loaded = loadLesson(filesOf(fixture));
  return 'problems' in loaded ? loaded.problems.map((problem) => lessonProblemText(problem, 'en')) : [];
}

export function lessonOf(fixture: Fixture): Lesson {
  const loaded = loadLesson(filesOf(fixture));
  if ('lesson' in loaded) return loaded.lesson;
  throw new Error(loaded.problems.map((problem) => lessonProblemText(problem, 'en')).join('\n'));
}

export function begin(fixture: Fixture, seed = 1): LessonState {
  return start(openLesson(lessonOf(fixture), seed));
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

export function seen(state: LessonState, lang: Lang = 'en', glyphs: 'unicode' | 'ascii' = 'unicode') {
  const shown = view(state, { width: 400, lang, glyphs });
  return {
    circuit: toText(shown.circuit),
    question: plain(toText(shown.question)),
    feedback: plain(toText(shown.feedback)),
    prompt: shown.prompt,
    prose: plain(toText(shown.prose)),
  };
}

/** What is said to an answer, and the verdict on it. */
export function reply(state: LessonState, text: string, lang: Lang = 'en') {
  const { state: after, effects } = step(state, { type: 'answer', text });
  const [effect] = effects;
  return { verdict: effect?.verdict, mistake: effect?.mistake, said: seen(after, lang).feedback, state: after };
}
