import { substitute } from '../../engine/formulas.js';
import {
  evaluate,
  gateFormulas,
  type NestedNumbers,
  ProgramError,
  type Run,
  sameShape,
  type Tensor,
  toNested,
} from '../../engine/index.js';
import { type Candidate, ranks, type Sight } from './candidate.js';
import { broadcastIndex, type Edge } from './edge.js';
import { nameOf } from './naming.js';
import { type TensorMistake, tensorTable } from './tensor-table.js';
import { windowMistakes } from './windows.js';

/** Mistakes at a gate on whole tensors, or where an operand was broadcast. */
export function tensorMistakes(sight: Sight, edge: Edge): readonly Candidate[] {
  const { pass } = sight;
  const { circuit } = pass;
  const vectors = circuit.args(edge.gate).every((arg) => circuit.shape(arg).length === 1);
  const rows = tensorTable[circuit.gate(edge.gate)]?.[edge.k] ?? [];
  const table = rows.filter(([id]) => vectors || !id.startsWith('dot-'));
  return [
    ...table.map((one) => byFormula(edge, one)),
    ...broadcast(pass, edge),
    ...picked(pass, edge),
    ...windowMistakes(sight, edge),
  ];
}

function byFormula(edge: Edge, [id, formula]: TensorMistake): Candidate {
  return {
    id,
    rank: ranks.gate,
    family: 'local',
    edge,
    facts: (sight) => ({ other: spelled(sight.pass, edge, formula), otherValue: said(formula, sight.pass, edge) }),
    value: (sight) => worked(sight.pass, edge, formula),
  };
}

/** The formula over the names of the circuit. */
function spelled({ circuit }: Run, { gate, k }: Edge, formula: string): string {
  const args = circuit.args(gate);
  const names = new Map(gateFormulas(circuit, gate).operands.map((name, at) => [name, nameOf(circuit, args[at]!)]));
  const made = nameOf(circuit, gate);
  names.set('Y', made).set('dY', /\W/.test(made) ? `d(${made})` : `d${made}`);
  names.set('right', `d${nameOf(circuit, args[k]!)}`);
  return substitute(formula, names);
}

/** How many entries, or rows, a mistake is about. */
function said(formula: string, pass: Run, edge: Edge): string {
  const { count, rows } = sizes(pass, edge);
  return String(/\brows\b/.test(formula) ? rows : count);
}

function sizes({ circuit }: Run, { gate, k }: Edge): { readonly count: number; readonly rows: number } {
  const own = circuit.shape(circuit.args(gate)[k]!);
  const size = (shape: readonly number[]): number => shape.reduce((product, extent) => product * extent, 1);
  return { count: size(own) / Math.max(1, size(circuit.shape(gate))), rows: own.length === 2 ? own[0]! : 1 };
}

function worked(pass: Run, edge: Edge, formula: string): Tensor | undefined {
  const { circuit } = pass;
  const args = circuit.args(edge.gate);
  const shape = circuit.shape(args[edge.k]!);
  const scope: Record<string, NestedNumbers> = { ...sizes(pass, edge), right: toNested(pass.share(edge.gate, edge.k)) };
  gateFormulas(circuit, edge.gate).operands.forEach((name, at) => {
    if (args[at] !== undefined) scope[name] = toNested(pass.value(args[at]));
  });
  scope.Y = toNested(pass.value(edge.gate));
  scope.dY = toNested(pass.gradient(edge.gate));
  const labels = args[1];
  if (/\bhot\b/.test(formula) && labels !== undefined) scope.hot = oneHot(shape, pass.value(labels));
  try {
    const value = evaluate(formula, scope);
    return sameShape(value.shape, shape) ? value : undefined;
  } catch (error) {
    if (error instanceof ProgramError) return undefined;
    throw error;
  }
}

function oneHot(shape: readonly number[], labels: Tensor): NestedNumbers {
  const classes = shape[shape.length - 1]!;
  const rows = Array.from(labels.data, (label) => Array.from({ length: classes }, (_, k) => (k === label ? 1 : 0)));
  return shape.length === 1 ? rows[0]! : rows;
}

/** Where an operand was broadcast: the mean for the sum, the sum along the wrong axis, the first place only. */
function broadcast(pass: Run, edge: Edge): readonly Candidate[] {
  const { circuit } = pass;
  const own = circuit.shape(circuit.args(edge.gate)[edge.k]!);
  const out = circuit.shape(edge.gate);
  if (pass.local(edge.gate, edge.k) === undefined || sameShape(own, out)) return [];
  const common = { rank: ranks.gate, family: 'fork', edge } as const;
  const found: Candidate[] = [
    {
      ...common,
      id: 'broadcast-averaged',
      value: (sight) => {
        const { shape, data } = sight.pass.share(edge.gate, edge.k);
        const uses = entries(sight.pass, edge).length / data.length;
        return { shape, data: data.map((x) => x / uses) };
      },
    },
    {
      ...common,
      id: 'broadcast-first',
      value: (sight) => {
        const data = new Float64Array(sight.pass.share(edge.gate, edge.k).data.length).fill(Number.NaN);
        entries(sight.pass, edge).forEach((x, at) => {
          const mine = broadcastIndex(at, out, own);
          if (Number.isNaN(data[mine])) data[mine] = x;
        });
        return { shape: own, data };
      },
    },
  ];
  if (own.length === 1 && out.length === 2 && out[0] === out[1])
    found.push({
      ...common,
      id: 'broadcast-axis',
      value: (sight) => {
        const data = new Float64Array(own[0]!);
        entries(sight.pass, edge).forEach((x, at) => {
          data[Math.floor(at / out[1]!)]! += x;
        });
        return { shape: own, data };
      },
    });
  return found;
}

/** Where entries were picked by an index: written over one another instead of added up. */
function picked({ circuit }: Run, edge: Edge): readonly Candidate[] {
  if (circuit.gate(edge.gate) !== 'index' || edge.k !== 0) return [];
  return [
    {
      id: 'index-overwritten',
      rank: ranks.gate,
      family: 'fork',
      edge,
      value: ({ pass }) => {
        const { shape, data } = pass.value(circuit.args(edge.gate)[0]!);
        const written = new Float64Array(data.length);
        const upstream = pass.gradient(edge.gate).data;
        placesPicked(pass, edge).forEach((place, at) => {
          written[place] = upstream[at]!;
        });
        return { shape, data: written };
      },
    },
  ];
}

/** For each entry that an index gate gives, the flat place it was picked from: found by indexing the places themselves. */
function placesPicked(pass: Run, { gate }: Edge): Float64Array {
  const { circuit } = pass;
  const args = circuit.args(gate);
  const { operands, formula } = gateFormulas(circuit, gate);
  const scope: Record<string, NestedNumbers> = {};
  operands.forEach((name, at) => {
    const value = pass.value(args[at]!);
    scope[name] = toNested(at === 0 ? { shape: value.shape, data: value.data.map((_, place) => place) } : value);
  });
  return evaluate(formula, scope).data;
}

/** Local times upstream at every entry of the gate's output, before anything is summed. */
function entries(pass: Run, { gate, k }: Edge): readonly number[] {
  const { circuit } = pass;
  const local = pass.local(gate, k)!.data;
  const own = circuit.shape(circuit.args(gate)[k]!);
  const out = circuit.shape(gate);
  const upstream = pass.gradient(gate).data;
  const p = (at: number): number => local[local.length === upstream.length ? at : broadcastIndex(at, out, own)]!;
  return Array.from(upstream, (g, at) => g * p(at));
}
