import { describe, expect, test } from 'vitest';
import type { Library } from '../../src/host/index.js';
import { courseLibrary } from './course.js';
import { mount } from './mount.js';

const LEAVE = '\x1b[?2004l\x1b[?25h\x1b[?1049l';

describe('leaving', () => {
  test('q at home: two lines on the main screen, the terminal as it was', async () => {
    const tutor = await mount();
    expect(tutor.keyboard.raw).toBe(true);
    await tutor.type('q');
    expect(await tutor.code).toBe(0);
    await tutor.settled();
    expect(tutor.mainScreen()).toBe(true);
    expect(tutor.keyboard.raw).toBe(false);
    expect(tutor.text()).toBe('0 of 4 lessons finished.\nGo on with: backprop-tutor');
  });

  test('Ctrl-C anywhere exits 130 and says how to resume', async () => {
    const tutor = await mount({ lesson: 'chain-rule' });
    await tutor.type('\r', '3\r', '12', '\x03');
    expect(await tutor.code).toBe(130);
    await tutor.settled();
    expect(tutor.text()).toMatch(
      /^The chain rule: 1 of \d+ done, and saved\.\nGo on with: backprop-tutor learn chain-rule$/,
    );
  });

  test('a lesson only opened has all of it ahead', async () => {
    const tutor = await mount({ lesson: 'chain-rule' });
    await tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    await tutor.settled();
    expect(tutor.text()).toMatch(/^The chain rule: 0 of [1-9]\d* done/);
  });

  test('keys behind the one that leaves are nobody’s', async () => {
    const tutor = await mount();
    await tutor.type('q\r\r3\r');
    expect(await tutor.code).toBe(0);
    expect(tutor.recorded).toEqual([]);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
    ['SIGHUP', 129],
  ])('%s exits %i with the terminal restored', async (signal, code) => {
    const tutor = await mount({ lesson: 'chain-rule' });
    tutor.signals.emit(signal);
    expect(await tutor.code).toBe(code);
    expect(tutor.keyboard.raw).toBe(false);
    expect(tutor.written()).toContain(LEAVE);
    expect(tutor.signals.eventNames()).toEqual([]);
  });

  test('the keyboard is gone: so is the program', async () => {
    const tutor = await mount();
    tutor.keyboard.emit('end');
    expect(await tutor.code).toBe(129);
  });
});

describe('a bug', () => {
  test('anywhere: the terminal is restored, the message comes after that, exit code 70', async () => {
    const tutor = await mount();
    tutor.signals.emit('uncaughtException', new Error('a bug for this test'));
    expect(await tutor.code).toBe(70);
    expect(tutor.complaints.join('')).toContain('a bug for this test');
    expect(tutor.written().indexOf(LEAVE)).toBeGreaterThan(0);
    expect(tutor.keyboard.raw).toBe(false);
  });

  test('in what a key does', async () => {
    const broken: Library = {
      ...courseLibrary(),
      lesson: () => {
        throw new Error('the lesson is torn');
      },
    };
    const tutor = await mount({ library: broken });
    await tutor.type('\r');
    expect(await tutor.code).toBe(70);
    expect(tutor.complaints.join('')).toContain('the lesson is torn');
  });

  test('while rendering', async () => {
    const course = courseLibrary();
    const torn: Library = { ...course, entries: [{ ...course.entries[0]!, title: null as never }] };
    const tutor = await mount({ library: torn });
    expect(await tutor.code).toBe(70);
    expect(tutor.keyboard.raw).toBe(false);
  });
});

describe('a journal that cannot be written', () => {
  test('is said once, learning goes on, and nothing is called saved', async () => {
    const tutor = await mount({ lesson: 'chain-rule', full: 'ENOSPC' });
    expect(tutor.text()).toContain('Progress cannot be saved (ENOSPC). You can go on learning.');
    await tutor.type('\r', '3\r');
    expect(tutor.text()).not.toContain('ENOSPC');
    expect(tutor.text()).toContain('3.00');
    await tutor.type('\x03');
    expect(await tutor.code).toBe(130);
    await tutor.settled();
    expect(tutor.text()).toContain('could not be saved');
  });
});

test('lines that cannot be read are told of once, not at every start', async () => {
  const first = await mount({ broken: [3, 7] });
  expect(first.text()).toContain('2 lines of the journal');
  expect(first.recorded).toEqual([expect.objectContaining({ type: 'noted', broken: 2 })]);
  const second = await mount({ broken: [3, 7], events: first.recorded });
  expect(second.text()).not.toContain('lines of the journal');
  const third = await mount({ broken: [3, 7, 9], events: first.recorded });
  expect(third.text()).toContain('3 lines of the journal');
});

test('what could not be read at the start is said, one thing at a time, until a key is pressed', async () => {
  const tutor = await mount({ broken: [3, 7], setAside: '/home/learner/settings.json.broken', columns: 120 });
  expect(tutor.text()).toContain('2 lines of the journal could not be read and were passed over');
  await tutor.type('j');
  expect(tutor.text()).toContain(
    'The settings could not be read; they were kept as /home/learner/settings.json.broken',
  );
  await tutor.type('k');
  expect(tutor.text()).not.toContain('could not be read');
});

describe('what is written', () => {
  test('a key typed into the field costs at most 1 kB', async () => {
    const tutor = await mount({ lesson: 'chain-rule' });
    await tutor.type('\r');
    const before = tutor.written().length;
    await tutor.type('4');
    expect(tutor.written().length - before).toBeLessThan(1000);
  });

  test('Ctrl-L draws everything anew', async () => {
    const tutor = await mount({ lesson: 'chain-rule' });
    const rows = tutor.rows();
    const before = tutor.written().length;
    await tutor.type('\x0c');
    expect(tutor.written().slice(before)).toContain('\x1b[2J');
    expect(tutor.rows()).toEqual(rows);
  });
});
