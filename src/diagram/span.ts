/**
 * What a piece of text on a screen is, never how it looks: the terminal program maps roles to colours, a transcript
 * drops them or writes a mark.
 */
export type Role =
  | 'plain'
  | 'faint'
  | 'title'
  | 'emphasis'
  | 'code'
  | 'wire'
  | 'gate'
  | 'leaf'
  | 'value'
  | 'gradient'
  | 'asked'
  | 'current'
  | 'revealed'
  | 'right'
  | 'wrong'
  | 'hint'
  | 'question'
  | 'key';

/** A run of text of one role. Holds no control characters. */
export interface Span {
  readonly text: string;
  readonly role: Role;
}

/** One line of a screen. */
export type Line = readonly Span[];
