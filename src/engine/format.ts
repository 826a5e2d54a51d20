/** Decimal digits of a number's shortest representation and the power of ten of the first: 0.0123 is `123`, -2. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

const MOST_DIGITS = 6;
/** Smaller numbers are written with an exponent. */
const LEAST_PLAIN_EXPONENT = -3;

/**
 * A number as people read it on a wire: two decimals, halves rounded away from zero on the decimal digits that the
 * number is written with (1.005 gives 1.01), at most six significant digits, never `-0.00`. What is not zero never
 * shows as 0.00 (`-2e-4`); `significant` asks for at least so many significant digits of small numbers.
 */
export function formatNumber(x: number, { significant = 1 }: { significant?: number } = {}): string {
  if (!Number.isFinite(x)) return `${x}`;
  if (x === 0) return '0.00';
  const sign = x < 0 ? '-' : '';
  const wanted = Math.min(MOST_DIGITS, Math.max(1, Math.trunc(significant)));
  const shortest = decimalOf(Math.abs(x));

  const decimals = Math.max(0, Math.min(MOST_DIGITS - 1 - shortest.exponent, 2));
  const rounded = round(shortest, shortest.exponent + 1 + decimals);
  if (rounded === undefined && wanted === 1) return sign + scientific(shortest, 1);
  if (rounded !== undefined) {
    if (rounded.exponent >= MOST_DIGITS) return sign + scientific(shortest, MOST_DIGITS);
    if (rounded.exponent + 1 + decimals >= wanted)
      return sign + plain(rounded, Math.min(decimals, MOST_DIGITS - 1 - rounded.exponent));
  }
  const precise = round(shortest, wanted)!;
  if (precise.exponent < LEAST_PLAIN_EXPONENT) return sign + scientific(shortest, wanted);
  return sign + plain(precise, Math.max(2, wanted - 1 - precise.exponent));
}

function decimalOf(x: number): Decimal {
  const [mantissa, exponent] = x.toExponential().split('e') as [string, string];
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) };
}

/** Keeps `count` digits, rounding half up; undefined if nothing but zero is left. */
function round({ digits, exponent }: Decimal, count: number): Decimal | undefined {
  if (count < 0) return undefined;
  if (count >= digits.length) return { digits, exponent };
  const up = digits.charCodeAt(count) >= 53;
  const kept = digits.slice(0, count).split('');
  if (!up) return count === 0 ? undefined : { digits: kept.join(''), exponent };
  let at = count - 1;
  while (at >= 0 && kept[at] === '9') kept[at--] = '0';
  if (at >= 0) {
    kept[at] = String(Number(kept[at]) + 1);
    return { digits: kept.join(''), exponent };
  }
  return { digits: `1${kept.join('')}`, exponent: exponent + 1 };
}

function plain({ digits, exponent }: Decimal, decimals: number): string {
  const whole = exponent < 0 ? '0' : digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  if (decimals === 0) return whole;
  const behind = exponent < 0 ? '0'.repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  return `${whole}.${behind.padEnd(decimals, '0').slice(0, decimals)}`;
}

function scientific(number: Decimal, count: number): string {
  const { digits, exponent } = round(number, count)!;
  const behind = digits.slice(1, count).replace(/0+$/, '');
  return `${digits[0]}${behind === '' ? '' : `.${behind}`}e${exponent}`;
}
