import type { JudgedLine } from '../lessons/kinds/train.js';
import type { Live } from '../lessons/training/live.js';
import { wanted } from '../lessons/training/net.js';
import type { Obstacle } from '../lessons/training/train.js';
import { type Field, fieldText } from './editor.js';

/** What was said of a line, and of which text it was said. */
interface Verdict extends JudgedLine {
  readonly text: string;
}

/** The question `train` on the screen: a row for each backward line, and the nets that the lines train. */
export interface Training {
  /** In the order of `wanted`. */
  readonly fields: readonly Field[];
  readonly row: number;
  readonly verdicts: readonly (Verdict | undefined)[];
  /** Why the lines, though each can be read, take no step. */
  readonly obstacle?: Obstacle;
  /** The nets that are watched; absent while lines are written. */
  readonly live?: Live;
}

/** What is written in a row, without the name that stands before it. */
export function rowText({ fields }: Training, row: number): string {
  return fieldText(fields[row]!).trim();
}

/** What was said of a row, if it still holds the text of which it was said. */
export function verdictOf(training: Training, row: number): Verdict | undefined {
  const verdict = training.verdicts[row];
  return verdict?.text === rowText(training, row) ? verdict : undefined;
}

/** Whether something was said of every line that is written, as it is written. */
export function isJudged(training: Training): boolean {
  return wanted.every((_, row) => rowText(training, row) === '' || verdictOf(training, row) !== undefined);
}

/** Whether every line can be read, so that they can train. */
export function isReadable(training: Training): boolean {
  return wanted.every((_, row) => verdictOf(training, row)?.code !== undefined);
}
