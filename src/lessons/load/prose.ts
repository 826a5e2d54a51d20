import { nearest } from '../../engine/index.js';
import type { Section } from '../markdown.js';
import type { LessonText, Step } from '../types.js';
import type { LessonProblem } from './problem.js';

/** Holds one language's prose to the lesson's steps. */
export function checkProse(
  file: string,
  title: string | undefined,
  sections: readonly Section[],
  steps: readonly Step[],
  problems: LessonProblem[],
): LessonText {
  const report = (code: LessonProblem['code'], line: number, params: LessonProblem['params'] = {}) =>
    problems.push({ file, line, column: 1, code, params });
  if (title === undefined) report('no-title', 1);
  const seen = new Set<string>();
  const meant = new Set<string>();
  for (const { id, line } of sections) {
    if (seen.has(id)) report('section-twice', line, { id });
    seen.add(id);
    if (steps.length === 0 || id === 'summary' || steps.some((step) => step.id === id)) continue;
    const near = nearest(id, ['summary', ...steps.map((step) => step.id)]);
    if (near !== undefined) meant.add(near);
    report('unknown-section', line, near === undefined ? { id } : { id, near });
  }
  for (const { ask, id } of steps)
    if (ask === undefined && !seen.has(id) && !meant.has(id)) report('no-prose', 1, { id });
  if (!seen.has('summary') && !meant.has('summary')) report('no-summary', 1);
  for (const step of steps) checkParts(step, sections, report);
  const parts = sections.flatMap(({ id, parts }) =>
    parts.filter((p) => p.id !== 'hint').map(({ id: part, blocks }) => ({ id, part, blocks })),
  );
  return {
    title: title ?? '',
    sections: sections.filter((s) => s.id !== 'summary').map(({ id, blocks }) => ({ id, blocks })),
    hints: sections.flatMap(({ id, parts }) =>
      parts.filter((p) => p.id === 'hint').map(({ blocks }) => ({ id, blocks })),
    ),
    ...(parts.length > 0 && { parts }),
    summary: sections.find((s) => s.id === 'summary')?.blocks ?? [],
  };
}

/** Every option of a choice needs a text, and every part of a step's prose a use. */
function checkParts(
  step: Step,
  sections: readonly Section[],
  report: (code: LessonProblem['code'], line: number, params?: LessonProblem['params']) => void,
): void {
  const section = sections.find(({ id }) => id === step.id);
  const options = step.ask?.kind === 'choose' ? step.ask.options : [];
  for (const option of options)
    if (!section?.parts.some(({ id }) => id === option))
      report('no-option-text', section?.line ?? 1, { id: step.id, option });
  const known = ['hint', ...options, ...options.map((option) => `${option}-why`)];
  for (const { id, line } of section?.parts ?? []) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    report(
      'unknown-part',
      line,
      near === undefined ? { part: id, known: known.join(', ') } : { part: id, known: known.join(', '), near },
    );
  }
}

/** Reports at `file` the sections that only the other language has. */
export function missingSections(
  file: string,
  here: readonly Section[],
  other: string,
  there: readonly Section[],
  problems: LessonProblem[],
): void {
  for (const { id } of there)
    if (id !== 'summary' && !here.some((section) => section.id === id))
      problems.push({ file, line: 1, column: 1, code: 'sections-differ', params: { id, has: other } });
}
