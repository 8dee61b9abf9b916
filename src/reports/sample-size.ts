import { Z_95 } from './intervals.ts';

/** Normal quantile of 80 % power. */
const Z_POWER = 0.8416212335729143;

/** Calls each of two periods needs for a change from one rate to another to show, 8 times out of 10, at 5 %. */
export function callsToSee(before: number, after: number): number {
  const middle = (before + after) / 2;
  const ifSame = Z_95 * Math.sqrt(2 * middle * (1 - middle));
  const ifChanged = Z_POWER * Math.sqrt(before * (1 - before) + after * (1 - after));
  return Math.ceil(((ifSame + ifChanged) / (before - after)) ** 2);
}

/** Smallest fall from `rate`, in shares of 0.01, that two periods of `calls` each would show; null where none would. */
export function smallestSeenFall(rate: number, calls: number): number | null {
  for (let fall = 1; fall / 100 < rate; fall++) {
    if (callsToSee(rate, rate - fall / 100) <= calls) return fall / 100;
  }
  return null;
}

/** How many calls of one cluster weigh as one, where calls of one agent resemble each other by `icc`. */
export function designEffect(callsPerAgent: number, icc: number): number {
  return 1 + (callsPerAgent - 1) * icc;
}
