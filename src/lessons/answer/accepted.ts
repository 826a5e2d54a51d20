import type { Circuit, NodeId, Run, Stage } from '../../engine/index.js';
import { localPass, type Posed, readersOf, stageAlone, stageNamed, truth, valueNamed } from './posed.js';
import { elementwiseRow, hull, localRange, plus, point, type Range, shownRange, times, valueRange } from './range.js';
import { remember } from './remember.js';

/**
 * Every answer that follows from the numbers on the screen, entry by entry: -0.60 as well as -0.59 where 0.20 is shown
 * for 0.1966 and multiplied by -3. At a tie, every value of the subdifferential.
 */
export const acceptedRanges = remember((posed: Posed): readonly Range[] => {
  const { ask, circuit, run } = posed;
  const right = truth(ask, run);
  const around = Array.from(right.data, shownRange);
  if (right.shape.length > 0 || !isScalar(circuit)) return fromShownNumbers(posed, around);
  const worked = ask.kind === 'value' ? valueOfStage(posed, ask.of) : gradientFromShown(posed);
  return worked === undefined ? around : [hull(around[0]!, worked)];
});

function isScalar(circuit: Circuit): boolean {
  for (let id = 0; id < circuit.size; id++) if (circuit.shape(id).length > 0) return false;
  return true;
}

function valueOfStage({ circuit, run }: Posed, name: string): Range | undefined {
  const stage = stageNamed(circuit, name);
  return stage === undefined ? undefined : forwardRanges(run, stage).get(stage.node);
}

/** The values that a line's gates may have when it is worked out from the shown values of the names it reads. */
function forwardRanges(run: Run, stage: Stage): ReadonlyMap<NodeId, Range> {
  const { circuit } = run;
  const ranges = new Map<NodeId, Range>();
  const rangeOf = (id: NodeId): Range => ranges.get(id) ?? shownRange(run.value(id).data[0]!);
  for (const id of stage.gates) {
    const row = elementwiseRow(circuit.gate(id));
    if (row === undefined) continue;
    const [x, y] = circuit.args(id);
    const worked = valueRange(row, rangeOf(x!), y === undefined ? point(0) : rangeOf(y));
    ranges.set(id, hull(worked, shownRange(run.value(id).data[0]!)));
  }
  return ranges;
}

function gradientFromShown({ ask, circuit, run }: Posed): Range | undefined {
  if (ask.kind === 'local') {
    const stage = stageNamed(circuit, ask.of)!;
    return backwardRange(run, stage, point(1), circuit.find(ask.wrt)!, localPass(stage, run));
  }
  const node = circuit.find(ask.of)!;
  if (node === circuit.output) return undefined;
  let sum = point(0);
  for (const stage of readersOf(circuit, ask.of))
    sum = plus(sum, backwardRange(run, stage, shownRange(run.gradient(stage.node).data[0]!), node, run));
  return sum;
}

/**
 * What reaches `target` when a range of gradients at a line's result is carried back through the line's gates.
 * @param gradients a pass whose gradients of inner gates are those on the screen; inner gates are found by their place
 */
function backwardRange(run: Run, stage: Stage, from: Range, target: NodeId, gradients: Run): Range {
  const { circuit } = run;
  const inner = gradients === run;
  const ranges = new Map<NodeId, Range>([[stage.node, from]]);
  for (const id of [...stage.gates].reverse()) {
    const upstream = ranges.get(id);
    const row = elementwiseRow(circuit.gate(id));
    if (upstream === undefined || row === undefined) continue;
    const shown = inner && id !== stage.node ? hull(upstream, shownRange(run.gradient(id).data[0]!)) : upstream;
    const args = circuit.args(id);
    const value = (arg: NodeId | undefined): number => (arg === undefined ? 0 : run.value(arg).data[0]!);
    const at = { x: value(args[0]), y: value(args[1]), o: value(id) };
    args.forEach((arg, k) => {
      const exact = (k === 0 ? row.dx : row.dy)(at.x, at.y, at.o);
      const worked = localRange(row, k, [shownRange(at.x), shownRange(at.y), shownRange(at.o)], at);
      const share = times(hull(worked, hull(shownRange(exact), worked)), shown);
      ranges.set(arg, plus(ranges.get(arg) ?? point(0), share));
    });
  }
  return ranges.get(target) ?? point(0);
}

/** For tensors: between the exact answer and the one worked out from the shown numbers, line by line. */
function fromShownNumbers({ ask, circuit, run }: Posed, around: readonly Range[]): readonly Range[] {
  const rounded = new Map(
    circuit.stages
      .flatMap((stage) => stage.reads)
      .map((name) => {
        const value = valueNamed(run, name);
        return [name, { shape: value.shape, data: Float64Array.from(value.data, asShown) }] as const;
      }),
  );
  const totals = around.map(() => 0);
  if (ask.kind === 'gradient') {
    if (circuit.find(ask.of) === circuit.output) return around;
    for (const stage of readersOf(circuit, ask.of)) {
      const upstream = run.gradient(stage.node);
      const seed = { shape: upstream.shape, data: Float64Array.from(upstream.data, asShown) };
      const pass = stageAlone(stage, run, rounded, seed);
      pass.gradient(pass.circuit.find(ask.of)!).data.forEach((x, k) => {
        totals[k]! += x;
      });
    }
  } else {
    const stage = stageNamed(circuit, ask.of);
    if (stage === undefined) return around;
    const pass = stageAlone(stage, run, rounded);
    const worked = ask.kind === 'value' ? pass.value(pass.circuit.output) : pass.gradient(pass.circuit.find(ask.wrt)!);
    worked.data.forEach((x, k) => {
      totals[k] = x;
    });
  }
  return around.map((range, k) => hull(range, shownRange(totals[k]!)));
}

function asShown(x: number): number {
  const { lo, hi } = shownRange(x);
  return lo === hi ? x : (lo + hi) / 2;
}
