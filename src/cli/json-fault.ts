const token =
  /[ \t\n\r]*(?:([{}[\],:])|("[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\x00-\x1f]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or close' | 'end';

/**
 * Where a text stops being JSON: line and column from 1, columns in characters. JSON.parse knows, but its messages differ
 * between versions of Node and mostly keep it to themselves. Undefined if the text is JSON.
 */
export function jsonFault(text: string): { readonly line: number; readonly column: number } | undefined {
  const open: ('[' | '{')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  const done = (): Expected => (open.length > 0 ? ', or close' : 'end');
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    const [, sign, string, atom] = match ?? [];
    const next = after(expected, sign ?? (string === undefined ? atom && 'atom' : 'string'), open, done);
    if (next === undefined) break;
    expected = next;
    at = token.lastIndex;
  }
  const rest = /[^ \t\n\r]/.exec(text.slice(at));
  if (rest === null && expected === 'end') return undefined;
  const lines = text.slice(0, at + (rest?.index ?? text.length - at)).split('\n');
  return { line: lines.length, column: [...lines.at(-1)!].length + 1 };
}

/** What may come after `found` where `expected` may come; undefined if `found` may not. Keeps `open` up to date. */
function after(
  expected: Expected,
  found: string | undefined,
  open: ('[' | '{')[],
  done: () => Expected,
): Expected | undefined {
  const isKey = expected === 'key' || expected === 'key or }';
  if (expected === 'value' || expected === 'value or ]') {
    if (found === 'string' || found === 'atom') return done();
    if (found === '[' || found === '{') {
      open.push(found);
      return found === '[' ? 'value or ]' : 'key or }';
    }
  }
  if (isKey && found === 'string') return ':';
  if (expected === ':' && found === ':') return 'value';
  if (expected === ', or close' && found === ',') return open.at(-1) === '[' ? 'value' : 'key';
  const mayClose = expected === ', or close' || expected === 'value or ]' || expected === 'key or }';
  if (mayClose && found === (open.at(-1) === '[' ? ']' : '}')) {
    open.pop();
    return done();
  }
  return undefined;
}
