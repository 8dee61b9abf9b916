import { smoothMask } from './activity-mask.ts';
import { hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { LevelHistogram } from './level-histogram.ts';

/** Windows start this often. */
const stepMs = 500;

interface WindowFigures {
  readonly startHop: number;
  readonly spreadDb: number;
  readonly isFull: boolean;
}

function figuresOf(
  level: Uint8Array,
  sound: Uint8Array,
  other: Uint8Array | null,
  startHop: number,
  hops: number,
  settings: HearingSettings,
): WindowFigures {
  let active = 0;
  let otherActive = 0;
  let sum = 0;
  let squares = 0;
  for (let hop = startHop; hop < startHop + hops; hop++) {
    const code = level[hop] as number;
    active += sound[hop] as number;
    otherActive += other?.[hop] ?? 0;
    sum += code;
    squares += code * code;
  }
  const mean = sum / hops;
  return {
    startHop,
    spreadDb: Math.sqrt(Math.max(0, squares / hops - mean * mean)) / 2,
    isFull: active >= settings.holdActiveShare * hops && otherActive <= settings.holdOtherShare * hops,
  };
}

/** The usual spread of windows that hold sound: their 75th percentile, in dB. */
function usualSpread(windows: readonly WindowFigures[]): number {
  const spreads = windows.map((window) => window.spreadDb).sort((a, b) => a - b);
  return spreads[Math.floor(spreads.length * 0.75)] ?? 0;
}

/** 1 where the channel stands well above its quietest tenth and is not far under its loud end. */
function findSound(level: Uint8Array, settings: HearingSettings): Uint8Array {
  const histogram = new LevelHistogram();
  for (const code of level) histogram.add(code);
  const quiet = (histogram.percentile(10) ?? 0) + 2 * settings.holdAboveNoiseDb;
  const limit = Math.max(quiet, (histogram.percentile(95) ?? 0) - 2 * settings.gateFarDb);
  return level.map((code) => (code >= limit ? 1 : 0));
}

/** 1 where one channel holds hold music: long, full, steadier than this channel's talk, while the other is quiet. */
export function findHold(level: Uint8Array, other: Uint8Array | null, settings: HearingSettings): Uint8Array {
  const sound = findSound(level, settings);
  const hops = Math.round(settings.holdWindowMs / hopMs);
  const windows: WindowFigures[] = [];
  for (let start = 0; start + hops <= level.length; start += stepMs / hopMs) {
    windows.push(figuresOf(level, sound, other, start, hops, settings));
  }
  const limit = Math.min(settings.holdSpreadDb, settings.holdSpreadShare * usualSpread(windows));
  const mask = new Uint8Array(level.length);
  for (const window of windows) {
    if (window.isFull && window.spreadDb < limit) mask.fill(1, window.startHop, window.startHop + hops);
  }
  smoothMask(mask, settings.holdWindowMs, settings.holdMinMs);
  return mask;
}
