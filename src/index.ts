import { parseAnswers } from './cli/script/answers.js';
import { answerProblemText } from './cli/script/problem-text.js';
import { playTranscript } from './cli/script/transcript.js';
import { readLessonFolder } from './host/lesson-folder.js';
import { openLesson } from './lessons/index.js';
import { loadLesson } from './lessons/load/index.js';
import { lessonProblemText } from './lessons/problem-text.js';

/** How a lesson is played; what is left out is as in the command `run`: English, Unicode, 80 columns, seed 1. */
export interface PlayOptions {
  readonly lang?: 'en' | 'zh';
  readonly ascii?: boolean;
  readonly width?: number;
  readonly seed?: number;
}

/** A played lesson. */
export interface Transcript {
  /** All that a learner would have seen: the same text on every machine. */
  readonly text: string;
  /** Whether every question was finally answered right. */
  readonly right: boolean;
}

/**
 * Plays a lesson folder and resolves to its transcript, for snapshot tests of one's own lessons:
 * `expect((await playLesson('lessons/mine', answers)).text).toMatchSnapshot()`.
 *
 * @param folder path of a folder with lesson.yaml and en.md, zh.md or both
 * @param answers the text of an answers file, or `perfect` for the engine's own answers
 * @throws Error whose message names file, line and column, if the lesson can't be used or the answers don't fit it
 */
export async function playLesson(
  folder: string,
  answers: string | { readonly perfect: true },
  { lang = 'en', ascii = false, width = 80, seed = 1 }: PlayOptions = {},
): Promise<Transcript> {
  const source = readLessonFolder(folder);
  if (!source.ok) throw new Error(`${source.path}: ${source.reason}`);
  const loaded = loadLesson(source.files);
  if ('problems' in loaded)
    throw new Error(loaded.problems.map((problem) => `${folder}/${lessonProblemText(problem, lang)}`).join('\n'));
  const parsed = typeof answers === 'string' ? parseAnswers(answers) : undefined;
  const [bad] = parsed?.problems ?? [];
  if (bad) throw new Error(`answers:${bad.line}: ${answerProblemText(bad, lang)}`);
  const player = parsed ? { answers: parsed.lines } : 'perfect';
  const glyphs = ascii ? 'ascii' : 'unicode';
  const { text, right, problem } = playTranscript(openLesson(loaded.lesson, seed), player, { lang, glyphs, width });
  if (problem) throw new Error(`answers:${problem.line}: ${answerProblemText(problem, lang)}`);
  return { text, right };
}
