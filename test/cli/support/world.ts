import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment, TutorRequest } from '../../../src/cli/environment.js';
import { runProgram } from '../../../src/cli/program.js';
import { type Library, openJournal } from '../../../src/host/index.js';
import { learningDay } from '../../../src/lessons/drill/index.js';
import { glossary } from '../../../src/lessons/glossary/index.js';
import { courseNumber } from '../../../src/lessons/index.js';
import type { Lesson } from '../../../src/lessons/types.js';
import { courseLesson, lessonIds } from '../../lessons/support/lessons.js';

/** What a test may say about the world that a command runs in; everything else is a pipe on an English machine. */
export interface World {
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly lang?: Environment['lang'];
  readonly glyphs?: Environment['glyphs'];
  readonly interactive?: boolean;
  readonly conversing?: boolean;
  readonly columns?: number;
  readonly progress?: boolean;
  /** The folder that the journal is in; else one of this command's own, in which nothing was done yet. */
  readonly home?: string;
  readonly now?: Date;
}

/** What came of a command line. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly opened: TutorRequest | undefined;
}

const lessons = new Map<string, Lesson>(lessonIds.map((id) => [id, courseLesson(id)]));

/** The course as the program finds it, read from the lessons' folders. */
export const library: Library = {
  entries: [...lessons.values()]
    .map(({ id, part, minutes, facts, texts }) => {
      const title = { ...(texts.en && { en: texts.en.title }), ...(texts.zh && { zh: texts.zh.title }) };
      return { id, number: courseNumber(id)!, part, minutes, facts, title };
    })
    .sort((a, b) => a.number - b.number),
  glossary: () => glossary,
  lesson: (id) => lessons.get(id),
};

const homes = mkdtempSync(join(tmpdir(), 'bpt-homes-'));
process.on('exit', () => rmSync(homes, { recursive: true, force: true }));
let count = 0;

function freshHome(): string {
  return join(homes, String(count++));
}

/** Runs a command line in process, in a world of the test's own. */
export async function backpropTutor(args: readonly string[], world: World = {}): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    write: async (text: string) => {
      written[name] += text;
      return true;
    },
  });
  let opened: TutorRequest | undefined;
  const code = await runProgram(args, {
    version: '1.2.3',
    lang: world.lang ?? 'en',
    glyphs: world.glyphs ?? 'unicode',
    interactive: world.interactive ?? false,
    conversing: world.conversing ?? world.interactive ?? false,
    columns: world.columns,
    progress: world.progress ?? false,
    stdin: {
      text: async () => world.stdin ?? '',
      async *lines() {
        yield* (world.stdin ?? '').split('\n');
      },
    },
    stdout: output('stdout'),
    stderr: output('stderr'),
    readFile: (path) => {
      const text = world.files?.[path];
      return text === undefined ? { ok: false, reason: 'missing' } : { ok: true, text };
    },
    library: () => library,
    practice: async () => ({
      journal: openJournal(join(world.home ?? freshHome(), 'journal.jsonl')),
      now: world.now ?? new Date('2026-11-23T12:00:00Z'),
      dayOf: learningDay(() => 0),
    }),
    openTutor: async (request) => {
      opened = request;
      return 0;
    },
  });
  return { code, ...written, opened };
}
