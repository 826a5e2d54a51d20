export { runTutor, type TutorOptions } from './run-tutor.js';
export type { Services } from './store.js';
