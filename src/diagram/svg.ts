import { labelFor } from './glyphs.js';
import { HIGHLIGHT } from './grid.js';
import { joints } from './joints.js';
import type { Band, Layout } from './layout.js';
import { litWires } from './lit-wires.js';
import type { Marks } from './marks.js';
import {
  boxOf,
  ENDS_AT_TRACK,
  eachAcross,
  eachDown,
  eachLabel,
  type Sheet,
  STARTS_AT_TRACK,
  type Wires,
} from './sheet.js';
import type { Role } from './span.js';
import { clip } from './text.js';

export interface SvgOptions {
  /** Colours that take the place of the usual ones. */
  readonly colors?: Partial<Record<Role | 'background', string>>;
}

/** The colours of the terminal, on dark. */
const COLORS: Partial<Record<Role | 'background', string>> & { readonly plain: string; readonly background: string } = {
  background: '#16181d',
  plain: '#d6d9e0',
  faint: '#7c8291',
  wire: '#7c8291',
  gate: '#d6d9e0',
  leaf: '#ffffff',
  current: '#ffd166',
  value: '#7bd88f',
  gradient: '#ff6b6b',
  asked: '#ffd166',
  right: '#7bd88f',
  wrong: '#e59aff',
  revealed: '#6cc7ff',
  emphasis: '#ff6b6b',
};

/** Size of a cell in SVG units; text is drawn in a font that is as wide. */
const CELL = { width: 8, height: 17, font: 13.3 };
const MARGIN = 12;

/**
 * The same drawing as vector graphics, with the colours of the terminal. Where wires cross without a dot they don't
 * touch; a dot is a fork.
 */
export function toSvg(layout: Layout, marks: Marks, options: SvgOptions = {}): string {
  const colors = { ...COLORS, ...options.colors };
  const width = layout.width * CELL.width + 2 * MARGIN;
  const height = layout.height * CELL.height + 2 * MARGIN;
  const parts = layout.bands.flatMap((band, i) => [
    ...(layout.bands.length > 1 ? [rule(layout, i)] : []),
    `<g transform="translate(0 ${band.row * CELL.height})">`,
    ...new BandDrawing(band, layout, marks).parts(),
    '</g>',
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>text{font:${CELL.font}px ui-monospace,Menlo,Consolas,monospace}path,rect{fill:none;stroke-width:1.3}`,
    ...Object.entries(colors).map(([role, color]) => style(role, color)),
    `.gate rect,.current rect{rx:3px}.current rect,path.${HIGHLIGHT}{stroke-width:2.6}`,
    `.frame rect{stroke:${colors.faint};stroke-dasharray:3 4}</style>`,
    `<rect width="100%" height="100%" style="fill:${colors.background}"/>`,
    `<g transform="translate(${MARGIN} ${MARGIN})">`,
    ...parts,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function style(role: string, color: string): string {
  return `.${role}{fill:${color}}path.${role},.${role} rect{fill:none;stroke:${color}}`;
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function rule(layout: Layout, band: number): string {
  const y = (layout.bands[band]!.row - 0.5) * CELL.height;
  const label = `${band + 1}/${layout.bands.length}`;
  const start = (label.length + 4) * CELL.width;
  return [
    `<text class="faint" x="${2 * CELL.width}" y="${y + 4}">${label}</text>`,
    `<path class="faint" d="M0 ${y}H${1.5 * CELL.width}M${start} ${y}H${layout.width * CELL.width}"/>`,
  ].join('\n');
}

const middleX = (column: number) => (column + 0.5) * CELL.width;
const middleY = (row: number) => (row + 0.5) * CELL.height;

class BandDrawing {
  readonly #band: Band;
  readonly #sheet: Sheet;
  readonly #layout: Layout;
  readonly #marks: Marks;

  constructor(band: Band, layout: Layout, marks: Marks) {
    this.#band = band;
    this.#sheet = band.sheet;
    this.#layout = layout;
    this.#marks = marks;
  }

  parts(): string[] {
    return [
      ...this.#wires(this.#sheet, 'wire'),
      ...litWires(this.#band, this.#marks).routes.flatMap((route) => this.#wires(route, HIGHLIGHT)),
      ...joints(this.#sheet).map(
        ({ row, column }) => `<circle class="wire" cx="${middleX(column)}" cy="${middleY(row)}" r="2.6"/>`,
      ),
      ...this.#sheet.graph.nodes.map((_, id) => this.#node(id)),
      ...this.#labels(),
    ];
  }

  #wires(wires: Wires, role: Role): string[] {
    const paths = new Map<number, string>();
    const add = (net: number, path: string) => paths.set(net, (paths.get(net) ?? '') + path);
    eachAcross(wires, (row, from, to, net, ends) => {
      const start = ends & STARTS_AT_TRACK ? middleX(from) : from * CELL.width;
      const end = ends & ENDS_AT_TRACK ? middleX(to) : (to + 1) * CELL.width;
      add(net, `M${start} ${middleY(row)}H${end}`);
    });
    eachDown(wires, (column, from, to, net) => {
      add(net, `M${middleX(column)} ${middleY(from)}V${middleY(to)}`);
    });
    return [...paths.values()].map((path) => `<path class="${role}" d="${path}"/>`);
  }

  #node(id: number): string {
    const { graph, labelRow } = this.#sheet;
    const node = graph.nodes[id]!;
    const { top, left, bottom, right } = boxOf(this.#sheet, id);
    const label = xml(labelFor(this.#layout.glyphs, node.label));
    const y = middleY(labelRow[id]!) + 4.5;
    const x = left * CELL.width;
    const end = (right + 1) * CELL.width;
    if (node.kind === 'leaf') return `<text class="leaf" x="${end}" y="${y}" text-anchor="end">${label}</text>`;
    if (node.kind === 'sink') return `<text class="leaf" x="${x}" y="${y}">${label}</text>`;
    if (node.inside) {
      const [y1, y2] = [middleY(top), middleY(bottom)];
      return [
        `<g class="frame"><rect x="${x}" y="${y1}" width="${end - x}" height="${y2 - y1}"/></g>`,
        `<text class="faint" x="${x + 2 * CELL.width}" y="${y1 - 4}">${label}</text>`,
      ].join('');
    }
    const role = node.members.some((member) => this.#marks.current?.(member)) ? 'current' : 'gate';
    const height = middleY(bottom) - middleY(top);
    return [
      `<g class="${role}"><rect x="${x}" y="${middleY(top)}" width="${end - x}" height="${height}"/>`,
      `<text class="${role}" x="${(x + end) / 2}" y="${y}" text-anchor="middle">${label}</text></g>`,
    ].join('');
  }

  #labels(): string[] {
    const texts: string[] = [];
    eachLabel(
      this.#sheet,
      this.#marks,
      () => true,
      ({ row, end, room, mark }) => {
        const text = xml(clip(labelFor(this.#layout.glyphs, mark.text), room));
        const x = end * CELL.width;
        texts.push(`<text class="${mark.role}" x="${x}" y="${middleY(row) + 4.5}" text-anchor="end">${text}</text>`);
      },
    );
    return texts;
  }
}
