import { build, type Circuit, run } from '../../engine/index.js';
import { everything, truth } from '../answer/posed.js';
import { random } from '../random.js';
import type { Ask } from '../types.js';
import { diagnosable } from './diagnosable.js';

/** Sizes that are drawn from, easiest for mental arithmetic first; signs are drawn too. */
const grades: readonly (readonly number[])[] = [
  [2, 3, 4, 5, 7],
  [2, 3, 4, 5, 6, 7, 8, 9, 10],
  [0.5, 1.5, 2.5, 3.5, 4.5, 2, 3, 4, 5, 6, 8],
  [0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 1.2, 1.4, 1.6, 1.8, 2.4, 3.2, 2, 3, 5, 7],
];

/** Inputs at which a squashing gate puts out a short decimal: sigmoid(ln 4) = 0.8, tanh(ln 2) = 0.6, exp(ln 3) = 3. */
const squashed: Readonly<Record<string, readonly number[]>> = {
  sigmoid: [Math.log(4), Math.log(1.5), Math.log(3), Math.log(9), Math.log(19)],
  tanh: [Math.log(2), Math.log(3), Math.log(3) / 2, Math.log(1.5) / 2],
  exp: [Math.log(2), Math.log(3), Math.log(4), Math.log(5)],
  softplus: [Math.log(4), Math.log(3), Math.log(9)],
};

const TRIES = 40;
const LARGEST = 200;

/**
 * Numbers for a circuit's scalar inputs at which every question can be diagnosed: small integers with different sizes
 * first, then halves, then one decimal. Undefined if none are found.
 */
export function drawDiagnosable(
  program: string,
  asks: readonly Ask[],
  seed: number,
): Record<string, number> | undefined {
  const next = random(seed);
  const blank = build(program);
  for (const sizes of grades)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const inputs = drawInputs(blank, sizes, next);
      if (inputs !== undefined && suits(program, inputs, asks)) return inputs;
    }
  return undefined;
}

function drawInputs(
  circuit: Circuit,
  sizes: readonly number[],
  next: () => number,
): Record<string, number> | undefined {
  const left = [...sizes];
  const inputs: Record<string, number> = {};
  for (const id of circuit.inputs) {
    const reader = readerOf(circuit, id);
    const pool = squashed[reader] ?? left;
    if (pool.length === 0) return undefined;
    const at = Math.floor(next() * pool.length);
    const size = pool[at]!;
    if (pool === left) left.splice(at, 1);
    inputs[circuit.name(id)] = reader === 'log' || reader === 'sqrt' || next() < 0.5 ? size : -size;
  }
  return inputs;
}

/** The gate that an input goes into, where it is one only. */
function readerOf(circuit: Circuit, input: number): string {
  const readers: string[] = [];
  for (let id = 0; id < circuit.size; id++) if (circuit.args(id).includes(input)) readers.push(circuit.gate(id));
  return readers.length === 1 ? readers[0]! : '';
}

function suits(program: string, inputs: Readonly<Record<string, number>>, asks: readonly Ask[]): boolean {
  const circuit = build(program, { inputs });
  const pass = run(circuit);
  for (let id = 0; id < circuit.size; id++) {
    const value = pass.value(id).data[0]!;
    if (!Number.isFinite(value) || Math.abs(value) > LARGEST) return false;
  }
  return asks.every((ask) => {
    const right = truth(ask, pass).data[0]!;
    if (!Number.isFinite(right) || Math.abs(right) > LARGEST) return false;
    return diagnosable({ ask, circuit, run: pass, shown: everything(circuit) });
  });
}
