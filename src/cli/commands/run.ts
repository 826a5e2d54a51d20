import { isMistakeId, type Lang, type Lesson, mistakeIds, nearestMistake, openLesson } from '../../lessons/index.js';
import { mistakeName } from '../../messages/mistake-names.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { findLesson } from '../find-lesson.js';
import { readNamedFile } from '../named-file.js';
import { isSet, valueGiven, wholeNumber } from '../options.js';
import type { Invocation } from '../parse.js';
import { type AnswerProblem, parseAnswers } from '../script/answers.js';
import { answerProblemText } from '../script/problem-text.js';
import { type Player, playTranscript, type Transcript } from '../script/transcript.js';
import { UsageError } from '../usage-error.js';

/** What a transcript is unless told otherwise: the same on every machine, whatever its locale and terminal. */
const standard = { lang: 'en', width: 80, seed: 1 } as const;

const largestSeed = 2 ** 32 - 1;

/** `run <lesson>`: the lesson played from a script, as a transcript; 1 if a question was not answered right in the end. */
export async function run(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands } = invocation;
  const [word, extra] = operands;
  if (word === undefined && valueGiven(invocation, 'mistake') === 'list') return listMistakes(invocation, environment);
  if (word === undefined) {
    const example = commandLine('run', 'chain-rule', '--perfect');
    throw new UsageError(messages.missingOperand('<lesson>'), messages.likeThis(example));
  }
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const width = wholeNumber(invocation, 'width', 40, 1000) ?? standard.width;
  const glyphs = isSet(invocation, 'ascii') ? 'ascii' : 'unicode';
  const json = isSet(invocation, 'json');
  if (word === 'drill') {
    if (json) throw new UsageError(messages.unknownOption('--json', undefined));
    const { runDrill } = await import('./run-drill.js');
    const { player, source } = await readPlayer(word, invocation, environment);
    const lang = invocation.askedLang ?? standard.lang;
    return written(runDrill(invocation, player, { lang, width, glyphs }), source, invocation, environment);
  }
  const drills = drillsOnly.find((name) => isSet(invocation, name));
  if (drills !== undefined) throw new UsageError(messages.unknownOption(`--${drills}`, undefined));
  const seed = wholeNumber(invocation, 'seed', 0, largestSeed) ?? standard.seed;
  const { library, id } = await findLesson(word, invocation, environment);
  const lesson = library.lesson(id)!;
  const lang = transcriptLang(lesson, invocation);
  const { player, source } = await readPlayer(word, invocation, environment);
  const played = playTranscript(openLesson(lesson, seed), player, { lang, width, glyphs });
  const { right, events } = played;
  const text = json
    ? `${JSON.stringify({ format: 1, lesson: id, facts: lesson.facts, seed, right, events })}\n`
    : played.text;
  return written({ ...played, text }, source, invocation, environment);
}

/** Every mistake that a learner can be played with: its id, and what it is. */
async function listMistakes({ lang }: Invocation, { stdout }: Environment): Promise<number> {
  const widest = Math.max(...mistakeIds.map((id) => id.length));
  await stdout.write(mistakeIds.map((id) => `${id.padEnd(widest)}  ${mistakeName(id, lang)}\n`).join(''));
  return 0;
}

/** Options that have a meaning for `run drill` alone. */
const drillsOnly = ['skill', 'count', 'level', 'kind'] as const;

/** Writes a transcript out; resolves to the exit code. */
async function written(
  { text, right, problem }: Pick<Transcript, 'text' | 'right' | 'problem'>,
  source: string,
  invocation: Invocation,
  environment: Environment,
): Promise<number> {
  await environment.stdout.write(text);
  if (problem === undefined) return right ? 0 : 1;
  if (problem.code !== 'ends-early') throw answersError(source, [problem], invocation);
  await environment.stderr.write(`backprop-tutor: ${source}: ${answerProblemText(problem, invocation.lang)}\n`);
  return 1;
}

function transcriptLang(lesson: Lesson, { askedLang, messages }: Invocation): Lang {
  const lang = askedLang ?? (lesson.texts[standard.lang] ? standard.lang : 'zh');
  if (lesson.texts[lang] === undefined) throw new UsageError(messages.noLanguage(lesson.id, lang));
  return lang;
}

async function readPlayer(
  lesson: string,
  invocation: Invocation,
  environment: Environment,
): Promise<{ player: Player; source: string }> {
  const { messages } = invocation;
  const file = valueGiven(invocation, 'answers');
  const perfect = isSet(invocation, 'perfect');
  const mistake = valueGiven(invocation, 'mistake');
  if (file !== undefined && perfect) throw new UsageError(messages.excludes('--answers', '--perfect'));
  if (mistake !== undefined) {
    const other = file !== undefined ? '--answers' : '--perfect';
    if (file !== undefined || perfect) throw new UsageError(messages.excludes(other, '--mistake'));
    if (!isMistakeId(mistake)) {
      const list = commandLine('run', '--mistake', 'list');
      throw new UsageError(messages.unknownMistake(mistake, nearestMistake(mistake)), messages.allMistakes(list));
    }
    return { player: { mistake }, source: '' };
  }
  if (perfect) return { player: 'perfect', source: '' };
  if (file === undefined) {
    const ways = [['--perfect'], ['--mistake', 'no-upstream'], ['--answers', 'answers.txt'], ['--answers', '-']];
    throw new UsageError(
      messages.needsAnswers,
      ...ways.map((way) => messages.likeThis(commandLine('run', lesson, ...way))),
    );
  }
  const source = file === '-' ? 'stdin' : file;
  const text = file === '-' ? await environment.stdin.text() : readNamedFile(file, environment, messages);
  const { lines, problems } = parseAnswers(text);
  if (problems.length > 0) throw answersError(source, problems, invocation);
  return { player: { answers: lines }, source };
}

function answersError(source: string, problems: readonly AnswerProblem[], { lang }: Invocation): UsageError {
  const [first, ...more] = problems.map((problem) => `${source}:${problem.line}: ${answerProblemText(problem, lang)}`);
  return new UsageError(first!, ...more);
}
