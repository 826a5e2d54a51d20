export { mistakesAt } from './candidates.js';
export { type Diagnosis, diagnose } from './diagnose.js';
export type { EarlierAnswer } from './follow.js';
export { sayDiagnosis } from './say.js';
