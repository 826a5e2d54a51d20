import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as engine from '../../src/engine/index.js';

const page = readFileSync(new URL('../../docs/engine.md', import.meta.url), 'utf8');

/** An example's statements, and what it says that the ones marked `// →` or `// ≈` give. */
function script(blocks: readonly string[]): { code: string; count: number } {
  let count = 0;
  const lines = blocks
    .join('\n')
    .split('\n')
    .map((line) => {
      const marked = /^(.*?);\s*\/\/ (→|≈) (.*)$/.exec(line);
      if (marked === null) return line.startsWith('import ') ? '' : line;
      const [, expression, sign, want] = marked as unknown as [string, string, string, string];
      count++;
      return `check(${JSON.stringify(line)}, ${expression}, ${want}, ${sign === '→'});`;
    });
  return { code: lines.join('\n'), count };
}

describe('docs/engine.md', () => {
  it('says what is so: its examples, run from top to bottom', () => {
    const blocks = [...page.matchAll(/```js\n(.*?)```/gs)].map((match) => match[1]!);
    const { code, count } = script(blocks);
    expect(count).toBeGreaterThan(25);
    const checked: string[] = [];
    const check = (line: string, got: unknown, want: unknown, exactly: boolean): void => {
      checked.push(line);
      if (exactly) expect(got, line).toEqual(want);
      else {
        const [gotNumbers, wantNumbers] = [[got].flat(8), [want].flat(8)] as [number[], number[]];
        for (const [k, entry] of gotNumbers.entries()) expect(entry, line).toBeCloseTo(wantNumbers[k]!, 5);
      }
    };
    const names = Object.keys(engine);
    new Function('check', ...names, code)(check, ...Object.values(engine));
    expect(checked.length).toBe(count);
  });
});
