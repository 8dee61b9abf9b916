import { smoothMask } from './activity-mask.ts';
import { hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramOf } from './level-histogram.ts';

/** Windows start this often. */
const stepHops = 500 / hopMs;
/** Music dips this far under its own mean without being over. */
const dipDb = 5;
/** Part of a window with sound from which its spread is looked at as this channel's talk. */
const soundShare = 0.3;

/** Sums over the steps of a channel, so that windows that overlap are not summed again. */
interface StepSums {
  readonly level: Float64Array;
  readonly squares: Float64Array;
  readonly sound: Uint16Array;
  readonly other: Uint16Array;
}

/** What the window from each step on holds, in hops and level codes. */
interface WindowFigures {
  readonly mean: Float64Array;
  readonly spreadDb: Float64Array;
  readonly sound: Uint16Array;
  readonly other: Uint16Array;
}

function sumSteps(level: Uint8Array, other: Uint8Array | null, least: number): StepSums {
  const count = Math.floor(level.length / stepHops);
  const sums: StepSums = {
    level: new Float64Array(count),
    squares: new Float64Array(count),
    sound: new Uint16Array(count),
    other: new Uint16Array(count),
  };
  for (let step = 0, hop = 0; step < count; step++) {
    let codes = 0;
    let squares = 0;
    let sound = 0;
    let others = 0;
    for (const end = hop + stepHops; hop < end; hop++) {
      const code = level[hop] as number;
      codes += code;
      squares += code * code;
      if (code >= least) sound++;
      if (other !== null) others += other[hop] as number;
    }
    sums.level[step] = codes;
    sums.squares[step] = squares;
    sums.sound[step] = sound;
    sums.other[step] = others;
  }
  return sums;
}

function total(of: Float64Array | Uint16Array, from: number, count: number): number {
  let sum = 0;
  for (let step = from; step < from + count; step++) sum += of[step] as number;
  return sum;
}

function windowsOf(sums: StepSums, steps: number): WindowFigures {
  const count = Math.max(0, sums.level.length - steps + 1);
  const windows: WindowFigures = {
    mean: new Float64Array(count),
    spreadDb: new Float64Array(count),
    sound: new Uint16Array(count),
    other: new Uint16Array(count),
  };
  for (let step = 0; step < count; step++) {
    const mean = total(sums.level, step, steps) / (steps * stepHops);
    const meanSquare = total(sums.squares, step, steps) / (steps * stepHops);
    windows.mean[step] = mean;
    windows.spreadDb[step] = Math.sqrt(Math.max(0, meanSquare - mean * mean)) / 2;
    windows.sound[step] = total(sums.sound, step, steps);
    windows.other[step] = total(sums.other, step, steps);
  }
  return windows;
}

/** The usual spread of windows that hold sound: their 75th percentile, in dB. */
function usualSpread(windows: WindowFigures, hops: number): number {
  const spreads = windows.spreadDb
    .filter((_, step) => (windows.sound[step] as number) >= soundShare * hops)
    .sort();
  return spreads[Math.floor(spreads.length * 0.75)] ?? 0;
}

/**
 * 1 where one channel holds hold music: long, full, steadier than this channel's talk, while the other is quiet. Full
 * means well above the quietest tenth of the channel and not far under its loud end.
 */
export function findHold(level: Uint8Array, other: Uint8Array | null, settings: HearingSettings): Uint8Array {
  const steps = Math.max(1, Math.round(settings.holdWindowMs / hopMs / stepHops));
  const hops = steps * stepHops;
  const histogram = histogramOf(level);
  const quiet = (histogram.percentile(10) ?? 0) + 2 * settings.holdAboveNoiseDb;
  const least = Math.max(quiet, (histogram.percentile(95) ?? 0) - 2 * settings.gateFarDb);
  const windows = windowsOf(sumSteps(level, other, least - 2 * dipDb), steps);
  const limit = Math.min(settings.holdSpreadDb, settings.holdSpreadShare * usualSpread(windows, hops));
  const mask = new Uint8Array(level.length);
  const { mean, spreadDb, sound } = windows;
  for (let step = 0; step < mean.length; step++) {
    const isFull =
      (mean[step] as number) >= least && (sound[step] as number) >= settings.holdActiveShare * hops;
    const isAlone = (windows.other[step] as number) <= settings.holdOtherShare * hops;
    if (isFull && isAlone && (spreadDb[step] as number) < limit) {
      mask.fill(1, step * stepHops, step * stepHops + hops);
    }
  }
  smoothMask(mask, settings.holdWindowMs, settings.holdMinMs);
  return mask;
}
