import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../src/cli/script/answers.js';
import { playTranscript } from '../src/cli/script/transcript.js';
import { textWidth } from '../src/diagram/index.js';
import { openLesson } from '../src/lessons/index.js';
import { courseLesson, lessonIds } from './lessons/support/lessons.js';

const golden = join(import.meta.dirname, 'golden');

/**
 * Whole lessons as a learner would play them, misses, hints and all: what the tutor says is reviewed by reading the
 * differences of these files. `npx vitest run test/golden.test.ts -u` writes them anew.
 */
describe.each(lessonIds)('the transcript of %s', (id) => {
  const answers = join(golden, `${id}.answers`);
  const open = openLesson(courseLesson(id));

  test('there are answers to play', () => {
    expect(existsSync(answers)).toBe(true);
  });

  for (const lang of ['en', 'zh'] as const) {
    for (const glyphs of ['unicode', 'ascii'] as const) {
      test(`${lang}, ${glyphs}`, async () => {
        const { lines, problems } = parseAnswers(readFileSync(answers, 'utf8'));
        expect(problems).toEqual([]);
        const played = playTranscript(open, { answers: lines }, { width: 80, glyphs, lang });
        expect(played.problem).toBeUndefined();
        expect(played.text.split('\n').filter((line) => textWidth(line) > 80)).toEqual([]);
        const shown = played.text.replace(/^\S+ > .*$/gm, '');
        if (glyphs === 'ascii' && lang === 'en') expect(shown).toMatch(/^[\x20-\x7e\n]*$/);
        await expect(played.text).toMatchFileSnapshot(join(golden, `${id}.${lang}.${glyphs}.txt`));
      });
    }
  }

  test('the engine’s own answers are all right', () => {
    const played = playTranscript(open, 'perfect', { width: 80, glyphs: 'unicode', lang: 'en' });
    expect(played.right).toBe(true);
  });
});
