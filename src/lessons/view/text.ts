import type { Lesson, LessonText } from '../types.js';

/** The lesson's words in the language asked for, else in the one it has. */
export function textOf(lesson: Lesson, lang: 'en' | 'zh'): LessonText {
  return (
    lesson.texts[lang] ??
    lesson.texts.en ??
    lesson.texts.zh ?? { title: lesson.id, sections: [], hints: [], summary: [] }
  );
}
