import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mistakesIn } from '../../src/lessons/drill/memory.js';
import { mistakeName, otherCodes } from '../../src/messages/mistake-names.js';
import { chainMistakeIds, gateMistakeIds, tensorMistakeIds } from '../../src/messages/mistakes.js';

const lessons = join(import.meta.dirname, '../../src/lessons');
const named: readonly string[] = [...gateMistakeIds, ...chainMistakeIds, ...tensorMistakeIds];
const others = otherCodes.filter((code) => !named.includes(code));

const head = `# Codes of mistakes · 错误代码

These stand in the column \`mistake\` of \`backprop-tutor export\`, in the events of \`run --json\`, and in the journal. A code
never changes its meaning, so exports of different versions and of a whole class can be added up. Two mistakes in one answer
are joined by \`+\`, such as \`sign+no-upstream\`. Those with a mark are asked for again in drills until they were avoided
three times; the others are only counted.

\`backprop-tutor export\` 的 \`mistake\` 一列、\`run --json\` 的事件和日志里用的就是这些代码。代码的含义不会改变，因此不同版本、
整个班级的导出可以直接相加。一个答案里有两处错误时用 \`+\` 相连，例如 \`sign+no-upstream\`。
有标记的，练习会再考，直到三次没有再犯；其余的只计数。`;

function table(title: string, codes: readonly string[]): string {
  const rows = codes.map((code) => {
    const cells = [
      `\`${code}\``,
      mistakeName(code, 'en'),
      mistakeName(code, 'zh'),
      mistakesIn(code).length > 0 ? '✓' : '',
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `## ${title}`,
    '',
    '| code · 代码 | English | 中文 | asked again · 再考 |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

describe('the code of a mistake', () => {
  test('stands in the docs with its meaning in both languages', async () => {
    const page = [
      head,
      table('Along the chain · 沿着链', chainMistakeIds),
      table('At single gates · 各个门', gateMistakeIds),
      table('At vectors, matrices and losses · 向量、矩阵与损失', tensorMistakeIds),
      table('At other questions · 其他问题', others),
    ];
    await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('../../docs/mistakes.md');
  });

  test('is listed once, wherever in the lessons it is given', () => {
    const codes = [...named, ...others];
    expect(new Set(codes).size).toBe(codes.length);
    const given = readdirSync(lessons, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        [...readFileSync(join(lessons, file), 'utf8').matchAll(/mistake: '([^']+)'/g)].map(([, code]) => code!),
      );
    expect(given.length).toBeGreaterThan(10);
    expect(given.filter((code) => !codes.includes(code))).toEqual([]);
  });

  test('has a name of its own in English and in Chinese', () => {
    for (const lang of ['en', 'zh'] as const) {
      const names = [...named, ...others].map((code) => mistakeName(code, lang));
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });
});
