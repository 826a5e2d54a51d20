import {
  explain,
  formatNumber,
  type Run,
  type Stage,
  sameShape,
  subgradient,
  type Tensor,
} from '../../engine/index.js';
import { hintWords } from '../../messages/hints.js';
import { type Glyphs, inlines } from '../answer/inline.js';
import { namesOf, type Posed, readersOf, stageNamed, targetPass, truth, valueNamed } from '../answer/posed.js';
import { type Edge, edgesFrom } from '../mistakes/edge.js';
import { saidTensor, symbolOf } from '../mistakes/facts.js';
import { bracketed, nameOf, said } from '../mistakes/naming.js';
import type { Inline, Lang } from '../types.js';
import { partialInSymbols, withNumbers } from './symbols.js';

/** The parts of the way to an answer: `dx = ∂q/∂x · dq = 1 · (-4) = -4`. */
export interface Working {
  /** `dx` */
  readonly symbol: string;
  /** `∂q/∂x · dq`; empty where there is nothing between the symbol and the numbers. */
  readonly rule: string;
  /** `1 · (-4)`, with `_` for the last factor where `blank` is given; empty where it says no more than the answer. */
  readonly numbers: string;
  readonly blank: string;
  /** `-4` */
  readonly answer: string;
}

/** How the answer to a question is worked out from what stands on the screen. */
export function workingOf(posed: Posed): Working {
  const { ask, circuit, run } = posed;
  const right = truth(ask, run);
  const common = { symbol: symbolOf(ask), answer: saidTensor(right) };
  const stage = stageNamed(circuit, ask.of);
  if (ask.kind === 'value') return { ...common, ...forwardWorking(run, stage) };
  if (ask.kind === 'local') return { ...common, ...localWorking(run, stage!, ask.wrt) };
  return { ...common, ...gradientWorking(posed) };
}

/** One line that says why the answer is right: `∂f/∂z = q = 3`. */
export function workingFor(posed: Posed, lang: Lang, glyphs: Glyphs): readonly Inline[] {
  return inlines(`${workingSentence(posed, lang)}${tieOf(posed, lang)}`, glyphs);
}

/** The working, and for a rule that is a number what that means. */
export function workingSentence(posed: Posed, lang: Lang): string {
  const { ask } = posed;
  const { rule, answer } = workingOf(posed);
  const reason =
    ask.kind === 'local' && rule === answer ? hintWords[lang].movesWith({ of: ask.of, wrt: ask.wrt, by: answer }) : '';
  return `\`${workingText(posed)}\`${reason}`;
}

/** At a tie of max, or relu at 0: what else is right, and whose choice the number is. */
export function tieOf({ ask, run }: Posed, lang: Lang): string {
  if (ask.kind === 'value') return '';
  const { pass, node } = targetPass(ask, run);
  const { lo, hi } = subgradient(pass)(node);
  if (lo.shape.length > 0 || lo.data[0] === hi.data[0]) return '';
  return hintWords[lang].tie({
    lo: said(lo.data[0]!),
    hi: said(hi.data[0]!),
    here: said(pass.gradient(node).data[0]!),
  });
}

export function workingText(posed: Posed): string {
  const { symbol, rule, numbers, answer } = workingOf(posed);
  const parts = [rule === '' ? symbol : equation(symbol, rule), numbers, answer].filter((part) => part !== '');
  const text = parts
    .filter((part, k) => k === 0 || (part !== parts[k - 1] && part !== (k === 1 ? rule : '')))
    .join(' = ');
  const { ask, circuit, run } = posed;
  const side = ask.kind === 'local' ? kinkSide(run, stageNamed(circuit, ask.of)!) : undefined;
  return side === undefined ? text : `${text}   (${side})`;
}

/** `dW = dD @ X.T`; of a rule in several steps the last one gives it: `r = …; ds = r * dL`. */
export function equation(symbol: string, rule: string): string {
  const at = rule.lastIndexOf('; ') + 2;
  return at > 1 ? `${rule.slice(0, at)}${symbol} = ${rule.slice(at)}` : `${symbol} = ${rule}`;
}

type Parts = Pick<Working, 'rule' | 'numbers' | 'blank'>;

const nothing: Parts = { rule: '', numbers: '', blank: '_' };

function forwardWorking(run: Run, stage: Stage | undefined): Parts {
  if (stage === undefined) return nothing;
  const numbers = withNumbers(stage.source, numbersOf(run));
  return { rule: stage.source, numbers, blank: lastBlank(stage.source, run) };
}

/** The numbers in place of the names, but for the last name. */
function lastBlank(source: string, run: Run): string {
  const numbers = numbersOf(run);
  const names = [...source.matchAll(/[\p{L}_][\p{L}\p{N}_]*(?!\s*\()/gu)].filter(([word]) => numbers.has(word));
  const last = names[names.length - 1];
  if (last === undefined) return '_';
  const cut = `${source.slice(0, last.index)}_${source.slice(last.index + last[0].length)}`;
  return withNumbers(cut, numbers);
}

/** What a run's names are, as they are said. */
export function numbersOf(run: Run): ReadonlyMap<string, string> {
  return new Map(namesOf(run.circuit).map((name) => [name, saidTensor(valueNamed(run, name))]));
}

function localWorking(run: Run, stage: Stage, wrt: string): Parts {
  const side = kinkSide(run, stage);
  if (side !== undefined) return { rule: '', numbers: '', blank: `_   (${side})` };
  const rule = partialInSymbols(run, stage, wrt);
  if (rule === undefined) return nothing;
  return { rule, numbers: withNumbers(rule, numbersOf(run)), blank: lastBlank(rule, run) };
}

/** At a kinked gate, on which side of the kink its input is: `z > w`, `x < 0`. */
export function kinkSide(run: Run, stage: Stage): string | undefined {
  const [gate, more] = stage.gates;
  if (gate === undefined || more !== undefined) return undefined;
  const { circuit } = run;
  const kind = circuit.gate(gate);
  if (!['max', 'min', 'relu', 'leaky_relu', 'abs'].includes(kind) || circuit.shape(gate).length > 0) return undefined;
  const [x, y] = circuit.args(gate);
  const pair = (kind === 'max' || kind === 'min') && y !== undefined;
  const a = run.value(x!).data[0]!;
  const b = pair ? run.value(y).data[0]! : 0;
  const sign = a > b ? '>' : a < b ? '<' : '=';
  return `${nameOf(circuit, x!)} ${sign} ${pair ? nameOf(circuit, y) : '0'}`;
}

function gradientWorking({ ask, circuit, run }: Posed): Parts {
  const node = circuit.find(ask.of)!;
  if (node === circuit.output) return { ...nothing, rule: `∂${ask.of}/∂${ask.of}` };
  const readers = readersOf(circuit, ask.of);
  const edges = edgesFrom(circuit, node);
  if (circuit.shape(node).length > 0 || readers.some(({ node: id }) => circuit.shape(id).length > 0))
    return tensorWorking({ ask, circuit, run }, edges);
  const byStage = readers.length > 1 || edges.length === 1 || readers[0]!.gates.length === 1;
  const terms = byStage
    ? readers.map((stage) => ({
        rule: `∂${stage.name}/∂${ask.of} · d${stage.name}`,
        p: truth({ kind: 'local', of: stage.name, wrt: ask.of }, run).data[0]!,
        g: run.gradient(stage.node).data[0]!,
      }))
    : edges.map(({ gate, k }) => ({
        rule: `∂(${nameOf(circuit, gate)})/∂${ask.of} · ${bracketed(run.gradient(gate).data[0]!)}`,
        p: run.local(gate, k)!.data[0]!,
        g: run.gradient(gate).data[0]!,
      }));
  const factor = (x: number, first: boolean): string => (first ? said(x) : bracketed(x));
  return {
    rule: terms.map(({ rule }) => rule).join(' + '),
    numbers: terms.map(({ p, g }, at) => `${factor(p, at === 0)} · ${bracketed(g)}`).join(' + '),
    blank: terms
      .map(({ p, g }, at) =>
        at === terms.length - 1 ? `_ · ${bracketed(g)}` : `${factor(p, at === 0)} · ${bracketed(g)}`,
      )
      .join(' + '),
  };
}

/** The gates' own formulas, `dD @ X.T`, as far as gates with names are read; with shapes where they are matrix products. */
function tensorWorking({ ask, circuit, run }: Omit<Posed, 'shown'>, edges: readonly Edge[]): Parts {
  const parts = edges.map(({ gate, k }) => {
    const { symbols, shapes } = explain(run, gate).operands[k]!;
    if (!circuit.named(gate)) return undefined;
    if (run.local(gate, k) === undefined) return { rule: symbols, shapes };
    const own = circuit.shape(circuit.args(gate)[k]!);
    const out = circuit.shape(gate);
    const up = `d${circuit.name(gate)}`;
    const whole = symbols === '1' ? up : symbols === '-1' ? `-${up}` : `${factorText(symbols)} * ${up}`;
    if (sameShape(own, out)) return { rule: whole, shapes: undefined };
    return own.length === out.length - 1 && sameShape(own, out.slice(1))
      ? { rule: `sum(${whole}, axis=0)`, shapes: undefined }
      : undefined;
  });
  const rule = parts.some((part) => part === undefined) ? '' : parts.map((part) => part!.rule).join(' + ');
  const [only, more] = parts;
  const shapes = only?.shapes !== undefined && more === undefined ? only.shapes : undefined;
  return { rule, numbers: '', blank: shapes ?? lastEntryBlank(truth(ask, run)) };
}

function factorText(text: string): string {
  return /\s(?:[+-]|[<>=]=?|!=)\s|^-/.test(text) ? `(${text})` : text;
}

/** A tensor with its last entry left out. */
function lastEntryBlank(right: Tensor): string {
  return saidTensor(right).replace(/[^\s[\],]+(\]*)$/, '_$1');
}

/** A number with digits enough to see a small movement of it. */
export function fine(x: number, decimals: number): string {
  if (!Number.isFinite(x) || Math.abs(x) >= 1e6) return formatNumber(x);
  const text = x.toFixed(Math.min(12, decimals));
  return text.includes('.') ? text.replace(/\.?0+$/, '').replace(/^-0$/, '0') : text;
}
