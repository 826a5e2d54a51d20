/** What the shells need of drills. Statistics are apart, in ./statistics, so that the home screen loads no scheduler. */
export { type Day, type DayOf, daysBetween, learningDay } from './day.js';
export { drawExercise, type ExerciseSpec } from './exercise.js';
export type { Done } from './grade.js';
export type { Level } from './levels.js';
export type { Memory, MemoryChange } from './memory.js';
export {
  type DrillEffect,
  type DrillPlan,
  type DrillState,
  type DrillStepResult,
  drillStep,
  openDrill,
} from './session.js';
export { nearestSkill, type Skill, skillNamed, skills } from './skills.js';
export { type DrillView, drillView } from './view.js';
