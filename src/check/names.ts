import { assignedNames } from './read/assigned.js';
import type { Statement } from './read/syntax.js';

/** What a gradient's name says: whose gradient it is, and of what, where the name says that too (`dqdx`). */
export interface Partner {
  readonly of: string;
  readonly output?: string;
  /** How the two names were paired. */
  readonly by: 'name' | 'prefix' | 'comment';
}

/** Words for the output in names such as `dL_dW`, when no line of the file is called so. */
const OUTPUT_WORDS = new Set(['L', 'J', 'E', 'l', 'loss', 'Loss', 'cost', 'out', 'f']);

/**
 * Pairs the gradients of a file with its forward names, in the order in which names are first assigned: `dX`, `d_x`,
 * `grad_x`, `x_grad`, `x.grad`, `dL_dX`, `grads['X']`, or `d` and the beginning of one forward name alone. A comment
 * `# check: dX -> x` overrides; whatever is not paired is a forward name.
 * @param given forward names that come from elsewhere
 */
export function pairNames(statements: readonly Statement[], given: readonly string[] = []): Map<string, Partner> {
  const partners = new Map<string, Partner>();
  const forward = new Set<string>(given);
  const apart = new Set<string>();
  /** The forward names by their letters, whatever their case. */
  const folded = new Map<string, readonly string[]>();
  for (const statement of flat(statements)) {
    if (statement.kind !== 'pair') continue;
    if (statement.of === undefined) apart.add(statement.name);
    else partners.set(statement.name, { of: statement.of, by: 'comment' });
  }
  for (const statement of flat(statements)) {
    for (const name of assignedNames(statement)) {
      if (forward.has(name) || partners.has(name)) continue;
      const partner = apart.has(name) ? undefined : partnerOf(name, forward, folded);
      if (partner === undefined) {
        forward.add(name);
        folded.set(name.toLowerCase(), [...(folded.get(name.toLowerCase()) ?? []), name]);
      } else partners.set(name, partner);
    }
  }
  return partners;
}

/** The statements with those inside loops in their place. */
function* flat(statements: readonly Statement[]): Generator<Statement> {
  for (const statement of statements) {
    if (statement.kind === 'for') yield* flat(statement.body);
    else yield statement;
  }
}

function partnerOf(
  name: string,
  forward: ReadonlySet<string>,
  folded: ReadonlyMap<string, readonly string[]>,
): Partner | undefined {
  for (const of of bareNames(name)) if (forward.has(of)) return { of, by: 'name' };
  for (const [output, of] of quotients(name)) {
    if (!forward.has(of)) continue;
    if (forward.has(output)) return { of, output, by: 'name' };
    if (OUTPUT_WORDS.has(output)) return { of, by: 'name' };
  }
  const [stem] = bareNames(name);
  if (stem === undefined) return undefined;
  const sameLetters = folded.get(stem.toLowerCase()) ?? [];
  if (sameLetters.length === 1) return { of: sameLetters[0]!, by: 'prefix' };
  const longer = [...forward].filter(
    (one) => one.startsWith(stem) && (stem.length >= 3 || /^[_\d]/.test(one.slice(stem.length))),
  );
  return longer.length === 1 ? { of: longer[0]!, by: 'prefix' } : undefined;
}

/** The names that may stand behind the sign of a gradient, the likeliest first. */
function bareNames(name: string): string[] {
  const forms = [
    /^d_?(.+)$/,
    /^grad_?(.+)$/,
    /^g_(.+)$/,
    /^(.+?)_?grad$/,
    /^(.+)\.grad$/,
    /^d\w*\['(.+)'\]$/,
    /^g(?:rads?)?\['(.+)'\]$/,
    /^grads\.(.+)$/,
  ];
  const bare = forms.flatMap((form) => form.exec(name)?.[1] ?? []);
  // grads['W1'] belongs to params['W1'] where W1 has no name of its own.
  const key = /\['(.+)'\]$/.exec(name)?.[1];
  return key === undefined ? bare : [...bare, `params['${key}']`, `self.params['${key}']`];
}

/** `dA_dB` and `dAdB` as pairs of A and B, for every way to read them. */
function quotients(name: string): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  if (!name.startsWith('d')) return pairs;
  for (let at = name.indexOf('d', 2); at > 0; at = name.indexOf('d', at + 1))
    pairs.push([name.slice(1, at).replace(/_$/, ''), name.slice(at + 1)]);
  return pairs;
}
