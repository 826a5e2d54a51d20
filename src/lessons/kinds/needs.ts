import { gateFormulas } from '../../engine/formulas.js';
import { fuse } from '../../engine/fuse.js';
import type { Circuit, NodeId } from '../../engine/index.js';
import { liveStages } from '../backward-plan.js';

/** What the rule of one line reads for one name: any one of the sets of names will do. Inputs are always there. */
export interface Need {
  readonly line: string;
  readonly wrt: string;
  readonly ways: readonly (readonly string[])[];
}

const found = new WeakMap<Circuit, readonly Need[]>();

/** What every backward rule of a circuit reads of the forward pass, from the output to the inputs. */
export function needsOf(circuit: Circuit): readonly Need[] {
  const known = found.get(circuit) ?? findNeeds(circuit);
  found.set(circuit, known);
  return known;
}

function findNeeds(circuit: Circuit): readonly Need[] {
  const inputs = new Set(circuit.inputs.map((id) => circuit.name(id)));
  return [...liveStages(circuit)].reverse().flatMap((stage) =>
    stage.reads
      .filter((wrt) => circuit.gate(circuit.find(wrt)!) !== 'const')
      .map((wrt) => {
        const ways = waysOf(circuit, stage.name, circuit.find(wrt)!).map((ids) =>
          [...new Set(ids.flatMap((id) => namesBehind(circuit, id)))].filter((name) => !inputs.has(name)),
        );
        return { line: stage.name, wrt, ways };
      }),
  );
}

/** The sets of nodes that a line's partial can be worked out from. */
function waysOf(circuit: Circuit, name: string, wrt: NodeId): readonly (readonly NodeId[])[] {
  const stage = circuit.stages.find((one) => one.name === name)!;
  if (stage.gates.length === 0) return [[]];
  // Only a gate of one input can make do with its output.
  const fused = stage.gates.length > 1 && stage.reads.length === 1 ? fuse(circuit, stage.node) : undefined;
  const whole = fused?.stages.find((one) => one.name === name);
  if (whole !== undefined && whole.gates.length === 1) {
    const formulas = gateFormulas(fused!, whole.node);
    if (formulas.partials.every((text) => !reads(text, formulas.operands))) return [[stage.node]];
  }
  const inside = new Set(stage.gates);
  const needed: (readonly NodeId[])[][] = [];
  for (const gate of stage.gates)
    circuit.args(gate).forEach((arg, k) => {
      if (arg === wrt || inside.has(arg)) needed.push([...gateWays(circuit, gate, k)]);
    });
  // One set for the line: any choice of ways, gate by gate. Lines are short, and few gates leave a choice.
  return needed.reduce<readonly (readonly NodeId[])[]>(
    (ways, gate) => ways.flatMap((way) => gate.map((more) => [...way, ...more])).slice(0, 64),
    [[]],
  );
}

/** From which of its operands and its output a gate's rule for operand `k` can be worked out. */
function gateWays(circuit: Circuit, gate: NodeId, k: number): readonly (readonly NodeId[])[] {
  const args = circuit.args(gate);
  const [x, y] = args;
  switch (circuit.gate(gate)) {
    case 'div':
      if (k === 0) return [[y!]];
      return circuit.gate(x!) === 'const'
        ? [[gate], [y!]]
        : [
            [gate, y!],
            [x!, y!],
          ];
    case 'relu':
    case 'leaky_relu':
      return [[gate], [x!]];
    case 'max':
    case 'min':
      return y === undefined
        ? [[x!]]
        : [
            [x!, y],
            [x!, gate],
            [y, gate],
          ];
    case 'sqrt':
      return [[gate], [x!]];
    case 'pow':
      if (k === 0 && circuit.gate(y!) === 'const') return [[x!]];
  }
  const { operands, output, partials } = gateFormulas(circuit, gate);
  const text = partials[k]!.replace(/\b[A-Z]\.(?:shape|size)(?:\[\d+\])?/g, '');
  const read = args.filter((_, at) => new RegExp(`\\b${operands[at] ?? ' '}\\b`).test(text));
  return [new RegExp(`\\b${output}\\b`).test(text) ? [...read, gate] : read];
}

function reads(formula: string, names: readonly string[]): boolean {
  return names.some((name) => new RegExp(`\\b${name}\\b`).test(formula));
}

/** The names that a value is kept under: its own, or, inside a line, those it is worked out from. */
function namesBehind(circuit: Circuit, id: NodeId): readonly string[] {
  const found = new Set<string>();
  const open = [id];
  for (const node of open) {
    if (circuit.gate(node) === 'const') continue;
    if (circuit.named(node)) found.add(circuit.name(node));
    else for (const arg of circuit.args(node)) if (!open.includes(arg)) open.push(arg);
  }
  return [...found];
}

/** The needs that a set of kept names does not meet. */
export function unmet(needs: readonly Need[], kept: ReadonlySet<string>): readonly Need[] {
  return needs.filter(({ ways }) => !ways.some((way) => way.every((name) => kept.has(name))));
}

/** The smallest set of names that meets every need; of several the first. */
export function smallest(needs: readonly Need[]): readonly string[] {
  let best: readonly string[] | undefined;
  const search = (at: number, kept: readonly string[]): void => {
    if (best !== undefined && kept.length >= best.length) return;
    const open = unmet(needs.slice(at), new Set(kept));
    const [first] = open;
    if (first === undefined) {
      best = kept;
      return;
    }
    for (const way of first.ways) search(needs.indexOf(first), [...new Set([...kept, ...way])]);
  };
  search(0, []);
  return best ?? [];
}
