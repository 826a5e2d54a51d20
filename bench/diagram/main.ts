import { arrange } from '../../src/diagram/arrange.js';
import { type Layout, layout, type Marks, paint, toText } from '../../src/diagram/index.js';
import { randomCircuit } from './circuits.js';
import { countCrossings } from './crossings.js';
import { layoutWithDagre, layoutWithElk, type Wires } from './peers.js';

const number = { text: '-1.23', role: 'value' } as const;
const marks: Marks = { value: () => number, gradient: () => number, share: () => number };

interface Measured<T> {
  readonly ms: number;
  readonly result: T;
}

type Works<T> = { readonly [Name in keyof T]: () => T[Name] | Promise<T[Name]> };

/**
 * The median of each work's milliseconds, and what it gave last. The works take turns, so that what else the machine does
 * weighs on all of them.
 */
async function time<T extends object>(
  rounds: { readonly [Name in keyof T]: number },
  works: Works<T>,
): Promise<{ [Name in keyof T]: Measured<T[Name]> }> {
  const names = Object.keys(works) as (keyof T)[];
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  const results: Partial<T> = {};
  for (let round = 0; names.some((name) => round < rounds[name]); round++) {
    for (const name of names) {
      if (round >= rounds[name]) continue;
      const start = performance.now();
      results[name] = await works[name]();
      taken.get(name)!.push(performance.now() - start);
    }
  }
  const measured = (name: keyof T) => {
    const sorted = taken.get(name)!.sort((a, b) => a - b);
    return [name, { ms: sorted[sorted.length >> 1]!, result: results[name] }];
  };
  return Object.fromEntries(names.map(measured)) as { [Name in keyof T]: Measured<T[Name]> };
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
console.log(`node ${process.version}, medians of rounds in which all take turns, milliseconds; crossings in brackets`);
console.log(
  'ours is layout and drawing, the others are layout alone; above 100 gates ours cuts long wires and names their ends,',
);
console.log('`uncut` counts the crossings there would be without that; `times` is the faster of the others over ours');
console.log('gates   ours, one piece  times   uncut    80 columns       times   dagre            elk');
for (const size of sizes) {
  const graph = randomCircuit(size, size);
  const gates = graph.nodes.filter(({ kind }) => kind === 'gate').length;
  const sources = graph.nodes.flatMap(({ ports }) => ports.map(({ from }) => from));
  const turns = size > 300 ? 5 : 21;
  // dagre takes minutes for the largest.
  const rounds = { whole: turns, folded: turns, elk: turns, dagre: size > 1000 ? 1 : turns };
  const { whole, folded, elk, dagre } = await time(rounds, {
    whole: () => drawn(graph, false),
    folded: () => drawn(graph, true),
    elk: () => layoutWithElk(graph),
    dagre: () => layoutWithDagre(graph),
  });
  const peer = ({ ms, result }: Measured<Wires>) =>
    `${ms.toFixed(0)} (${countCrossings(result, (wire) => sources[wire]!)})`.padEnd(17);
  const fastest = Math.min(elk.ms, dagre.ms);
  const own = ({ ms, result }: Measured<ReturnType<typeof drawn>>) =>
    `${`${ms.toFixed(0)} (${crossingsOf(result)})`.padEnd(17)}${(fastest / ms).toFixed(1).padEnd(8)}`;
  const uncut = String(arrange(graph).order.crossings).padEnd(9);
  console.log(`${String(gates).padEnd(8)}${own(whole)}${uncut}${own(folded)}${peer(dagre)}${peer(elk)}`);
}
console.log(`largest memory in use: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
