import { describe, expect, test } from 'vitest';
import { type Library, libraryOf } from '../../src/host/library.js';
import type { Reading, WatchedLesson } from '../../src/host/watched-lesson.js';
import { lintLesson } from '../../src/lessons/author/lint.js';
import { newLesson } from '../../src/lessons/author/template.js';
import { glossary } from '../../src/lessons/glossary/index.js';
import { lessonProblemText } from '../../src/lessons/problem-text.js';
import { mount } from './mount.js';

const course: Pick<Library, 'glossary'> = { glossary: () => glossary };

/** A folder that a test saves into. */
function folder() {
  const files = new Map(newLesson('mine'));
  let saved: () => void = () => {};
  const watch: WatchedLesson = {
    folder: './mine',
    read(): Reading {
      const { lesson, errors, warnings } = lintLesson(files);
      return {
        ...(lesson && { library: libraryOf(lesson, course) }),
        problems: (lang) => errors.map((problem) => lessonProblemText(problem, lang)),
        warnings: warnings.length,
      };
    },
    changes: {
      async *[Symbol.asyncIterator]() {
        for (;;) {
          await new Promise<void>((resolve) => {
            saved = resolve;
          });
          yield;
        }
      },
    },
  };
  return {
    watch,
    save(name: string, from: string, to: string) {
      const before = files.get(name)!;
      if (!before.includes(from)) throw new Error(`${name} has no ${from}`);
      files.set(name, before.replace(from, to));
      saved();
    },
  };
}

describe.each([
  [80, 24],
  [120, 40],
])('a lesson that is being written, at %i x %i', (columns, rows) => {
  test('is read again at a save: the place stays, and so does what is being typed', async () => {
    const { watch, save } = folder();
    const tutor = await mount({ columns, rows, watch });
    await tutor.type('\r', '-4\r', '\r', '\r', '1+');
    const asked = tutor.rows().find((row) => row.includes('› 1+'));
    save('en.md', '# A lesson of my own', '# A better lesson');
    await tutor.settled();
    expect(tutor.rows()[0]).toContain('A better lesson');
    expect(tutor.text()).toContain('› 1+');
    expect(tutor.text()).toContain('Read again.');
    save('lesson.yaml', 'steps:', 'steps:\n  - before');
    save('en.md', '## intro', '## before\n\nFirst.\n\n## intro');
    await tutor.settled();
    save('zh.md', '## intro', '## before\n\n先看。\n\n## intro');
    await tutor.settled();
    expect(tutor.rows()).toContain(asked);
    expect(tutor.rows()[0]).toMatch(/4\/17$/);
  });

  test('broken, it says where, in either language; mended, it goes on at the same place', async () => {
    const { watch, save } = folder();
    const tutor = await mount({ columns, rows, watch });
    await tutor.type('\r');
    expect(tutor.text()).toContain('Forward first');
    save('lesson.yaml', 'value of s', 'value of ss');
    await tutor.settled();
    expect(tutor.text()).toContain('Mend this and save');
    expect(tutor.text()).toContain('lesson.yaml:25:18: the circuit has no ss; did you mean s?');
    await tutor.type('L');
    expect(tutor.text()).toContain('lesson.yaml:25:18: 计算图里没有 ss；是不是想写 s？');
    await tutor.type('L');
    await tutor.escape();
    expect(tutor.text()).toContain('Forward first');
    save('lesson.yaml', 'value of ss', 'value of sss');
    await tutor.settled();
    expect(tutor.text()).toContain('no sss');
    save('lesson.yaml', 'value of sss', 'value of s');
    await tutor.settled();
    expect(tutor.text()).not.toContain('Mend this and save');
    expect(tutor.rows().at(-1)).toContain('enter check');
  });

  test('broken from the beginning, it is waited for', async () => {
    const { watch, save } = folder();
    save('lesson.yaml', 'minutes: 5', 'minutes: five');
    const tutor = await mount({ columns, rows, watch, lang: 'zh' });
    expect(tutor.text()).toContain('lesson.yaml:5:10: 这里要写一个数，现在是 five');
    save('lesson.yaml', 'minutes: five', 'minutes: 5');
    await tutor.settled();
    expect(tutor.text()).toContain('我自己的一课');
    await tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    expect(tutor.text()).toContain('接着学：backprop-tutor learn ./mine --watch');
  });
});
