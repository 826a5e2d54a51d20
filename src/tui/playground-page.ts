import type { ProgramError } from '../engine/index.js';
import { gallery, openPlayground, type Playground, type Source } from '../lessons/playground/index.js';
import type { Draft } from './draft.js';
import type { Field } from './editor.js';

/** What the playground is at: the circuit itself, choosing one, writing one, or filling in a field. */
export type PlaygroundMode =
  | { readonly kind: 'playground' }
  /** `before` is what Esc goes back to; without it Esc leaves. */
  | { readonly kind: 'gallery'; readonly selected: number; readonly before?: Playground }
  /**
   * `before` is the circuit before the first change, whose numbers are kept unless the text is a `fresh` one; `good` is the
   * last text that could be read, and `error` says why this one can't.
   */
  | {
      readonly kind: 'program';
      readonly draft: Draft;
      readonly before: Playground;
      readonly fresh?: true;
      readonly good: string;
      readonly error?: ProgramError;
    }
  | { readonly kind: 'prompt'; readonly wants: 'value' | 'folder'; readonly field: Field };

/** The screen of the playground. */
export interface PlaygroundPage {
  readonly kind: 'playground';
  readonly state: Playground;
  readonly mode: PlaygroundMode;
  /** Where the window onto the circuit was. */
  readonly from: { readonly row: number; readonly column: number };
  /** The learner moved the window: it does not follow what is at hand until something else is done. */
  readonly panned?: true;
  /** A text that could not be read, to be gone on with. */
  readonly kept?: Draft;
  /** The program that was played with last time. */
  readonly yours?: string;
}

/** The circuits to choose from: the learner's own of last time, and those of the gallery. */
export function choices({ yours }: Pick<PlaygroundPage, 'yours'>): readonly {
  readonly name?: (typeof gallery)[number]['name'];
  readonly source: Source;
}[] {
  return yours === undefined ? gallery : [{ source: { program: yours } }, ...gallery];
}

/** The playground at a circuit, or at the choice of one; last time's program is offered if it can still be read. */
export function playgroundPage(source: Source | undefined, last: string | undefined): PlaygroundPage {
  const yours = last !== undefined && isReadable(last) ? { yours: last } : {};
  const begun = source ?? choices(yours)[0]!.source;
  return {
    kind: 'playground',
    state: openPlayground(begun),
    mode: source ? { kind: 'playground' } : { kind: 'gallery', selected: 0 },
    from: { row: 0, column: 0 },
    ...yours,
  };
}

function isReadable(program: string): boolean {
  try {
    openPlayground({ program });
    return true;
  } catch {
    return false;
  }
}
