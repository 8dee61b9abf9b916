/** Share of false finds a screen over many agents or criteria may hold (statistics.md §4.3). */
export const SCREEN_Q = 0.1;

/** Which of many p-values stand when at most a share `q` of the finds may be false (Benjamini and Hochberg 1995). */
export function screenTests(pValues: readonly number[], q: number = SCREEN_Q): boolean[] {
  const ordered = [...pValues].sort((x, y) => x - y);
  const last = ordered.findLastIndex((p, index) => p <= ((index + 1) / ordered.length) * q);
  const bound = last < 0 ? -1 : (ordered[last] ?? -1);
  return pValues.map((p) => p <= bound);
}

/** Which of many p-values stand when not even one may be false with probability over `alpha` (Holm 1979). */
export function confirmTests(pValues: readonly number[], alpha = 0.05): boolean[] {
  const order = pValues.map((_, index) => index).sort((x, y) => (pValues[x] ?? 1) - (pValues[y] ?? 1));
  const stands = pValues.map(() => false);
  for (const [rank, index] of order.entries()) {
    if ((pValues[index] ?? 1) > alpha / (pValues.length - rank)) break;
    stands[index] = true;
  }
  return stands;
}

/** False alarms to expect when nothing is wrong at all. */
export function expectedFalseAlarms(tests: number, alpha: number): number {
  return tests * alpha;
}
