import { type Line, toText } from '../../diagram/index.js';
import type { Lang } from '../../lessons/types.js';
import { wrap } from '../../lessons/view/wrap.js';
import { type PlainMessages, plainMessages } from '../../messages/plain.js';
import { type TuiMessages, tuiMessages } from '../../messages/tui.js';
import type { PlainOptions } from './options.js';

/** Narrower terminals break lines themselves. */
const NARROWEST = 20;

/** Says lines, in the language that the learner reads now. */
export class Teller {
  lang: Lang;
  private readonly columns: () => number;
  private readonly put: (text: string) => void;

  constructor({ lang, columns }: PlainOptions, put: (text: string) => void) {
    this.lang = lang;
    this.columns = columns;
    this.put = put;
  }

  get words(): PlainMessages {
    return plainMessages[this.lang];
  }

  /** The words that the screens say too. */
  get shared(): TuiMessages {
    return tuiMessages(this.lang);
  }

  /** Cells of a line; the last one is left free, as some terminals break there. */
  get width(): number {
    return Math.max(NARROWEST, this.columns() - 1);
  }

  /** A sentence, broken between words. */
  say(text: string): void {
    this.put(toText(wrap([{ text, role: 'plain' }], this.width)));
  }

  /** Lines as they are; nothing for empty ones. */
  lines(some: readonly Line[]): void {
    const text = toText(some);
    if (text.trim() !== '') this.put(text);
  }

  /** Lines broken between words. */
  wrapped(some: readonly Line[]): void {
    this.lines(some.flatMap((line) => wrap(line, this.width)));
  }
}
