import { runsOf, smoothMask } from './activity-mask.ts';
import { type ChannelFeatures, hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';

/** Bins of 62.5 Hz: DTMF rows 697–941 Hz and columns 1209–1633 Hz, one bin of play. */
const rows = [10, 16] as const;
const columns = [18, 27] as const;
/** Ring-back, busy and number-unobtainable tones of most countries: 350–500 Hz. */
const callProgress = [5, 9] as const;
/** Call-progress tones last longer than any vowel is held steady. */
const callProgressMinMs = 800;

function isWithin(bin: number, range: readonly [number, number]): boolean {
  return bin >= range[0] && bin <= range[1];
}

function isDtmf(first: number, second: number): boolean {
  return isWithin(Math.min(first, second), rows) && isWithin(Math.max(first, second), columns);
}

function isSteady(level: Uint8Array, start: number, end: number, spreadDb: number): boolean {
  for (let hop = start + 2; hop < end - 1; hop++) {
    if (Math.abs((level[hop] as number) - (level[hop - 1] as number)) > 2 * spreadDb) return false;
  }
  return true;
}

/** 1 where a channel holds DTMF or call-progress tones, a byte a hop. */
export function findTones(channel: ChannelFeatures, settings: HearingSettings): Uint8Array {
  const hops = channel.level.length;
  const digits = new Uint8Array(hops);
  const progress = new Uint8Array(hops);
  const share = settings.toneShare * 255;
  for (let hop = 0; hop < hops; hop++) {
    if ((channel.toneShare[hop] as number) < share) continue;
    const first = channel.firstLine[hop] as number;
    if (isDtmf(first, channel.secondLine[hop] as number)) digits[hop] = 1;
    else if (isWithin(first, callProgress)) progress[hop] = 1;
  }
  smoothMask(progress, 2 * hopMs, callProgressMinMs);
  for (const [start, end] of runsOf(digits)) {
    const isLong = (end - start) * hopMs >= settings.toneMinMs;
    if (!isLong || !isSteady(channel.level, start, end, settings.toneSpreadDb)) digits.fill(0, start, end);
  }
  for (let hop = 0; hop < hops; hop++) if (progress[hop] === 1) digits[hop] = 1;
  return digits;
}
