import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { mostExercises } from '../lessons/drill/length.js';
import { errorCode } from './error-code.js';
import type { Written } from './journal.js';

/** What a learner chose to keep; what is left out follows the locale. */
export interface Settings {
  readonly lang?: 'en' | 'zh';
  readonly glyphs?: 'unicode' | 'ascii';
  readonly theme?: 'dark' | 'light' | 'contrast' | 'none';
  /** The program that was played with last. */
  readonly program?: string;
  /** Whether drawings move; left out, they do. */
  readonly motion?: boolean;
  /** How many exercises a practice has. */
  readonly exercises?: number;
  /** Whether the tutor is told in lines; left out, it has the screen. */
  readonly plain?: boolean;
}

const oneOf =
  (...values: readonly unknown[]) =>
  (value: unknown) =>
    values.includes(value);

/** What may stand in the file; fields of a newer version are kept, whatever they hold. */
const isAllowed: Readonly<Record<keyof Settings, (value: unknown) => boolean>> = {
  lang: oneOf('en', 'zh'),
  glyphs: oneOf('unicode', 'ascii'),
  theme: oneOf('dark', 'light', 'contrast', 'none'),
  motion: oneOf(true, false),
  plain: oneOf(true, false),
  exercises: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= mostExercises,
  program: (value) => typeof value === 'string',
};

/** The settings file. */
export interface SettingsFile {
  /** The settings; `setAside` names where an unreadable file was moved to. A missing file is no settings. */
  read(): { readonly settings: Settings; readonly setAside?: string };
  /** Replaces the file as a whole, so that a crash leaves the old one or the new one; never throws. */
  write(settings: Settings): Written;
}

/** The settings at `path`. */
export function openSettings(path: string): SettingsFile {
  return {
    read() {
      let text: string;
      try {
        text = readFileSync(path, 'utf8');
      } catch (error) {
        errorCode(error);
        return { settings: {} };
      }
      const settings = parseSettings(text);
      return settings ? { settings } : { settings: {}, ...setAside(path) };
    },
    write(settings) {
      const draft = `${path}.${process.pid}.new`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(draft, `${JSON.stringify(settings, undefined, 2)}\n`, { mode: 0o600 });
        renameSync(draft, path);
        return { ok: true };
      } catch (error) {
        return { ok: false, code: errorCode(error) };
      }
    },
  };
}

function parseSettings(text: string): Settings | undefined {
  try {
    const written: unknown = JSON.parse(text);
    if (typeof written !== 'object' || written === null || Array.isArray(written)) return undefined;
    const known = written as Settings;
    const names = Object.keys(isAllowed) as (keyof Settings)[];
    return names.every((name) => known[name] === undefined || isAllowed[name](known[name])) ? known : undefined;
  } catch {
    return undefined;
  }
}

function setAside(path: string): { readonly setAside?: string } {
  const aside = `${path}.broken`;
  try {
    renameSync(path, aside);
    return { setAside: aside };
  } catch (error) {
    errorCode(error);
    return {};
  }
}
