import { readLessonFolder } from '../../host/lesson-folder.js';
import { lessonFolders } from '../../host/lesson-folders.js';
import type { PlayFailure } from '../../lessons/author/plays.js';
import { loadLesson } from '../../lessons/load/index.js';
import { lessonProblemText } from '../../lessons/problem-text.js';
import type { Lesson } from '../../lessons/types.js';
import { type AuthorMessages, authorMessages } from '../../messages/author.js';
import { playReport } from '../author/play-report.js';
import { progressLine } from '../author/progress-line.js';
import { playRecorded, type RecordedPlays } from '../author/recorded.js';
import { summed, type Tally, type Tested, tallyOf } from '../author/tally.js';
import type { Environment } from '../environment.js';
import { junitReport } from '../junit.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

/**
 * `test [folder]`: every lesson played by every player, and its recorded scripts held to their transcripts; without a
 * folder the course that comes with the program. 1 if anything fails.
 */
export async function test(invocation: Invocation, environment: Environment): Promise<number> {
  const { operands, lang, messages } = invocation;
  const [folder, extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const [json, junit, update] = [isSet(invocation, 'json'), isSet(invocation, 'junit'), isSet(invocation, 'update')];
  if (json && junit) throw new UsageError(messages.excludes('--json', '--junit'));
  const m = authorMessages[lang];
  if (update && folder === undefined) throw new UsageError(m.updateNeedsFolder);
  const { lessons, broken } = folder === undefined ? courseLessons(environment) : ownLessons(folder, invocation);

  const progress = progressLine(environment);
  const tallies: Tally[] = [];
  for (const [at, lesson] of lessons.entries()) {
    const after = (share: number) => progress.show(m.testing({ id: lesson.id, at: at + 1, of: lessons.length, share }));
    tallies.push(await tallyOf(lesson, after));
  }
  await progress.clear();
  const recorded: RecordedPlays =
    folder === undefined
      ? { failures: new Map(), transcripts: 0, written: 0 }
      : playRecorded(lessons, { folder, update, lang, messages: m });

  const tested = [...broken, ...tallies.map((tally) => testedOf(tally, recorded, m))];
  const known = new Set(tested.map(({ id }) => id));
  for (const [id, failures] of recorded.failures) if (!known.has(id)) tested.push({ id, failures });
  const mistakes = summed(tallies.map((tally) => tally.mistakes));
  const { stdout } = environment;
  if (json) await stdout.write(`${JSON.stringify(asJson(tested, recorded, mistakes))}\n`);
  else if (junit)
    await stdout.write(
      junitReport(
        'test',
        tested.map(({ id, failures }) => ({ name: id, failures })),
      ),
    );
  else await stdout.write(playReport({ tested, mistakes, recorded, lang }));
  return tested.some(({ failures }) => failures.length > 0) ? 1 : 0;
}

function courseLessons(environment: Environment): { lessons: readonly Lesson[]; broken: readonly Tested[] } {
  const library = environment.library();
  return { lessons: library.entries.map(({ id }) => library.lesson(id)!), broken: [] };
}

function ownLessons(
  folder: string,
  { lang, messages }: Invocation,
): { lessons: readonly Lesson[]; broken: readonly Tested[] } {
  const folders = lessonFolders(folder);
  if (folders.length === 0) throw new UsageError(authorMessages[lang].noLessons({ folder }));
  const lessons: Lesson[] = [];
  const broken: Tested[] = [];
  for (const one of folders) {
    const source = readLessonFolder(one);
    if (!source.ok) throw new UsageError(messages.fileProblem[source.reason](source.path));
    const loaded = loadLesson(source.files);
    if ('lesson' in loaded) lessons.push(loaded.lesson);
    else broken.push({ id: one, failures: loaded.problems.map((p) => `${one}/${lessonProblemText(p, lang)}`) });
  }
  return { lessons, broken };
}

function testedOf(tally: Tally, recorded: RecordedPlays, m: AuthorMessages): Tested {
  const played = tally.failures.map((failure) => `${tally.id}: ${failureText(failure, m)}`);
  return { id: tally.id, tally, failures: [...played, ...(recorded.failures.get(tally.id) ?? [])] };
}

function failureText({ code, question, seed, typed, player }: PlayFailure, m: AuthorMessages): string {
  return m[code]({ question, seed, typed, player });
}

function asJson(tested: readonly Tested[], recorded: RecordedPlays, mistakes: Tally['mistakes']) {
  const counts = (of: Tally['mistakes']) => [...of].map(([id, count]) => ({ id, ...count }));
  return {
    format: 1,
    lessons: tested.map(({ id, tally, failures }) => ({
      id,
      ...(tally && { seeds: tally.seeds, questions: tally.questions, mistakes: counts(tally.mistakes) }),
      failures,
    })),
    transcripts: recorded.transcripts,
    written: recorded.written,
    mistakes: counts(mistakes),
  };
}
