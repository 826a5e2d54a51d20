import { clipLine, type Glyphs, type Line, lineWidth, padTo, type Role } from '../../diagram/index.js';
import { formatNumber, shapeText } from '../../engine/index.js';
import { programProblem } from '../../messages/problems.js';
import { toldWords } from '../../messages/told.js';
import { trainingWords } from '../../messages/training.js';
import type { Lang } from '../types.js';
import { type Course, hits } from './net.js';
import { boundary, type Curve, POINTS, plot, SHADES } from './plot.js';
import type { Obstacle, Trained } from './train.js';

/** A net as far as it is trained; beside it the one that the right lines train, where the learner's are not right. */
export interface Picture {
  readonly course: Course;
  readonly own: Trained;
  readonly right?: Trained;
}

export interface ChartOptions {
  readonly width: number;
  /** Rows of the plots; see `chartRows`. */
  readonly rows: number;
  readonly glyphs: Glyphs;
  readonly lang: Lang;
}

const LABEL = 11;
const GAP = 2;
const NARROWEST_CURVE = 20;

/** How many lines a chart has besides the rows of its plots: a title, a legend for each curve, and one for the boundary. */
export function chartFrame({ right }: Picture): number {
  return right === undefined ? 3 : 4;
}

/** The most rows that leave the loss curve some columns beside the boundaries, which are squares. */
export function mostRows({ right }: Picture, width: number): number {
  const panels = right === undefined ? 1 : 2;
  return Math.floor((width - LABEL - NARROWEST_CURVE - panels * GAP) / (2 * panels));
}

/** The loss curve and the decision boundary, none of the lines wider than `width`. */
export function chart({ course, own, right }: Picture, { width, rows, glyphs, lang }: ChartOptions): Line[] {
  const words = trainingWords[lang];
  const panels = right === undefined ? [own] : [own, right];
  const panelColumns = rows * 2;
  const columns = Math.max(8, width - LABEL - panels.length * (panelColumns + GAP));
  const curves: Curve[] = [{ values: own.losses, stroke: 'full', role: 'current' }];
  if (right) curves.push({ values: right.losses, stroke: 'dotted', role: 'faint' });
  const top = Math.max(0.5, own.losses[0] ?? 0);
  const plotted = plot(curves, { columns, rows, glyphs, span: course.steps + 1, top });
  const squares = panels.map(({ weights }) => boundary(weights, course.data, { columns: panelColumns, rows, glyphs }));
  const axis = glyphs === 'unicode' ? '┤' : '|';
  const gap = { text: ' '.repeat(GAP), role: 'plain' } as const;
  const body = plotted.map((line, row): Line => {
    const label = row === 0 ? `${words.loss} ${formatNumber(top)}` : row === rows - 1 ? '0.00' : '';
    return [
      { text: `${padTo(label, LABEL - 2, 'end')} ${axis}`, role: 'faint' },
      ...line,
      ...squares.flatMap((square) => [gap, ...square[row]!]),
    ];
  });
  const taken = Math.max(0, ...[own, ...(right ? [right] : [])].map(({ losses }) => losses.length - 1));
  const title: Line = [
    {
      text: padTo(`${words.dataSets[course.data.name]}  ${words.step(taken, course.steps)}`, LABEL + columns),
      role: 'title',
    },
    ...panels.flatMap(
      (_, at): Line => [
        gap,
        { text: padTo(at === 0 ? words.yours : words.right, panelColumns), role: at === 0 ? 'current' : 'faint' },
      ],
    ),
  ];
  const strokes = glyphs === 'unicode' ? (['⠤⠤', '⠄ ⠄'] as const) : (['**', '. .'] as const);
  const legend = (trained: Trained, who: string, stroke: string, role: Role): Line => [
    {
      text: `    ${stroke} ${who}${lang === 'zh' ? '：' : ': '}${lastLoss(trained, lang)}${hitsOf(trained, course, lang)}`,
      role,
    },
  ];
  const lines = [
    title,
    ...body,
    legend(own, words.yours, strokes[0], 'current'),
    ...(right ? [legend(right, words.right, strokes[1], 'faint')] : []),
    [
      {
        text: `    ${words.shades({ shades: SHADES[glyphs].trim(), points: POINTS[glyphs] })}`,
        role: 'faint',
      } as const,
    ],
  ];
  return lines.map((line) => (lineWidth(line) > width ? clipLine(line, width) : line));
}

function hitsOf({ losses, weights }: Trained, { data }: Course, lang: Lang): string {
  if (losses.length === 0 || !Number.isFinite(losses.at(-1))) return '';
  return trainingWords[lang].hits(hits(weights, data), data.points.length);
}

function lastLoss({ losses }: Trained, lang: Lang): string {
  const words = trainingWords[lang];
  const last = losses.at(-1);
  if (last === undefined) return words.lossIs('?');
  return Number.isFinite(last)
    ? words.lossIs(formatNumber(last, { significant: 2 }))
    : words.notFinite(losses.length - 1);
}

/** The same in words. */
export function chartTold({ course, own, right }: Picture, lang: Lang): string {
  const words = trainingWords[lang];
  const one = (trained: Trained, who: string) =>
    `${toldWords[lang].net(who, trained.losses.length - 1)}${lastLoss(trained, lang)}${hitsOf(trained, course, lang)}`;
  const nets = [one(own, words.yours), ...(right ? [one(right, words.right)] : [])];
  return toldWords[lang].trained(words.dataSets[course.data.name], nets);
}

/** Why lines can't train, in a sentence. */
export function obstacleText(obstacle: Obstacle, lang: Lang): string {
  const words = trainingWords[lang];
  switch (obstacle.kind) {
    case 'program':
      return programProblem(obstacle.error, lang);
    case 'missing':
      return words.missing(obstacle);
    case 'strangers':
      return words.strangers({ names: obstacle.names.join(', ') });
    case 'shape':
      return words.shape({ name: obstacle.name, got: shapeText(obstacle.got), expected: shapeText(obstacle.expected) });
  }
}
