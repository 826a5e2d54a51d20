import { formatNumber, shapeText } from '../engine/index.js';
import type { Circuit, NodeId, Run } from '../engine/types.js';
import type { Branch, Port, ViewGraph, ViewNode } from './graph.js';
import { type GateSymbol, gateSymbol, isLiteral } from './symbols.js';
import { textWidth } from './text.js';

export interface ViewOptions {
  /** The finished run whose numbers the labels will show, at some time: their room is reserved from the start. */
  readonly run?: Run | undefined;
  /** How numbers are written. */
  readonly format?: (x: number) => string;
}

/** Room for a number of unknown size: `-12.34`. */
const DEFAULT_ROOM = 6;
/** Room for `[?]`, which stands where a number is asked. */
const LEAST_ROOM = 3;

/**
 * What is drawn of a circuit: its inputs, its gates, and the output's name at the end. Numbers written into the program
 * stand inside the box of the gate that reads them. What nothing reads ends at its name, or in open air.
 */
export function viewGraph(circuit: Circuit, options: ViewOptions = {}): ViewGraph {
  const ids = Array.from({ length: circuit.size }, (_, id) => id);
  const symbols = ids.map((id) => (circuit.args(id).length === 0 ? undefined : gateSymbol(circuit, id)));
  const used = new Uint8Array(circuit.size);
  symbols.forEach((symbol, id) => {
    for (const k of symbol?.operands ?? []) used[circuit.args(id)[k]!] = 1;
  });
  const nodes: ViewNode[] = [];
  const viewOf = new Int32Array(circuit.size).fill(-1);
  const rooms = new Rooms(circuit, options);
  for (const id of ids) {
    if (isLiteral(circuit, id) && used[id] === 0 && id !== circuit.output) continue;
    viewOf[id] = nodes.length;
    nodes.push(viewNode(circuit, id, symbols[id], viewOf, rooms));
  }
  nodes.push(sink(circuit.output, outputName(circuit), viewOf));
  for (const id of ids) {
    if (viewOf[id]! < 0 || used[id] === 1 || id === circuit.output) continue;
    nodes.push(sink(id, symbols[id] && circuit.named(id) ? circuit.name(id) : '', viewOf));
  }
  return options.run ? { nodes, roomFor: (branches) => rooms.sum(branches) } : { nodes };
}

/** The name that the program gives the output last: `f` for `f = x` too. */
function outputName(circuit: Circuit): string {
  return circuit.stages.findLast((stage) => stage.node === circuit.output)?.name ?? circuit.name(circuit.output);
}

function viewNode(
  circuit: Circuit,
  id: NodeId,
  symbol: GateSymbol | undefined,
  viewOf: Int32Array,
  rooms: Rooms,
): ViewNode {
  const name = circuit.named(id) ? { name: circuit.name(id) } : {};
  const node = { source: id, members: [id], room: rooms.wire(id), ...name };
  if (!symbol) return { ...node, kind: 'leaf', label: circuit.name(id), ports: [] };
  const ports = symbol.operands.map((k): Port => {
    const branch = { node: id, k };
    return { from: viewOf[circuit.args(id)[k]!]!, shares: [branch], room: rooms.share(branch) };
  });
  return { ...node, kind: 'gate', label: symbol.label, ports };
}

function sink(id: NodeId, label: string, viewOf: Int32Array): ViewNode {
  const port: Port = { from: viewOf[id]!, shares: [], room: 0 };
  return { kind: 'sink', label, source: id, members: [], ports: [port], room: 0 };
}

/** How many cells the labels will take. */
class Rooms {
  readonly #circuit: Circuit;
  readonly #run: Run | undefined;
  readonly #format: (x: number) => string;

  constructor(circuit: Circuit, { run, format = formatNumber }: ViewOptions) {
    this.#circuit = circuit;
    this.#run = run;
    this.#format = format;
  }

  #room(id: NodeId, data: Float64Array | undefined): number {
    const shape = this.#circuit.shape(id);
    if (shape.length === 0 && !data) return DEFAULT_ROOM;
    return Math.max(LEAST_ROOM, textWidth(shape.length > 0 ? shapeText(shape) : this.#format(data![0]!)));
  }

  wire(id: NodeId): number {
    const value = this.#room(id, this.#run?.value(id).data);
    return this.#circuit.gate(id) === 'const' ? value : Math.max(value, this.#room(id, this.#run?.gradient(id).data));
  }

  share(branch: Branch): number {
    return this.sum([branch]);
  }

  sum(branches: readonly Branch[]): number {
    const [first] = branches;
    if (!first) return 0;
    const run = this.#run;
    const sum = branches.reduce((total, { node, k }) => total + (run ? run.share(node, k).data[0]! : 0), 0);
    return this.#room(this.#circuit.args(first.node)[first.k]!, run && Float64Array.of(sum));
  }
}
