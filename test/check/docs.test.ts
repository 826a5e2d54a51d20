import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backpropTutor } from '../cli/support/world.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/check.md'), 'utf8');

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(page)![1]!;
}

test('the example in docs/check.md prints what the page says', async () => {
  const { stdout } = await backpropTutor(['check', 'example.py'], { files: { 'example.py': block('python') } });
  expect(stdout.trimEnd()).toBe(block('text').trimEnd());
});
