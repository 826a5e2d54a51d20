import { describe, expect, test } from 'vitest';
import { colorLevel, themeNamed } from '../../src/tui/theme.js';

describe('colour', () => {
  test('values are green, gradients red, and a miss is not red', () => {
    const theme = themeNamed('dark', 1);
    expect(theme.style('3', 'value')).toBe('\x1b[32m3\x1b[39m');
    expect(theme.style('-4', 'gradient')).toBe('\x1b[31m-4\x1b[39m');
    expect(theme.style('✗', 'wrong')).not.toContain('\x1b[31m');
  });

  test('without colour a line is its text and nothing else', () => {
    const theme = themeNamed('dark', 0);
    expect(
      theme.line([
        { text: 'f = ', role: 'code' },
        { text: '-12', role: 'value' },
      ]),
    ).toBe('f = -12');
    expect(theme.selected('-4')).toBe('-4');
  });

  test('NO_COLOR set to anything turns it off', () => {
    expect(colorLevel({ NO_COLOR: '1' })).toBe(0);
  });
});
