import type { GateMistakeId } from '../../messages/mistakes.js';
import type { EdgeKind, Site } from './edge.js';

/** A wrong local gradient that people write at one kind of gate; NaN where it does not apply. */
export interface GateMistake {
  readonly id: GateMistakeId;
  readonly instead: (site: Site) => number;
}

const mistake = (id: GateMistakeId, instead: (site: Site) => number): GateMistake => ({ id, instead });
const where = (holds: boolean, value: number): number => (holds ? value : Number.NaN);

/** What is taken for the local gradient, by kind of gate: mistakes.md, "At the gates". */
export const gateTable: Readonly<Record<EdgeKind, readonly GateMistake[]>> = {
  add: [mistake('add-own', (s) => s.a), mistake('add-other', (s) => s.b), mistake('add-half', () => 0.5)],
  shift: [mistake('shift-constant', (s) => s.b), mistake('shift-own', (s) => s.a), mistake('shift-zero', () => 0)],
  sub: [mistake('sub-own', (s) => s.a), mistake('sub-other', (s) => s.b), mistake('add-half', () => 0.5)],
  subtrahend: [mistake('sub-sign', () => 1), mistake('sub-own', (s) => s.a), mistake('sub-other', (s) => s.b)],
  neg: [mistake('neg-sign', () => 1)],
  mul: [mistake('mul-own', (s) => s.a), mistake('mul-output', (s) => s.o)],
  scale: [mistake('scale-own', (s) => s.a), mistake('scale-output', (s) => s.o)],
  div: [mistake('div-divisor', (s) => s.b), mistake('div-own', (s) => s.a)],
  divisor: [
    mistake('div-unsquared', (s) => -s.o),
    mistake('div-sign', (s) => s.b / (s.a * s.a)),
    mistake('div-inverse', (s) => 1 / s.a),
    mistake('div-no-numerator', (s) => -1 / (s.a * s.a)),
    mistake('div-numerator', (s) => s.b),
  ],
  inverse: [
    mistake('inverse-unsquared', (s) => -1 / s.a),
    mistake('inverse-log', (s) => Math.log(Math.abs(s.a))),
    mistake('inverse-at-output', (s) => -1 / (s.o * s.o)),
    mistake('inverse-sign', (s) => 1 / (s.a * s.a)),
    mistake('inverse-output', (s) => s.o),
  ],
  power: [
    mistake('power-exponent-kept', (s) => s.b * s.o),
    mistake('power-no-exponent', (s) => s.o / s.a),
    mistake('power-exponent-only', (s) => s.b),
    mistake('power-log', (s) => s.o * Math.log(Math.abs(s.a))),
  ],
  exponent: [mistake('exponent-power-rule', (s) => (s.a * s.o) / s.b), mistake('exponent-no-log', (s) => s.o)],
  exp: [
    mistake('exp-power-rule', (s) => s.a * Math.exp(s.a - 1)),
    mistake('exp-inverse', (s) => 1 / s.o),
    mistake('exp-own', (s) => s.a),
  ],
  log: [
    mistake('log-value', (s) => s.o),
    mistake('log-own', (s) => s.a),
    mistake('log-ten', (s) => 1 / (s.a * Math.LN10)),
  ],
  sqrt: [
    mistake('sqrt-no-half', (s) => 1 / s.o),
    mistake('sqrt-half', (s) => s.o / 2),
    mistake('sqrt-input', (s) => 1 / (2 * s.a)),
  ],
  abs: [mistake('abs-one', () => 1), mistake('abs-value', (s) => s.o)],
  sigmoid: [
    mistake('sigmoid-input', (s) => s.a * (1 - s.a)),
    mistake('sigmoid-output', (s) => s.o),
    mistake('sigmoid-complement', (s) => 1 - s.o),
    mistake('sigmoid-tanh-rule', (s) => 1 - s.o * s.o),
    mistake('sigmoid-square', (s) => -s.o * s.o),
  ],
  tanh: [
    mistake('tanh-input', (s) => 1 - s.a * s.a),
    mistake('tanh-unsquared', (s) => 1 - s.o),
    mistake('tanh-sigmoid-rule', (s) => s.o * (1 - s.o)),
    mistake('tanh-square', (s) => s.o * s.o),
    mistake('tanh-output', (s) => s.o),
  ],
  relu: [
    mistake('relu-open', (s) => where(s.a < 0, 1)),
    mistake('relu-closed', (s) => where(s.a > 0, 0)),
    mistake('relu-mask-upstream', (s) => (s.g > 0 ? 1 : 0)),
    mistake('relu-value', (s) => s.a),
  ],
  leaky: [
    mistake('leaky-zero', (s) => where(s.a < 0, 0)),
    mistake('leaky-value', (s) => where(s.a < 0, s.o)),
    mistake('leaky-slope', (s) => where(s.a > 0, s.b)),
    mistake('relu-value', (s) => where(s.a > 0, s.a)),
  ],
  max: [
    mistake('max-loser', (s) => where(s.p === 0, 1)),
    mistake('max-winner', (s) => where(s.p === 1, 0)),
    mistake('max-half', (s) => where(s.p !== 0.5, 0.5)),
    mistake('max-value', (s) => s.a),
  ],
  softplus: [
    mistake('softplus-output', (s) => s.o),
    mistake('softplus-relu', (s) => (s.a > 0 ? 1 : 0)),
    mistake('softplus-slope', (s) => s.p * (1 - s.p)),
    mistake('softplus-flipped', (s) => 1 - s.p),
  ],
  sin: [mistake('sin-sign', (s) => -s.p), mistake('sin-output', (s) => s.o)],
  cos: [mistake('cos-sign', (s) => -s.p), mistake('cos-output', (s) => s.o)],
  matrix: [],
};
