export { checkSource } from './check.js';
export type { CheckedLine, Report } from './report.js';
export type { UnreadCode, UnreadReason } from './unread.js';
export type { Mistake, MistakeCode, NotChecked, Status, Verdict } from './verdict.js';
