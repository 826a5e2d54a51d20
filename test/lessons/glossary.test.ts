import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { course } from '../../src/lessons/course.js';
import { glossary } from '../../src/lessons/glossary/index.js';
import { termsWith } from '../../src/lessons/terms.js';
import { type Lang, langs } from '../../src/lessons/types.js';

const order = course.flatMap(({ lessons }) => lessons);
const golden = join(import.meta.dirname, '../golden');

const library = join(import.meta.dirname, '../../src/lessons/library');

/** What a lesson says, in its prose and when it is played. */
function saidIn(lesson: string, lang: Lang): string {
  const files = [join(library, lesson, `${lang}.md`), join(golden, `${lesson}.${lang}.unicode.txt`)];
  return files.map((file) => readFileSync(file, 'utf8').toLowerCase()).join();
}

/** The stems of a term's words, by any of which a text that speaks of it is known. */
const stems = {
  en: (name: string) => (name.toLowerCase().match(/[a-z-]{4,}/g) ?? []).map((word) => word.slice(0, 6)),
  zh: (name: string) => name.match(/[\w-]{2,}|(?<![\u4e00-\u9fff])[\u4e00-\u9fff]/g) ?? [],
};

describe('the glossary', () => {
  test('stands in the order of the course, and has every term once in each language', () => {
    const lessons = glossary.map(({ lesson }) => order.indexOf(lesson));
    expect(lessons).toEqual([...lessons].sort((a, b) => a - b));
    for (const lang of langs) {
      const names = glossary.map((term) => term[lang].name);
      expect(new Set(names).size).toBe(names.length);
    }
  });

  test.each(glossary.map((term) => [term.en.name, term] as const))(
    '%s: the lesson that is named speaks of it, in both languages; one or two sentences explain it',
    (_, term) => {
      for (const lang of langs) {
        const { name, text } = term[lang];
        const said = saidIn(term.lesson, lang);
        expect(stems[lang](name).filter((stem) => said.includes(stem))).not.toEqual([]);
        expect(text.match(lang === 'en' ? /[.?](?= |$)/g : /。/g)?.length).toBeLessThanOrEqual(3);
        expect(text).not.toMatch(
          lang === 'en' ? /[\u4e00-\u9fff！]/ : /[!;?]|[\u4e00-\u9fff]`?[a-z0-9]|[a-z0-9]`?[\u4e00-\u9fff]/i,
        );
      }
    },
  );

  test('is searched in both languages: names first, explanations only where no name has it', () => {
    const names = (search: string) => termsWith(glossary, search).map((term) => term.en.name);
    expect(names('上游')).toEqual(['upstream gradient']);
    expect(names('LOCAL')).toEqual(['local gradient']);
    expect(names('hinge')).toEqual(['hinge loss']);
    expect(names('computational')).toEqual(['circuit']);
    expect(names('')).toHaveLength(glossary.length);
    expect(names('no such word')).toEqual([]);
  });

  test('is a page of the docs too', async () => {
    const sections = order.flatMap((id) => {
      const terms = glossary.filter(({ lesson }) => lesson === id);
      if (terms.length === 0) return [];
      const lines = terms.map(({ en, zh }) => `**${en.name}** · **${zh.name}**\n\n- ${en.text}\n- ${zh.text}`);
      return [`## ${order.indexOf(id) + 1} ${id}`, ...lines];
    });
    const head =
      '# Glossary · 术语表\n\nEach term stands under the lesson in which it is first met. 每个术语列在最先遇到它的那一课之下。';
    await expect(`${[head, ...sections].join('\n\n')}\n`).toMatchFileSnapshot('../../docs/glossary.md');
  });
});
