import type { NodeId, Run, Stage } from '../../engine/index.js';
import type { ChainMistakeId } from '../../messages/mistakes.js';
import { stageNamed } from '../answer/posed.js';
import { elementwiseRow } from '../answer/range.js';
import { type Candidate, ranks, type Sight, scalar } from './candidate.js';
import { formulaOf, nameOf, said } from './naming.js';

type Wrong = readonly [ChainMistakeId, (x: number, y: number) => number];

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** What people compute in place of a gate's value. */
const instead: Readonly<Record<string, readonly Wrong[]>> = {
  add: [
    ['value-multiplied', (x, y) => x * y],
    ['value-subtracted', (x, y) => x - y],
  ],
  sub: [
    ['value-reversed', (x, y) => y - x],
    ['value-added', (x, y) => x + y],
  ],
  mul: [['value-added', (x, y) => x + y]],
  div: [
    ['value-reversed', (x, y) => y / x],
    ['value-multiplied', (x, y) => x * y],
  ],
  neg: [['value-no-minus', (x) => x]],
  pow: [['value-times-exponent', (x, y) => x * y]],
  exp: [
    ['value-e-times', (x) => Math.E * x],
    ['value-exponent-sign', (x) => Math.exp(-x)],
  ],
  log: [['value-log-ten', (x) => Math.log10(x)]],
  sqrt: [['value-halved', (x) => x / 2]],
  sigmoid: [
    ['value-exponent-sign', (x) => sigmoid(-x)],
    ['value-wrong-squash', (x) => Math.tanh(x)],
  ],
  tanh: [['value-wrong-squash', sigmoid]],
  relu: [['value-sign-kept', (x) => x]],
  abs: [['value-sign-kept', (x) => x]],
  max: [['value-other-one', (x, y) => Math.min(x, y)]],
  min: [['value-other-one', (x, y) => Math.max(x, y)]],
};

/** Mistakes in working out a line's value. Only for lines of scalars. */
export function forwardMistakes({ ask, whole }: Sight): readonly Candidate[] {
  const { circuit } = whole;
  const stage = stageNamed(circuit, ask.of);
  if (stage === undefined || stage.gates.some((id) => circuit.shape(id).length > 0)) return [];
  const last = stage.node;
  const common = { rank: ranks.forward, family: 'value' } as const;
  const source = (): { other: string } => ({ other: formulaOf(circuit, last) });
  const operations = stage.gates.flatMap((gate) =>
    (instead[circuit.gate(gate)] ?? []).map(
      ([id, wrong]): Candidate => ({
        ...common,
        id,
        facts: (sight) => ({ other: formulaOf(circuit, gate), yv: said(valueAt(sight.whole, circuit.args(gate)[0]!)) }),
        value: (sight) => scalar(valueWith(sight.whole, stage, gate, wrong)),
      }),
    ),
  );
  const factors = stage.gates.flatMap((gate) => {
    const [x, y] = circuit.args(gate);
    if (circuit.gate(gate) !== 'mul' || y === undefined) return [];
    const constant = [x!, y].find((id) => circuit.gate(id) === 'const');
    if (constant === undefined) return [];
    const without = (a: number, b: number): number => (constant === x ? b : a);
    return [
      {
        ...common,
        id: 'value-no-factor',
        facts: () => ({ y: nameOf(circuit, constant), other: formulaOf(circuit, last) }),
        value: (sight) => scalar(valueWith(sight.whole, stage, gate, without)),
      } satisfies Candidate,
    ];
  });
  const operands = [...new Set(circuit.args(last))].filter((id) => circuit.gate(id) !== 'const');
  const passed = operands.map(
    (id): Candidate => ({
      ...common,
      id: stage.gates.includes(id) ? 'value-inner' : 'value-operand',
      rank: ranks.chain,
      facts: () => ({ y: nameOf(circuit, id), other: nameOf(circuit, id) }),
      value: (sight) => scalar(valueAt(sight.whole, id)),
    }),
  );
  return [
    ...operations,
    ...factors,
    ...passed,
    {
      ...common,
      id: 'value-sign',
      rank: ranks.chain,
      facts: source,
      value: ({ whole: run }) => scalar(-valueAt(run, last)),
    },
    {
      ...common,
      id: 'value-gradient',
      rank: ranks.chain,
      facts: source,
      value: ({ whole: run }) => (last === circuit.output ? undefined : scalar(run.gradient(last).data[0]!)),
    },
  ];
}

function valueAt(run: Run, id: NodeId): number {
  return run.value(id).data[0]!;
}

/** A line's value when one of its gates computes something else. */
function valueWith(run: Run, stage: Stage, changed: NodeId, wrong: (x: number, y: number) => number): number {
  const { circuit } = run;
  const values = new Map<NodeId, number>();
  const value = (id: NodeId | undefined): number => (id === undefined ? 0 : (values.get(id) ?? valueAt(run, id)));
  for (const id of stage.gates) {
    const [x, y] = circuit.args(id);
    const rule = id === changed ? wrong : elementwiseRow(circuit.gate(id))?.value;
    values.set(id, rule === undefined ? Number.NaN : rule(value(x), value(y)));
  }
  return value(stage.node);
}
