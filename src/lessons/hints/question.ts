import { type HintWords, hintWords } from '../../messages/hints.js';
import { type Glyphs, inlines, withGlyphs } from '../answer/inline.js';
import { isSeeded, namesOf, type Posed, readersOf, stageNamed, valueNamed } from '../answer/posed.js';
import { edgesFrom } from '../mistakes/edge.js';
import { isSmall, saidTensor, symbolOf } from '../mistakes/facts.js';
import { formulaOf, nameOf } from '../mistakes/naming.js';
import type { Ask, Inline, Lang } from '../types.js';

/** What stands before the answer field: `∂f/∂z`, `dz`, `q`. */
export function promptFor(ask: Ask, glyphs: Glyphs): string {
  return withGlyphs(symbolOf(ask), glyphs);
}

/** The sentence that asks, generated from the circuit: the gate with its numbers, and what is wanted of it. */
export function questionFor(posed: Posed, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  return inlines(sentence(posed, hintWords[lang]), glyphs);
}

function sentence(posed: Posed, words: HintWords): string {
  const { ask, circuit, run, shown } = posed;
  const symbol = symbolOf(ask);
  const output = isSeeded(run) ? words.finalOutput : words.named(circuit.name(circuit.output));
  if (ask.kind !== 'gradient') {
    const line = lineOf(posed, ask.of);
    const inputs = inputsOf(posed, ask.of, words);
    return ask.kind === 'value'
      ? words.ask.value({ line, inputs })
      : words.ask.local({ line, inputs, of: ask.of, wrt: ask.wrt, symbol });
  }
  const node = circuit.find(ask.of)!;
  if (node === circuit.output) return words.ask.seed({ name: ask.of, symbol });
  const edges = edgesFrom(circuit, node);
  if (new Set(edges.map(({ gate }) => gate)).size > 1)
    return words.ask.fork({ name: ask.of, output, gates: gatesOf(posed, words), symbol });
  const [stage] = readersOf(circuit, ask.of);
  const known = stage !== undefined && shown.gradients.has(stage.name);
  const arrives = known ? words.arrives(`d${stage.name}`, saidTensor(run.gradient(stage.node))) : '';
  const line = stage === undefined ? '' : lineOf(posed, stage.name);
  return words.ask.gradient({ name: ask.of, output, line, arrives, symbol });
}

/** `q = x + y` */
export function lineOf({ circuit }: Posed, name: string): string {
  const stage = stageNamed(circuit, name);
  return stage === undefined ? name : `${name} = ${stage.source}`;
}

/** `, with x = -2 and y = 5`, as far as the values are shown and few. */
export function inputsOf({ circuit, run, shown }: Posed, name: string, words: HintWords): string {
  const stage = stageNamed(circuit, name);
  const names = namesOf(circuit);
  const small = (read: string) => isSmall(circuit.shape(circuit.find(read)!));
  const reads = stage?.reads.filter((read) => shown.values.has(read) && names.includes(read) && small(read)) ?? [];
  if (reads.length === 0 || reads.length > 6) return '';
  const parts = reads.map((read) => `\`${read} = ${saidTensor(valueNamed(run, read))}\``);
  return words.withInputs(listed(parts, words.comma, words.inputsComma));
}

/** The gates that the name asked about goes into, as expressions. */
export function gatesOf({ ask, circuit }: Posed, words: HintWords): string {
  const gates = [...new Set(edgesFrom(circuit, circuit.find(ask.of)!).map(({ gate }) => gate))];
  const parts = gates.map((id) => {
    const name = nameOf(circuit, id);
    if (!circuit.named(id)) return name;
    const stage = stageNamed(circuit, name);
    return `${name} = ${stage?.gates.length === 1 ? stage.source : formulaOf(circuit, id)}`;
  });
  return listed(
    parts.map((part) => `\`${part}\``),
    words.comma,
    words.and,
  );
}

function listed(parts: readonly string[], comma: string, and: string): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(comma)}${and}${parts[parts.length - 1]}`;
}
