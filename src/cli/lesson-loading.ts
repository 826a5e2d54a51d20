/** What a lesson outside the course needs: a chunk of its own, loaded only then. */
export { readLessonFolder } from '../host/lesson-folder.js';
export { loadLesson } from '../lessons/load/index.js';
export { lessonProblemText } from '../lessons/problem-text.js';
