import type { Line } from '../../diagram/index.js';

const bars = { unicode: ['━', '─'], ascii: ['#', '.'] } as const;

/** A bar of a share from 0 to 1; full and empty differ in shape, so that it reads without colour. */
export function bar(share: number, width: number, glyphs: 'unicode' | 'ascii'): Line {
  const full = Math.round(Math.min(1, Math.max(0, share)) * width);
  const [filled, empty] = bars[glyphs];
  return [
    { text: filled.repeat(full), role: 'emphasis' },
    { text: empty.repeat(width - full), role: 'faint' },
  ];
}
