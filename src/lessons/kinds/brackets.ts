/**
 * Takes away the brackets that a sum or a product does not need where it stands: `f((x))`, `(a * b) + c`, `(a + b) + c`.
 * Those of calls stay, and those after a minus, a product or a power.
 */
export function withoutSpareBrackets(text: string): string {
  const open: number[] = [];
  const spare = new Set<number>();
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at);
    if (text[at] !== ')') continue;
    const from = open.pop() ?? 0;
    if (!isSpare(text.slice(0, from).trimEnd().at(-1), text.slice(from + 1, at), text.slice(at + 1).trimStart()[0]))
      continue;
    spare.add(from);
    spare.add(at);
  }
  return text
    .split('')
    .filter((_, at) => !spare.has(at))
    .join('');
}

function isSpare(before: string | undefined, inside: string, after: string | undefined): boolean {
  const begins = before === undefined || before === '(' || before === ',';
  const ends = after === undefined || after === ')' || after === ',';
  if (begins && ends) return true;
  const outer = outermost(inside);
  if (/[<>=]/.test(outer) || !(ends || after === '+' || after === '-')) return false;
  if (begins) return true;
  return before === '+' && !/[+-]/.test(outer);
}

/** What stands in no brackets. */
function outermost(text: string): string {
  let depth = 0;
  let outer = '';
  for (const sign of text) {
    if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (depth === 0) outer += sign;
  }
  return outer;
}
