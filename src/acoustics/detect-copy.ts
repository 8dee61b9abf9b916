import { type FeatureTable, hopMs, levelCode } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { LevelHistogram } from './level-histogram.ts';

/** Whether both channels carry one signal, and how. */
export interface Copy {
  readonly isCopy: boolean;
  readonly isInverted: boolean;
}

/** Middle of the difference histogram. */
const zeroDifference = 128;
/** Delays are first tried on so many loud hops. */
const sampleHops = 2000;
/** Sample correlation from which two channels are one, whatever the levels say (hostile input AUD-15). */
const surelyOne = 0.98;

/** Correlation of the samples at no delay, mean removed; 0 where a channel is silent. */
function correlationOf(table: FeatureTable): number {
  const [left, right] = table.channels;
  if (!left || !right || table.frames === 0) return 0;
  const n = table.frames;
  const cross = table.crossSum / n - (left.sum / n) * (right.sum / n);
  const leftPower = left.sumOfSquares / n - (left.sum / n) ** 2;
  const rightPower = right.sumOfSquares / n - (right.sum / n) ** 2;
  return leftPower > 0 && rightPower > 0 ? cross / Math.sqrt(leftPower * rightPower) : 0;
}

/** How far the level difference strays from its median, P90 in dB, over the given hops at one delay. */
function spreadAt(left: Uint8Array, right: Uint8Array, hops: Uint32Array, delay: number): number {
  const differences = new LevelHistogram();
  const values = new Int16Array(hops.length);
  for (let index = 0; index < hops.length; index++) {
    const hop = hops[index] as number;
    const place = hop + delay;
    const difference =
      (left[hop] as number) - (place >= 0 && place < right.length ? (right[place] as number) : 0);
    values[index] = difference;
    differences.add(Math.min(255, Math.max(0, difference + zeroDifference)));
  }
  const middle = (differences.percentile(50) ?? zeroDifference) - zeroDifference;
  const strays = new LevelHistogram();
  for (let index = 0; index < values.length; index++) {
    strays.add(Math.min(255, Math.abs((values[index] as number) - middle)));
  }
  return (strays.percentile(90) ?? 255) / 2;
}

/** Hops where either channel is loud, at most `sampleHops`, evenly spread. */
function loudHops(left: Uint8Array, right: Uint8Array): Uint32Array {
  const histogram = new LevelHistogram();
  for (let hop = 0; hop < left.length; hop++)
    histogram.add(Math.max(left[hop] as number, right[hop] as number));
  const limit = Math.max((histogram.percentile(95) ?? 0) - 40, levelCode(-80));
  const isLoud = (hop: number) => Math.max(left[hop] as number, right[hop] as number) >= limit;
  let count = 0;
  for (let hop = 0; hop < left.length; hop++) if (isLoud(hop)) count++;
  const step = Math.max(1, count / sampleHops);
  const hops = new Uint32Array(Math.floor(count / step));
  for (let hop = 0, seen = 0, chosen = 0; chosen < hops.length; hop++) {
    if (isLoud(hop) && seen++ === Math.floor(chosen * step)) hops[chosen++] = hop;
  }
  return hops;
}

/** Tells one signal on both channels, also inverted, delayed or at another level, from two parties. */
export function detectCopy(table: FeatureTable, settings: HearingSettings): Copy {
  const [left, right] = table.channels;
  if (!left || !right) return { isCopy: false, isInverted: false };
  const correlation = correlationOf(table);
  const isInverted = correlation < -surelyOne;
  if (Math.abs(correlation) > surelyOne) return { isCopy: true, isInverted };
  const hops = loudHops(left.level, right.level);
  if (hops.length < 20) return { isCopy: false, isInverted: false };
  const reach = Math.round(settings.copyDelayMs / hopMs);
  let least = Number.POSITIVE_INFINITY;
  for (let delay = -reach; delay <= reach; delay++) {
    least = Math.min(least, spreadAt(left.level, right.level, hops, delay));
  }
  return { isCopy: least < settings.copySpreadDb, isInverted: false };
}
