/** What a `# check:` comment tells the checker. */
export type Directive =
  | { readonly source: string }
  | { readonly kind: 'pair'; readonly name: string; readonly of: string | undefined }
  | { readonly kind: 'output'; readonly name: string };

const MARK = /^\s*check\s*[:：]\s*(.+?)\s*$/;
const PAIR = /^([^\s=]+)\s*(?:->|→)\s*(\S+)$/;
const OUTPUT = /^output\s+(\S+)$/;

/**
 * Reads the text of a comment: `check: X = randn(32, 3)` declares a value, `check: dZ1 -> z_one` pairs a gradient with
 * its forward name (`-> none`: it is no gradient), `check: output loss` says what is differentiated.
 */
export function directive(comment: string): Directive | undefined {
  const text = MARK.exec(comment)?.[1];
  if (text === undefined) return undefined;
  const pair = PAIR.exec(text);
  if (pair !== null) return { kind: 'pair', name: pair[1]!, of: pair[2] === 'none' ? undefined : pair[2]! };
  const output = OUTPUT.exec(text);
  if (output !== null) return { kind: 'output', name: output[1]! };
  return { source: text };
}
