import { fileURLToPath } from 'node:url';
import { programName } from './cli/command-line.js';
import type { Practice, TutorRequest } from './cli/environment.js';
import { nodeStreams } from './cli/node-environment.js';
import { runProgram } from './cli/program.js';
import { openLibrary } from './host/library.js';
import { localeOf } from './host/locale.js';
import { cli } from './messages/cli.js';

/** The package's version; the build puts it here. */
declare const VERSION: string;

/** Exit code for a bug, as in sysexits.h. */
const softwareError = 70;

const { env } = process;
// Where no variable says it, Intl is asked; of all its parts the plural rules load least: 1 ms, not 10.
const asked = env.LC_ALL || env.LC_MESSAGES || env.LANG;
const locale = localeOf(env, asked ? '' : new Intl.PluralRules().resolvedOptions().locale);

/** Loads the tutor, which the other commands never need, and hands it its part of the world. */
async function openTutor({
  library,
  lesson,
  watch,
  drill,
  playground,
  lang,
  color,
  plain,
}: TutorRequest): Promise<number> {
  // Chalk knows FORCE_COLOR but not NO_COLOR, and reads it when it is first imported.
  if (!color || env.NO_COLOR) env.FORCE_COLOR = '0';
  const [
    { noJournal, openJournal },
    { openSettings },
    { places },
    { systemClock },
    { writeNewFolder },
    { learningDay },
  ] = await Promise.all([
    import('./host/journal.js'),
    import('./host/settings.js'),
    import('./host/places.js'),
    import('./host/clock.js'),
    import('./host/new-folder.js'),
    import('./lessons/drill/day.js'),
  ]);
  const { journal, settings } = places(env, process.platform);
  const settingsFile = openSettings(settings);
  // Read once: a broken file is set aside by the first reading, and only that one tells.
  const read = settingsFile.read();
  const world = {
    library,
    ...(lesson !== undefined && { lesson }),
    ...(drill !== undefined && { drill }),
    dayOf: learningDay((at) => -at.getTimezoneOffset()),
    lang: lang ?? read.settings.lang ?? locale.lang,
    glyphs: read.settings.glyphs ?? locale.glyphs,
    journal: watch === undefined ? openJournal(journal) : noJournal,
    settings: { ...settingsFile, read: () => read },
    clock: systemClock,
    writeFolder: writeNewFolder,
    command: programName,
  };
  const { stdin, stdout, stderr } = process;
  // The playground, and a lesson that is watched, are nothing but screens.
  if (plain ?? (playground === undefined && watch === undefined && read.settings.plain))
    return (await import('./cli/plain/run-plain.js')).runPlain(world, { stdin, stdout });
  const theme = read.settings.theme ?? 'dark';
  const motion = read.settings.motion ?? !env.NO_MOTION;
  return (await import('./tui/index.js')).runTutor({
    ...world,
    ...(watch !== undefined && { watch }),
    ...(playground !== undefined && { playground }),
    theme,
    motion,
    stdin,
    stdout,
    stderr,
    env,
  });
}

/** What the learner did so far; the commands that ask for it are few. */
async function practice(): Promise<Practice> {
  const [{ openJournal }, { places }, { learningDay }] = await Promise.all([
    import('./host/journal.js'),
    import('./host/places.js'),
    import('./lessons/drill/day.js'),
  ]);
  const journal = openJournal(places(env, process.platform).journal);
  return { journal, now: new Date(), dayOf: learningDay((at) => -at.getTimezoneOffset()) };
}

/** Runs the program, and says what broke if it breaks. */
async function main(): Promise<void> {
  try {
    process.exitCode = await runProgram(process.argv.slice(2), {
      ...locale,
      ...nodeStreams(process),
      version: VERSION,
      library: () => openLibrary(fileURLToPath(new URL('./library', import.meta.url))),
      practice,
      openTutor,
    });
  } catch (error) {
    process.stderr.write(`${cli[locale.lang].crashed(VERSION)}\n${error instanceof Error ? error.stack : error}\n`);
    process.exitCode = softwareError;
  }
}

void main();
