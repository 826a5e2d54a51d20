/** A net's passage between two layers: it comes in on row `left` and goes on to the rows `right` (ascending). */
export interface Passage {
  readonly net: number;
  readonly left: number;
  readonly right: readonly number[];
}

/** A vertical stretch of wire on a track: from row `left` at its left side to rows `right` at its right side. */
export interface Segment {
  readonly passage: Passage;
  readonly left: number;
  readonly right: readonly number[];
  readonly low: number;
  readonly high: number;
  track: number;
  /** The segment of the same net that brings the wire here on row `left`; undefined when it comes from the layer. */
  readonly after?: Segment;
  /** Whether `right` is the row of another segment of the net, not of ports. */
  readonly inner: boolean;
}

export interface Channel {
  readonly straight: readonly Passage[];
  readonly segments: readonly Segment[];
  readonly tracks: number;
}

/**
 * Puts the vertical stretches of a channel's nets on tracks, numbered from the left. Where one net comes in on a row
 * that another goes out on, the first must turn off before the other turns in; a cycle of such demands is broken by
 * leading one net over a free row. Otherwise the order is chosen for few crossings; nets that don't meet share a track.
 */
export function routeChannel(passages: readonly Passage[]): Channel {
  const straight: Passage[] = [];
  const bent: Passage[] = [];
  const used = new Set<number>();
  for (const passage of passages) {
    used.add(passage.left);
    for (const row of passage.right) used.add(row);
    (passage.right.length === 1 && passage.right[0] === passage.left ? straight : bent).push(passage);
  }
  const segments = breakCycles(bent, used);
  const mustPrecede = demands(segments);
  const order = orderSegments(segments, mustPrecede);
  return { straight, segments, tracks: assignTracks(segments, order, mustPrecede) };
}

function segment(passage: Passage, left: number, right: readonly number[], inner: boolean, after?: Segment): Segment {
  const low = Math.min(left, right[0]!);
  const high = Math.max(left, right[right.length - 1]!);
  return { passage, left, right, low, high, track: 0, inner, ...(after ? { after } : {}) };
}

/** Follows the demands, of which every net has at most one, and splits a net wherever they close a cycle. */
function breakCycles(passages: readonly Passage[], used: Set<number>): Segment[] {
  const goesOut = new Map<number, number>();
  passages.forEach((passage, i) => {
    for (const row of passage.right) goesOut.set(row, i);
  });
  const next = passages.map((passage, i) => {
    const j = goesOut.get(passage.left);
    return j === undefined || j === i ? -1 : j;
  });
  const visited = new Int32Array(passages.length).fill(-1);
  const split = new Set<number>();
  for (let start = 0; start < passages.length; start++) {
    let i = start;
    while (i >= 0 && visited[i] === -1) {
      visited[i] = start;
      i = next[i]!;
    }
    if (i >= 0 && visited[i] === start) split.add(i);
  }
  return passages.flatMap((passage, i) => {
    if (!split.has(i)) return [segment(passage, passage.left, passage.right, false)];
    const row = freeRow(passage, used);
    used.add(row);
    const first = segment(passage, passage.left, [row], true);
    return [first, segment(passage, row, passage.right, false, first)];
  });
}

function freeRow(passage: Passage, used: ReadonlySet<number>): number {
  const whole = segment(passage, passage.left, passage.right, false);
  const middle = Math.round((whole.low + whole.high) / 2);
  for (let distance = 0; ; distance++) {
    if (!used.has(middle + distance)) return middle + distance;
    if (middle - distance >= 0 && !used.has(middle - distance)) return middle - distance;
  }
}

/** For each segment, those that must stand to the right of it. */
function demands(segments: readonly Segment[]): readonly (readonly number[])[] {
  const goesOut = new Map<number, number>();
  segments.forEach((s, i) => {
    if (!s.inner) for (const row of s.right) goesOut.set(row, i);
  });
  const lists: number[][] = segments.map(() => []);
  segments.forEach((s, i) => {
    const j = s.after ? undefined : goesOut.get(s.left);
    if (j !== undefined && segments[j]!.passage !== s.passage) lists[i]!.push(j);
    if (s.after) lists[segments.indexOf(s.after)]!.push(i);
  });
  return lists;
}

/** Crossings between two overlapping segments when `a` stands left of `b`. */
function crossingsWithLeft(a: Segment, b: Segment): number {
  let count = b.left >= a.low && b.left <= a.high ? 1 : 0;
  for (const row of a.right) if (row >= b.low && row <= b.high) count += 1;
  return count;
}

/**
 * From the left: of the segments that nothing holds back, always the one that loses the fewest crossings by coming now.
 */
function orderSegments(segments: readonly Segment[], mustPrecede: readonly (readonly number[])[]): number[] {
  const count = segments.length;
  const score = new Int32Array(count);
  const price = (a: Segment, b: Segment) =>
    a.low <= b.high && b.low <= a.high ? crossingsWithLeft(a, b) - crossingsWithLeft(b, a) : 0;
  for (let i = 0; i < count; i++) {
    for (let j = i + 1; j < count; j++) {
      const p = price(segments[i]!, segments[j]!);
      score[i]! += p;
      score[j]! -= p;
    }
  }
  const held = new Int32Array(count);
  for (const list of mustPrecede) for (const j of list) held[j]! += 1;
  const waiting = Array.from({ length: count }, (_, i) => i);
  const earlier = (i: number, j: number) =>
    score[i]! - score[j]! ||
    segments[i]!.low - segments[j]!.low ||
    segments[i]!.passage.net - segments[j]!.passage.net ||
    i - j;
  const order: number[] = [];
  while (waiting.length > 0) {
    let at = -1;
    waiting.forEach((i, w) => {
      if (held[i] === 0 && (at < 0 || earlier(i, waiting[at]!) < 0)) at = w;
    });
    const chosen = waiting[at]!;
    waiting.splice(at, 1);
    order.push(chosen);
    for (const j of mustPrecede[chosen]!) held[j]! -= 1;
    for (const j of waiting) score[j]! -= price(segments[j]!, segments[chosen]!);
  }
  return order;
}

function assignTracks(
  segments: readonly Segment[],
  order: readonly number[],
  mustPrecede: readonly (readonly number[])[],
) {
  const earliest = new Int32Array(segments.length);
  const placed: Segment[] = [];
  let tracks = 0;
  for (const i of order) {
    const s = segments[i]!;
    let track = earliest[i]!;
    // Rows next to each other don't share a track either: their corners would seem to meet.
    for (const p of placed) if (p.track >= track && p.low <= s.high + 1 && s.low <= p.high + 1) track = p.track + 1;
    s.track = track;
    tracks = Math.max(tracks, track + 1);
    placed.push(s);
    for (const j of mustPrecede[i]!) earliest[j] = Math.max(earliest[j]!, track + 1);
  }
  return tracks;
}
