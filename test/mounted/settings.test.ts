import { describe, expect, test } from 'vitest';
import { type Mounted, mount } from './mount.js';
import { screens } from './screens.js';

const menuOf = (lang: 'en' | 'zh') =>
  lang === 'en'
    ? {
        theme: 'next theme (dark)',
        light: 'Theme: light.',
        ascii: 'now plain ASCII',
        off: 'now off',
        other: '改用中文',
      }
    : {
        theme: '换一个主题（深色）',
        light: '主题：浅色。',
        ascii: '现在用 ASCII',
        off: '现在关闭',
        other: 'switch to English',
      };

/** Chooses the row of the menu that holds a text. */
async function choose(tutor: Mounted, text: string): Promise<void> {
  await tutor.escape();
  const rows = tutor.rows();
  const [first, wanted] = [
    rows.findIndex((row) => row.includes(' ▸ ') || row.startsWith(' > ')),
    rows.findIndex((row) => row.includes(text)),
  ];
  expect(wanted, `${text} in\n${rows.join('\n')}`).toBeGreaterThan(0);
  await tutor.type('j'.repeat(wanted - first), '\r');
}

describe.each(screens)('settings in %s at %i x %i', (lang, columns, rows) => {
  const words = menuOf(lang);

  test('are changed from the menu of the list of lessons, said, and kept', async () => {
    const tutor = await mount({ lang, columns, rows, motion: true });
    await choose(tutor, words.theme);
    expect(tutor.text()).toContain(words.light);
    await choose(tutor, lang === 'en' ? 'motion (now on)' : '动画（现在开启）');
    expect(tutor.text()).toContain(words.off);
    await choose(tutor, words.other);
    expect(tutor.settings()).toEqual({ theme: 'light', motion: false, lang: lang === 'en' ? 'zh' : 'en' });
  });

  test('are changed in a drill too, and the question stays', async () => {
    const tutor = await mount({ lang, columns, rows, drill: { kind: 'practice', seed: 2 } });
    const question = tutor.rows().find((row) => row.includes('∂'))!;
    await tutor.type('12');
    await choose(tutor, lang === 'en' ? 'characters' : '画计算图用的字符');
    expect(tutor.settings()).toEqual({ glyphs: 'ascii' });
    expect(tutor.text()).not.toContain(question.trim());
    expect(tutor.text()).toMatch(/#===#/);
    expect(tutor.text(), 'what was typed is still there').toMatch(/> 12$/m);
    await tutor.escape();
    expect(tutor.text()).toContain(words.ascii);
  });

  test('the length of a drill is chosen by its key, said beside the drills, kept, and taken', async () => {
    const tutor = await mount({ lang, columns, rows });
    const length = (count: number) => (lang === 'en' ? `${count} exercises` : `每次 ${count} 题`);
    expect(tutor.rows().at(-1)).not.toMatch(/ n /);
    await tutor.type('g');
    expect(tutor.rows().find((row) => row.includes('▸'))).toContain(length(12));
    expect(tutor.rows().at(-1)).toMatch(lang === 'en' ? / n length/ : / n 题数/);
    for (const count of [20, 5]) {
      await tutor.type('n');
      expect(tutor.rows().find((row) => row.includes('▸'))).toContain(length(count));
    }
    expect(tutor.settings()).toEqual({ exercises: 5 });
    await tutor.type('\r');
    expect(tutor.rows()[0]).toMatch(/1 \/ 5$/);
    const later = await mount({ lang, columns, rows, chosen: tutor.settings(), drill: { kind: 'practice' } });
    expect(later.rows()[0]).toMatch(/1 \/ 5$/);
    const told = await mount({ lang, columns, rows, chosen: tutor.settings(), drill: { kind: 'practice', count: 2 } });
    expect(told.rows()[0]).toMatch(/1 \/ 2$/);
  });

  test('every theme can be had by its key, and the last leads to the first', async () => {
    const tutor = await mount({ lang, columns, rows });
    const themes: unknown[] = [];
    for (let press = 0; press < 4; press++) {
      await tutor.type('T');
      themes.push(tutor.settings().theme);
    }
    expect(themes).toEqual(['light', 'contrast', 'none', 'dark']);
  });
});
