import { type Interval, Z_95 } from './intervals.ts';
import type { Count } from './shown-rate.ts';

/** A rate as it would be if the mix of queues and languages had stayed what it was. */
export type StandardisedRate =
  | { readonly rate: number; readonly interval: Interval; readonly missing: readonly string[] }
  /** Refused: a part of the fixed mix has no calls, so nothing is known of it. */
  | { readonly rate: null; readonly interval: null; readonly missing: readonly string[] };

/**
 * Direct standardisation to a fixed mix: strata by name with their calls in the reference period as weights. Null, with
 * the names, where a stratum of the mix has no calls now.
 */
export function standardise(
  now: ReadonlyMap<string, Count>,
  mix: ReadonlyMap<string, number>,
): StandardisedRate {
  const weighed = [...mix].filter(([, weight]) => weight > 0);
  const missing = weighed.filter(([name]) => (now.get(name)?.of ?? 0) === 0).map(([name]) => name);
  const whole = weighed.reduce((sum, [, weight]) => sum + weight, 0);
  if (missing.length > 0 || whole === 0) return { rate: null, interval: null, missing };
  let rate = 0;
  let variance = 0;
  for (const [name, weight] of weighed) {
    const { hits, of } = now.get(name) ?? { hits: 0, of: 1 };
    const [share, part] = [hits / of, weight / whole];
    rate += part * share;
    variance += (part * part * share * (1 - share)) / of;
  }
  const half = Z_95 * Math.sqrt(variance);
  return { rate, interval: [Math.max(0, rate - half), Math.min(1, rate + half)], missing: [] };
}
