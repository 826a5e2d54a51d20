import type { Tensor } from '../../engine/types.js';
import type { Write } from '../interpret/pass.js';
import type { Statement } from '../read/syntax.js';
import { type Judged, pointOf } from './judge.js';

/** A value that was assigned over: where it was written, where it was lost. */
export interface Lost {
  readonly line: number;
  readonly by: number;
  readonly value: Tensor;
}

/** Which wrong line each name goes back to, and what stood in a gradient before. */
export class Blame {
  private readonly sources = new Map<string, number>();
  private readonly sourceOfPoint = new Map<string, number>();
  private readonly latest = new Map<string, Write>();
  /** What each name held when it was assigned anew before anything had read it. */
  private readonly lost = new Map<string, Lost[]>();
  private readonly lostAt = new Map<string, readonly Lost[]>();
  private readonly writes: {
    readonly name: string;
    readonly line: number;
    readonly point: string;
    readonly adds: boolean;
  }[] = [];

  /** A line is executed: what it assigns goes back to what it reads, and to what it held if that is only changed. */
  executed(statement: Statement, reads: ReadonlySet<string>, names: readonly string[]): void {
    const anew = isAnew(statement);
    const lines = [...reads, ...(anew ? [] : names)].flatMap((name) => this.sources.get(name) ?? []);
    for (const name of names) {
      if (lines.length > 0) this.sources.set(name, Math.min(...lines));
      else if (anew) this.sources.delete(name);
    }
  }

  /** A gradient is written. */
  wrote(write: Write): void {
    const point = pointOf(write.key, write.name);
    const source = this.sources.get(write.name);
    if (source !== undefined) this.sourceOfPoint.set(point, source);
    const previous = this.latest.get(write.name);
    const { value, statement } = write;
    if (previous?.value !== undefined && isAnew(statement) && !write.reads.has(write.name))
      this.lost.set(write.name, [
        ...(this.lost.get(write.name) ?? []),
        { line: previous.statement.line, by: statement.line, value: previous.value },
      ]);
    // The entries may be written over later: keep them as they are now.
    const kept = value && { shape: value.shape, data: Float64Array.from(value.data) };
    this.latest.set(write.name, { ...write, value: kept });
    const { kind, line } = statement;
    this.writes.push({ name: write.name, line, point, adds: kind === 'augment' });
  }

  /** A gradient is wrong, and is put right: what builds on it in vain goes back to this line. */
  judgedWrong({ write }: Judged): void {
    this.sources.set(write.name, write.statement.line);
  }

  /** The wrong line that a write goes back to. */
  sourceAt(point: string): number | undefined {
    return this.sourceOfPoint.get(point);
  }

  /** A gradient was read by another line: what it held before does not count any more. */
  settled(point: string, name: string): void {
    this.lostAt.set(point, this.lost.get(name) ?? []);
    this.lost.delete(name);
    this.latest.delete(name);
  }

  /** What the name held before it was assigned anew, on the way to a write. */
  lostBefore(point: string): readonly Lost[] {
    return this.lostAt.get(point) ?? [];
  }

  /** The line of the next write that adds to the same name. */
  addedLater(point: string, name: string): number | undefined {
    const at = this.writes.findIndex((write) => write.point === point);
    return this.writes.slice(at + 1).find((write) => write.name === name && write.adds)?.line;
  }
}

function isAnew(statement: Statement): boolean {
  return statement.kind === 'assign' && statement.targets.flat().every(({ kind }) => kind === 'name');
}
