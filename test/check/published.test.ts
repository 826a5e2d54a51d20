import { describe, expect, test } from 'vitest';
import { checkSource } from '../../src/check/index.js';
import { fixture, fixtureNames } from './fixtures.js';
import { planted } from './planted.js';

describe('code as it was published', () => {
  test.each(fixtureNames)('%s is judged all right', (name) => {
    const { verdicts, outcome } = checkSource(fixture(name));
    expect(verdicts.filter(({ status }) => !['exact', 'given'].includes(status))).toEqual([]);
    expect(outcome).toBe('right');
  });
});

describe('the same code with one mistake planted', () => {
  test.each(planted)('$file: $wrong is $mistake', ({ file, right, wrong, mistake, blamed }) => {
    const source = fixture(file);
    expect(source.split(right)).toHaveLength(2);
    const changed = source.replace(right, wrong);
    const { verdicts, outcome } = checkSource(changed);
    const found = verdicts.filter(({ status }) => status === 'wrong' || status === 'shape');
    expect(found.map((verdict) => 'mistake' in verdict && verdict.mistake?.code)).toEqual([mistake]);
    expect(changed.split('\n')[found[0]!.line - 1]).toContain(blamed ?? wrong.trim());
    expect(outcome).toBe('wrong');
  });
});
