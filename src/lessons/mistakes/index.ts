export { mistakesAt } from './candidates.js';
export { diagnosable, type Indistinct, indistinct } from './diagnosable.js';
export { type Diagnosis, diagnose } from './diagnose.js';
export type { EarlierAnswer } from './follow.js';
export { drawDiagnosable } from './generate.js';
export { sayDiagnosis } from './say.js';
