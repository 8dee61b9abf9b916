import { type Interval, wilson } from './intervals.ts';

/** Calls under which a share is no percentage but "k of n" (statistics.md §4.3). */
export const FEWEST_FOR_RATE = 30;

/** How many of the calls that could be decided met a criterion. */
export interface Count {
  readonly hits: number;
  readonly of: number;
}

/** A share as it may be shown: under 30 calls only the count, so rate and interval are null. */
export interface ShownRate extends Count {
  readonly rate: number | null;
  /** Wilson, 95 %. */
  readonly interval: Interval | null;
}

/** The share of a count with its interval, or the bare count where there are too few calls for a percentage. */
export function showRate({ hits, of }: Count): ShownRate {
  if (of < FEWEST_FOR_RATE) return { hits, of, rate: null, interval: null };
  return { hits, of, rate: hits / of, interval: wilson(hits, of) };
}

/** Counts added up: rates are pooled over calls, never averaged over averages. */
export function pool(counts: readonly Count[]): Count {
  return counts.reduce((sum, { hits, of }) => ({ hits: sum.hits + hits, of: sum.of + of }), {
    hits: 0,
    of: 0,
  });
}
