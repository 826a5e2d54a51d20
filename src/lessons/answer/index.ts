export { type Assessment, assess, feedbackFor } from './assess.js';
export { type Judgement, judge } from './judge.js';
export { everything, type Posed, type Shown, truth } from './posed.js';
export { type Reading, readAnswer } from './read.js';
