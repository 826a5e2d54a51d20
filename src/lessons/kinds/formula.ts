import { gateFormulas, substitute } from '../../engine/formulas.js';
import { type Circuit, type NodeId, type Run, type Shape, type Stage, sameShape } from '../../engine/index.js';
import { liveNodes } from '../backward-plan.js';
import { withoutSpareBrackets } from './brackets.js';

/** Longer texts are no answer that anyone would type. */
const LONGEST = 380;

/**
 * The gradient of a name as one expression over the program's names and the gradients of the lines that read it:
 * `dD @ X.T`, `1 * dq + z * df`. Undefined where a gate's rule takes several steps, or the expression gets too long.
 */
export function gradientFormula(circuit: Circuit, target: NodeId): string | undefined {
  const text = new Writer(circuit, circuit.output, `d${circuit.name(circuit.output)}`).gradient(target, target);
  return text && withoutSpareBrackets(text);
}

/** The partial of a line with respect to a name it reads, at any numbers; undefined where it can't be written as one. */
export function partialFormula({ circuit }: Run, stage: Stage, wrt: NodeId): string | undefined {
  const text = new Writer(circuit, stage.node, '1', new Set(stage.gates)).gradient(wrt, wrt);
  return text && withoutSpareBrackets(text);
}

/** What a circuit computes, as one expression over its inputs: `(x + y) * z`. */
export function wholeFormula(circuit: Circuit): string {
  const write = (id: NodeId): string => {
    const args = circuit.args(id);
    if (args.length === 0) return circuit.name(id);
    const { operands, formula } = gateFormulas(circuit, id);
    return substitute(
      formula,
      new Map(operands.slice(0, args.length).map((name, k) => [name, bracketed(write(args[k]!))])),
    );
  };
  const [only, more] = circuit.stages.filter(({ gates }) => gates.length > 0);
  return only !== undefined && more === undefined ? only.source : withoutSpareBrackets(write(circuit.output));
}

/** Writes a backward pass as expressions. */
class Writer {
  private readonly circuit: Circuit;
  private readonly from: NodeId;
  private readonly seed: string;
  private readonly within: ReadonlySet<NodeId>;
  /** Whether the gradients of other names may be used by their names. */
  private readonly whole: boolean;

  constructor(circuit: Circuit, from: NodeId, seed: string, within?: ReadonlySet<NodeId>) {
    this.circuit = circuit;
    this.from = from;
    this.seed = seed;
    this.whole = within === undefined;
    this.within = within ?? liveNodes(circuit);
  }

  gradient(id: NodeId, target: NodeId): string | undefined {
    if (id === this.from) return this.seed;
    if (this.whole && id !== target && this.circuit.named(id)) return `d${this.circuit.name(id)}`;
    const terms: string[] = [];
    for (let gate = id + 1; gate < this.circuit.size; gate++) {
      if (!this.within.has(gate)) continue;
      const args = this.circuit.args(gate);
      for (let k = 0; k < args.length; k++) {
        if (args[k] !== id) continue;
        const upstream = this.gradient(gate, target);
        const term = upstream === undefined ? undefined : this.share(gate, k, upstream);
        if (term === undefined) return undefined;
        terms.push(term);
      }
    }
    const text = terms.length === 0 ? '0' : (asList(terms, this.circuit.shape(id)) ?? terms.join(' + '));
    return text.length > LONGEST ? undefined : text;
  }

  private share(gate: NodeId, k: number, upstream: string): string | undefined {
    const { circuit } = this;
    const args = circuit.args(gate);
    const formulas = gateFormulas(circuit, gate);
    const partial = formulas.partials[k]!;
    if (partial.includes(';')) return undefined;
    const texts = new Map<string, string>();
    formulas.operands.forEach((name, at) => {
      if (args[at] !== undefined) texts.set(name, bracketed(this.value(args[at])));
    });
    texts.set(formulas.output, bracketed(this.value(gate)));
    texts.set('dY', bracketed(upstream));
    const text = substitute(partial, texts);
    if (formulas.output === 'Y') return this.whole ? text : undefined;
    const product = upstream === '1' ? text : text === '1' ? upstream : `${bracketed(text)} * ${bracketed(upstream)}`;
    const [own, out] = [circuit.shape(args[k]!), circuit.shape(gate)];
    if (sameShape(own, out)) return product;
    return this.whole ? summedInto(text === '1' ? upstream : product, own, out) : undefined;
  }

  /** What a node is called, or the expression that computes it. */
  private value(id: NodeId): string {
    const { circuit } = this;
    const args = circuit.args(id);
    if (circuit.named(id) || args.length === 0) return circuit.name(id);
    const { operands, formula } = gateFormulas(circuit, id);
    const texts = new Map(operands.slice(0, args.length).map((name, k) => [name, bracketed(this.value(args[k]!))]));
    return substitute(formula, texts);
  }
}

/** What was broadcast forward is summed backward: over the leading axes, and over those that were 1. */
function summedInto(text: string, own: Shape, out: Shape): string {
  if (own.length === 0) return `sum(${text})`;
  const leading = out.length - own.length;
  let summed = text;
  own.forEach((extent, axis) => {
    if (extent === 1 && out[leading + axis] !== 1) summed = `sum(${summed}, axis=${leading + axis}, keepdims=True)`;
  });
  for (let axis = 0; axis < leading; axis++) summed = `sum(${summed}, axis=0)`;
  return summed;
}

/** Shares that each go to an entry of their own, as the list that they make together: `[x[0] * ddot, ddot]`. */
function asList(terms: readonly string[], [length, ...more]: Shape): string | undefined {
  const entries: string[] = [];
  for (const term of terms) {
    const [, at, share] = /^scatter\([^[\]]+\[(\d+)\], (.*)\)$/.exec(term) ?? [];
    if (at === undefined || entries[Number(at)] !== undefined) return undefined;
    entries[Number(at)] = withoutSpareBrackets(share!);
  }
  return more.length === 0 && Object.keys(entries).length === length ? `[${entries.join(', ')}]` : undefined;
}

function bracketed(text: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*(?:\[\d+\])?$|^\d+\.?\d*$|^[\p{L}_][\p{L}\p{N}_]*\([^()]*\)$/u.test(text)
    ? text
    : `(${text})`;
}
