/** A term in English and in Chinese, each followed by what it means. */
export type Row = readonly [en: string, enText: string, zh: string, zhText: string];

/** Terms by the lesson in which they are first met. */
export type Terms = Readonly<Record<string, readonly Row[]>>;
