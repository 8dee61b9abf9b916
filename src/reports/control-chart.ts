import type { Interval } from './intervals.ts';
import { type Count, pool } from './shown-rate.ts';

/** Points a chart needs before it has limits, and calls a point needs to be one (statistics.md §4.3). */
export const FEWEST_POINTS = 12;
export const FEWEST_CALLS_PER_POINT = 20;
/** Mean moving range of two standard normal values (Shewhart's d₂ for n = 2). */
const D2 = 1.128;
/** σz up to which points vary as the binomial says, so that plain p limits hold. */
const MOST_BY_CHANCE = 1.2;

/** Middle, spread and limits of a run of points; `p` where chance explains the spread, else Laney's `p-prime`. */
export interface ChartLimits {
  readonly kind: 'p' | 'p-prime';
  readonly mean: number;
  /** σz: how many times more than the binomial the points vary from one to the next (Laney 2002). */
  readonly sigmaZ: number;
  /** 3σ limits of each point, in the order given. */
  readonly limits: readonly Interval[];
  /** Each point's distance from the mean, in sigmas of this chart. */
  readonly scores: readonly number[];
}

/** Why a point of a chart is worth a look; indexes of all points that make the pattern up. */
export interface ChartSignal {
  readonly rule: 'beyond-limits' | 'eight-on-one-side' | 'six-in-a-row';
  readonly points: readonly number[];
}

/** p′ limits of points that each have calls, from Laney's moving range of z; null without spread or with one point. */
export function chartLimits(points: readonly Count[], kind?: ChartLimits['kind']): ChartLimits | null {
  const { hits, of } = pool(points);
  const mean = hits / of;
  if (points.length < 2 || points.some((point) => point.of === 0) || hits === 0 || hits === of) return null;
  const sigmas = points.map((point) => Math.sqrt((mean * (1 - mean)) / point.of));
  const z = points.map((point, index) => (point.hits / point.of - mean) / (sigmas[index] ?? 1));
  const ranges = z.slice(1).map((value, index) => Math.abs(value - (z[index] ?? value)));
  const sigmaZ = ranges.reduce((sum, range) => sum + range, 0) / ranges.length / D2;
  const used = kind ?? (sigmaZ <= MOST_BY_CHANCE ? 'p' : 'p-prime');
  const factor = used === 'p' ? 1 : sigmaZ;
  return {
    kind: used,
    mean,
    sigmaZ,
    limits: sigmas.map((sigma) => [
      Math.max(0, mean - 3 * sigma * factor),
      Math.min(1, mean + 3 * sigma * factor),
    ]),
    scores: z.map((value) => value / factor),
  };
}

/** Signals of a chart: one point beyond 3σ, eight on one side of the mean, six rising or falling in a row. */
export function chartSignals(scores: readonly number[]): ChartSignal[] {
  const beyond = scores.flatMap((score, index): ChartSignal[] =>
    Math.abs(score) > 3 ? [{ rule: 'beyond-limits', points: [index] }] : [],
  );
  const sides = runsOf(scores, (score) => Math.sign(score), 8, 'eight-on-one-side');
  const steps = scores.slice(1).map((score, index) => score - (scores[index] ?? score));
  // six points in a row are five steps one way
  const trends = runsOf(steps, (step) => Math.sign(step), 5, 'six-in-a-row').map(({ rule, points }) => ({
    rule,
    points: [...points, (points.at(-1) ?? 0) + 1],
  }));
  return [...beyond, ...sides, ...trends];
}

/** Runs of at least `length` values whose sign stays the same and is not 0. */
function runsOf(
  values: readonly number[],
  signOf: (value: number) => number,
  length: number,
  rule: ChartSignal['rule'],
): ChartSignal[] {
  const signals: ChartSignal[] = [];
  let start = 0;
  for (let index = 1; index <= values.length; index++) {
    const sign = signOf(values[start] ?? 0);
    const goes = index < values.length && signOf(values[index] ?? 0) === sign;
    if (goes) continue;
    const points = Array.from({ length: index - start }, (_, offset) => start + offset);
    if (sign !== 0 && points.length >= length) signals.push({ rule, points });
    start = index;
  }
  return signals;
}

/** A chart's limits and signals over the points that have enough calls, or why there are none yet. */
export type Chart =
  | {
      readonly limits: ChartLimits;
      readonly signals: readonly ChartSignal[];
      readonly used: readonly number[];
    }
  | { readonly limits: null; readonly lacking: 'points' | 'spread'; readonly used: readonly number[] };

/**
 * The control chart of one unbroken run of points, oldest first: only points with at least 20 calls, and no limits
 * under 12 of them. `used` holds the places of those points; limits and signals count within it.
 */
export function readChart(points: readonly Count[]): Chart {
  const used = points.flatMap((point, index) => (point.of >= FEWEST_CALLS_PER_POINT ? [index] : []));
  if (used.length < FEWEST_POINTS) return { limits: null, lacking: 'points', used };
  const counts = used.flatMap((index) => points[index] ?? []);
  const limits = chartLimits(counts);
  if (limits === null) return { limits: null, lacking: 'spread', used };
  return { limits, signals: chartSignals(limits.scores), used };
}
