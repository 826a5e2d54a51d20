import { addShare } from './bound.js';
import { broadcastMap } from './gates/axes.js';
import { codedRow, isElementwise } from './gates/table.js';
import { FlatRun } from './run.js';
import { sizeOf } from './tensor.js';
import type { NodeId, Run, Tensor } from './types.js';

/** For every entry of a gradient the lowest and the highest value that count as right. */
export interface GradientBounds {
  readonly lo: Tensor;
  readonly hi: Tensor;
}

/**
 * The bounds of every gradient of a run: where a gate is at a kink (a tie of max, relu or abs at 0) every slope between
 * its two sides' is right, and what follows from it further back. Away from kinks both bounds are the gradient itself.
 * Bounds are per entry: that the parts of a tie add up is not in them.
 */
export function subgradient(run: Run): (id: NodeId) => GradientBounds {
  if (!(run instanceof FlatRun)) throw new TypeError('bounds are worked out from a run that `run` made');
  const bounds = new Bounds(run);
  bounds.carry();
  return (id) => bounds.of(id);
}

/** Bounds as a middle and a radius per entry, carried backward. */
class Bounds {
  private readonly run: FlatRun;
  private readonly middle = new Map<NodeId, Float64Array>();
  private readonly radius = new Map<NodeId, Float64Array>();

  constructor(run: FlatRun) {
    this.run = run;
  }

  of(id: NodeId): GradientBounds {
    const shape = this.run.circuit.shape(id);
    const middle = this.at(this.middle, id);
    const radius = this.at(this.radius, id);
    return {
      lo: { shape, data: middle.map((one, k) => one - radius[k]!) },
      hi: { shape, data: middle.map((one, k) => one + radius[k]!) },
    };
  }

  carry(): void {
    const { circuit } = this.run;
    this.middle.set(circuit.output, this.run.gradient(circuit.output).data.slice());
    const reached = circuit.reach();
    for (let id = circuit.output; id >= 0; id--) {
      if (reached[id] === 0 || circuit.args(id).length === 0) continue;
      const row = codedRow(circuit.gate(id));
      if (isElementwise(row)) this.elementwise(id);
      else this.tensor(id);
    }
  }

  private at(map: Map<NodeId, Float64Array>, id: NodeId): Float64Array {
    let entries = map.get(id);
    if (entries === undefined) {
      entries = new Float64Array(sizeOf(this.run.circuit.shape(id)));
      map.set(id, entries);
    }
    return entries;
  }

  private elementwise(id: NodeId): void {
    const { circuit } = this.run;
    const row = codedRow(circuit.gate(id));
    if (!isElementwise(row)) return;
    const args = circuit.args(id);
    const shape = circuit.shape(id);
    const upstream = this.at(this.middle, id);
    const spread = this.at(this.radius, id);
    const maps = args.map((arg) => broadcastMap(circuit.shape(arg), shape));
    const values = args.map((arg) => this.run.value(arg).data);
    const out = this.run.value(id).data;
    const entry = (k: number, i: number): number => values[k]![maps[k] === undefined ? i : maps[k]![i]!]!;
    args.forEach((arg, k) => {
      if (circuit.gate(arg) === 'const') return;
      const middle = this.at(this.middle, arg);
      const radius = this.at(this.radius, arg);
      for (let i = 0; i < upstream.length; i++) {
        const x = entry(0, i);
        const y = args.length > 1 ? entry(1, i) : 0;
        const exact = (k === 0 ? row.dx : row.dy)(x, y, out[i]!);
        const [low, high] = row.kink?.(x, y, k) ?? [exact, exact];
        const at = maps[k] === undefined ? i : maps[k]![i]!;
        const [lo, hi] = product([low, high], [upstream[i]! - spread[i]!, upstream[i]! + spread[i]!]);
        if (low === high && spread[i] === 0) middle[at]! += low * upstream[i]!;
        else {
          middle[at]! += (lo + hi) / 2;
          radius[at]! += (hi - lo) / 2;
        }
      }
    });
  }

  /** A gate on whole tensors passes gradients on linearly, so a radius goes back entry by entry, with its size. */
  private tensor(id: NodeId): void {
    const { circuit } = this.run;
    const gate = this.run.gates.get(id)!;
    const upstream = this.at(this.middle, id);
    const spread = this.at(this.radius, id);
    circuit.args(id).forEach((arg, k) => {
      if (circuit.gate(arg) === 'const') return;
      addShare(gate, k, upstream, this.at(this.middle, arg));
      const radius = this.at(this.radius, arg);
      const unit = new Float64Array(spread.length);
      spread.forEach((one, i) => {
        if (one === 0) return;
        unit[i] = one;
        const part = new Float64Array(radius.length);
        addShare(gate, k, unit, part);
        unit[i] = 0;
        for (let j = 0; j < part.length; j++) radius[j]! += Math.abs(part[j]!);
      });
    });
    this.ties(id, upstream, spread);
    this.margins(id, upstream, spread);
  }

  /** A wrong class whose score is just 1 below the right one's is at the kink of the hinge. */
  private margins(id: NodeId, upstream: Float64Array, spread: Float64Array): void {
    const { circuit } = this.run;
    if (circuit.gate(id) !== 'svm_hinge') return;
    const { operands, plan } = this.run.gates.get(id)!;
    const [scores, labels] = [operands[0]!.data, operands[1]!.data];
    const rows = labels.length;
    const classes = scores.length / rows;
    const arg = circuit.args(id)[0]!;
    const middle = this.at(this.middle, arg);
    const radius = this.at(this.radius, arg);
    const [lo, hi] = product([0, 1 / rows], [upstream[0]! - spread[0]!, upstream[0]! + spread[0]!]);
    scores.forEach((score, i) => {
      const right = plan[i]! * classes + labels[plan[i]!]!;
      if (i === right || score - scores[right]! + 1 !== 0) return;
      for (const [at, sign] of [
        [i, 1],
        [right, -1],
      ] as const) {
        middle[at]! += (sign * (lo + hi)) / 2;
        radius[at]! += (hi - lo) / 2;
      }
    });
  }

  /** Tied winners of a maximum along an axis may get anything from nothing to all of it. */
  private ties(id: NodeId, upstream: Float64Array, spread: Float64Array): void {
    const { circuit } = this.run;
    if (!TIED.has(circuit.gate(id))) return;
    const { plan, operands, out } = this.run.gates.get(id)!;
    const x = operands[0]!.data;
    const winners = new Float64Array(out.data.length);
    for (let i = 0; i < x.length; i++) if (x[i] === out.data[plan[i]!]) winners[plan[i]!]!++;
    const arg = circuit.args(id)[0]!;
    const middle = this.at(this.middle, arg);
    const radius = this.at(this.radius, arg);
    for (let i = 0; i < x.length; i++) {
      const group = plan[i]!;
      if (winners[group]! < 2 || x[i] !== out.data[group]) continue;
      const [lo, hi] = product([0, 1], [upstream[group]! - spread[group]!, upstream[group]! + spread[group]!]);
      const share = 1 / winners[group]!;
      middle[i]! += (lo + hi) / 2 - upstream[group]! * share;
      radius[i]! += (hi - lo) / 2 - spread[group]! * share;
    }
  }
}

const TIED = new Set(['amax', 'amin', 'maxpool2']);

/** The lowest and the highest product of numbers from two intervals. */
function product([a, b]: readonly [number, number], [c, d]: readonly [number, number]): [number, number] {
  const corners = [a * c, a * d, b * c, b * d];
  return [Math.min(...corners), Math.max(...corners)];
}
