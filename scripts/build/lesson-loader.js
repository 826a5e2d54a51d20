/** What the build needs of the program's own code to compile lessons; bundled, then imported. */
export { readLessonFolder } from '../../src/host/lesson-folder.js';
export { libraryLines } from '../../src/host/library.js';
export { courseNumber } from '../../src/lessons/course.js';
export { glossary } from '../../src/lessons/glossary/index.js';
export { loadLesson } from '../../src/lessons/load/index.js';
export { lessonProblemText } from '../../src/lessons/problem-text.js';
