import { readProse, type Section } from '../markdown.js';
import type { Lang, LessonText } from '../types.js';
import { readFacts } from './facts.js';
import type { LessonProblem, Loaded } from './problem.js';
import { checkProse, missingSections } from './prose.js';
import { maxLength } from './schema.js';

export type { LessonProblem, Loaded } from './problem.js';

/**
 * Reads and validates a lesson folder, given as its files' texts by name (`lesson.yaml`, `zh.md`, `en.md`). Pure. The
 * files are data from a stranger: sizes are bounded, nothing is evaluated but programs of the engine's language. Every
 * problem found is returned, with file, line and column.
 */
export function loadLesson(files: ReadonlyMap<string, string>): Loaded {
  const problems: LessonProblem[] = [];
  const facts = readFacts(files, problems);
  const texts: Partial<Record<Lang, LessonText>> = {};
  const sections = new Map<Lang, readonly Section[]>();
  for (const lang of ['en', 'zh'] as const) {
    const file = `${lang}.md`;
    const source = files.get(file);
    if (source === undefined) continue;
    if (source.length > maxLength) {
      problems.push({ file, line: 1, column: 1, code: 'too-long', params: { limit: maxLength } });
      continue;
    }
    const prose = readProse(source);
    sections.set(lang, prose.sections);
    texts[lang] = checkProse(file, prose.title, prose.sections, facts?.steps ?? [], problems);
  }
  if (sections.size === 0)
    problems.push({ file: 'en.md', line: 1, column: 1, code: 'missing-file', params: { file: 'en.md' } });
  const [a, b] = [sections.get('en'), sections.get('zh')];
  if (a && b) {
    missingSections('en.md', a, 'zh.md', b, problems);
    missingSections('zh.md', b, 'en.md', a, problems);
  }
  if (facts === undefined || problems.length > 0) return { problems };
  return { lesson: { ...facts, texts } };
}
