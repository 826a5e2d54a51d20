import { gateRow } from '../../engine/index.js';
import { type HintWords, hintWords } from '../../messages/hints.js';
import { type Glyphs, inlines } from '../answer/inline.js';
import { type Posed, readersOf, stageNamed, valueNamed } from '../answer/posed.js';
import { edgesFrom } from '../mistakes/edge.js';
import { nameOf, said } from '../mistakes/naming.js';
import type { Inline, Lang } from '../types.js';
import { gatesOf, inputsOf, lineOf } from './question.js';
import { withNumbers } from './symbols.js';
import { equation, kinkSide, numbersOf, workingOf, workingSentence } from './working.js';

/** How many hints every question has. */
export const HINTS = 4;

/**
 * The ladder of hints: which gate and what it computes; the rule with symbols; the rule with numbers and the last factor
 * blank; the answer with its working.
 */
export function hintsFor(posed: Posed, lang: Lang, glyphs: Glyphs): readonly (readonly Inline[])[] {
  const words = hintWords[lang];
  return [
    whichGate(posed, lang, words),
    ruleInSymbols(posed, lang, words),
    withBlank(posed, words),
    workingSentence(posed, lang),
  ].map((hint) => inlines(hint, glyphs));
}

function whichGate(posed: Posed, lang: Lang, words: HintWords): string {
  const { ask, circuit } = posed;
  if (ask.kind !== 'gradient') {
    const does = doesOf(posed, ask.of, lang);
    const line = lineOf(posed, ask.of);
    return does === undefined
      ? words.gate.line({ line })
      : words.gate.value({ does, line, inputs: inputsOf(posed, ask.of, words) });
  }
  const node = circuit.find(ask.of)!;
  if (node === circuit.output) return words.gate.seed();
  const [stage] = readersOf(circuit, ask.of);
  const gates = new Set(edgesFrom(circuit, node).map(({ gate }) => gate));
  if (gates.size > 1) return words.gate.several({ name: ask.of, gates: gatesOf(posed, words) });
  const line = lineOf(posed, stage?.name ?? ask.of);
  const does = doesOf(posed, stage?.name ?? ask.of, lang);
  const [gate] = gates;
  if (does !== undefined) return words.gate.one({ does, line, name: ask.of });
  return gate === undefined || circuit.named(gate)
    ? words.gate.line({ line })
    : words.gate.inLine({ name: ask.of, gate: nameOf(circuit, gate), line });
}

/** What the one gate of a line does, in words; undefined for a line of several gates. */
function doesOf({ circuit }: Posed, name: string, lang: Lang): string | undefined {
  const [gate, more] = stageNamed(circuit, name)?.gates ?? [];
  return gate === undefined || more !== undefined ? undefined : gateRow(circuit.gate(gate))?.words[lang].does;
}

function ruleInSymbols(posed: Posed, lang: Lang, words: HintWords): string {
  const { ask, circuit } = posed;
  const { symbol, rule, answer } = workingOf(posed);
  // The rule of a gate like add is the answer.
  if (ask.kind === 'local' && rule === answer) return words.numbers.local({ wrt: ask.wrt, of: ask.of });
  const formula = rule === '' ? symbol : equation(symbol, rule);
  if (ask.kind === 'value') return words.rule.line({ formula });
  if (ask.kind === 'gradient') {
    const node = circuit.find(ask.of)!;
    if (node === circuit.output) return words.rule.seed({ name: ask.of });
    return edgesFrom(circuit, node).length > 1 ? words.rule.fork({ formula }) : words.rule.chain({ formula });
  }
  const [gate, more] = stageNamed(circuit, ask.of)!.gates;
  const row = gate === undefined || more !== undefined ? undefined : gateRow(circuit.gate(gate));
  if (row === undefined) return words.rule.line({ formula });
  const named = row.words[lang].rule;
  return rule === '' ? words.rule.kink({ rule: named, symbol }) : words.rule.local({ rule: named, formula });
}

function withBlank(posed: Posed, words: HintWords): string {
  const { ask, circuit, run } = posed;
  const { symbol, rule, blank, answer } = workingOf(posed);
  if (ask.kind === 'gradient' && circuit.find(ask.of) === circuit.output) return words.numbers.seed({ name: ask.of });
  if (ask.kind === 'local') {
    if (rule === answer) return raised(posed, ask, words);
    const side = kinkSide(run, stageNamed(circuit, ask.of)!);
    const sentence = words.numbers.local({ wrt: ask.wrt, of: ask.of });
    if (blank === '_') return sentence;
    return side === undefined
      ? words.numbers.blank({ formula: `${symbol} = ${blank}` })
      : `${words.numbers.side({ side })}${sentence}`;
  }
  return words.numbers.blank({ formula: `${symbol} = ${blank}` });
}

/** The line once more with one of its inputs a whole one up. */
function raised({ run, circuit }: Posed, { of, wrt }: { of: string; wrt: string }, words: HintWords): string {
  const from = valueNamed(run, wrt).data[0]!;
  const to = said(from + 1);
  const line = withNumbers(stageNamed(circuit, of)!.source, new Map([...numbersOf(run), [wrt, to]]));
  return words.numbers.raised({
    wrt,
    from: said(from),
    to,
    line: `${of} = ${line}`,
    before: said(valueNamed(run, of).data[0]!),
  });
}
