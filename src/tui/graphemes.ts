const PLAIN = /^[\x20-\x7e]*$/;
let segmenter: Intl.Segmenter | undefined;

/**
 * The characters of a text as a reader sees them. What segments Unicode is made when it is first needed: it takes longer
 * to load than the screen to draw, and answers are mostly ASCII.
 */
export function graphemes(text: string): string[] {
  if (PLAIN.test(text)) return [...text];
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
