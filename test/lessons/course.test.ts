import { expect, test } from 'vitest';
import { course, openLesson } from '../../src/lessons/index.js';
import { questionsOf } from '../../src/lessons/state.js';
import { courseLesson } from './support/lessons.js';

const inOrder = course.flatMap(({ lessons }) => lessons);

test.each(inOrder.slice(2))('%s ends with somebody else’s backward pass', (id) => {
  const questions = questionsOf(openLesson(courseLesson(id)));
  expect(questions.at(-1)?.ask.kind).toBe('mend');
});

test.each(inOrder)('%s takes 5 to 20 minutes, at 20 to 75 seconds a question, reading included', (id) => {
  const lesson = courseLesson(id);
  const seconds = (lesson.minutes * 60) / questionsOf(openLesson(lesson)).length;
  expect(lesson.minutes).toBeGreaterThanOrEqual(5);
  expect(lesson.minutes).toBeLessThanOrEqual(20);
  expect(seconds).toBeGreaterThanOrEqual(20);
  expect(seconds).toBeLessThanOrEqual(75);
});
