/** What the shells need of the lessons. Reading lesson folders is in ./load, apart, so that starting needs no YAML parser. */
export { course, courseNumber } from './course.js';
export { perfectAnswer } from './expected.js';
export { resume, start, step } from './machine.js';
export { isMistakeId, mistakeIds, mistakenAnswer, nearestMistake } from './mistaken.js';
export { type OpenCircuit, type OpenLesson, openLesson, type Question } from './open.js';
export { revisit } from './revisit.js';
export { currentItem, currentQuestion, type LessonState, type Phase, phaseOf } from './state.js';
export type {
  Effect,
  JournalEvent,
  Lang,
  Lesson,
  LessonEntry,
  LessonEvent,
} from './types.js';
export { viewCircuit } from './view/circuit.js';
export { feedbackAt, promptAt, view } from './view/index.js';
export { textOf } from './view/text.js';
export type { LessonView, ViewOptions } from './view/types.js';
