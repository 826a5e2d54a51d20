import { type KindStepAsk, kindForms, parseKind, type StepKeys } from './kinds/index.js';
import type { Ask } from './types.js';

/** Forms of `ask:` in lesson.yaml, for messages. */
export const askForms: readonly string[] = ['value of N', 'local N wrt M', 'gradient of N', 'backward', ...kindForms];

/** Reads an `ask:`; undefined when it has none of the forms. Names are checked by the loader, which knows the circuit. */
export function parseAsk(
  text: string,
  keys: StepKeys = {},
  names: ReadonlySet<string> = new Set(),
): Ask | { readonly kind: 'backward' } | KindStepAsk | undefined {
  const words = text.trim().split(/\s+/);
  const [verb, a, b, c] = words;
  if (verb === 'backward' && words.length === 1) return { kind: 'backward' };
  if (verb === 'value' && a === 'of' && words.length === 3) return { kind: 'value', of: b! };
  if (verb === 'gradient' && a === 'of' && words.length === 3) return { kind: 'gradient', of: b! };
  if (verb === 'local' && b === 'wrt' && words.length === 4) return { kind: 'local', of: a!, wrt: c! };
  return parseKind(text, keys, names);
}
