/** A small and a roomy screen, in both languages. */
export const screens = [
  ['en', 80, 24],
  ['en', 120, 40],
  ['zh', 80, 24],
  ['zh', 120, 40],
] as const;
