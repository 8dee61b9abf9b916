import type { Pace } from '../domain/acoustics.ts';
import { runsOf } from './activity-mask.ts';
import { hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramWhere } from './level-histogram.ts';

/** Peaks of the level in one run with a dip between each two. */
function countPeaks(level: Uint8Array, start: number, end: number, lowest: number, dip: number): number {
  let count = 0;
  let high = 0;
  let low = 255;
  let isRising = true;
  for (let hop = start; hop < end; hop++) {
    const code = level[hop] as number;
    if (isRising) {
      if (code > high) high = code;
      else if (high - code >= dip) {
        if (high >= lowest) count++;
        isRising = false;
        low = code;
      }
    } else if (code < low) low = code;
    else if (code - low >= dip) {
      isRising = true;
      high = code;
    }
  }
  return isRising && high >= lowest && high > 0 ? count + 1 : count;
}

/** Syllables a minute of one party's speech, estimated from dips in its energy; null where it hardly speaks. */
export function estimatePace(level: Uint8Array, speech: Uint8Array, settings: HearingSettings): Pace {
  const loudEnd = histogramWhere(level, speech, 1).percentile(95) ?? 0;
  const lowest = loudEnd - 2 * settings.syllableDepthDb;
  const rates: number[] = [];
  let speechMs = 0;
  for (const [start, end] of runsOf(speech)) {
    const lengthMs = (end - start) * hopMs;
    speechMs += lengthMs;
    if (lengthMs < 1000) continue;
    rates.push((countPeaks(level, start, end, lowest, 2 * settings.syllableDipDb) * 60_000) / lengthMs);
  }
  rates.sort((a, b) => a - b);
  const middle = rates[rates.length >> 1];
  const isEnough = speechMs >= settings.paceMinMs && middle !== undefined;
  return { unit: 'syllables', perMinute: isEnough ? Math.round(middle) : null };
}
