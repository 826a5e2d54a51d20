/** Signs as they come from a Chinese keyboard, a word processor or a page, and what they are in the language of programs. */
const TWINS: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  ー: '-',
  '×': '*',
  '·': '*',
  '⋅': '*',
  '∙': '*',
  '•': '*',
  '✕': '*',
  '⊙': '*',
  '∗': '*',
  '÷': '/',
  '∕': '/',
  '⁄': '/',
  '。': '.',
  '、': ',',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '∂': 'd',
  '√': 'sqrt',
  '½': '(1/2)',
  '¼': '(1/4)',
  '¾': '(3/4)',
  '⅓': '(1/3)',
  '⅔': '(2/3)',
  '′': "'",
  ŷ: 'yhat',
};

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';
const ASCII_DIGITS = '0123456789-';

/**
 * What was typed, in the signs of the language of programs: full-width and typographic characters become their ASCII
 * twins, superscripts become powers (`x²` is `x**2`), `ᵀ` becomes `.T`, Greek `σ(x)` becomes `sigmoid(x)` unless `σ` is
 * a name of the circuit. Control characters become spaces.
 */
export function normalise(text: string, isName: (word: string) => boolean): string {
  const plain = text
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+/gu, (power) => {
      const digits = [...power].map((sign) => ASCII_DIGITS[SUPERSCRIPTS.indexOf(sign)]).join('');
      return digits === '-' ? '-' : `**${digits.startsWith('-') ? `(${digits})` : digits}`;
    })
    .replace(/(\d)(?=[½¼¾⅓⅔])/g, '$1+')
    .replace(/ᵀ|\^T\b|⊤/g, '.T')
    .replace(/[\p{Cc}\p{Cf}\u00a0\u3000\u2000-\u200a\u202f]+/gu, ' ')
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/./gu, (sign) => TWINS[sign] ?? sign)
    .replace(/σ/g, () => (isName('σ') ? 'σ' : 'sigmoid'));
  return plain
    .replace(/\^/g, '**')
    .replace(/\b(?:np\.|numpy\.|torch\.)?(?:array|tensor)\s*\(\s*(\[.*\])\s*\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(["'`$])(.*)\1$/, '$2')
    .replace(/[;.]+$/, '')
    .trim();
}

/**
 * Multiplication signs that people leave out, put in: `2x`, `3(1-s)`, `(a)(b)`, `q(1-q)` where `q` is a value.
 * A name before a bracket stays a call unless it is in scope.
 */
export function spellOutProducts(text: string, isName: (word: string) => boolean): string {
  return text
    .replace(/(?<![\w.])(\d+\.?\d*|\.\d+)(?![eE][-+]?\d)(\s*)(?=[\p{L}_(])/gu, '$1*')
    .replace(/\)\s*(?=[\p{L}_\d(])/gu, ')*')
    .replace(/([\p{L}_][\p{L}\p{N}_]*)\s*\(/gu, (whole, word: string) => (isName(word) ? `${word}*(` : whole));
}
