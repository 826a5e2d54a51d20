import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'fixtures');

/** The names of the files of Python code that tests check. */
export const fixtureNames: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -3));

/** Python code as people write it. */
export function fixture(name: string): string {
  return readFileSync(join(folder, `${name}.py`), 'utf8');
}
