/**
 * The candidate that was probably meant by a misspelt word, or undefined when none is near: at most one slip (an
 * insertion, a deletion, another letter, two neighbours swapped) in words of up to four letters, two in longer ones,
 * and never as many slips as the word has letters. Letter case alone is half a slip. Of equally near candidates the first is taken.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.min(word.length - 0.5, word.length <= 4 ? 1 : 2);
  let best: string | undefined;
  let bestDistance = allowed + 0.25;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = slips(word, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

const LONGEST_COMPARED = 64;

/** Damerau-Levenshtein distance (optimal string alignment); only words of bounded length are compared. */
function slips(a: string, b: string): number {
  if (a.length > LONGEST_COMPARED || b.length > LONGEST_COMPARED) return Number.POSITIVE_INFINITY;
  if (a.toLowerCase() === b.toLowerCase()) return 0.5;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
}
