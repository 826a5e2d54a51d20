export { lessonFiles } from './files.js';
export { gallery } from './gallery.js';
export { lessonOf } from './lesson.js';
export type { Source } from './program.js';
export type { Playground } from './state.js';
export { openPlayground, type PlaygroundEvent, playgroundStep, withProgram } from './step.js';
export {
  type CircuitWindow,
  circuitWindow,
  outputText,
  type PlaygroundViewOptions,
  panelLines,
  problemText,
  STATUS_ROWS,
  statusLines,
} from './view.js';
