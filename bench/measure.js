/** Milliseconds per call of the fastest of some calls, repeated until a call takes long enough to be timed. */
function timed(work, repeats) {
  const start = performance.now();
  for (let k = 0; k < repeats; k++) work();
  return (performance.now() - start) / repeats;
}

/** How many calls take about this many milliseconds together. */
function repeatsFor(work, milliseconds) {
  let repeats = 1;
  for (;;) {
    const took = timed(work, repeats) * repeats;
    if (took >= milliseconds / 2 || repeats >= 1e6)
      return Math.max(1, Math.round((repeats * milliseconds) / Math.max(took, 0.01)));
    repeats *= 4;
  }
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * Times works against each other in one process: rounds in which each has its turn, so that a machine that slows down
 * slows all of them; gives the median milliseconds per call of each.
 */
export function sideBySide(works, { rounds = 15, milliseconds = 40 } = {}) {
  const repeats = works.map((work) => {
    for (let k = 0; k < 3; k++) work();
    return repeatsFor(work, milliseconds);
  });
  const times = works.map(() => []);
  for (let round = 0; round < rounds; round++) {
    works.forEach((work, k) => {
      globalThis.gc?.();
      times[k].push(timed(work, repeats[k]));
    });
  }
  return times.map(median);
}
