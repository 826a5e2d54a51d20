import { type Run, type Stage, sameShape, type Tensor } from '../../engine/index.js';
import { type Posed, readersOf, stageAlone, stageNamed } from '../answer/posed.js';
import type { Ask } from '../types.js';
import { combine, scalar } from './candidate.js';

/** An answer of the learner's that was wrong, earlier on this circuit. */
export interface EarlierAnswer {
  readonly ask: Ask;
  readonly value: Tensor;
}

const keyOf = (ask: Ask): string => (ask.kind === 'local' ? `${ask.of}.${ask.wrt}` : `${ask.kind} ${ask.of}`);

/** What a learner who goes on from own earlier numbers gets for a question: the truth, with those numbers in place. */
export function followed(posed: Posed, earlier: readonly EarlierAnswer[]): Tensor | undefined {
  const own = new Map(earlier.map((one) => [keyOf(one.ask), one.value]));
  return new Follower(posed, own).answer(posed.ask);
}

/**
 * The earliest of the learner's wrong numbers from which what was typed follows, or undefined: first each alone, then all.
 * Of several wrong numbers for one thing the last counts.
 */
export function followsFrom(
  posed: Posed,
  earlier: readonly EarlierAnswer[],
  fits: (value: Tensor) => boolean,
): EarlierAnswer | undefined {
  const asked = keyOf(posed.ask);
  const latest = new Map<string, EarlierAnswer>();
  for (const one of earlier) if (keyOf(one.ask) !== asked && isUsable(posed, one)) latest.set(keyOf(one.ask), one);
  const wrong = [...latest.values()];
  for (const one of wrong) {
    const value = followed(posed, [one]);
    if (value !== undefined && fits(value)) return one;
  }
  if (wrong.length < 2) return undefined;
  const value = followed(posed, wrong);
  return value !== undefined && fits(value) ? wrong[0] : undefined;
}

function isUsable({ circuit }: Posed, { ask, value }: EarlierAnswer): boolean {
  const node = circuit.find(ask.kind === 'local' ? ask.wrt : ask.of);
  return node !== undefined && sameShape(circuit.shape(node), value.shape) && value.data.every(Number.isFinite);
}

/** Works through the lines of a program, taking the learner's numbers where there are any. */
class Follower {
  private readonly run: Run;
  private readonly own: ReadonlyMap<string, Tensor>;
  private readonly values = new Map<string, Tensor>();
  private readonly gradients = new Map<string, Tensor>();

  constructor({ circuit, run }: Posed, own: ReadonlyMap<string, Tensor>) {
    this.run = run;
    this.own = own;
    for (const stage of circuit.stages) {
      const changed = stage.reads.some((name) => this.values.has(name));
      const typed = own.get(`value ${stage.name}`);
      if (typed !== undefined) this.values.set(stage.name, typed);
      else if (changed) this.values.set(stage.name, this.result(stage));
    }
  }

  answer(ask: Ask): Tensor | undefined {
    const { circuit } = this.run;
    if (ask.kind === 'value') return this.values.get(ask.of) ?? this.run.value(circuit.find(ask.of)!);
    if (ask.kind === 'local') return this.local(stageNamed(circuit, ask.of)!, ask.wrt);
    this.backward(ask.of);
    return this.gradients.get(ask.of);
  }

  /** Gradients from the output back to the name: the lines that read a name come after it. */
  private backward(target: string): void {
    const { circuit } = this.run;
    const output = circuit.name(circuit.output);
    for (const { name } of [...circuit.stages].reverse()) if (name !== target) this.gradient(name, output);
    this.gradient(target, output);
  }

  private gradient(name: string, output: string): void {
    const { circuit } = this.run;
    const node = circuit.find(name)!;
    const typed = this.own.get(`gradient ${name}`);
    if (typed !== undefined) this.gradients.set(name, typed);
    else if (name === output) this.gradients.set(name, this.run.gradient(node));
    else {
      let sum: Tensor = { shape: circuit.shape(node), data: this.run.gradient(node).data.map(() => 0) };
      for (const stage of readersOf(circuit, name)) sum = combine(sum, this.share(stage, name), (a, b) => a + b);
      this.gradients.set(name, sum);
    }
  }

  private share(stage: Stage, name: string): Tensor {
    const upstream = this.gradients.get(stage.name) ?? this.run.gradient(stage.node);
    const typed = this.own.get(`${stage.name}.${name}`);
    if (typed !== undefined && typed.shape.length === 0 && upstream.shape.length === 0)
      return scalar(typed.data[0]! * upstream.data[0]!);
    const pass = stageAlone(stage, this.run, this.values, upstream);
    return pass.gradient(pass.circuit.find(name)!);
  }

  private local(stage: Stage, wrt: string): Tensor {
    const pass = this.alone(stage);
    return pass.gradient(pass.circuit.find(wrt)!);
  }

  private alone(stage: Stage): Run {
    return stageAlone(stage, this.run, this.values);
  }

  private result(stage: Stage): Tensor {
    const pass = this.alone(stage);
    return pass.value(pass.circuit.output);
  }
}
