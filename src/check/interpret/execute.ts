import { ProgramError } from '../../engine/language/program-error.js';
import type { Tensor } from '../../engine/types.js';
import { Arrays } from '../arrays/arrays.js';
import { Budget } from '../arrays/budget.js';
import { addAt, rangeEntries, setItem } from '../arrays/indexing.js';
import { Tape } from '../arrays/tape.js';
import { type ArrayValue, entriesOf, type Value } from '../arrays/value.js';
import { checkLimits } from '../limits.js';
import { assignedNames } from '../read/assigned.js';
import { statementReads, valueReads } from '../read/reads.js';
import type { Expression, Statement, Target } from '../read/syntax.js';
import { Unread, type UnreadReason } from '../unread.js';
import { toArray } from './arguments.js';
import { changeInPlace } from './effects.js';
import { Evaluator } from './evaluate.js';
import type { LineNote, PassOptions, Version, Write } from './pass.js';
import { Chance } from './random.js';

/** Names that could not be computed, and why. */
interface Missing {
  readonly kind: 'missing';
  readonly line: number;
}

/** One execution of a file from the first line to the last. Lines that can't be computed are noted and passed over. */
export class Pass {
  readonly tape = new Tape();
  /** The numbers among the forward pass's results, in order: one of them is the output. */
  readonly scalars: Version[] = [];
  readonly notes = new Map<Statement, LineNote>();
  /** Loops of which only the first round is executed, since they hold a whole training step. */
  readonly once = new Set<Statement>();
  private readonly versions = new Map<string, Version[]>();
  private readonly names = new Map<string, Value | Missing>();
  private readonly arrays: Arrays;
  private readonly budget = new Budget();
  private readonly evaluator: Evaluator;
  private readonly options: PassOptions;
  private readonly training = new Map<Statement, boolean>();
  private readonly reached = new Map<number, boolean[]>();
  private exhausted: UnreadReason | undefined;

  constructor(options: PassOptions) {
    this.options = options;
    this.arrays = new Arrays(this.tape, this.budget);
    this.evaluator = new Evaluator(this.arrays, { lookup: (name) => this.lookup(name) }, new Chance(1), options.torch);
  }

  /** Executes statements; `rounds` tells the rounds of the loops around them. */
  run(statements: readonly Statement[], rounds = ''): void {
    for (const [place, statement] of statements.entries()) {
      const key = `${statement.line}.${place}${rounds}`;
      this.arrays.line = statement.line;
      if (statement.kind === 'for') this.loop(statement, rounds);
      else this.one(statement, key);
    }
  }

  /** The versions of a forward name, the first one first. */
  versionsOf(name: string): readonly Version[] {
    return this.versions.get(name) ?? [];
  }

  /** Whether a node of the tape depends on another one. */
  dependsOn(output: number, node: number): boolean {
    if (output < node) return false;
    let reached = this.reached.get(node);
    if (reached === undefined) {
      if (this.reached.size >= 200) this.reached.clear();
      reached = [];
      this.reached.set(node, reached);
    }
    // The tape only grows: what is known of its beginning stays true.
    for (let id = reached.length; id < this.tape.nodes.length; id++)
      reached.push(id === node || this.tape.nodes[id]!.args.some((arg) => reached[arg]));
    return reached[output]!;
  }

  private lookup(name: string): Value | undefined {
    const value = this.names.get(name);
    if (value?.kind === 'missing') throw new Unread('depends', { name, line: value.line });
    if (value?.kind === 'array' && this.options.partners.has(name)) return { ...value, tainted: true };
    return value;
  }

  private one(statement: Statement, key: string): void {
    const names = assignedNames(statement);
    const reads = statementReads(statement);
    this.options.executed?.(statement, key, reads, names);
    if (statement.kind === 'passed' || statement.kind === 'pair' || statement.kind === 'output') {
      this.note(statement, { kind: 'passed' });
      return;
    }
    try {
      if (this.exhausted !== undefined) throw new Unread(this.exhausted.code, this.exhausted.params);
      this.budget.step();
      this.execute(statement);
      this.note(statement, { kind: 'done' });
    } catch (error) {
      const reason = reasonOf(error);
      if (reason.code === 'limit' && (reason.params.what === 'steps' || reason.params.what === 'total'))
        this.exhausted = reason;
      this.note(statement, { kind: 'trouble', reason });
      for (const name of names) this.names.set(name, { kind: 'missing', line: statement.line });
    }
    for (const name of new Set(names)) if (this.options.partners.has(name)) this.report(name, statement, key, reads);
  }

  private report(name: string, statement: Statement, key: string, reads: ReadonlySet<string>): void {
    const held = this.names.get(name);
    const array = held === undefined || held.kind === 'missing' ? undefined : this.asArray(held);
    const value = array === undefined ? undefined : entriesOf(array);
    const blank =
      statement.kind === 'assign' && (statement.value.kind === 'none' || statement.value.kind === 'ellipsis');
    const given =
      reads.size === 0 && statement.kind === 'assign' && !statement.targets.flat().some(({ kind }) => kind === 'item');
    const write: Write = { key, name, statement, value, blank, given: given && value !== undefined, reads };
    const replacement = this.options.written?.(write, this);
    if (replacement !== undefined) this.replace(name, array, replacement);
  }

  private asArray(value: Value): ArrayValue | undefined {
    return value.kind === 'array' ? value : value.kind === 'items' ? toArrayOrNone(this.arrays, value) : undefined;
  }

  private replace(name: string, held: ArrayValue | undefined, value: Tensor): void {
    const fresh = this.arrays.untraced({ shape: value.shape, data: Float64Array.from(value.data) }, 'float');
    const fits = held !== undefined && held.shape.length > 0 && held.shape.join() === value.shape.join();
    if (fits) this.arrays.write(held.storage, held.places, held.shape, fresh, false);
    else this.names.set(name, fresh);
  }

  private note(statement: Statement, note: LineNote): void {
    if (this.notes.get(statement)?.kind !== 'trouble') this.notes.set(statement, note);
  }

  private execute(statement: Statement): void {
    switch (statement.kind) {
      case 'assign':
        this.assign(statement);
        return;
      case 'augment':
        this.augment(statement);
        return;
      case 'effect':
        this.effect(statement.name, statement.call);
        return;
      case 'function':
        this.names.set(statement.name, { kind: 'function', lambda: statement.lambda });
        return;
      case 'unread':
        throw new Unread(statement.code, { found: statement.found });
      default:
    }
  }

  private assign({ targets, value: expression }: Statement & { kind: 'assign' }): void {
    const spread =
      targets[0]!.length > 1 && expression.kind === 'list' && expression.items.length === targets[0]!.length;
    if (spread) {
      const values = (expression as Expression & { kind: 'list' }).items.map((item) => {
        const value = this.evaluator.value(item);
        return { value, fresh: valueReads(item).size === 0 };
      });
      for (const names of targets)
        for (const [k, target] of names.entries()) this.put(target, values[k]!.value, values[k]!.fresh);
      return;
    }
    const value = this.evaluator.value(expression);
    const fresh = valueReads(expression).size === 0;
    for (const names of targets) {
      if (names.length === 1) this.put(names[0]!, value, fresh);
      else for (const [k, item] of this.unpacked(names.length, value).entries()) this.put(names[k]!, item, fresh);
    }
  }

  private unpacked(count: number, value: Value): readonly Value[] {
    if (value.kind === 'items' && value.items.length === count) return value.items;
    if (value.kind === 'array' && value.shape[0] === count)
      return Array.from({ length: count }, (_, index) =>
        this.arrays.gate('index', [value], { index: [{ kind: 'at', index }] }),
      );
    throw new Unread('unpack', { count });
  }

  /** @param fresh whether the value depends on no other name */
  private put(target: Target, value: Value, fresh: boolean): void {
    if (target.kind === 'item') {
      this.putItem(target, value, undefined);
      return;
    }
    const gradient = this.options.partners.has(target.name);
    // A list of numbers is as good as an array.
    let bound = value.kind === 'items' ? (toArrayOrNone(this.arrays, value) ?? value) : value;
    if (bound.kind === 'array') {
      if (this.options.copies === true) bound = this.arrays.copy(bound);
      if (fresh && !gradient && !bound.tainted)
        bound = this.arrays.leaf({ shape: bound.shape, data: Float64Array.from(entriesOf(bound).data) }, bound.dtype);
    }
    this.names.set(target.name, bound);
    if (!gradient && bound.kind === 'array') this.version(target.name, bound);
  }

  private version(name: string, value: ArrayValue): void {
    const node = this.arrays.nodeOf(value);
    if (node === Tape.NONE) return;
    this.tape.nodes[node]!.names.push(name);
    const version = { name, node, line: this.arrays.line };
    const known = this.versions.get(name);
    if (known === undefined) this.versions.set(name, [version]);
    else known.push(version);
    if (value.shape.length === 0) this.scalars.push(version);
  }

  private putItem(
    target: Target & { kind: 'item' },
    value: Value,
    combine: ((before: ArrayValue, value: ArrayValue) => ArrayValue) | undefined,
  ): void {
    const owner = this.evaluator.value(target.target);
    if (owner.kind === 'container') {
      const at = this.evaluator.whole(target.items[0]!);
      const before = owner.entries.get(at);
      const array = toArray(this.arrays, value);
      const entry =
        combine !== undefined && before?.kind === 'array' && array !== undefined ? combine(before, array) : value;
      if (owner.entries.size >= checkLimits.rounds)
        throw new Unread('limit', { what: 'entries', limit: checkLimits.rounds });
      owner.entries.set(at, entry);
      if (entry.kind === 'array' && !this.options.partners.has(target.name))
        this.version(`${target.name}[${at}]`, entry);
      return;
    }
    const array = toArray(this.arrays, value);
    if (owner.kind !== 'array' || array === undefined) throw new Unread('no-number', { what: target.name });
    const traced = !this.options.partners.has(target.name);
    if (this.options.accumulates === true && !traced && !array.literal) {
      addAt(this.arrays, owner, this.evaluator.picked(target.items), array);
      return;
    }
    setItem(this.arrays, owner, this.evaluator.picked(target.items), array, combine, traced);
    const held = this.names.get(target.name);
    if (traced && held?.kind === 'array') this.version(target.name, held);
  }

  private augment({ target, operator, value: expression }: Statement & { kind: 'augment' }): void {
    const value = this.evaluator.array(expression);
    const combine = (before: ArrayValue, by: ArrayValue): ArrayValue => this.evaluator.apply(operator, before, by);
    if (target.kind === 'item') {
      this.putItem(target, value, combine);
      return;
    }
    const held = this.evaluator.array({ kind: 'name', name: target.name });
    const result = combine(held, value);
    const gradient = this.options.partners.has(target.name);
    // A number is replaced; an array is written into, and whoever shares it sees that.
    if (held.shape.length === 0 && (result.shape.length === 0 || !this.options.torch))
      this.names.set(target.name, result);
    else this.arrays.write(held.storage, held.places, held.shape, result, !gradient);
    const now = this.names.get(target.name);
    if (!gradient && now?.kind === 'array') this.version(target.name, now);
  }

  private effect(name: string, call: Expression & { kind: 'call' }): void {
    const traced = !this.options.partners.has(name);
    changeInPlace(this.evaluator, this.evaluator.array({ kind: 'name', name }), call, traced);
    const now = this.names.get(name);
    if (traced && now?.kind === 'array') this.version(name, now);
  }

  private loop(statement: Statement & { kind: 'for' }, rounds: string): void {
    let values: readonly Value[];
    try {
      values = this.roundsOf(statement.range);
      if (this.isTraining(statement)) {
        this.once.add(statement);
        values = values.slice(0, 1);
      } else if (values.length > checkLimits.rounds)
        throw new Unread('limit', { what: 'rounds', limit: checkLimits.rounds });
      this.note(statement, { kind: 'done' });
    } catch (error) {
      this.note(statement, { kind: 'trouble', reason: reasonOf(error) });
      this.skip(statement.body, statement.line, `${rounds}/?`);
      return;
    }
    for (const [round, value] of values.entries()) {
      this.names.set(statement.variable, value);
      this.run(statement.body, `${rounds}/${round}`);
      if (this.exhausted !== undefined) break;
    }
  }

  private roundsOf(expression: Expression): readonly Value[] {
    const range = this.evaluator.value(expression);
    if (range.kind === 'items') return range.items;
    const numbers =
      range.kind === 'range'
        ? rangeEntries(range)
        : range.kind === 'array' && range.shape.length === 1
          ? [...entriesOf(range).data]
          : undefined;
    if (numbers === undefined) throw new Unread('loop', {});
    return numbers.slice(0, checkLimits.rounds + 1).map((number) => this.arrays.scalar(number, 'int', true));
  }

  /** A body that can't be executed: what it would have assigned is missing. */
  private skip(body: readonly Statement[], line: number, rounds: string): void {
    for (const [place, statement] of body.entries()) {
      if (statement.kind === 'for') {
        this.skip(statement.body, line, rounds);
        continue;
      }
      const [names, reads] = [assignedNames(statement), statementReads(statement)];
      const key = `${statement.line}.${place}${rounds}`;
      this.options.executed?.(statement, key, reads, names);
      if (names.length > 0)
        this.note(statement, { kind: 'trouble', reason: { code: 'depends', params: { name: 'for', line } } });
      for (const name of names) this.names.set(name, { kind: 'missing', line });
      for (const name of new Set(names)) if (this.options.partners.has(name)) this.report(name, statement, key, reads);
    }
  }

  /** A loop that computes a forward name and its gradient trains: one round shows all there is to judge. */
  private isTraining(loop: Statement & { kind: 'for' }): boolean {
    const known = this.training.get(loop);
    if (known !== undefined) return known;
    const names = new Set(loop.body.flatMap((one) => assignedNames(one)));
    const trains = [...names].some((name) => names.has(this.options.partners.get(name)?.of ?? ''));
    this.training.set(loop, trains);
    return trains;
  }
}

function toArrayOrNone(arrays: Arrays, value: Value): ArrayValue | undefined {
  try {
    return toArray(arrays, value);
  } catch (error) {
    // Arrays of different shapes stay a list.
    if (error instanceof ProgramError) return undefined;
    throw error;
  }
}

/** Why a line could not be computed. Anything but a problem of the file is a bug, and goes on as one. */
function reasonOf(error: unknown): UnreadReason {
  if (error instanceof Unread) return error.reason;
  if (error instanceof ProgramError)
    return { code: 'engine', params: {}, engine: { code: error.code, params: error.params } };
  throw error;
}
