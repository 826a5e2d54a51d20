import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AnswerLine, parseAnswers } from '../../src/cli/script/answers.js';
import { toText } from '../../src/diagram/index.js';
import { type LessonState, openLesson, phaseOf, resume, start, step, view } from '../../src/lessons/index.js';
import type { Lesson, LessonEvent } from '../../src/lessons/types.js';
import { courseLibrary } from './course.js';
import { mount } from './mount.js';

const golden = new URL('../golden/', import.meta.url);
const played = readdirSync(golden).flatMap((file) => (file.endsWith('.answers') ? [file.slice(0, -8)] : []));
const library = courseLibrary(played);

function answersOf(id: string): readonly AnswerLine[] {
  const text = readFileSync(new URL(`${id}.answers`, golden), 'utf8');
  const { lines, problems } = parseAnswers(text);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return lines;
}

/** The scripted mode as its definition says: a fold of the file's events, prose and what is answered going on by itself. */
function folded(lesson: Lesson, lines: readonly AnswerLine[]): { state: LessonState; keys: readonly string[] } {
  const queue = lines.map(({ event }) => event);
  const keys: string[] = [];
  let state = start(openLesson(lesson, 1));
  for (let phase = phaseOf(state); phase !== 'finished'; phase = phaseOf(state)) {
    const event: LessonEvent | undefined = phase === 'asking' ? queue.shift() : { type: 'next' };
    if (!event) throw new Error('the answers end early');
    keys.push(keysFor(event));
    state = step(state, event).state;
  }
  return { state, keys };
}

function keysFor(event: LessonEvent): string {
  if (event.type === 'next') return '\r';
  return event.type === 'answer' ? `${event.text}\r` : `:${event.type}\r`;
}

/** All of a state but the lesson it was opened from, which is the same object anyway. */
function stateOnly({ open: _, ...rest }: LessonState) {
  return rest;
}

describe.each(played)('%s, typed from its golden answers', (id) => {
  const lesson = library.lesson(id)!;
  const { state, keys } = folded(lesson, answersOf(id));
  const summary = toText(view(state, { width: 76, glyphs: 'unicode', lang: 'en' }).prose)
    .split('\n')
    .filter((line) => line.trim() !== '');

  test.each([
    ['in one burst, before anything is drawn', (all: readonly string[]) => ({ ahead: all.join(''), later: [] })],
    ['answer by answer', (all: readonly string[]) => ({ ahead: '', later: all })],
  ])('ends as the script does: %s', async (_, split) => {
    const { ahead, later } = split(keys);
    const tutor = await mount({ lesson: id, typedAhead: ahead, library });
    for (const key of later) await tutor.type(key);
    const typed = resume(openLesson(lesson, 1), tutor.recorded);
    expect(phaseOf(typed)).toBe('finished');
    expect(stateOnly(typed)).toEqual(stateOnly(state));
    expect(tutor.text()).toContain(summary[0]!.trim());
    await tutor.type('q');
    expect(await tutor.code).toBe(0);
  });
});
