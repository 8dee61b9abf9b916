import { chanceOfAtMost, type Interval } from './intervals.ts';
import type { Count } from './shown-rate.ts';
import { logBeta } from './special-functions.ts';

/** Over-dispersion above which agents differ more than chance alone explains (statistics.md §4.3). */
const MOST_BY_CHANCE = 1.2;
/** Share cut off at each end before over-dispersion is estimated (Spiegelhalter 2005). */
const WINSORISED = 0.1;

/** How much more than by chance the agents' rates scatter around the target. */
export interface Dispersion {
  /** φ: mean square of winsorised z. */
  readonly phi: number;
  /** Variance between agents beyond chance, as a share squared; 0 where φ is at most 1.2. */
  readonly extra: number;
}

/** Rates between which an agent with this many calls falls with 95 and 99.8 % probability, if at the target. */
export interface FunnelLimits {
  readonly of: number;
  readonly inner: Interval;
  readonly outer: Interval;
}

/** Over-dispersion of agents' counts around `target` (0–1), with its additive variance (Spiegelhalter, QSHC 2005). */
export function measureDispersion(counts: readonly Count[], target: number): Dispersion {
  const seen = counts.filter(({ of }) => of > 0);
  if (seen.length < 2 || target <= 0 || target >= 1) return { phi: 1, extra: 0 };
  const scores = seen.map(({ hits, of }) => (hits / of - target) / Math.sqrt((target * (1 - target)) / of));
  const ordered = [...scores].sort((x, y) => x - y);
  const cut = Math.floor(ordered.length * WINSORISED);
  const [low = 0, high = 0] = [ordered[cut], ordered[ordered.length - 1 - cut]];
  const phi =
    scores.reduce((sum, score) => sum + Math.min(high, Math.max(low, score)) ** 2, 0) / scores.length;
  if (phi <= MOST_BY_CHANCE) return { phi, extra: 0 };
  const weights = seen.map(({ of }) => of / (target * (1 - target)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  const extra = (seen.length * phi - (seen.length - 1)) / (sum - squares / sum);
  // a share cannot vary more than between all and nothing
  return { phi, extra: Math.min(Math.max(0, extra), target * (1 - target) * 0.99) };
}

/**
 * Exact limits around `target` for an agent with `of` calls: quantiles of the binomial, or of the beta-binomial whose
 * rates vary by `extra`, which is the additive random effect without a normal approximation.
 */
export function funnelLimits(of: number, target: number, extra = 0): FunnelLimits {
  const cumulative = cumulativeChances(of, target, extra);
  const at = (probability: number): number => {
    const found = cumulative.findIndex((chance) => chance >= probability);
    return (found < 0 ? of : found) / of;
  };
  return { of, inner: [at(0.025), at(0.975)], outer: [at(0.001), at(0.999)] };
}

/** Two-sided probability of a count at least this far from the target, by doubling the smaller tail. */
export function funnelTail({ hits, of }: Count, target: number, extra = 0): number {
  const cumulative = cumulativeChances(of, target, extra);
  const below = cumulative[hits] ?? 1;
  const above = hits === 0 ? 1 : 1 - (cumulative[hits - 1] ?? 0);
  return Math.min(1, 2 * Math.min(below, above));
}

function cumulativeChances(of: number, target: number, extra: number): number[] {
  if (extra <= 0 || target <= 0 || target >= 1)
    return Array.from({ length: of + 1 }, (_, hits) => chanceOfAtMost(hits, of, target));
  const strength = (target * (1 - target)) / extra - 1;
  const [a, b] = [target * strength, (1 - target) * strength];
  let logTerm = logBeta(a, of + b) - logBeta(a, b);
  let sum = Math.exp(logTerm);
  const cumulative = [sum];
  for (let k = 1; k <= of; k++) {
    logTerm += Math.log((of - k + 1) / k) + Math.log((k - 1 + a) / (of - k + b));
    sum += Math.exp(logTerm);
    cumulative.push(Math.min(1, sum));
  }
  return cumulative;
}
