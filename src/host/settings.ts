import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import { errorCode } from './error-code.js';
import type { Written } from './journal.js';

const schema = v.looseObject({
  lang: v.optional(v.picklist(['en', 'zh'])),
  glyphs: v.optional(v.picklist(['unicode', 'ascii'])),
  theme: v.optional(v.picklist(['dark', 'light', 'contrast', 'none'])),
  /** The program that was played with last. */
  program: v.optional(v.string()),
  /** Whether drawings move; left out, they do. */
  motion: v.optional(v.boolean()),
  /** Whether the tutor is told in lines; left out, it has the screen. */
  plain: v.optional(v.boolean()),
});

/** What a learner chose to keep; what is left out follows the locale. Fields of a newer version are kept. */
export type Settings = v.InferOutput<typeof schema>;

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
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : undefined;
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
