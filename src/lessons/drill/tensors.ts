import type { Dice } from './dice.js';
import { type Draft, shapeOf } from './draft.js';
import { type DrillGate, smallNumber } from './gate-kit.js';

/** What can be asked about a gate on vectors or matrices. */
export type TensorRelation = 'gradient' | 'entry' | 'line' | 'shape';

/** A gate on vectors or matrices, with small whole numbers. */
export interface TensorTask {
  readonly name: string;
  readonly relations: readonly TensorRelation[];
  /** Asks for a whole gradient; the other relations ask about the same variable. */
  readonly draft: (dice: Dice) => Draft;
}

const digits = [-3, -2, -1, 1, 2, 3, 4, 5] as const;

function vector(length: number, dice: Dice): number[] {
  return Array.from({ length }, () => dice.pick(digits));
}

function matrix(rows: number, columns: number, dice: Dice): number[][] {
  return Array.from({ length: rows }, () => vector(columns, dice));
}

function asking(of: string, program: string, inputs: Draft['inputs'], seed: Draft['seed']): Draft {
  return { program: [program], inputs, ...(seed !== undefined && { seed }), asks: [{ kind: 'gradient', of }] };
}

/** Rows, columns that are summed over, columns: small enough that every entry is at most three products. */
const products = [
  [2, 2, 2],
  [2, 3, 1],
  [1, 2, 3],
  [2, 1, 2],
  [3, 2, 1],
  [2, 2, 1],
] as const;

export const tensorTasks: readonly TensorTask[] = [
  {
    name: 'matmul',
    relations: ['gradient', 'entry', 'line', 'shape'],
    draft(dice) {
      const [rows, inner, columns] = dice.pick(products);
      const inputs = [
        ['W', matrix(rows, inner, dice)],
        ['X', matrix(inner, columns, dice)],
      ] as const;
      return asking(dice.pick(['W', 'X']), 'D = W @ X', inputs, matrix(rows, columns, dice));
    },
  },
  {
    name: 'broadcast',
    relations: ['gradient', 'entry', 'line', 'shape'],
    draft(dice) {
      const [rows, columns] = dice.pick([
        [3, 2],
        [2, 3],
        [4, 2],
      ] as const);
      const inputs = [
        ['X', matrix(rows, columns, dice)],
        ['b', vector(columns, dice)],
      ] as const;
      return asking('b', 'Y = X + b', inputs, matrix(rows, columns, dice));
    },
  },
  {
    name: 'sum',
    relations: ['gradient'],
    draft(dice) {
      const [rows, columns] = dice.pick([
        [2, 3],
        [3, 2],
      ] as const);
      const axis = dice.whole(0, 1);
      const left = axis === 0 ? columns : rows;
      return asking('X', `s = sum(X, axis=${axis})`, [['X', matrix(rows, columns, dice)]], vector(left, dice));
    },
  },
  {
    name: 'mean',
    relations: ['gradient'],
    draft(dice) {
      const [rows, columns] = dice.pick([
        [2, 4],
        [3, 2],
        [2, 5],
      ] as const);
      const upstream = vector(rows, dice).map((g) => g * columns);
      return asking('X', 'm = mean(X, axis=1)', [['X', matrix(rows, columns, dice)]], upstream);
    },
  },
];

/** An elementwise gate on vectors of three, with an upstream gradient for each entry. */
export function vectorDraft(gate: DrillGate, dice: Dice): Draft {
  const three = (aims?: readonly number[]) =>
    Array.from({ length: 3 }, () => (aims ? dice.pick(aims) : smallNumber(dice)));
  const names = gate.operands === 1 ? ['x'] : ['x', 'y'];
  // Where two operands meet, the aims are those of the second, the divisor.
  const inputs = names.map((name, at) => [name, three(at === names.length - 1 ? gate.aims : undefined)] as const);
  const line = `f = ${gate.write(names, gate.constant?.(dice) ?? 0)}`;
  return asking(dice.pick(names), line, inputs, three());
}

/** A tensor gate asked in one of its relations. */
export function tensorDraft(task: TensorTask, relation: TensorRelation, dice: Dice): Draft {
  const draft = task.draft(dice);
  const [whole] = draft.asks;
  if (relation === 'gradient' || whole?.kind !== 'gradient') return draft;
  const { of } = whole;
  if (relation === 'line') return { ...draft, asks: [{ kind: 'line', of }] };
  if (relation === 'shape') return { ...draft, asks: [{ kind: 'shape', of, gradient: true }] };
  const [, value] = draft.inputs.find(([name]) => name === of)!;
  const at = shapeOf(value).map((extent) => dice.whole(0, extent - 1));
  return { ...draft, asks: [{ kind: 'entry', of, gradient: true, at }] };
}
