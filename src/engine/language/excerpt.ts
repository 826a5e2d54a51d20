const WINDOW = 76;
/** Controls, formats, lone surrogates, unassigned and private characters, marks that stack, line separators. */
const INVISIBLE = /[\p{C}\p{M}\p{Zl}\p{Zp}]/u;

/**
 * A line of source and a caret line under it, fit for a terminal: control characters and invisible ones are shown as
 * visible signs, long lines are cut to a window around the place (cut ends show `…`), and the carets stand right also
 * under wide characters. `start` and `length` count UTF-16 units of `line`.
 */
export function excerptOf(line: string, start: number, length: number): string {
  const shown = [...visible(line.slice(0, start))];
  const at = shown.length;
  const marked = [...visible(line.slice(start, start + length))];
  const all = [...shown, ...marked, ...visible(line.slice(start + length))];

  let from = 0;
  let to = all.length;
  if (cells(all) > WINDOW) {
    from = at;
    for (let room = 40; from > 0 && room > 0; from--) room -= cellsOf(all[from - 1]!);
    to = from;
    for (let room = WINDOW - 2; to < all.length && room > 0; to++) room -= cellsOf(all[to]!);
  }
  const head = from > 0 ? '…' : '';
  const tail = to < all.length ? '…' : '';
  const padding = ' '.repeat(head.length + cells(all.slice(from, at)));
  const carets = '^'.repeat(Math.max(1, cells(all.slice(at, Math.min(at + marked.length, to)))));
  return `${head}${all.slice(from, to).join('')}${tail}\n${padding}${carets}`;
}

/** The text with every character that a terminal might act on, or not show, replaced by one visible sign. */
export function visible(text: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code === 9) result += ' ';
    else if (code < 0x20) result += String.fromCodePoint(0x2400 + code);
    else if (code === 0x7f) result += '␡';
    else if (INVISIBLE.test(character)) result += '\ufffd';
    else result += character;
  }
  return result;
}

function cells(characters: readonly string[]): number {
  let sum = 0;
  for (const character of characters) sum += cellsOf(character);
  return sum;
}

/** Cells of a terminal that a character takes: two for East Asian wide and full-width ones. */
function cellsOf(character: string): number {
  const code = character.codePointAt(0)!;
  const wide =
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd);
  return wide ? 2 : 1;
}
