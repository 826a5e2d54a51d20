/** An expression of Python, as far as it is read. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number; readonly whole: boolean }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'ellipsis' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly tuple: boolean }
  | { readonly kind: 'dict'; readonly empty: boolean }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '~' | 'not'; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'attribute'; readonly target: Expression; readonly name: string }
  | { readonly kind: 'index'; readonly target: Expression; readonly items: readonly Expression[] }
  | {
      readonly kind: 'slice';
      readonly start: Expression | undefined;
      readonly stop: Expression | undefined;
      readonly step: Expression | undefined;
    }
  | {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Expression[];
      readonly keywords: readonly { readonly name: string; readonly value: Expression }[];
    }
  | { readonly kind: 'star'; readonly operand: Expression }
  | { readonly kind: 'lambda'; readonly params: readonly string[]; readonly body: Expression };

/** What is assigned to: a name (also `params['W1']`, `self.W`), or a part of what a name holds. */
export type Target =
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'item';
      readonly name: string;
      readonly target: Expression;
      readonly items: readonly Expression[];
    };

interface Located {
  /** Lines of the file, counted from 1. */
  readonly line: number;
  readonly lastLine: number;
}

export type Statement = Located &
  (
    | {
        readonly kind: 'assign';
        /** `a = b = x` has two targets of one name each; `a, b = x, y` one target of two. */
        readonly targets: readonly (readonly Target[])[];
        readonly value: Expression;
      }
    | { readonly kind: 'augment'; readonly target: Target; readonly operator: string; readonly value: Expression }
    /** A call for its effect on an array: `np.add.at(dC, ix, d)`, `dC.index_add_(0, ix, d)`, `dW.zero_()`. */
    | { readonly kind: 'effect'; readonly name: string; readonly call: Expression & { kind: 'call' } }
    | {
        readonly kind: 'for';
        readonly variable: string;
        readonly range: Expression;
        readonly body: readonly Statement[];
      }
    | { readonly kind: 'function'; readonly name: string; readonly lambda: Expression & { kind: 'lambda' } }
    /** Does not matter to the gradients: imports, prints, plots, checks. */
    | { readonly kind: 'passed' }
    /** Written in a comment: a pairing of names, or the output. */
    | { readonly kind: 'pair'; readonly name: string; readonly of: string | undefined }
    | { readonly kind: 'output'; readonly name: string }
    | {
        readonly kind: 'unread';
        readonly code: 'syntax' | 'construct';
        readonly found: string;
        /** The names that the line would have assigned. */
        readonly names: readonly string[];
      }
  );
