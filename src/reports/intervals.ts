/** Lower and upper bound of a share, 0–1. */
export type Interval = readonly [low: number, high: number];

/** Normal quantile of a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

/** Wilson score interval of `hits` among `of`; [0, 1] where nothing was counted (Wilson 1927). */
export function wilson(hits: number, of: number, z: number = Z_95): Interval {
  if (of === 0) return [0, 1];
  const share = hits / of;
  const square = z * z;
  const middle = share + square / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of));
  const below = (middle - half) / (1 + square / of);
  const above = (middle + half) / (1 + square / of);
  return [hits === 0 ? 0 : Math.max(0, below), hits === of ? 1 : Math.min(1, above)];
}

/**
 * Exact interval of `hits` among `of` (Clopper and Pearson 1934); each side leaves out `tail` of probability, so 0.025
 * gives a two-sided 95 % interval and 0.05 a one-sided bound.
 */
export function clopperPearson(hits: number, of: number, tail = 0.025): Interval {
  if (of === 0) return [0, 1];
  const low = hits === 0 ? 0 : solve((share) => 1 - chanceOfAtMost(hits - 1, of, share) < tail);
  const high = hits === of ? 1 : solve((share) => chanceOfAtMost(hits, of, share) > tail);
  return [low, high];
}

/** Probability of at most `hits` among `of` when each has the chance `share` (0–1). */
export function chanceOfAtMost(hits: number, of: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return hits >= of ? 1 : 0;
  let logTerm = of * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= hits; k++) {
    logTerm += Math.log((of - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return Math.min(1, sum);
}

/** The share up to which `isBelow` holds, by bisection to 1e-12. */
function solve(isBelow: (share: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
