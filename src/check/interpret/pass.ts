import type { Tensor } from '../../engine/types.js';
import type { Partner } from '../names.js';
import type { Statement } from '../read/syntax.js';
import type { UnreadReason } from '../unread.js';
import type { Pass } from './execute.js';

/** A write to a gradient, or an attempt at one. */
export interface Write {
  /** The place in the execution, the same in every pass: the line and the rounds of the loops around it. */
  readonly key: string;
  readonly name: string;
  readonly statement: Statement;
  /** What the name holds afterwards; undefined if the line could not be computed. */
  readonly value: Tensor | undefined;
  /** The line says that the gradient is yet to be written: `dW = None`. */
  readonly blank: boolean;
  /** Given from outside: random numbers or literals, depending on nothing. */
  readonly given: boolean;
  /** Names that the line reads. */
  readonly reads: ReadonlySet<string>;
}

/** A forward name's value: assigning the name again makes a new version. */
export interface Version {
  readonly name: string;
  readonly node: number;
  readonly line: number;
}

/** What became of a line: every time round a loop, the first trouble counts. */
export interface LineNote {
  readonly kind: 'done' | 'passed' | 'trouble';
  readonly reason?: UnreadReason;
}

export interface PassOptions {
  readonly partners: ReadonlyMap<string, Partner>;
  readonly torch: boolean;
  /** Assigning a name copies, as it does not in Python: to see what aliasing does. */
  readonly copies?: boolean;
  /** Writing into entries of a gradient adds, as often as an entry is named. */
  readonly accumulates?: boolean;
  /** Sees every write; what it returns replaces what was written, in the same array where the shape is the same. */
  readonly written?: (write: Write, pass: Pass) => Tensor | undefined;
  /** Sees every execution of a line, before its writes. */
  readonly executed?: (statement: Statement, key: string, reads: ReadonlySet<string>, names: readonly string[]) => void;
}
