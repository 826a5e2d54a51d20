import { type Line, padTo, textWidth, toText } from '../../diagram/index.js';
import type { LessonEvent, LessonView, ViewOptions } from '../../lessons/index.js';
import { visible } from '../../lessons/markdown.js';

/** What came of an event, as far as it is written. */
export type Seen = Pick<LessonView, 'feedback'> & Partial<Pick<LessonView, 'circuit'>>;

/** A transcript as it is written: blocks with an empty line between them. A circuit is drawn when it has changed. */
export class Page {
  readonly #options: ViewOptions;
  readonly #blocks: string[] = [];
  #drawn = '';

  constructor(options: ViewOptions) {
    this.#options = options;
  }

  text(): string {
    return `${this.#blocks.join('\n\n')}\n`;
  }

  title(text: string): void {
    const { glyphs, width } = this.#options;
    this.#blocks.push(`${text}\n${(glyphs === 'unicode' ? '═' : '=').repeat(width)}`);
  }

  heading(text: string): void {
    const dash = this.#options.glyphs === 'unicode' ? '─' : '-';
    this.#blocks.push(
      padTo(`${dash}${dash} ${text} `, this.#options.width).replace(
        / +$/,
        (fill) => ` ${dash.repeat(fill.length - 1)}`,
      ),
    );
  }

  lines(lines: readonly Line[]): void {
    if (lines.length > 0) this.#blocks.push(toText(lines));
  }

  circuit(lines: readonly Line[]): void {
    const text = toText(lines);
    if (text !== this.#drawn && text.trim() !== '') this.#blocks.push(text);
    this.#drawn = text;
  }

  /** What was typed, and what is seen then, if the question is still the one at hand; a nudge is seen on the circuit too. */
  typed(prompt: string, event: LessonEvent, seen?: Seen): void {
    const typed = event.type === 'answer' ? visible(event.text) : `:${event.type}`;
    const mark = this.#options.glyphs === 'unicode' ? '›' : '>';
    const asked = `${prompt} ${mark} `;
    // Lines of code in one answer stand below each other where they are too long for one row.
    const long = textWidth(asked + typed) > this.#options.width;
    const shown = long ? typed.replace(/;\s*/g, `;\n${' '.repeat(textWidth(asked))}`) : typed;
    this.#blocks.push([asked + shown, toText(seen?.feedback ?? [])].filter((line) => line !== '').join('\n'));
    if (event.type === 'nudge' && seen?.circuit) this.circuit(seen.circuit);
  }
}
