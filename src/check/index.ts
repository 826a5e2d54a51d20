export { checkSource } from './check.js';
export type { CheckedCircuit, CheckedLine, Report } from './report.js';
export { type ExerciseWords, exerciseOf } from './template/exercise.js';
export { NoForm, type Style } from './template/expression.js';
export { type TemplateProgram, templatePrograms } from './template/programs.js';
export type { UnreadCode, UnreadReason } from './unread.js';
export type { Mistake, MistakeCode, NotChecked, Status, Verdict } from './verdict.js';
