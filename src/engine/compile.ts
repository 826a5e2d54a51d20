import { CircuitBuilder } from './builder.js';
import type { FlatCircuit, Origin } from './circuit.js';
import { ExpressionCompiler, limitedRoom } from './expression.js';

import { nearest } from './language/nearest.js';
import { parse } from './language/parser.js';
import { withNear } from './language/problems.js';
import { type Place, ProgramError } from './language/program-error.js';
import type { Program, Statement } from './language/syntax.js';
import type { Circuit, NestedNumbers, NodeId, Tensor } from './types.js';

export interface BuildOptions {
  /** Values of inputs by name; they override values that the program gives. */
  readonly inputs?: Readonly<Record<string, NestedNumbers>>;
  /** Values of names that get no gradient: labels, masks, indices. */
  readonly consts?: Readonly<Record<string, NestedNumbers>>;
  /** The name to take as the output instead of the last one computed. */
  readonly output?: string;
}

/**
 * Makes the circuit of a program. Names that are read and never assigned are inputs, as are names assigned a literal;
 * inputs without a value are scalars and listed in `unset`. The output is the last line that computes something.
 * @throws ProgramError with the place in the text, or 0 where the fault lies in the options
 */
export function build(program: string | readonly string[] | Program, options: BuildOptions = {}): Circuit {
  const read = typeof program === 'string' || isLines(program) ? parse(program) : program;
  return new ProgramCompiler(read, options).circuit();
}

function isLines(program: readonly string[] | Program): program is readonly string[] {
  return Array.isArray(program);
}

/** The name of a bare expression's value. */
const UNNAMED = 'f';

class ProgramCompiler {
  private readonly program: Program;
  private readonly inputs: ReadonlyMap<string, NestedNumbers>;
  private readonly consts: ReadonlyMap<string, NestedNumbers>;
  private readonly wanted: string | undefined;
  private readonly room = limitedRoom();
  private readonly builder = new CircuitBuilder(64, this.room);
  private readonly assigned = new Map<string, Statement>();
  private readonly reads = new Map<string, Place>();
  private computed: NodeId | undefined;

  constructor(program: Program, options: BuildOptions) {
    this.program = program;
    this.inputs = new Map(Object.entries(options.inputs ?? {}));
    this.consts = new Map(Object.entries(options.consts ?? {}));
    this.wanted = options.output;
  }

  circuit(): FlatCircuit {
    const { statements, lines } = this.program;
    for (const statement of statements) {
      const name = statement.name ?? UNNAMED;
      const before = this.assigned.get(name);
      if (before !== undefined)
        throw new ProgramError('assigned-twice', { name, line: before.place.line }, statement.place, lines);
      this.assigned.set(name, statement);
    }
    this.checkGiven();
    for (const statement of statements) this.statement(statement);
    const origin: Origin = { lines, reads: this.reads };
    return this.builder.finish(this.output(), origin);
  }

  /** Every value given must be for a name that the program reads or gives a literal. */
  private checkGiven(): void {
    const known = new Set(this.assigned.keys());
    for (const { nodes } of this.program.statements)
      for (const node of nodes) if (node.kind === 'name') known.add(node.name);
    for (const name of [...this.inputs.keys(), ...this.consts.keys()]) {
      if (!known.has(name)) {
        const near = nearest(name, known);
        throw new ProgramError('unknown-input', withNear({ name }, near));
      }
      const statement = this.assigned.get(name);
      if (statement !== undefined && !isLiteral(statement))
        throw new ProgramError('computed-input', { name, line: statement.place.line });
    }
  }

  private statement(statement: Statement): void {
    const name = statement.name ?? UNNAMED;
    if (isLiteral(statement)) {
      if (this.builder.find(name) === undefined) this.literal(name, statement);
      return;
    }
    const reads: string[] = [];
    const from = this.builder.size;
    const compiler = this.compiler((read, place) => {
      const id = this.read(read, place, name);
      if (!reads.includes(read) && this.builder.isVariable(id)) reads.push(read);
      return id;
    });
    const node = compiler.node(statement.nodes);
    this.builder.name(node, name);
    const gates: NodeId[] = [];
    for (let id = from; id < this.builder.size; id++) if (this.builder.isGate(id)) gates.push(id);
    this.builder.stage({ name, node, gates, reads, source: statement.source, line: statement.place.line });
    this.computed = node;
  }

  private compiler(resolve: (name: string, place: Place) => NodeId): ExpressionCompiler {
    return new ExpressionCompiler(this.builder, this.program.lines, resolve, this.room);
  }

  private literal(name: string, statement: Statement): NodeId {
    const value = this.inputs.get(name) ?? this.compiler(() => 0).constant(statement.nodes);
    return this.leaf(name, value);
  }

  private leaf(name: string, value: NestedNumbers | Tensor | undefined): NodeId {
    const fixed = this.consts.get(name);
    return fixed === undefined ? this.builder.input(name, value) : this.builder.constant(fixed, name);
  }

  private read(name: string, place: Place, reader: string): NodeId {
    if (!this.reads.has(name)) this.reads.set(name, place);
    const known = this.builder.find(name);
    if (known !== undefined) return known;
    const statement = this.assigned.get(name);
    if (statement === undefined) return this.leaf(name, this.inputs.get(name));
    if (isLiteral(statement)) return this.literal(name, statement);
    const { line } = statement.place;
    const code = name === reader ? 'reads-itself' : 'read-before-assigned';
    throw new ProgramError(code, { name, line }, place, this.program.lines);
  }

  private output(): NodeId {
    if (this.wanted !== undefined) {
      const id = this.builder.find(this.wanted);
      if (id !== undefined) return id;
      const near = nearest(this.wanted, this.assigned.keys());
      const params = { name: this.wanted };
      throw new ProgramError('unknown-output', withNear(params, near));
    }
    if (this.computed === undefined) {
      const { place } = this.program.statements[this.program.statements.length - 1]!;
      throw new ProgramError('no-output', {}, place, this.program.lines);
    }
    return this.computed;
  }
}

/** A right-hand side without names gives a value, and its name is an input. */
function isLiteral(statement: Statement): boolean {
  return statement.nodes.every((node) => node.kind !== 'name');
}
