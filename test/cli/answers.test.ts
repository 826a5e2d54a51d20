import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAnswers } from '../../src/cli/script/answers.js';

test('a line answers the question it names, or whatever is asked', () => {
  expect(parseAnswers('q: 3\n-4\nall/f.z: q*z\n').lines).toEqual([
    { line: 1, id: 'q', event: { type: 'answer', text: '3' } },
    { line: 2, event: { type: 'answer', text: '-4' } },
    { line: 3, id: 'all/f.z', event: { type: 'answer', text: 'q*z' } },
  ]);
});

test('commands follow a colon, with or without an id; a Chinese colon is one too', () => {
  expect(parseAnswers(':hint\nfz: :nudge\nfz： ：reveal').lines.map(({ id, event }) => [id, event.type])).toEqual([
    [undefined, 'hint'],
    ['fz', 'nudge'],
    ['fz', 'reveal'],
  ]);
});

test('comments and empty lines are passed over, and lines keep their numbers', () => {
  expect(parseAnswers('# a play\r\n\r\n  \r\nq: 3').lines).toMatchObject([{ line: 4, id: 'q' }]);
});

test('dz = 3 is an answer, not an id', () => {
  expect(parseAnswers('dz = 3').lines).toMatchObject([{ event: { text: 'dz = 3' } }]);
});

test('an unknown command is reported with its line and the near one', () => {
  expect(parseAnswers('q: 3\n:hnt').problems).toEqual([
    { line: 2, code: 'unknown-command', params: { command: 'hnt', near: 'hint' } },
  ]);
});

test('any text is read without a throw, a line giving at most one event', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), (text) => {
      const { lines, problems } = parseAnswers(text);
      expect(lines.length + problems.length).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
    }),
    { seed: 1, numRuns: 300 },
  );
});
