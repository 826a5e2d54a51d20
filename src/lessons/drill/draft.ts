import type { NestedNumbers } from '../../engine/types.js';
import type { KindStepAsk } from '../kinds/index.js';
import type { Ask } from '../types.js';
import type { Dice } from './dice.js';
import type { DrillGate } from './gate-kit.js';

/** A circuit with its numbers and what is asked of it, not yet held to what a drill must be. */
export interface Draft {
  readonly program: readonly string[];
  readonly inputs: readonly (readonly [string, NestedNumbers])[];
  /** The upstream gradient of an output that is no scalar. */
  readonly seed?: NestedNumbers;
  /** One thing asked, or a walk back along the circuit. */
  readonly asks: readonly (Ask | KindStepAsk)[];
}

/** The shape of a number or of nested lists of numbers. */
export function shapeOf(value: NestedNumbers): readonly number[] {
  return typeof value === 'number' ? [] : [value.length, ...shapeOf(value[0]!)];
}

/** A line of a draft: its name, and the names it reads. */
export interface DraftStage {
  readonly name: string;
  readonly reads: readonly string[];
}

const leafNames = [
  ['x', 'y', 'z', 'w', 'v', 'u'],
  ['a', 'b', 'c', 'd', 'e', 'g'],
  ['u', 'v', 'w', 'x', 'y', 'z'],
] as const;
const stageNames = ['p', 'q', 'r', 's', 't'] as const;
const magnitudes = [2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Builds up a draft line by line with fresh names and numbers of different size. */
export class Sketch {
  readonly #dice: Dice;
  readonly #leaves: string[];
  readonly #stages: string[] = [...stageNames];
  readonly #sizes: number[];
  readonly #program: string[] = [];
  readonly #inputs: [string, number][] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
    this.#leaves = [...dice.pick(leafNames)];
    this.#sizes = dice.shuffled(magnitudes);
  }

  /** A new input; its number is drawn unless given. Numbers of different size can be told apart in an answer. */
  leaf(value?: number): string {
    const name = this.#leaves.shift()!;
    this.#inputs.push([name, value ?? this.#drawn()]);
    return name;
  }

  #drawn(): number {
    return (this.#sizes.shift() ?? this.#dice.pick(magnitudes)) * this.#dice.pick([1, 1, -1]);
  }

  /** An input at which the gate gives round numbers. */
  leafFor(gate: DrillGate): string {
    return this.leaf(gate.aims && this.#dice.pick(gate.aims));
  }

  /** A line `name = one + other` or `one - other` that comes out at an aim of the gate; any small number without aims. */
  stageFor(gate: DrillGate): DraftStage {
    const one = this.#drawn();
    if (gate.aims === undefined) return this.stage(this.#dice.pick(['+', '*', '-']), this.leaf(one), this.leaf());
    const aim = this.#dice.pick(gate.aims);
    const sign = this.#dice.pick(['+', '-'] as const);
    return this.stage(sign, this.leaf(one), this.leaf(sign === '+' ? aim - one : one - aim));
  }

  /** A line of a binary operation. */
  stage(sign: string, left: string, right: string): DraftStage {
    return this.line(`${left} ${sign} ${right}`, [left, right]);
  }

  /** A line that applies a gate to an operand; a second operand is a new input, on either side. */
  apply(gate: DrillGate, operand: string): DraftStage {
    const constant = gate.constant?.(this.#dice) ?? 0;
    if (gate.operands === 1) return this.line(gate.write([operand], constant), [operand]);
    // A gate of two operands that has aims has them for the second one, its divisor.
    const operands = gate.aims ? [operand, this.leafFor(gate)] : this.#dice.shuffled([operand, this.leaf()]);
    return this.line(gate.write(operands, constant), operands);
  }

  line(source: string, reads: readonly string[]): DraftStage {
    const name = this.#stages.shift()!;
    this.#program.push(`${name} = ${source}`);
    return { name, reads };
  }

  /** The draft, its last line named `f`. */
  finish(asks: (named: (name: string) => string) => readonly Ask[]): Draft {
    const last = this.#program.pop()!;
    const [name, source] = last.split(' = ') as [string, string];
    const named = (one: string): string => (one === name ? 'f' : one);
    return { program: [...this.#program, `f = ${source}`], inputs: this.#inputs, asks: asks(named) };
  }
}

/**
 * A walk as one question: the lines that it goes back through become one line, and what is asked is that line's rate. No
 * gradient on the way is shown then. What asks for one thing already is left as it is.
 */
export function asOneLine(draft: Draft): Draft {
  const last = draft.asks.at(-1);
  if (draft.asks.length === 1 || last?.kind !== 'gradient') return draft;
  const inlined = new Map([[last.of, last.of]]);
  const kept: string[] = [];
  let output = '';
  for (const text of draft.program) {
    const [name, body] = text.split(' = ') as [string, string];
    const written = body.replace(/[a-z]\w*/g, (word, at: number) => {
      const inner = inlined.get(word) ?? word;
      const isArgument = body[at - 1] === '(' && /[),]/.test(body[at + word.length] ?? '');
      return isArgument || /^\w+(\(.*\))?$/.test(inner) ? inner : `(${inner})`;
    });
    if ([...body.matchAll(/[a-z]\w*/g)].some(([word]) => inlined.has(word))) {
      inlined.set(name, written);
      output = name;
    } else kept.push(text);
  }
  const line = `${output} = ${inlined.get(output)}`;
  return { ...draft, program: [...kept, line], asks: [{ kind: 'local', of: output, wrt: last.of }] };
}
