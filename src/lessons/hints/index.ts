export { HINTS, hintsFor } from './hints.js';
export { nudgeFor, whyFor } from './nudge.js';
export { promptFor, questionFor } from './question.js';
export { workingFor } from './working.js';
