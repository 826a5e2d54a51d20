import {
  build,
  type Circuit,
  type NestedNumbers,
  numericGradient,
  parse,
  type Run,
  run,
  toNested,
} from '../../engine/index.js';
import { hintWords } from '../../messages/hints.js';
import { type Glyphs, inlines } from '../answer/inline.js';
import { namesOf, type Posed, stageAlone, stageNamed, truth, valueNamed } from '../answer/posed.js';
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

/** How far a nudge goes unless said otherwise. */
export const NUDGE_BY = 0.001;

/**
 * What the output does when the name asked about is raised a little: for a local gradient the line's value, else the
 * circuit's output; a finite difference that knows no rule. Undefined where a value is asked, or tensors are.
 */
export function nudge(posed: Posed, by = NUDGE_BY): Nudge | undefined {
  const free = freed(posed);
  if (free === undefined) return undefined;
  const { circuit, name } = free;
  const before = run(circuit).value(circuit.output);
  const at = run(circuit).value(circuit.find(name)!);
  if (before.shape.length > 0 || at.shape.length > 0) return undefined;
  const after = run(circuit, { inputs: { [name]: at.data[0]! + by } }).value(circuit.output).data[0]!;
  return { name, output: circuit.name(circuit.output), by, before: before.data[0]!, after };
}

/** The nudge as a sentence that leaves the division to the learner. */
export function nudgeFor(posed: Posed, lang: Lang, glyphs: Glyphs, by = NUDGE_BY): readonly Inline[] {
  const words = hintWords[lang];
  const seen = nudge(posed, by);
  if (seen === undefined) return inlines(words.noNudge(), glyphs);
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
  const upstream = free.circuit.shape(free.circuit.output).length === 0 ? {} : seedOf(posed);
  const numeric = numericGradient(free.circuit, free.name, upstream);
  return inlines(
    words.why({
      backward: saidTensor(truth(posed.ask, posed.run)),
      numeric: numeric.shape.length === 0 ? fine(numeric.data[0]!, 6) : saidTensor(numeric),
      name: free.name,
      output: free.circuit.name(free.circuit.output),
    }),
    glyphs,
  );
}

function seedOf({ ask, run: pass }: Posed): { seed?: NestedNumbers } {
  return ask.kind === 'local' ? {} : { seed: toNested(pass.gradient(pass.circuit.output)) };
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
