import type { Place } from './program-error.js';

/**
 * One node of an expression. An expression is an array of nodes in post-order: operands are indices of earlier nodes
 * and the root is the last, so that walking it is a loop and no text can make it recurse.
 */
export type SyntaxNode = { readonly place: Place } & (
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'flag'; readonly value: boolean }
  | { readonly kind: 'none' }
  | { readonly kind: 'list'; readonly items: readonly number[] }
  | { readonly kind: 'negate'; readonly operand: number }
  | { readonly kind: 'binary'; readonly operator: BinaryOperator; readonly left: number; readonly right: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly namePlace: Place;
      readonly args: readonly number[];
      readonly keywords: readonly Keyword[];
      /** Called on its first argument: `X.sum(axis=0)`. */
      readonly method: boolean;
    }
  | { readonly kind: 'attribute'; readonly name: string; readonly target: number }
  | { readonly kind: 'index'; readonly target: number; readonly indices: readonly number[] }
  | {
      readonly kind: 'slice';
      readonly start: number | undefined;
      readonly stop: number | undefined;
      readonly step: number | undefined;
    }
);

export interface Keyword {
  readonly name: string;
  readonly value: number;
  readonly place: Place;
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '@' | '**' | '<' | '>' | '<=' | '>=' | '==' | '!=';

/** `name = expression`, or a bare expression, which has no `name`. */
export interface Statement {
  readonly name: string | undefined;
  readonly place: Place;
  readonly nodes: readonly SyntaxNode[];
  /** The right-hand side as written. */
  readonly source: string;
}

/** A program that has been read: its statements, and its lines for messages. */
export interface Program {
  readonly lines: readonly string[];
  readonly statements: readonly Statement[];
}
