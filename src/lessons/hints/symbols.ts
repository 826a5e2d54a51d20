import type { Circuit, NodeId, Run, Stage } from '../../engine/index.js';
import { elementwiseRow, isKinked } from '../answer/range.js';
import { nameOf, said } from '../mistakes/naming.js';

const LONGEST = 44;
/** A line of more gates has no short partial; it is not worked out at all. */
const MOST_GATES = 24;

/**
 * The partial of a line with respect to a name it reads, in symbols: `y`, `s * (1 - s)`. Undefined where it is long, or
 * a matter of which side of a kink the input is on.
 */
export function partialInSymbols(pass: Run, stage: Stage, wrt: string): string | undefined {
  if (stage.gates.length > MOST_GATES) return undefined;
  const { circuit } = pass;
  const terms = new Map<NodeId, readonly string[]>([[stage.node, ['1']]]);
  for (const id of [...stage.gates].reverse()) {
    const upstream = terms.get(id);
    const row = elementwiseRow(circuit.gate(id));
    if (upstream === undefined) continue;
    if (row === undefined) return undefined;
    for (const [k, arg] of circuit.args(id).entries()) {
      if (circuit.gate(arg) === 'const') continue;
      const local = localInSymbols(pass, id, k);
      if (local === undefined) return undefined;
      terms.set(arg, [...(terms.get(arg) ?? []), product(sum(upstream), local)]);
    }
  }
  const text = sum(terms.get(circuit.find(wrt)!) ?? ['0']);
  return text.length > LONGEST ? undefined : text;
}

/** The local gradient of one gate in the names of its inputs and output; undefined at a kinked gate. */
function localInSymbols(pass: Run, id: NodeId, k: number): string | undefined {
  const { circuit } = pass;
  const gate = circuit.gate(id);
  const row = elementwiseRow(gate);
  if (row === undefined || isKinked(gate)) return undefined;
  const [x, y] = circuit.args(id);
  const name = (node: NodeId | undefined): string => (node === undefined ? '' : atom(circuit, node));
  if (gate === 'pow' && k === 0 && y !== undefined && circuit.gate(y) === 'const') {
    const exponent = pass.value(y).data[0]!;
    return exponent === 2 ? `2 * ${name(x)}` : `${said(exponent)} * ${name(x)}**${said(exponent - 1)}`;
  }
  const texts: Readonly<Record<string, string>> = { x: name(x), y: name(y), o: atom(circuit, id) };
  return row.partials[k]!.replace(/\b[xyo]\b/g, (letter) => texts[letter]!);
}

function atom(circuit: Circuit, id: NodeId): string {
  const text = nameOf(circuit, id);
  return /[\s*/+-]/.test(text) && !/^-?[\d.]+$/.test(text) ? `(${text})` : text;
}

function product(a: string, b: string): string {
  if (a === '1') return b;
  if (b === '1') return a;
  if (b === '-1') return `-${wrapped(a)}`;
  if (a === '-1') return `-${wrapped(b)}`;
  return `${wrapped(b)} * ${wrapped(a)}`;
}

function sum(terms: readonly string[]): string {
  return terms.length === 1 ? terms[0]! : terms.map((term) => (term.startsWith('-') ? `(${term})` : term)).join(' + ');
}

function wrapped(text: string): string {
  return /\s[+-]\s|^-/.test(text.replace(/\([^()]*\)/g, '')) ? `(${text})` : text;
}

/** A line's right-hand side with the values of the names it reads in their place. */
export function withNumbers(text: string, numbers: ReadonlyMap<string, string>): string {
  return text.replace(/[\p{L}_][\p{L}\p{N}_]*(?!\s*\()/gu, (word, at: number) => {
    const number = numbers.get(word);
    if (number === undefined) return word;
    const after = text.slice(at + word.length);
    const needsBrackets = number.startsWith('-') && (/\S\s*$/.test(text.slice(0, at)) || /^\s*\*\*/.test(after));
    return needsBrackets && !/\(\s*$/.test(text.slice(0, at)) ? `(${number})` : number;
  });
}
