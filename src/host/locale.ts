/** What the environment says about the learner's language and the terminal's characters. */
export interface Locale {
  readonly lang: 'en' | 'zh';
  readonly glyphs: 'unicode' | 'ascii';
}

/**
 * Reads the POSIX locale variables. The language is the messages' (`LC_ALL`, `LC_MESSAGES`, `LANG`), the glyphs follow the
 * character type (`LC_ALL`, `LC_CTYPE`, `LANG`): the C locale and charsets that are not UTF-8 get ASCII; nothing set
 * gets Unicode, as containers set nothing though their terminals show it. `system` (a BCP 47 tag, from `Intl`) decides
 * the language where no variable does, as on Windows.
 */
export function localeOf(env: NodeJS.ProcessEnv, system = ''): Locale {
  const messages = env.LC_ALL || env.LC_MESSAGES || env.LANG || system;
  const characters = env.LC_ALL || env.LC_CTYPE || env.LANG || '';
  return { lang: /^zh\b|^zh_/i.test(messages) ? 'zh' : 'en', glyphs: isAscii(characters) ? 'ascii' : 'unicode' };
}

function isAscii(characters: string): boolean {
  if (characters === 'C' || characters === 'POSIX') return true;
  const charset = /\.([^@]+)/.exec(characters)?.[1];
  return charset !== undefined && !/^utf-?8$/i.test(charset);
}
