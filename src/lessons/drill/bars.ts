import type { Line } from '../../diagram/index.js';

const bars = { unicode: ['━', '─'], ascii: ['#', '.'] } as const;

/** A bar of a share from 0 to 1, empty only for 0; full and empty differ in shape, so that it reads without colour. */
export function bar(share: number, width: number, glyphs: 'unicode' | 'ascii'): Line {
  const full = share <= 0 ? 0 : Math.max(1, Math.round(Math.min(1, share) * width));
  const [filled, empty] = bars[glyphs];
  return [
    { text: filled.repeat(full), role: 'emphasis' },
    { text: empty.repeat(width - full), role: 'faint' },
  ];
}
