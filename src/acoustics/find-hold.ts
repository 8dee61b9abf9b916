import { smoothMask } from './activity-mask.ts';
import { hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';

/** Windows start this often. */
const stepMs = 500;

interface WindowFigures {
  readonly startHop: number;
  readonly spreadDb: number;
  readonly isFull: boolean;
}

function figuresOf(
  level: Uint8Array,
  speech: Uint8Array,
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
    active += speech[hop] as number;
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

/** 1 where one channel holds hold music: long, full, steadier than this channel's talk, while the other is quiet. */
export function findHold(
  level: Uint8Array,
  speech: Uint8Array,
  other: Uint8Array | null,
  settings: HearingSettings,
): Uint8Array {
  const hops = Math.round(settings.holdWindowMs / hopMs);
  const windows: WindowFigures[] = [];
  for (let start = 0; start + hops <= level.length; start += stepMs / hopMs) {
    windows.push(figuresOf(level, speech, other, start, hops, settings));
  }
  const limit = Math.min(settings.holdSpreadDb, settings.holdSpreadShare * usualSpread(windows));
  const mask = new Uint8Array(level.length);
  for (const window of windows) {
    if (window.isFull && window.spreadDb < limit) mask.fill(1, window.startHop, window.startHop + hops);
  }
  smoothMask(mask, settings.holdWindowMs, settings.holdMinMs);
  return mask;
}
