const fontSize = 14;
const cell = { width: 8.4, height: 17 };
const margin = 14;
const font = "ui-monospace, 'SFMono-Regular', Menlo, 'DejaVu Sans Mono', Consolas, 'Noto Sans Mono CJK SC', monospace";

const paper = '#16181d';
const ink = '#d6d9e0';
/** The sixteen colours that a terminal names by number. */
const named = [
  ...['#3b404a', '#f07178', '#a5d66b', '#ffcb6b', '#82aaff', '#c792ea', '#6fd3e0', '#d6d9e0'],
  ...['#767c8a', '#ff8b92', '#c3e88d', '#ffd98a', '#9cc4ff', '#d8b4f8', '#93e4ef', '#ffffff'],
];

/**
 * A terminal's screen as an SVG picture: its characters as text, its colours as they are. Each run of characters is
 * put at the column where it stands and stretched to its cells, so that wide characters stay in line whatever the font.
 */
export function screenToSvg(terminal, title, { cursor = false } = {}) {
  const { cols, rows, buffer } = terminal;
  const width = round(cols * cell.width + 2 * margin);
  const height = rows * cell.height + 2 * margin;
  const parts = [];
  for (let row = 0; row < rows; row++) {
    for (const run of runsOf(buffer.active.getLine(buffer.active.baseY + row), cols)) parts.push(...runToSvg(run, row));
  }
  if (cursor) {
    const { cursorX, cursorY } = buffer.active;
    parts.push(rectangle(cursorX, cursorY, 1, ink));
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${paper}"/>`,
    `<g font-family="${font}" font-size="${fontSize}" fill="${ink}">`,
    ...parts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** The line's characters, joined where they look the same and are equally wide; empty cells without a background are left out. */
function runsOf(line, columns) {
  const runs = [];
  for (let column = 0; column < columns; column++) {
    const at = line.getCell(column);
    const cells = at.getWidth();
    if (cells === 0) continue;
    const style = styleOf(at);
    const text = at.getChars() || ' ';
    const last = runs.at(-1);
    const joins = last && last.column + last.cells === column && last.each === cells && sameStyle(last.style, style);
    if (joins) {
      last.text += text;
      last.cells += cells;
    } else runs.push({ column, cells, each: cells, text, style });
  }
  return runs.filter(({ text, style }) => text.trim() !== '' || style.background !== undefined);
}

function styleOf(at) {
  let color = colorOf(at.isFgDefault(), at.isFgRGB(), at.getFgColor());
  let background = colorOf(at.isBgDefault(), at.isBgRGB(), at.getBgColor());
  if (at.isInverse()) [color, background] = [background ?? paper, color ?? ink];
  return { color, background, bold: at.isBold() !== 0, dim: at.isDim() !== 0, underline: at.isUnderline() !== 0 };
}

function sameStyle(a, b) {
  return Object.keys(a).every((key) => a[key] === b[key]);
}

function colorOf(isDefault, isRgb, value) {
  if (isDefault) return undefined;
  if (isRgb) return `#${value.toString(16).padStart(6, '0')}`;
  if (value < 16) return named[value];
  if (value >= 232) return `#${(8 + 10 * (value - 232)).toString(16).padStart(2, '0').repeat(3)}`;
  const levels = [0, 95, 135, 175, 215, 255];
  const cube = value - 16;
  const channels = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6];
  return `#${channels.map((level) => levels[level].toString(16).padStart(2, '0')).join('')}`;
}

function runToSvg({ column, cells, each, text, style }, row) {
  const parts = [];
  if (style.background !== undefined) parts.push(rectangle(column, row, cells, style.background));
  const look = [
    style.color && ` fill="${style.color}"`,
    style.bold && ' font-weight="bold"',
    style.dim && ' opacity="0.6"',
    style.underline && ' text-decoration="underline"',
  ];
  // Wider gaps would be for the viewer to keep or to collapse, so the words between them stand on their own.
  for (const { 0: words, index } of text.matchAll(/\S+(?: \S+)*/g)) {
    const from = column + [...text.slice(0, index)].length * each;
    const place = `x="${round(margin + from * cell.width)}" y="${round(margin + (row + 0.77) * cell.height)}"`;
    const stretch = `textLength="${round([...words].length * each * cell.width)}" lengthAdjust="spacingAndGlyphs"`;
    parts.push(`<text ${place} ${stretch}${look.filter(Boolean).join('')}>${escaped(words)}</text>`);
  }
  return parts;
}

function rectangle(column, row, cells, color) {
  const place = `x="${round(margin + column * cell.width)}" y="${margin + row * cell.height}"`;
  return `<rect ${place} width="${round(cells * cell.width)}" height="${cell.height}" fill="${color}"/>`;
}

function round(length) {
  return Math.round(length * 100) / 100;
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
