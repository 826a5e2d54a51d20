import type { Glyphs } from '../../diagram/index.js';
import type { Block, Lang, Lesson, LessonText } from '../types.js';
import { inGlyphs } from './ascii.js';

/** The lesson's words in the language asked for, else in the one it has, in the characters that the terminal can show. */
export function textOf(lesson: Lesson, { lang, glyphs }: { lang: Lang; glyphs: Glyphs }): LessonText {
  const text = lesson.texts[lang] ?? lesson.texts.en ?? lesson.texts.zh;
  if (text === undefined) return { title: lesson.id, sections: [], hints: [], summary: [] };
  return glyphs === 'unicode' ? text : inAscii(text);
}

const converted = new WeakMap<LessonText, LessonText>();

function inAscii(text: LessonText): LessonText {
  const found = converted.get(text) ?? {
    title: inGlyphs(text.title, 'ascii'),
    sections: text.sections.map((section) => ({ ...section, blocks: section.blocks.map(blockInAscii) })),
    hints: text.hints.map((hint) => ({ ...hint, blocks: hint.blocks.map(blockInAscii) })),
    ...(text.parts && { parts: text.parts.map((part) => ({ ...part, blocks: part.blocks.map(blockInAscii) })) }),
    summary: text.summary.map(blockInAscii),
  };
  converted.set(text, found);
  return found;
}

/** Before the lines are broken, as a twin may be longer than its sign. */
function blockInAscii(block: Block): Block {
  if (block.kind === 'code') return { ...block, lines: block.lines.map((line) => inGlyphs(line, 'ascii')) };
  return { ...block, text: inGlyphs(block.text, 'ascii') };
}
