import { clipLine, type Glyphs, type Line, lineWidth, padTo } from '../../diagram/index.js';
import { formatNumber, shapeText } from '../../engine/index.js';
import { programProblem } from '../../messages/problems.js';
import { trainingWords } from '../../messages/training.js';
import type { Lang } from '../types.js';
import type { Course } from './net.js';
import { boundary, type Curve, plot } from './plot.js';
import type { Obstacle, Trained } from './train.js';

/** A net as far as it is trained; beside it the one that the right lines train, where the learner's are not right. */
export interface Picture {
  readonly course: Course;
  readonly own: Trained;
  readonly right?: Trained;
}

export interface ChartOptions {
  readonly width: number;
  /** Rows of the plots; a title above and a legend below are added. */
  readonly rows: number;
  readonly glyphs: Glyphs;
  readonly lang: Lang;
}

const LABEL = 11;
const GAP = 2;

/** The loss curve and the decision boundary: `rows` + 2 lines, none wider than `width`. */
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
  const taken = Math.min(course.steps, Math.max(0, own.losses.length - 1));
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
  const strokes = glyphs === 'unicode' ? ['⠤⠤', '⠄ ⠄'] : ['**', '. .'];
  const legend: Line = [
    { text: ' '.repeat(4), role: 'plain' },
    { text: `${strokes[0]} ${words.yours}: ${lastLoss(own, lang)}`, role: 'current' },
    ...(right ? ([{ text: `   ${strokes[1]} ${words.right}: ${lastLoss(right, lang)}`, role: 'faint' }] as const) : []),
  ];
  return [title, ...body, legend].map((line) => (lineWidth(line) > width ? clipLine(line, width) : line));
}

function lastLoss({ losses }: Trained, lang: Lang): string {
  const words = trainingWords[lang];
  const last = losses.at(-1);
  if (last === undefined) return words.lossIs('?');
  return Number.isFinite(last)
    ? words.lossIs(formatNumber(last, { significant: 2 }))
    : words.notFinite(losses.length - 1);
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
