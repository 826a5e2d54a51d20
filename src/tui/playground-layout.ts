import { clip, type Line, padTo, textWidth } from '../diagram/index.js';
import type { ProgramError } from '../engine/index.js';
import {
  type CircuitWindow,
  circuitWindow,
  outputText,
  type Playground,
  type PlaygroundViewOptions,
  panelLines,
  problemText,
  STATUS_ROWS,
  statusLines,
} from '../lessons/playground/index.js';
import { inGlyphs } from '../lessons/view/ascii.js';
import { wrap } from '../lessons/view/wrap.js';
import { playgroundMessages } from '../messages/playground.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, bodyRows } from './app.js';
import { type Field, fieldText } from './editor.js';
import { fieldWindow } from './field-window.js';
import { indent, line, marks, span } from './lines.js';
import { choices, type PlaygroundMode, type PlaygroundPage } from './playground-page.js';
import { windowAround } from './window.js';

/** What stands where on the playground's screen, in rows of its body. */
export interface PlaygroundLayout {
  readonly circuit: CircuitWindow;
  readonly lines: readonly Line[];
  /** Where text is typed. */
  readonly cursor?: { readonly row: number; readonly column: number };
}

const MARGIN = 1;
const MOST_DRAFT_ROWS = 6;
/** The sentence, the line and the mark under it. */
const PROBLEM_ROWS = 3;

/** What stands below the circuit. */
interface Below {
  readonly lines: readonly Line[];
  readonly cursor?: { readonly row: number; readonly column: number };
}

/** The playground's screen: the circuit gives way to what stands below it, and is then a window. */
export function layoutPlayground(app: App, page: PlaygroundPage): PlaygroundLayout {
  const options = { width: app.size.columns, glyphs: app.glyphs, lang: app.lang };
  const below = belowCircuit(app, page, { ...options, width: options.width - 2 * MARGIN });
  const room = Math.max(1, bodyRows(app) - below.lines.length - 1);
  const circuit = circuitWindow(drawn(page), options, room, page.from, !page.panned);
  const arrows = app.glyphs === 'unicode' ? 'shift-←↑↓→' : 'shift-arrows';
  const whole = circuit.height <= circuit.lines.length && circuit.width <= options.width;
  const air: Line = whole ? [] : line(` ${tuiMessages(app.lang).panHint(arrows)}`, 'faint');
  // While a circuit is chosen or written its height changes, and what stands below it is not to move.
  const rows = page.mode.kind === 'gallery' || page.mode.kind === 'program' ? room : circuit.lines.length;
  const { cursor } = below;
  return {
    circuit,
    lines: [...padded(circuit.lines, rows), air, ...below.lines],
    ...(cursor && { cursor: { row: rows + 1 + cursor.row, column: cursor.column } }),
  };
}

/** Larger circuits take too long to lay out to be drawn at each key of a text. */
const LARGEST_LIVE = 150;

/** The circuit that is drawn: while a large one is written, the one before. */
function drawn({ state, mode }: PlaygroundPage): Playground {
  return mode.kind === 'program' && state.circuit.size > LARGEST_LIVE ? mode.before : state;
}

/** The right end of the title: the output and the step. */
export function playgroundTitle(app: App, { state }: PlaygroundPage): Line {
  const words = playgroundMessages[app.lang];
  return [
    span(inGlyphs(outputText(state, app.lang), app.glyphs), 'value'),
    span(`   ${words.step(String(state.step))}`),
  ];
}

function belowCircuit(app: App, page: PlaygroundPage, options: PlaygroundViewOptions): Below {
  const { mode, state } = page;
  switch (mode.kind) {
    case 'gallery':
      return { lines: galleryLines(app, page, mode) };
    case 'program':
      return programLines(app, mode, options);
    case 'playground':
    case 'prompt': {
      const panel = panelLines(
        state,
        { ...options, width: app.size.columns },
        Math.max(2, Math.floor(bodyRows(app) / 4)),
      );
      const status = indent(statusLines(state, options), MARGIN);
      if (mode.kind === 'playground') return { lines: [...panel, ...padded(status, STATUS_ROWS)] };
      const label = promptText(app, page, mode.wants);
      const field = fieldLine(app, mode.field, label);
      return {
        lines: [...panel, field.line, ...padded(status, STATUS_ROWS - 1)],
        cursor: { row: panel.length, column: field.cursor },
      };
    }
  }
}

function promptText(app: App, { state }: PlaygroundPage, wants: 'value' | 'folder'): string {
  const words = playgroundMessages[app.lang];
  return wants === 'folder' ? words.folder : words.value(state.entries[state.cursor]?.label ?? '');
}

function padded(lines: readonly Line[], rows: number): readonly Line[] {
  return Array.from({ length: rows }, (_, k) => lines[k] ?? []);
}

function fieldLine(app: App, field: Field, prompt: string): { readonly line: Line; readonly cursor: number } {
  const seen = fieldWindow(field, prompt, app.size.columns, app.glyphs);
  return {
    line: [span(seen.prompt, 'emphasis'), span(seen.text, field.selected ? 'key' : 'plain')],
    cursor: seen.cursor,
  };
}

function galleryLines(app: App, page: PlaygroundPage, { selected }: { readonly selected: number }): readonly Line[] {
  const words = playgroundMessages[app.lang];
  const pointer = ` ${marks[app.glyphs].pointer} `;
  const rows = choices(page).map(({ name, source }, k): Line => {
    const label = name === undefined ? words.yours : words.gallery[name];
    const text = padTo(label, Math.min(42, app.size.columns >> 1));
    const program = source.program.replaceAll('\n', '; ');
    return [
      span(k === selected ? pointer : '   ', 'current'),
      span(text, k === selected ? 'current' : 'plain'),
      span(clip(program, Math.max(0, app.size.columns - textWidth(text) - 5), marks[app.glyphs].ellipsis), 'faint'),
    ];
  });
  return [line(` ${words.galleryTitle}`, 'title'), ...rows];
}

/** The program's lines with the one that is written, and what is wrong with it. */
function programLines(
  app: App,
  { draft, error }: Extract<PlaygroundMode, { kind: 'program' }>,
  { width, lang }: PlaygroundViewOptions,
): Below {
  const words = playgroundMessages[lang];
  const texts = [...draft.above, fieldText(draft.field), ...draft.below];
  const at = draft.above.length;
  const digits = String(texts.length).length;
  const written = fieldLine(app, draft.field, padTo(String(at + 1), digits, 'end'));
  const rows = texts.map((text, k): Line => {
    if (k === at) return written.line;
    return [
      span(` ${padTo(String(k + 1), digits, 'end')}   `, 'faint'),
      span(shown(text, width - digits - 4), 'plain'),
    ];
  });
  const seen = windowAround(rows, at, Math.min(MOST_DRAFT_ROWS, Math.max(2, bodyRows(app) - PROBLEM_ROWS - 8)));
  const problem = error === undefined ? [] : problemLines(error, words, width, lang);
  return {
    lines: [...seen, ...padded(problem, PROBLEM_ROWS)],
    cursor: { row: seen.indexOf(written.line), column: written.cursor },
  };
}

/** A line that is not written in just now; what a terminal would act on is no part of it. */
function shown(text: string, width: number): string {
  return clip(text.replace(/\t/g, ' ').replace(/\p{C}/gu, ''), width);
}

function problemLines(
  error: ProgramError,
  words: (typeof playgroundMessages)['en'],
  width: number,
  lang: 'en' | 'zh',
): readonly Line[] {
  const sentence = wrap(line(problemText(error, words, lang), 'wrong'), width);
  const excerpt = error.excerpt !== '' ? error.excerpt.split('\n') : [];
  const place =
    sentence.length + excerpt.length <= PROBLEM_ROWS ? excerpt.map((text) => line(`  ${text}`, 'faint')) : [];
  return indent([...sentence, ...place], MARGIN);
}
