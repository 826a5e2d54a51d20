import type { Ask } from '../types.js';
import type { Dice } from './dice.js';
import { type Draft, type DraftStage, Sketch } from './draft.js';
import { type DrillGate, drillGate, smallNumber } from './gate-kit.js';

const gradient = (of: string): Ask => ({ kind: 'gradient', of });

function askAt(
  relation: 'local' | 'gradient',
  stage: DraftStage,
  operand: string,
  named: (name: string) => string,
): Ask {
  return relation === 'local' ? { kind: 'local', of: named(stage.name), wrt: operand } : gradient(operand);
}

/** The gate alone; for its gradient one multiply gate after it, so that something comes from upstream. */
export function gateDraft(relation: 'local' | 'gradient', gate: DrillGate, dice: Dice): Draft {
  const sketch = new Sketch(dice);
  const at = sketch.apply(gate, sketch.leafFor(operandGate(gate)));
  if (relation === 'gradient') multiplied(sketch, at.name, dice);
  const operand = dice.pick(at.reads);
  return sketch.finish((named) => [askAt(relation, at, operand, named)]);
}

/** The first operand of a gate whose aims are its divisor's may be any number. */
function operandGate(gate: DrillGate): DrillGate {
  if (gate.operands === 1 || gate.aims === undefined) return gate;
  const { aims: _, ...rest } = gate;
  return rest;
}

/** One more line that multiplies, by an input or by a constant. */
function multiplied(sketch: Sketch, name: string, dice: Dice): DraftStage {
  if (dice.whole(0, 2) === 0) return sketch.line(`${smallNumber(dice)} * ${name}`, [name]);
  const other = sketch.leaf();
  return dice.whole(0, 1) === 0 ? sketch.stage('*', name, other) : sketch.stage('*', other, name);
}

/** The gate within a chain: a line before it, or none, and one or two after it, of which one multiplies. */
export function chainDraft(relation: 'local' | 'gradient', gate: DrillGate, dice: Dice): Draft {
  const sketch = new Sketch(dice);
  const before = dice.whole(0, 1) === 1 ? sketch.stageFor(operandGate(gate)).name : sketch.leafFor(operandGate(gate));
  const at = sketch.apply(gate, before);
  const addFirst = dice.whole(0, 2);
  let top = at.name;
  if (addFirst === 1) top = sketch.stage(dice.pick(['+', '-']), top, sketch.leaf()).name;
  top = multiplied(sketch, top, dice).name;
  if (addFirst === 2) sketch.stage(dice.pick(['+', '-']), sketch.leaf(), top);
  const operand = relation === 'gradient' ? before : dice.pick(at.reads);
  return sketch.finish((named) => [askAt(relation, at, operand, named)]);
}

/** An input that goes to the gate and to another one; asked is its gradient. */
export function forkDraft(gate: DrillGate, dice: Dice): Draft {
  const sketch = new Sketch(dice);
  const forked = sketch.leafFor(operandGate(gate));
  const one = sketch.apply(gate, forked);
  const other = sketch.stage(dice.pick(['*', '*', '-', '+']), ...inEitherOrder(forked, sketch.leaf(), dice));
  if (dice.whole(0, 1) === 0) sketch.stage('*', one.name, other.name);
  else multiplied(sketch, sketch.stage(dice.pick(['+', '-']), one.name, other.name).name, dice);
  return sketch.finish(() => [gradient(forked)]);
}

function inEitherOrder(one: string, other: string, dice: Dice): [string, string] {
  return dice.whole(0, 1) === 0 ? [one, other] : [other, one];
}

const forkGates = ['mul', 'mul', 'sub', 'scale', 'square'].map((name) => drillGate(name)!);

/** A fork of two branches, of three, or of one within the circuit. */
export function anyForkDraft(dice: Dice): Draft {
  const form = dice.whole(0, 3);
  if (form < 2) return forkDraft(dice.pick(forkGates), dice);
  const sketch = new Sketch(dice);
  const forked = sketch.leaf();
  if (form === 2) {
    const branches = [0, 1].map(() => sketch.stage('*', ...inEitherOrder(forked, sketch.leaf(), dice)).name);
    const sum = sketch.stage('+', branches[0]!, branches[1]!);
    const third = sketch.line(`${smallNumber(dice)} * ${forked}`, [forked]);
    sketch.stage('-', sum.name, third.name);
    return sketch.finish(() => [gradient(forked)]);
  }
  const inner = sketch.stage(dice.pick(['*', '+']), forked, sketch.leaf());
  const up = sketch.stage('*', inner.name, sketch.leaf());
  const down = sketch.line(`${smallNumber(dice)} * ${inner.name}`, [inner.name]);
  sketch.stage('-', up.name, down.name);
  return sketch.finish(() => [gradient(inner.name)]);
}

/** A walk of two steps back through three gates. */
export function walkDraft(dice: Dice): Draft {
  const sketch = new Sketch(dice);
  const input = sketch.leaf();
  const inner = sketch.stage(dice.pick(['*', '*', '+']), ...inEitherOrder(input, sketch.leaf(), dice));
  const middle = sketch.stage(dice.pick(['*', '-', '+']), ...inEitherOrder(inner.name, sketch.leaf(), dice));
  multiplied(sketch, middle.name, dice);
  return sketch.finish(() => [gradient(inner.name), gradient(input)]);
}
