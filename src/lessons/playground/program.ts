import { build, type Circuit, type NestedNumbers, parse, run, toNested } from '../../engine/index.js';

/** Values by name, as the engine takes them. */
export type Values = Readonly<Record<string, NestedNumbers>>;

/** A program to play with, and what is given beside it. */
export interface Source {
  readonly program: string;
  /** Values of inputs; they go before those that the program gives. */
  readonly at?: Values;
  /** Values of names that get no gradient. */
  readonly consts?: Values;
  /** The upstream gradient of an output that is no single number; a one for every entry unless given. */
  readonly seed?: NestedNumbers;
}

/** A program that could be read: its circuit, and a value for every input. */
export interface ReadSource {
  readonly circuit: Circuit;
  readonly values: Values;
  /** What the program writes for the names that it gives a value. */
  readonly literals: Readonly<Record<string, string>>;
}

/** What a name gets that no one gives a value: small, positive, and each its own, so that one sees who is who. */
const OWN = [1, 2, 3, 0.5, 1.5, 2.5];

/**
 * Reads a program. Read again after a change, its inputs keep the values that they had, but for those that the program now
 * gives another one.
 * @throws ProgramError with the place
 */
export function readSource(source: Source, before?: ReadSource): ReadSource {
  const program = parse(source.program);
  const literals: Record<string, string> = {};
  const assigned = new Set<string>();
  const used = new Set<string>();
  for (const { name = 'f', nodes, source: text } of program.statements) {
    assigned.add(name);
    if (nodes.every(({ kind }) => kind !== 'name')) literals[name] = text;
    for (const node of nodes) if (node.kind === 'name') used.add(node.name);
  }
  const kept = (values: Values, wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
  const inputs = before ? kept(before.values, (name) => used.has(name) && !assigned.has(name)) : (source.at ?? {});
  const given = source.consts ?? {};
  const consts = before ? kept(given, (name) => name in literals || (used.has(name) && !assigned.has(name))) : given;
  const { unset } = build(program, { inputs, consts });
  const own = Object.fromEntries(unset.map((name, k) => [name, OWN[k % OWN.length]!]));
  const circuit = build(program, { inputs: { ...inputs, ...own }, consts });
  const numbers = run(circuit, source.seed === undefined || before ? {} : { seed: source.seed });
  const values = Object.fromEntries(
    circuit.inputs.map((id) => {
      const name = circuit.name(id);
      const fresh = numbers.value(id);
      const old = literals[name] === before?.literals[name] ? before?.values[name] : undefined;
      return [name, old !== undefined && fits(old, fresh.shape) ? old : toNested(fresh)];
    }),
  );
  return { circuit, values, literals };
}

function fits(value: NestedNumbers, shape: readonly number[]): boolean {
  let inner = value;
  for (const extent of shape) {
    if (typeof inner === 'number' || inner.length !== extent) return false;
    inner = inner[0]!;
  }
  return typeof inner === 'number';
}
