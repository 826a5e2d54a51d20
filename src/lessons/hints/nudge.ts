import {
  build,
  type Circuit,
  type NestedNumbers,
  numericGradient,
  parse,
  type Run,
  run,
  type Tensor,
  tangent,
  tensorFrom,
  toNested,
} from '../../engine/index.js';
import { hintWords } from '../../messages/hints.js';
import { type Glyphs, inlines } from '../answer/inline.js';
import { namesOf, type Posed, stageAlone, stageNamed, truth, valueNamed } from '../answer/posed.js';
import { NUDGE } from '../mistakes/chain.js';
import { saidTensor } from '../mistakes/facts.js';
import type { Inline, Lang } from '../types.js';
import { fine, workingText } from './working.js';

/** What a small change of the thing asked about does to what is made of it. */
export interface Nudge {
  readonly name: string;
  readonly output: string;
  readonly by: number;
  readonly before: number;
  readonly after: number;
}

/**
 * What the output does when the name asked about, or its first entry, is raised a little: for a local gradient the line's
 * value, else the circuit's output; a finite difference that knows no rule. Undefined where a value is asked, or where
 * the output is no single number.
 */
export function nudge(posed: Posed, by = NUDGE): Nudge | undefined {
  const free = freed(posed);
  if (free === undefined) return undefined;
  const { circuit, name } = free;
  const still = run(circuit);
  const before = still.value(circuit.output);
  const { shape, data } = still.value(circuit.find(name)!);
  if (before.shape.length > 0) return undefined;
  const start = before.data[0]!;
  const raised = toNested({ shape, data: data.map((x, k) => (k === 0 ? x + by : x)) });
  const after = run(circuit, { inputs: { [name]: raised } }).value(circuit.output).data[0]!;
  const entry = shape.length === 0 ? name : `${name}[${shape.map(() => 0).join(', ')}]`;
  return { name: entry, output: circuit.name(circuit.output), by, before: start, after };
}

/** The nudge as a sentence that leaves the division to the learner. */
export function nudgeFor(posed: Posed, lang: Lang, glyphs: Glyphs, by = NUDGE): readonly Inline[] {
  const words = hintWords[lang];
  const seen = nudge(posed, by);
  if (seen === undefined)
    return inlines(posed.ask.kind === 'value' ? words.noNudge.value() : words.noNudge.output(), glyphs);
  const moved = seen.after - seen.before;
  const decimals = moved === 0 ? 4 : Math.max(4, 3 - Math.floor(Math.log10(Math.abs(moved))));
  const params = {
    name: seen.name,
    by: String(seen.by),
    output: seen.output,
    before: fine(seen.before, decimals),
    after: fine(seen.after, decimals),
    moved: fine(moved, decimals),
  };
  return inlines(words.nudge(params), glyphs);
}

/** The answer by ways that know nothing of each other, for a learner who doubts it. */
export function whyFor(posed: Posed, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  const words = hintWords[lang];
  const free = freed(posed);
  if (free === undefined) return inlines(words.whyValue({ working: workingText(posed) }), glyphs);
  const seed = free.circuit.shape(free.circuit.output).length === 0 ? undefined : seedOf(posed);
  const numeric = numericGradient(free.circuit, free.name, seed === undefined ? {} : { seed });
  return inlines(
    words.why({
      backward: saidTensor(truth(posed.ask, posed.run)),
      numeric: numeric.shape.length === 0 ? fine(numeric.data[0]!, 6) : saidTensor(numeric),
      dual: saidTensor(forwardMode(free.circuit, free.name, seed)),
      name: free.name,
      output: free.circuit.name(free.circuit.output),
    }),
    glyphs,
  );
}

/** The gradient by forward-mode differentiation, one entry after the other. */
function forwardMode(circuit: Circuit, name: string, seed: NestedNumbers | undefined): Tensor {
  const { shape, data } = run(circuit).value(circuit.find(name)!);
  const weights = seed === undefined ? undefined : tensorFrom(seed, 'seed').data;
  const gradient = data.map((_, at) => {
    const direction = toNested({ shape, data: data.map((_x, k) => (k === at ? 1 : 0)) });
    const rates = tangent(circuit, { [name]: direction }).data;
    return rates.reduce((sum, rate, k) => sum + rate * (weights?.[k] ?? 1), 0);
  });
  return { shape, data: gradient };
}

/** The upstream gradient of an output that is no scalar; ones for a line alone. */
function seedOf({ ask, run: pass }: Posed): NestedNumbers | undefined {
  return ask.kind === 'local' ? undefined : toNested(pass.gradient(pass.circuit.output));
}

/** The circuit in which the name asked about is an input that can be moved on its own. */
function freed({ ask, circuit, run: pass }: Posed): { readonly circuit: Circuit; readonly name: string } | undefined {
  if (ask.kind === 'value') return undefined;
  if (ask.kind === 'local') {
    const alone = stageAlone(stageNamed(circuit, ask.of)!, pass, new Map());
    return { circuit: alone.circuit, name: ask.wrt };
  }
  return circuit.find(ask.of) === circuit.output ? undefined : { circuit: cutAt(pass, ask.of), name: ask.of };
}

/** The same circuit with one of its lines left out and its name given as an input. */
function cutAt(pass: Run, name: string): Circuit {
  const { circuit } = pass;
  const lines = circuit.stages.filter((stage) => stage.name !== name).map((stage) => `${stage.name} = ${stage.source}`);
  const read = new Set(
    parse(lines).statements.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'name' ? [node.name] : []))),
  );
  const made = new Set(circuit.stages.filter((stage) => stage.name !== name).map((stage) => stage.name));
  const inputs: Record<string, NestedNumbers> = {};
  const consts: Record<string, NestedNumbers> = {};
  for (const given of namesOf(circuit)) {
    if (!read.has(given) || made.has(given)) continue;
    const value = toNested(valueNamed(pass, given));
    if (circuit.gate(circuit.find(given)!) === 'const') consts[given] = value;
    else inputs[given] = value;
  }
  return build(lines, { inputs, consts, output: circuit.name(circuit.output) });
}
