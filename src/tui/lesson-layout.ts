import { type Line, lineWidth, ruler } from '../diagram/index.js';
import type { LessonView } from '../lessons/index.js';
import { numberedTitle } from '../lessons/title.js';
import { wrap } from '../lessons/view/wrap.js';
import { tuiMessages } from '../messages/tui.js';
import { type App, bodyRows, dueSitting } from './app.js';
import { keyName } from './keys.js';
import { cut, indent, line } from './lines.js';
import { type Play, type Seen, viewOf } from './play.js';

/** A window onto something that may be larger: what is seen, and where in the whole it lies. */
export interface Pane {
  readonly lines: readonly Line[];
  readonly rows: number;
  readonly columns: number;
  readonly top: number;
  readonly left: number;
  /** Size of the whole. */
  readonly height: number;
  readonly width: number;
}

/** What stands where on the lesson screen, in rows of its body. Every region that has rows is followed by one of air. */
export interface LessonLayout {
  readonly circuit: Pane;
  readonly prose: Pane;
  /** The column at which prose stands to the right of the circuit; absent where it stands below. */
  readonly proseColumn?: number;
  /** What is asked, and below it a row of air where there is room for one. */
  readonly question: readonly Line[];
  /** What stands before the answer field; absent where nothing is typed. */
  readonly prompt?: string;
  readonly feedback: readonly Line[];
  /** The row of the answer field. */
  readonly fieldRow: number;
  /** Its rows, with the air below it; 0 where nothing is typed. */
  readonly fieldRows: number;
  /** The last line of the circuit's region, which says how to see the rest of it. */
  readonly panHint: Line;
}

/** From this width on, prose stands beside the circuit. */
export const WIDE = 110;

const MARGIN = 1;
/** Longer lines of prose are hard to read. */
export const WIDEST_PROSE = 76;
const NARROWEST_SIDE = 34;
/** Prose beside a small circuit keeps this far from the left, so that it moves less from step to step. */
const LEAST_SIDE_COLUMN = 44;
const LEAST_CIRCUIT = 5;

/** What a play shows in so many columns, as it moves. */
export function seenIn(app: App, play: Play, width: number): Seen {
  const { movement: moment, regrouped, training } = play;
  const { glyphs, lang } = app;
  const moving = { ...(moment && { moment }), ...(regrouped && { regrouped }) };
  const options = { width, glyphs, lang, charts: training === undefined, ...moving };
  const seen = viewOf(play, options, app.today, (id) => {
    const entry = app.entries.find((one) => one.id === id);
    return entry ? numberedTitle(entry, app.lang) : id;
  });
  if (seen.phase !== 'finished' || dueSitting(app) === undefined) return seen;
  // Where something ends is the moment to say that the test is due.
  const said = wrap(line(tuiMessages(app.lang).testDue('t'), 'hint'), width);
  return { ...seen, prose: [...seen.prose, [], ...said] };
}

/** Which circuit and which prose are shown, and where the prose begins if it is to the right of the circuit. */
interface Arrangement {
  readonly whole: LessonView;
  readonly prose: readonly Line[];
  readonly proseColumn?: number;
  /** How many columns the circuit's window has, and the prose. */
  readonly circuitColumns: number;
  readonly proseColumns: number;
}

function stacked(app: App, play: Play): Arrangement {
  const { columns } = app.size;
  const proseColumns = Math.min(WIDEST_PROSE, columns - 2 * MARGIN);
  const whole = seenIn(app, play, columns);
  const { prose } = seenIn(app, play, proseColumns);
  return { whole, prose, circuitColumns: columns, proseColumns };
}

/** Side by side if there is a circuit and the screen is wide enough for both: for each line of code in the prose, too. */
function arranged(app: App, play: Play): Arrangement {
  const { columns } = app.size;
  if (columns < WIDE) return stacked(app, play);
  const circuitColumns = columns - NARROWEST_SIDE - 2 * MARGIN;
  const whole = seenIn(app, play, circuitColumns);
  const width = widest(whole.circuit);
  const proseColumn = Math.max(LEAST_SIDE_COLUMN, width + 2 * MARGIN + 2);
  const proseColumns = Math.min(WIDEST_PROSE, columns - proseColumn - 2 * MARGIN);
  const { prose } = seenIn(app, play, proseColumns);
  if (width === 0 || widest(prose) > proseColumns) return stacked(app, play);
  return { whole, prose, proseColumn, circuitColumns: proseColumn - 2, proseColumns };
}

function widest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(lineWidth));
}

/**
 * Shares out the rows of the screen. The question, the field and what came of the last answer are always seen; the circuit
 * and the prose give way and become windows, the circuit's around the gate at hand.
 */
export function layoutLesson(app: App, play: Play): LessonLayout {
  const { whole, prose, proseColumn, circuitColumns, proseColumns } = arranged(app, play);
  const beside = proseColumn !== undefined;
  const textColumns = Math.min(WIDEST_PROSE, app.size.columns - 2 * MARGIN);
  const text = seenIn(app, play, textColumns);
  const asking = whole.phase === 'asking';
  const wants = {
    circuit: whole.circuit.length,
    prose: prose.length,
    feedback: text.feedback.length,
    proseFirst: whole.phase === 'prose' || whole.phase === 'finished',
    beside,
  };
  // The air below the field goes when hints fill a small screen.
  const full = 1 + text.question.length + text.feedback.length >= bodyRows(app);
  const field = asking ? (full ? 1 : 2) : 0;
  const room = bodyRows(app) - field - text.question.length;
  // Without a field between them, the question and what came of the answer need the air to be told apart.
  const airy = text.question.length > 0 && (!asking || room > wanted(wants));
  const question = indent(airy ? [...text.question, []] : text.question, MARGIN);
  const rows = share(bodyRows(app) - field - question.length, wants);
  const circuit = circuitPane(whole, rows.circuit, circuitColumns, play);
  const top = beside ? Math.max(rows.circuit, rows.prose) : rows.circuit;
  const above = region(top) + (beside ? 0 : region(rows.prose)) + question.length;
  return {
    circuit,
    prose: prosePane(app, prose, rows.prose, proseColumns, play),
    ...(beside && { proseColumn }),
    question,
    ...(asking && { prompt: text.prompt }),
    // Of several hints the last one is new.
    feedback: indent(text.feedback.slice(text.feedback.length - rows.feedback), MARGIN),
    fieldRow: above,
    fieldRows: field,
    panHint: panHint(app, circuit),
  };
}

/** The rows of a region with the row of air behind it. */
function region(rows: number): number {
  return rows === 0 ? 0 : rows + 1;
}

interface Wants {
  readonly circuit: number;
  readonly prose: number;
  readonly feedback: number;
  readonly proseFirst: boolean;
  readonly beside: boolean;
}

/** The rows it would take to show everything. */
function wanted({ circuit, prose, feedback, beside }: Wants): number {
  const above = beside ? region(Math.max(circuit, prose)) : region(circuit) + region(prose);
  return above + feedback;
}

function share(room: number, wants: Wants): { circuit: number; prose: number; feedback: number } {
  const granted = (want: number, rows: number) => Math.max(0, Math.min(want, rows - 1));
  const feedback = Math.max(0, Math.min(wants.feedback, room));
  const left = room - feedback;
  if (wants.beside) return { feedback, circuit: granted(wants.circuit, left), prose: granted(wants.prose, left) };
  const leastCircuit = Math.min(wants.circuit, LEAST_CIRCUIT);
  const leastProse = Math.min(wants.prose, wants.proseFirst ? wants.prose : feedback > 0 ? 2 : 4);
  if (wants.proseFirst) {
    const prose = granted(wants.prose, left - region(leastCircuit));
    return { feedback, prose, circuit: granted(wants.circuit, left - region(prose)) };
  }
  const circuit = granted(wants.circuit, Math.min(left, Math.max(region(leastCircuit), left - region(leastProse))));
  // One line of a longer text would hold nothing but the note that there is more.
  const prose = granted(wants.prose, left - region(circuit));
  return { feedback, circuit, prose: prose < 2 && prose < wants.prose ? 0 : prose };
}

function circuitPane(whole: LessonView, rows: number, columns: number, play: Play): Pane {
  const height = whole.circuit.length;
  const width = widest(whole.circuit);
  const margin = width + MARGIN <= columns ? MARGIN : 0;
  const focus = whole.focus ?? { row: 0, column: 0, rows: 0, columns: 0 };
  const wanted = play.pan ?? {
    row: Math.round(focus.row + focus.rows / 2 - rows / 2),
    column: Math.round(focus.column + focus.columns / 2 - columns / 2),
  };
  const top = between(wanted.row, 0, height - rows);
  const left = between(wanted.column, 0, width - columns);
  const seen = whole.circuit.slice(top, top + rows).map((each) => cut(each, left, columns));
  return { lines: indent(seen, margin), rows, columns, top, left, height, width };
}

function between(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

/** A window onto prose, with a note where there is more of it. */
export function prosePane(app: App, prose: readonly Line[], rows: number, columns: number, play: Play): Pane {
  const height = prose.length;
  const size = { rows, columns, height, width: columns, left: 0 };
  if (height <= rows || rows === 0) return { ...size, top: 0, lines: indent(prose.slice(0, rows), MARGIN) };
  const words = tuiMessages(app.lang);
  // The last row says that there is more, so one line less is seen.
  const top = between(play.proseTop, 0, height - rows + 1);
  const below = height - top - (rows - 1);
  const note =
    below > 0
      ? words.moreBelow(below, keyName('pagedown', app.glyphs))
      : words.moreAbove(keyName('pageup', app.glyphs));
  return { ...size, top, lines: indent([...prose.slice(top, top + rows - 1), line(note, 'faint')], MARGIN) };
}

/** How to see the rest of a circuit, and which part of it is seen. */
function panHint({ glyphs, lang, size }: App, circuit: Pane): Line {
  const words = tuiMessages(lang);
  const { width, height, top: row, left: column, rows, columns } = circuit;
  const part = rows === 0 ? undefined : ruler({ glyphs, width, height }, { row, column, rows, columns }, words.ruler);
  if (part === undefined) return [];
  const arrows = glyphs === 'unicode' ? 'shift-←↑↓→' : 'shift-arrows';
  return cut(line(` ${words.panHint(arrows)}   ${part}`, 'faint'), 0, size.columns);
}
