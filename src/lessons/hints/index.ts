export { HINTS, hintsFor } from './hints.js';
export { NUDGE_BY, nudge, nudgeFor, whyFor } from './nudge.js';
export { promptFor, questionFor } from './question.js';
export { workingFor } from './working.js';
