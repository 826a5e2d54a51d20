import { formatNumber } from '../../engine/index.js';
import type { ChainMistakeId } from '../../messages/mistakes.js';
import { type Candidate, mapped, ranks, type Sight } from './candidate.js';

const transposed: Candidate = {
  id: 'slip-transposed',
  rank: ranks.slip,
  family: 'local',
  value: ({ right: { shape, data } }) => {
    const [size = 1] = shape;
    return { shape, data: data.map((_, at) => data[(at % size) * size + Math.floor(at / size)]!) };
  },
};

const factors: readonly (readonly [ChainMistakeId, number])[] = [
  ['slip-double', 2],
  ['slip-half', 0.5],
  ['slip-ten', 10],
  ['slip-ten', 0.1],
  ['slip-ten', 100],
  ['slip-ten', 0.01],
];

/** Slips of the pen: a factor of 2 or of a power of ten, two neighbouring digits swapped. */
export function slips(sight: Sight): readonly Candidate[] {
  const slip = (id: ChainMistakeId, by: (x: number) => number): Candidate => ({
    id,
    rank: ranks.slip,
    family: 'local',
    value: (at) => mapped(at.right, by),
  });
  const { right } = sight;
  const swaps = right.shape.length > 0 ? [] : swappedDigits(right.data[0]!);
  const { shape } = sight.right;
  const square = shape.length === 2 && shape[0] === shape[1];
  return [
    ...(square ? [transposed] : []),
    ...factors.map(([id, factor]) => slip(id, (x) => x * factor)),
    ...swaps.map((swapped) => slip('slip-digits', (x) => (x === right.data[0] ? swapped : Number.NaN))),
  ];
}

/** The shown number with two neighbouring digits in each other's place. */
function swappedDigits(x: number): readonly number[] {
  const text = formatNumber(x, { significant: 2 }).replace(/(\.\d*?)0+$/, '$1');
  if (!Number.isFinite(x) || text.includes('e')) return [];
  const found = new Set<number>();
  const places = [...text].flatMap((sign, place) => (/\d/.test(sign) && place >= text.search(/[1-9]/) ? [place] : []));
  const digits = places.map((place) => text[place]!);
  for (let k = 0; k + 1 < digits.length; k++) {
    const swapped = [...text];
    swapped[places[k]!] = digits[k + 1]!;
    swapped[places[k + 1]!] = digits[k]!;
    if (digits[k] !== digits[k + 1]) found.add(Number(swapped.join('')));
  }
  return [...found];
}
