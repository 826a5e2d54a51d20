import { describe, expect, test } from 'vitest';
import type { Role } from '../../src/diagram/index.js';
import { palettes } from '../../src/tui/palettes.js';

type Rgb = readonly [number, number, number];

/**
 * How linear light is seen by eyes without one kind of cone: G. Machado, M. Oliveira, L. Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency" (2009), at severity 1.
 */
const eyes: Readonly<Record<string, readonly [Rgb, Rgb, Rgb]>> = {
  'all cones': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function linear(hex: string): Rgb {
  const channel = (at: number) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

function product(matrix: readonly [Rgb, Rgb, Rgb], [r, g, b]: Rgb): Rgb {
  const [x, y, z] = matrix.map((row) => row[0] * r + row[1] * g + row[2] * b);
  return [x!, y!, z!];
}

/** CIE L*a*b* of linear sRGB, white at D65; distances in it are about as large as they look. */
function lab(rgb: Rgb): Rgb {
  const within = rgb.map((c) => Math.min(1, Math.max(0, c))) as unknown as Rgb;
  const [x, y, z] = product(
    [
      [0.4124, 0.3576, 0.1805],
      [0.2126, 0.7152, 0.0722],
      [0.0193, 0.1192, 0.9505],
    ],
    within,
  );
  const root = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 / 116) * t + 16 / 116);
  const [fx, fy, fz] = [root(x / 0.9505), root(y), root(z / 1.089)];
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)];
}

function apart(one: string, other: string, eye: readonly [Rgb, Rgb, Rgb]): number {
  const [a, b] = [lab(product(eye, linear(one))), lab(product(eye, linear(other)))];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** The contrast of two colours as the Web Content Accessibility Guidelines count it: 1 to 21. */
function contrastOf(one: string, other: string): number {
  const light = (hex: string) => {
    const [r, g, b] = linear(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [light(one), light(other)];
  return Math.max(a, b) / Math.min(a, b);
}

/** Roles that stand beside each other and mean something different. */
const told: readonly (readonly [Role, Role])[] = [
  ['value', 'gradient'],
  ['right', 'wrong'],
  ['value', 'asked'],
  ['gradient', 'asked'],
  ['gradient', 'wrong'],
  ['asked', 'wrong'],
];

describe('the theme of high contrast', () => {
  const { contrast } = palettes;

  test.each(Object.keys(eyes))('keeps apart for %s what means something different', (eye) => {
    for (const [one, other] of told) {
      const distance = apart(contrast[one]!, contrast[other]!, eyes[eye]!);
      expect(distance, `${one} and ${other}`).toBeGreaterThan(25);
    }
  });

  test('is read on black: seven to one, as for text in WCAG AAA', () => {
    for (const [role, colour] of Object.entries(contrast))
      expect(contrastOf(colour, '#000000'), role).toBeGreaterThanOrEqual(7);
  });
});

test('the light theme is read on white: four and a half to one', () => {
  for (const [role, colour] of Object.entries(palettes.light))
    expect(contrastOf(colour, '#ffffff'), role).toBeGreaterThanOrEqual(4.5);
});
