import { arrangingRows } from './arranging.js';
import { convolutionRows } from './convolution.js';
import { elementwiseRows } from './elementwise.js';
import { linearAlgebraRows } from './linear-algebra.js';
import { lossRows } from './losses.js';
import { normalisationRows } from './normalisation.js';
import { reductionRows } from './reductions.js';
import type { ElementwiseRow, GateRow, TensorRow } from './row.js';
import { softmaxRows } from './softmax.js';

/** Codes of the two kinds of leaf; gates come after them. */
export const INPUT = 0;
export const CONST = 1;
const FIRST_GATE = 2;
/** Set in a gate's code where it, or an operand of it, is no scalar. */
export const TENSOR = 0x80;

const tensorRows: readonly TensorRow[] = [
  ...linearAlgebraRows,
  ...reductionRows,
  ...softmaxRows,
  ...lossRows,
  ...normalisationRows,
  ...convolutionRows,
  ...arrangingRows,
];

/** Elementwise gates by code. */
export const elementwise: readonly (ElementwiseRow | undefined)[] = [undefined, undefined, ...elementwiseRows];

const gateNames: readonly string[] = [
  'input',
  'const',
  ...elementwiseRows.map((row) => row.name),
  ...tensorRows.map((row) => row.name),
];
const codes = new Map(gateNames.map((name, code) => [name, code]));

/**
 * The number by which builder and run know a gate: look it up once before building many.
 * @throws RangeError if there is no such gate
 */
export function opcode(name: string): number {
  const code = codes.get(name);
  if (code === undefined || code < FIRST_GATE) throw new RangeError(`there is no gate ${name}`);
  return code;
}

export function gateName(op: number): string {
  return gateNames[op & ~TENSOR]!;
}

const rows = new Map<string, ElementwiseRow | TensorRow>(
  [...elementwiseRows, ...tensorRows].map((row) => [row.name, row]),
);

/** A gate's row with its code to compute it. @throws RangeError if there is no such gate */
export function codedRow(name: string): ElementwiseRow | TensorRow {
  const row = rows.get(name);
  if (row === undefined) throw new RangeError(`there is no gate ${name}`);
  return row;
}

export function isElementwise(row: GateRow): row is ElementwiseRow {
  return 'dx' in row;
}

/** What is known of a gate (symbol, formulas, words), or undefined for leaves and unknown names. */
export function gateRow(name: string): GateRow | undefined {
  return rows.get(name);
}

/** The names of all gates. */
export const gates: readonly string[] = [...rows.keys()];
