import { substitute } from '../../engine/formulas.js';
import {
  build,
  type Circuit,
  type NestedNumbers,
  type NodeId,
  numericGradient,
  parse,
  type Run,
  run,
  type Stage,
  type Tensor,
  tangent,
  tensorFrom,
  toNested,
} from '../../engine/index.js';
import { hintWords } from '../../messages/hints.js';
import { type Glyphs, inlines } from '../answer/inline.js';
import { isSeeded, localPass, namesOf, type Posed, stageNamed, truth, valueNamed } from '../answer/posed.js';
import { NUDGE } from '../mistakes/chain.js';
import { saidTensor } from '../mistakes/facts.js';
import type { Inline, Lang } from '../types.js';
import { lineOf } from './question.js';
import { fine, tieOf, workingText } from './working.js';

/** What a small change of the thing asked about does to what is made of it. */
export interface Nudge {
  readonly name: string;
  readonly output: string;
  readonly by: number;
  readonly before: number;
  readonly after: number;
  /** Whether the output is a tensor: then `before` is 0, and `after` how far the final result moves through its entries. */
  readonly throughEntries: boolean;
  /** What was raised, and every value that moved with it, by node of the circuit that is drawn. */
  readonly moved: ReadonlyMap<NodeId, Moved>;
}

export interface Moved {
  readonly from: Tensor;
  readonly to: Tensor;
}

/**
 * What the output does when the name asked about, or its first entry, is raised a little: for a local gradient the line's
 * value, else the circuit's output, or what its entries do to the final result; a finite difference that knows no rule.
 * Undefined where a value is asked, or the local gradient of a line that is no single number.
 */
export function nudge(posed: Posed, by = NUDGE): Nudge | undefined {
  const free = freed(posed);
  if (free === undefined) return undefined;
  const throughEntries = free.circuit.shape(free.circuit.output).length > 0;
  if (throughEntries && posed.ask.kind === 'local') return undefined;
  const { circuit, name } = free;
  const still = run(circuit);
  const { shape, data } = still.value(circuit.find(name)!);
  const raised = toNested({ shape, data: data.map((x, k) => (k === 0 ? x + by : x)) });
  const after = run(circuit, { inputs: { [name]: raised } });
  const entry = shape.length === 0 ? free.shown : `${free.shown}[${shape.map(() => 0).join(', ')}]`;
  const start = still.value(circuit.output).data;
  const weights = wholeOf(posed).gradient(wholeOf(posed).circuit.output).data;
  const output = (pass: Run): number => {
    const { data: reached } = pass.value(circuit.output);
    return throughEntries ? reached.reduce((sum, x, k) => sum + weights[k]! * (x - start[k]!), 0) : reached[0]!;
  };
  return {
    name: entry,
    output: circuit.name(circuit.output),
    by,
    before: output(still),
    after: output(after),
    throughEntries,
    moved: movedIn(posed, free, still, after),
  };
}

/** The values that differ between two runs of the freed circuit, at the nodes of the circuit that is drawn. */
function movedIn({ circuit, within }: Posed, free: Freed, still: Run, after: Run): Nudge['moved'] {
  const drawn = within?.run.circuit ?? circuit;
  const found = new Map<NodeId, Moved>();
  const add = (node: NodeId, id: NodeId): void => {
    const [from, to] = [still.value(id), after.value(id)];
    if (from.data.some((x, k) => x !== to.data[k])) found.set(node, { from, to });
  };
  // Through one line alone the name itself stays where it is for all others.
  if (within === undefined) add(drawn.find(free.name)!, free.circuit.find(free.name)!);
  for (const { name, gates } of free.circuit.stages) {
    const own = stageNamed(drawn, name)?.gates ?? [];
    if (own.length === gates.length)
      gates.forEach((id, k) => {
        add(own[k]!, id);
      });
  }
  return found;
}

/** The nudge as a sentence that leaves the division to the learner. */
export function nudgeFor(posed: Posed, lang: Lang, glyphs: Glyphs, by = NUDGE): readonly Inline[] {
  const words = hintWords[lang];
  const seen = nudge(posed, by);
  if (seen === undefined)
    return inlines(
      isSeed(posed)
        ? words.noNudge.seed({ name: posed.ask.of })
        : words.noNudge[posed.ask.kind === 'value' ? 'value' : 'output'](),
      glyphs,
    );
  const change = seen.after - seen.before;
  const decimals = change === 0 ? 4 : Math.max(4, 3 - Math.floor(Math.log10(Math.abs(change))));
  const { within } = posed;
  const whole = wholeOf(posed);
  const params = {
    name: seen.name,
    by: String(seen.by),
    line: within === undefined ? '' : lineOf(posed, within.through),
    output: seen.output,
    before: fine(seen.before, decimals),
    after: fine(seen.after, decimals),
    moved: fine(change, decimals),
    further: posed.ask.kind === 'gradient' && isSeeded(whole) ? saidTensor(whole.gradient(whole.circuit.output)) : '',
  };
  return inlines(words[seen.throughEntries ? 'nudgeEntries' : 'nudge'](params), glyphs);
}

/** The answer by ways that know nothing of each other, for a learner who doubts it. */
export function whyFor(posed: Posed, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  const words = hintWords[lang];
  const free = freed(posed);
  if (free === undefined)
    return inlines(
      isSeed(posed) ? words.rule.seed({ name: posed.ask.of }) : words.whyValue({ working: workingText(posed) }),
      glyphs,
    );
  const seed = seedOf(posed);
  const whole = wholeOf(posed);
  const numeric = numericGradient(free.circuit, free.name, seed === undefined ? {} : { seed });
  return inlines(
    words.why({
      backward: witness(truth(posed.ask, posed.run)),
      numeric: witness(numeric),
      dual: witness(forwardMode(free.circuit, free.name, seed)),
      name: free.name,
      output:
        isSeeded(whole) && posed.ask.kind === 'gradient'
          ? words.finalOutput
          : `${lang === 'zh' ? ' ' : ''}${words.named(free.circuit.name(free.circuit.output))}`,
    }) + tieOf(posed, lang).replace(/^[.。]/, ''),
    glyphs,
  );
}

/** Whether the output's own gradient is asked, which is given. */
function isSeed({ ask, circuit }: Posed): boolean {
  return ask.kind === 'gradient' && circuit.find(ask.of) === circuit.output;
}

/** A number with digits enough to see that others agree with it; differences leave noise behind those. */
function witness({ shape, data }: Tensor): string {
  const clean = data.map((x) => Number(x.toPrecision(6)));
  return shape.length === 0 ? fine(clean[0]!, 6) : saidTensor({ shape, data: clean });
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

/** The upstream gradient of an output that is no scalar, or that leads to something not drawn; ones for a line alone. */
function seedOf(posed: Posed): NestedNumbers | undefined {
  const whole = wholeOf(posed);
  return posed.ask.kind === 'local' ? undefined : toNested(whole.gradient(whole.circuit.output));
}

/** The pass of the whole circuit, where a question is about one line of it. */
function wholeOf({ run: pass, within }: Posed): Run {
  return within?.run ?? pass;
}

/** A circuit in which the thing asked about is an input that can be moved on its own; `shown` is what it is called. */
interface Freed {
  readonly circuit: Circuit;
  readonly name: string;
  readonly shown: string;
}

function freed({ ask, circuit, run: pass, within }: Posed): Freed | undefined {
  if (ask.kind === 'value') return undefined;
  if (ask.kind === 'local') {
    const alone = localPass(stageNamed(circuit, ask.of)!, pass);
    return { circuit: alone.circuit, name: ask.wrt, shown: ask.wrt };
  }
  const { of } = ask;
  if (within !== undefined) return movedInOneLine(within.run, within.through, of);
  if (circuit.find(of) === circuit.output) return undefined;
  const others = circuit.stages.filter((stage) => stage.name !== of);
  return { circuit: rebuilt(pass, others, new Map()), name: of, shown: of };
}

/** The whole circuit, in one of whose lines a name is another input of the same value. */
function movedInOneLine(whole: Run, through: string, of: string): Freed {
  const { circuit } = whole;
  const own = namesOf(circuit).includes(`${of}_`) ? `${of}__` : `${of}_`;
  const stages = circuit.stages.map((stage) =>
    stage.name === through ? { ...stage, source: substitute(stage.source, new Map([[of, own]])) } : stage,
  );
  return { circuit: rebuilt(whole, stages, new Map([[own, of]])), name: own, shown: of };
}

/**
 * A circuit of some of a pass's lines; names that they read and do not compute are inputs with their values.
 * @param also further names of inputs, and the names whose values they have
 */
function rebuilt(
  pass: Run,
  stages: readonly Pick<Stage, 'name' | 'source'>[],
  also: ReadonlyMap<string, string>,
): Circuit {
  const { circuit } = pass;
  const lines = stages.map(({ name, source }) => `${name} = ${source}`);
  const read = new Set(
    parse(lines).statements.flatMap(({ nodes }) => nodes.flatMap((node) => (node.kind === 'name' ? [node.name] : []))),
  );
  const made = new Set(stages.map(({ name }) => name));
  const inputs: Record<string, NestedNumbers> = {};
  const consts: Record<string, NestedNumbers> = {};
  for (const given of [...namesOf(circuit), ...also.keys()]) {
    if (!read.has(given) || made.has(given)) continue;
    const name = also.get(given) ?? given;
    const value = toNested(valueNamed(pass, name));
    if (circuit.gate(circuit.find(name)!) === 'const') consts[given] = value;
    else inputs[given] = value;
  }
  return build(lines, { inputs, consts, output: circuit.name(circuit.output) });
}
