import type { ExpressionCompiler } from './expression.js';
import type { GateOptions } from './gates/row.js';
import {
  type FunctionEntry,
  functions,
  gateFunctions,
  type KeywordName,
  keywordAliases,
  type ShapeFunction,
  shapeFunctions,
} from './language/functions.js';
import { limits } from './language/limits.js';
import { nearest } from './language/nearest.js';
import { withNear } from './language/problems.js';
import type { SyntaxNode } from './language/syntax.js';
import { type Operand, vectorTensor } from './operand.js';
import { sizeOf } from './tensor.js';
import type { Shape } from './types.js';

type Call = SyntaxNode & { readonly kind: 'call' };

/** Turns a call of a function, or of a method, into gates. */
export function compileCall(compiler: ExpressionCompiler, call: Call, done: readonly Operand[]): Operand {
  const args = call.args.map((arg) => done[arg]!);
  const entry = gateFunctions.get(call.name);
  if (entry !== undefined) return new GateCall(compiler, call, done, entry).compile(args);
  const shaping = shapeFunctions.find((name) => name === call.name);
  if (shaping !== undefined) {
    const [keyword] = call.keywords;
    if (keyword !== undefined)
      compiler.fail('unknown-keyword', { function: call.name, name: keyword.name }, keyword.place);
    return new ShapeCall(compiler, call).compile(shaping, args);
  }
  const near = nearest(call.name, functions);
  return compiler.fail('unknown-function', withNear({ name: call.name }, near), call.namePlace);
}

/** A whole number from a constant operand. */
function whole(compiler: ExpressionCompiler, operand: Operand, function_: string, name: string): number {
  if (operand.kind !== 'value' || operand.tensor.shape.length > 0)
    return compiler.fail('needs-constant', { function: function_, name }, operand.place);
  const value = operand.tensor.data[0]!;
  if (Number.isInteger(value)) return value;
  return compiler.fail('needs-integer', { function: function_, name, got: value }, operand.place);
}

/** Whole numbers from a constant list, or from one number. */
function wholes(compiler: ExpressionCompiler, operand: Operand, function_: string, name: string): number[] {
  if (operand.kind !== 'value' || operand.tensor.shape.length !== 1) return [whole(compiler, operand, function_, name)];
  return Array.from(operand.tensor.data, (value) => {
    if (Number.isInteger(value)) return value;
    return compiler.fail('needs-integer', { function: function_, name, got: value }, operand.place);
  });
}

function demandCount(compiler: ExpressionCompiler, call: Call, least: number, most: number): void {
  const got = call.args.length;
  if (got >= least && got <= most) return;
  const expected = least === most ? least : `${least} to ${most}`;
  compiler.fail('wrong-argument-count', { function: call.name, expected, got }, call.place);
}

const REDUCTIONS: Readonly<Record<string, string>> = { max: 'amax', min: 'amin' };

class GateCall {
  private readonly compiler: ExpressionCompiler;
  private readonly call: Call;
  private readonly done: readonly Operand[];
  private readonly entry: FunctionEntry;

  constructor(compiler: ExpressionCompiler, call: Call, done: readonly Operand[], entry: FunctionEntry) {
    this.compiler = compiler;
    this.call = call;
    this.done = done;
    this.entry = entry;
  }

  compile(args: readonly Operand[]): Operand {
    const { compiler, call, entry } = this;
    const options = this.options();
    const axisGiven = this.positionalAxis(args);
    if (axisGiven !== undefined)
      return this.gate(args.slice(0, 1), { ...options, axis: wholes(compiler, axisGiven, call.name, 'axis') });
    demandCount(compiler, call, entry.least, entry.most);
    return this.gate(args, options);
  }

  /** A method takes its axis without a name, as in numpy: `X.sum(0)`; a function does not. */
  private positionalAxis(args: readonly Operand[]): Operand | undefined {
    const { entry, call, compiler } = this;
    if (args.length !== 2 || !entry.keywords.includes('axis') || entry.gate === 'concat') return undefined;
    if (call.method) return args[1];
    if (entry.most > 1) return undefined;
    const axis = compiler.label(args[1]!);
    return compiler.fail('needs-keyword', { function: call.name, axis }, args[1]!.place);
  }

  private gate(args: readonly Operand[], options: GateOptions): Operand {
    const { compiler, call, entry } = this;
    const { place } = call;
    const operands = [...args];
    if (call.name === 'square')
      operands.push({ kind: 'value', tensor: { shape: [], data: Float64Array.of(2) }, place });
    if (entry.gate === 'leaky_relu' && operands.length === 1)
      operands.push({ kind: 'value', tensor: { shape: [], data: Float64Array.of(0.01) }, place });
    if (entry.gate === 'concat' && operands.length === 1 && operands[0]!.kind === 'list')
      return compiler.gate('concat', operands[0]!.items, place, options);
    const reduced = operands.length === 1 ? REDUCTIONS[entry.gate] : undefined;
    const elementwise = entry.gate in REDUCTIONS && reduced === undefined;
    const [keyword] = call.keywords;
    if (elementwise && keyword !== undefined)
      compiler.fail('unknown-keyword', { function: `${call.name}(a, b)`, name: keyword.name }, keyword.place);
    return compiler.gate(reduced ?? entry.gate, operands, place, options);
  }

  private options(): GateOptions {
    const { compiler, call, entry, done } = this;
    let options: GateOptions = {};
    for (const { name, value, place } of call.keywords) {
      const canonical = keywordAliases.get(name) ?? name;
      const keyword = entry.keywords.find((known) => known === canonical);
      if (keyword === undefined) {
        const near = nearest(name, entry.keywords);
        return compiler.fail('unknown-keyword', withNear({ function: call.name, name }, near), place);
      }
      options = { ...options, ...this.option(keyword, done[value]!) };
    }
    return options;
  }

  private option(keyword: KeywordName, operand: Operand): GateOptions {
    const { compiler, call } = this;
    if (keyword === 'axis') {
      if (operand.kind === 'none') return {};
      return { axis: wholes(compiler, operand, call.name, 'axis') };
    }
    if (keyword === 'keepdims') {
      if (operand.kind === 'flag') return { keepdims: operand.value };
      return compiler.fail('needs-boolean', { function: call.name, name: keyword }, operand.place);
    }
    const value = whole(compiler, operand, call.name, keyword);
    const least = keyword === 'stride' ? 1 : 0;
    if (value < least || value > limits.entries)
      compiler.fail('out-of-range', { function: call.name, name: keyword, got: value, least }, operand.place);
    return keyword === 'stride' ? { stride: value } : { pad: value };
  }
}

class ShapeCall {
  private readonly compiler: ExpressionCompiler;
  private readonly call: Call;

  constructor(compiler: ExpressionCompiler, call: Call) {
    this.compiler = compiler;
    this.call = call;
  }

  compile(name: ShapeFunction, args: readonly Operand[]): Operand {
    switch (name) {
      case 'reshape':
        this.count(2, limits.rank + 1);
        return this.gate('reshape', args.slice(0, 1), { shape: this.numbers(args.slice(1), 'shape') });
      case 'transpose':
        this.count(1, limits.rank + 1);
        return this.gate(
          'transpose',
          args.slice(0, 1),
          args.length === 1 ? {} : { shape: this.numbers(args.slice(1), 'axes') },
        );
      case 'swapaxes':
        return this.swapaxes(args);
      case 'scatter':
        return this.scatter(args);
      case 'outer':
        return this.outer(args);
      case 'range':
      case 'arange':
        return this.range(args);
      case 'zeros':
      case 'ones':
        this.count(1, limits.rank);
        return this.filled(this.numbers(args, 'shape'), name === 'ones' ? 1 : 0);
      case 'zeros_like':
      case 'ones_like':
        this.count(1, 1);
        return this.filled(this.compiler.shape(args[0]!), name === 'ones_like' ? 1 : 0);
    }
  }

  private count(least: number, most: number): void {
    demandCount(this.compiler, this.call, least, most);
  }

  private gate(name: string, operands: readonly Operand[], options: GateOptions): Operand {
    return this.compiler.gate(name, operands, this.call.place, options);
  }

  /** Whole numbers given one by one, or as one list. */
  private numbers(args: readonly Operand[], name: string): number[] {
    return args.flatMap((arg) => wholes(this.compiler, arg, this.call.name, name));
  }

  private swapaxes(args: readonly Operand[]): Operand {
    this.count(3, 3);
    const rank = this.compiler.shape(args[0]!).length;
    const order = Array.from({ length: rank }, (_, axis) => axis);
    const [a, b] = this.numbers(args.slice(1), 'axes').map((axis) => (axis < 0 ? axis + rank : axis)) as [
      number,
      number,
    ];
    // an axis that does not exist makes an order that transpose refuses, with the message
    order[a] = b;
    order[b] = a;
    return this.gate('transpose', args.slice(0, 1), { shape: order });
  }

  private outer(args: readonly Operand[]): Operand {
    this.count(2, 2);
    const column = this.gate('index', args.slice(0, 1), { index: [{ kind: 'slice' }, { kind: 'new-axis' }] });
    return this.gate('mul', [column, args[1]!], {});
  }

  /** `scatter(X[i], V)`: the first argument says where in X the entries of V are added to zeros. */
  private scatter(args: readonly Operand[]): Operand {
    this.count(2, 2);
    const [{ picked, place }, values] = args as readonly [Operand, Operand];
    if (picked === undefined) return this.compiler.fail('needs-index', { function: this.call.name }, place);
    return this.gate('scatter', [values, ...picked.operands], { index: picked.items });
  }

  private range(args: readonly Operand[]): Operand {
    this.count(1, 3);
    const numbers = this.numbers(args, 'range');
    const [start, stop, step] =
      numbers.length === 1 ? [0, numbers[0]!, 1] : [numbers[0]!, numbers[1]!, numbers[2] ?? 1];
    const count = step === 0 ? 0 : Math.ceil((stop - start) / step);
    if (!(count > 0)) return this.compiler.fail('empty-list', {}, this.call.place);
    this.room([count]);
    const values = Array.from({ length: count }, (_, k) => start + k * step);
    return { kind: 'value', tensor: vectorTensor(values), place: this.call.place };
  }

  private filled(shape: Shape, value: number): Operand {
    for (const extent of shape)
      if (extent < 1)
        this.compiler.fail(
          'out-of-range',
          { function: this.call.name, name: 'shape', got: extent, least: 1 },
          this.call.place,
        );
    this.room(shape);
    return {
      kind: 'value',
      tensor: { shape, data: new Float64Array(sizeOf(shape)).fill(value) },
      place: this.call.place,
    };
  }

  private room(shape: Shape): void {
    this.compiler.placed(this.call.place, () => this.compiler.admit(shape, 0));
  }
}
