/** When the unseen test is sat: before the course, after it, and seven days later. */
export const sittings = ['before', 'after', 'later'] as const;
export type Sitting = (typeof sittings)[number];
