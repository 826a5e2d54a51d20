/** How much circuit stands around what is asked, from little to much. */
export const levels = ['gate', 'chain', 'fork', 'pattern', 'vector'] as const;
export type Level = (typeof levels)[number];
