import { build, type Circuit, parse, type Run, run, type Stage, type Tensor, toNested } from '../../engine/index.js';
import { liveNodes } from '../backward-plan.js';
import type { Ask } from '../types.js';
import { remember } from './remember.js';

/** What a learner can see and may therefore use in an answer. Names are names of the program. */
export interface Shown {
  /** Names whose forward value is on the screen. */
  readonly values: ReadonlySet<string>;
  /** Names whose gradient is known: `q` stands for `dq`. */
  readonly gradients: ReadonlySet<string>;
  /** Local gradients that are known: `f.z` stands for ∂f/∂z. */
  readonly locals: ReadonlySet<string>;
}

/** A question on a circuit with numbers. */
export interface Posed {
  readonly ask: Ask;
  readonly circuit: Circuit;
  readonly run: Run;
  readonly shown: Shown;
  /** Where only what comes back through one line is asked: the line, and the pass that it is a part of. */
  readonly within?: { readonly run: Run; readonly through: string };
}

/** Whether what a circuit computes goes on into something that is not drawn: its upstream gradient is not 1. */
export function isSeeded(pass: Run): boolean {
  const { shape, data } = pass.gradient(pass.circuit.output);
  return shape.length > 0 || data[0] !== 1;
}

/** Every name of the program that has a value, in the order of the program: leaves first, then stages. */
export const namesOf = remember((circuit: Circuit): readonly string[] => {
  const names = new Set<string>();
  for (let id = 0; id < circuit.size; id++) if (circuit.named(id)) names.add(circuit.name(id));
  for (const stage of circuit.stages) names.add(stage.name);
  return [...names];
});

/** All that a finished pass shows: every value, every gradient, every local gradient. */
export function everything(circuit: Circuit): Shown {
  const names = namesOf(circuit);
  const locals = circuit.stages.flatMap((stage) => stage.reads.map((read) => `${stage.name}.${read}`));
  return { values: new Set(names), gradients: new Set(names), locals: new Set(locals) };
}

export function stageNamed(circuit: Circuit, name: string): Stage | undefined {
  return circuit.stages.find((stage) => stage.name === name);
}

/** The value of a name in a run. */
export function valueNamed(pass: Run, name: string): Tensor {
  return pass.value(pass.circuit.find(name)!);
}

/** The gradient of a name in a run. */
export function gradientNamed(pass: Run, name: string): Tensor {
  return pass.gradient(pass.circuit.find(name)!);
}

/** The lines whose values depend on the name directly and on which the output depends. */
export function readersOf(circuit: Circuit, name: string): readonly Stage[] {
  const live = liveNodes(circuit);
  return circuit.stages.filter((stage) => live.has(stage.node) && stage.gates.length > 0 && stage.reads.includes(name));
}

/**
 * One line of a program as a circuit of its own, run with the given values of the names it reads; the upstream gradient
 * is 1, or a one for every entry, unless given. The gradient of an input is then the line's partial, times upstream.
 */
export function stageAlone(stage: Stage, whole: Run, given: ReadonlyMap<string, Tensor>, upstream?: Tensor): Run {
  const inputs: Record<string, ReturnType<typeof toNested>> = {};
  const consts: Record<string, ReturnType<typeof toNested>> = {};
  for (const name of namesIn(stage.source)) {
    const node = whole.circuit.find(name);
    if (node === undefined) continue;
    const value = toNested(given.get(name) ?? whole.value(node));
    if (stage.reads.includes(name)) inputs[name] = value;
    else consts[name] = value;
  }
  const circuit = build(`${stage.name} = ${stage.source}`, { inputs, consts, output: stage.name });
  return run(circuit, upstream === undefined ? {} : { seed: toNested(upstream) });
}

const aloneIn = remember((_whole: Run) => new Map<Stage, Run>());

/** A stage alone as it was run: see `stageAlone`. */
export function localPass(stage: Stage, whole: Run): Run {
  const passes = aloneIn(whole);
  const pass = passes.get(stage) ?? stageAlone(stage, whole, new Map());
  passes.set(stage, pass);
  return pass;
}

function namesIn(source: string): readonly string[] {
  const names = new Set<string>();
  for (const { nodes } of parse(source).statements)
    for (const node of nodes) if (node.kind === 'name') names.add(node.name);
  return [...names];
}

/**
 * The pass in which the thing asked is a gradient, or a value, of one node: for a local gradient the stage alone with an
 * upstream of 1, so that a local gradient is judged and explained like any other; else the whole circuit's.
 */
export function targetPass(ask: Ask, whole: Run): { readonly pass: Run; readonly node: number } {
  if (ask.kind === 'local') {
    const pass = localPass(stageNamed(whole.circuit, ask.of)!, whole);
    return { pass, node: pass.circuit.find(ask.wrt)! };
  }
  return { pass: whole, node: whole.circuit.find(ask.of)! };
}

/** The right answer as the engine computes it. At a tie this is the engine's convention, one of several right ones. */
export function truth(ask: Ask, whole: Run): Tensor {
  const { pass, node } = targetPass(ask, whole);
  return ask.kind === 'value' ? pass.value(node) : pass.gradient(node);
}
