import { levels } from './drill/levels.js';
import type { JournalEvent } from './types.js';

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

// Checked by hand and not by a schema: a year's journal has to be read before the home screen is missed.
const text: Check = (value) => typeof value === 'string';
const count: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const finite: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const yesOrNo: Check = (value) => typeof value === 'boolean';
const day: Check = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
const moment: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

function oneOf(...words: readonly string[]): Check {
  const known = new Set<unknown>(words);
  return (value) => known.has(value);
}

function optional(check: Check): Check {
  return (value) => value === undefined || check(value);
}

function listOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

function object(checks: Readonly<Record<string, Check>>): Check {
  const names = Object.keys(checks);
  const tests = Object.values(checks);
  return (value) => {
    if (typeof value !== 'object' || value === null) return false;
    for (let at = 0; at < names.length; at++) if (!tests[at]!((value as Fields)[names[at]!])) return false;
    return true;
  };
}

const bareEvent = oneOf('hint', 'nudge', 'why', 'reveal', 'skip', 'next', 'back', 'undo');
const lessonEvent: Check = (value) => {
  if (typeof value !== 'object' || value === null) return false;
  const { type, text: typed } = value as Fields;
  return type === 'answer' ? typeof typed === 'string' : bareEvent(type);
};
const verdict = optional(oneOf('right', 'wrong', 'unclear', 'unreadable'));
const ofLesson = { at: moment, lesson: text, facts: text };
const card = object({ stability: finite, difficulty: finite, due: day, last: day, reps: count, lapses: count });
const remembered = object({ card, clean: optional(count) });

const checks: Readonly<Record<JournalEvent['type'], Check>> = {
  open: object({ ...ofLesson, seed: count, habits: optional(listOf(text)) }),
  step: object({
    ...ofLesson,
    event: lessonEvent,
    question: optional(text),
    verdict,
    mistake: optional(text),
    skill: optional(text),
    done: count,
    total: count,
    finished: yesOrNo,
  }),
  reset: object({ at: moment, lesson: text }),
  noted: object({ at: moment, broken: count }),
  drill: object({
    at: moment,
    kind: oneOf('practice', 'test-out', 'placement', 'test'),
    sitting: optional(oneOf('before', 'after', 'later')),
    seed: count,
    total: count,
    skills: optional(listOf(text)),
    level: optional(oneOf(...levels)),
  }),
  drilled: object({
    at: moment,
    drill: optional(text),
    exercise: object({
      skill: text,
      level: oneOf(...levels),
      seed: count,
      exposes: optional(text),
      single: optional(yesOrNo),
    }),
    facts: text,
    event: lessonEvent,
    question: optional(text),
    verdict,
    mistake: optional(text),
    skill: optional(text),
    changes: optional(listOf(object({ id: text, now: (value) => value === null || remembered(value) }))),
    done: count,
    right: count,
    total: count,
  }),
};

/**
 * An event of the journal, read from JSON. `unknown`: of a type that this program does not know, or of a newer version
 * that it does not understand. `broken`: anything else.
 */
export function readEvent(data: unknown): JournalEvent | 'broken' | 'unknown' {
  if (typeof data !== 'object' || data === null) return 'broken';
  const { v, type } = data as Fields;
  if (!Number.isInteger(v) || (v as number) < 1 || typeof type !== 'string') return 'broken';
  if (!Object.hasOwn(checks, type)) return 'unknown';
  if (checks[type as JournalEvent['type']](data)) return data as JournalEvent;
  return (v as number) > 1 ? 'unknown' : 'broken';
}
