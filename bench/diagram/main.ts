import { arrange } from '../../src/diagram/arrange.js';
import { type Layout, layout, type Marks, paint, toText } from '../../src/diagram/index.js';
import { randomCircuit } from './circuits.js';
import { countCrossings } from './crossings.js';
import { layoutWithDagre, layoutWithElk, type Wires } from './peers.js';

const number = { text: '-1.23', role: 'value' } as const;
const marks: Marks = { value: () => number, gradient: () => number, share: () => number };

/** Milliseconds of the fastest of `times` runs, and what the last gave. */
async function time<T>(times: number, work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  let ms = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  for (let i = 0; i < times; i++) {
    globalThis.gc?.();
    const start = performance.now();
    result = await work();
    ms = Math.min(ms, performance.now() - start);
  }
  return { ms, result: result! };
}

/** Layout and drawing, at a width that folds nothing and at 80 columns. */
function drawn(graph: Parameters<typeof layout>[0], fold: boolean): { laid: Layout; text: string } {
  const laid = layout(graph, { width: 80, glyphs: 'unicode', fold });
  return { laid, text: toText(paint(laid, marks)) };
}

/** As many as can be seen. */
function crossingsOf({ text }: { text: string }): number {
  return text.match(/┼/g)?.length ?? 0;
}

const sizes = (process.argv[2] ?? '40,120,370,1230').split(',').map(Number);
console.log(`node ${process.version}, fastest of several runs, milliseconds; crossings in brackets`);
console.log(
  'ours is layout and drawing, the others are layout alone; above 100 gates ours cuts long wires and names their ends,',
);
console.log('`uncut` counts the crossings there would be without that');
console.log('gates   ours, one piece       uncut    ours, 80 columns      dagre                 elk');
for (const size of sizes) {
  const graph = randomCircuit(size, size);
  const gates = graph.nodes.filter(({ kind }) => kind === 'gate').length;
  const sources = graph.nodes.flatMap(({ ports }) => ports.map(({ from }) => from));
  const times = size > 1000 ? 1 : size > 300 ? 2 : 5;
  const whole = await time(times + 2, () => drawn(graph, false));
  const folded = await time(times + 2, () => drawn(graph, true));
  const elk = await time(times, () => layoutWithElk(graph));
  const dagre = await time(times, () => layoutWithDagre(graph));
  const peer = ({ ms, result }: { ms: number; result: Wires }) =>
    `${ms.toFixed(0)} (${countCrossings(result, (wire) => sources[wire]!)})`.padEnd(22);
  const own = ({ ms, result }: { ms: number; result: { laid: Layout; text: string } }) =>
    `${ms.toFixed(0)} (${crossingsOf(result)})`.padEnd(22);
  const uncut = String(arrange(graph).order.crossings).padEnd(9);
  console.log(`${String(gates).padEnd(8)}${own(whole)}${uncut}${own(folded)}${peer(dagre)}${peer(elk)}`);
}
console.log(`largest memory in use: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
