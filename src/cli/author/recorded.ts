import { join } from 'node:path';
import { readScripts, readTranscript, type Script, scriptsFolder, writeTranscript } from '../../host/scripts.js';
import { openLesson } from '../../lessons/index.js';
import { type Lang, type Lesson, langs } from '../../lessons/types.js';
import type { AuthorMessages } from '../../messages/author.js';
import { type AnswerProblem, parseAnswers } from '../script/answers.js';
import { answerProblemText } from '../script/problem-text.js';
import { playTranscript } from '../script/transcript.js';

/** What came of playing recorded scripts: what is wrong by lesson id (or script, if it names no lesson), and how many there were. */
export interface RecordedPlays {
  readonly failures: ReadonlyMap<string, readonly string[]>;
  readonly transcripts: number;
  readonly written: number;
}

/** What is needed to compare, or with `update` to write, the transcripts of a folder. */
export interface Recording {
  readonly folder: string;
  readonly update: boolean;
  readonly lang: Lang;
  readonly messages: AuthorMessages;
}

/**
 * Plays every file of answers in a folder's scripts at seed 1, in each language its lesson has, in Unicode and in ASCII, and
 * holds what is seen to the transcripts recorded beside it.
 */
export function playRecorded(lessons: readonly Lesson[], { folder, update, lang, messages }: Recording): RecordedPlays {
  const failures = new Map<string, string[]>();
  let transcripts = 0;
  let written = 0;
  for (const script of readScripts(folder)) {
    const id = script.name.split('.')[0]!;
    const lesson = lessons.find((one) => one.id === id);
    const fail = (sentence: string) => failures.set(id, [...(failures.get(id) ?? []), sentence]);
    if (lesson === undefined) {
      fail(`${script.path}: ${messages.noSuchLesson({ id, ids: lessons.map((one) => one.id).join(', ') })}`);
      continue;
    }
    const played = transcriptsOf(lesson, script, lang);
    if ('problem' in played) {
      fail(played.problem);
      continue;
    }
    for (const [ending, text] of played.texts) {
      const path = join(folder, scriptsFolder, `${script.name}.${ending}.txt`);
      transcripts++;
      const before = readTranscript(path);
      if (before === text) continue;
      if (update) {
        writeTranscript(path, text);
        written++;
      } else fail(before === undefined ? messages.notRecorded({ path }) : differs(path, before, text, messages));
    }
  }
  return { failures, transcripts, written };
}

function transcriptsOf(
  lesson: Lesson,
  { path, text }: Script,
  lang: Lang,
): { readonly texts: ReadonlyMap<string, string> } | { readonly problem: string } {
  const { lines, problems } = parseAnswers(text);
  const open = openLesson(lesson);
  const texts = new Map<string, string>();
  let problem = problems[0] as AnswerProblem | undefined;
  for (const spoken of langs.filter((one) => lesson.texts[one] !== undefined)) {
    for (const glyphs of ['unicode', 'ascii'] as const) {
      if (problem !== undefined) continue;
      const played = playTranscript(open, { answers: lines }, { lang: spoken, width: 80, glyphs });
      problem = played.problem;
      texts.set(`${spoken}.${glyphs}`, played.text);
    }
  }
  if (problem === undefined) return { texts };
  const place = problem.line === 0 ? path : `${path}:${problem.line}`;
  return { problem: `${place}: ${answerProblemText(problem, lang)}` };
}

/** The first line in which a transcript is another than the recorded one. */
function differs(path: string, before: string, now: string, messages: AuthorMessages): string {
  const [old, shown] = [before.split('\n'), now.split('\n')];
  const at = shown.findIndex((line, k) => line !== old[k]);
  const line = at < 0 ? shown.length : at;
  return `${path}:${line + 1}: ${messages.differs({ was: old[line] ?? '', is: shown[line] ?? '' })}`;
}
