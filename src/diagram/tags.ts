import { type Branch, type Port, usesOf, type ViewGraph, type ViewNode } from './graph.js';

/** Names for the two ends of cut wires: `▷a` where one leaves, `a▷` where it goes on. */
export class Tags {
  readonly #graph: ViewGraph;
  readonly #names = new Map<number, string>();
  readonly #taken = new Set<string>();
  #next = 0;

  constructor(graph: ViewGraph) {
    this.#graph = graph;
    for (const { kind, label, name = label, tag, ports } of graph.nodes) {
      this.#taken.add(label).add(name);
      if (tag !== undefined) this.#taken.add(tag);
      if (kind === 'sink' && tag !== undefined) this.#names.set(ports[0]!.from, tag);
    }
  }

  /** The program's name for the wire, else the next free letter: a … z, a1, b1 … */
  of(net: number): string {
    const known = this.#names.get(net);
    if (known !== undefined) return known;
    const node = this.#graph.nodes[net]!;
    let name = node.tag ?? (node.kind === 'leaf' ? node.label : node.name);
    while (name === undefined) {
      const turn = Math.floor(this.#next / 26);
      const letter = String.fromCharCode(97 + (this.#next % 26)) + (turn > 0 ? turn : '');
      this.#next += 1;
      if (!this.#taken.has(letter)) name = letter;
    }
    this.#names.set(net, name);
    return name;
  }
}

/** Takes a graph apart and puts parts of it together again, with named ends where a wire is cut. */
export class Cutter {
  readonly #graph: ViewGraph;
  readonly #tags: Tags;
  readonly #uses: Int32Array;

  constructor(graph: ViewGraph, tags: Tags) {
    this.#graph = graph;
    this.#tags = tags;
    this.#uses = usesOf(graph);
  }

  /** The end where net `net` goes on to `ports`, and which carries back their shares. */
  entry(net: number, ports: readonly Port[]): ViewNode {
    const node = this.#graph.nodes[net]!;
    const whole = ports.length === this.#uses[net];
    const trunk = whole ? node.trunk : sharesOf(ports);
    const tag = this.#tags.of(net);
    return {
      kind: 'leaf',
      label: `${tag}▷`,
      tag,
      source: node.source,
      members: [],
      ports: [],
      room: Math.max(node.room, trunk ? this.#roomFor(trunk) : 0),
      ...(trunk ? { trunk } : {}),
    };
  }

  #roomFor(branches: readonly Branch[]): number {
    return this.#graph.roomFor?.(branches) ?? 0;
  }

  /**
   * The part of net `net` that stays with `ports`. Its own end carries all that comes back; but the far end of a wire cut
   * before is drawn again for the ports it loses, and carries back only what the rest does.
   */
  near(net: number, ports: readonly Port[]): ViewNode {
    const node = this.#graph.nodes[net]!;
    if (node.tag === undefined) return node;
    const trunk = sharesOf(ports);
    return { ...node, trunk, room: Math.max(node.room, this.#roomFor(trunk)) };
  }

  /** The end of net `net`, which lies at `from` in its part; `ports` are those it is cut off from. */
  exit(net: number, from: number, ports: readonly Port[]): ViewNode {
    const { source } = this.#graph.nodes[net]!;
    const shares = sharesOf(ports);
    const room = this.#graph.roomFor ? this.#roomFor(shares) : this.#graph.nodes[net]!.room;
    const tag = this.#tags.of(net);
    return { kind: 'sink', label: `▷${tag}`, tag, source, members: [], ports: [{ from, shares, room }], room: 0 };
  }
}

/** All branches behind the ports; none where one is an end of the circuit, as its seed is no branch's share. */
function sharesOf(ports: readonly Port[]): readonly Branch[] {
  return ports.some((port) => port.shares.length === 0) ? [] : ports.flatMap((port) => port.shares);
}
