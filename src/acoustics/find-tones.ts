import { runsOf, smoothMask } from './activity-mask.ts';
import { type ChannelFeatures, hopMs } from './feature-table.ts';
import { giveBack } from './give-back.ts';
import type { HearingSettings } from './hearing-settings.ts';

/** Bins of 62.5 Hz: DTMF rows 697–941 Hz and columns 1209–1633 Hz, one bin of play. */
const rows = [10, 16] as const;
const columns = [18, 27] as const;
/** Ring-back, busy and number-unobtainable tones of most countries: 350–500 Hz. */
const callProgress = [5, 9] as const;
/** Call-progress tones last longer than any vowel is held steady. */
const callProgressMinMs = 800;
/** Two tones of a call-progress signal beat by 40 to 90 Hz; over so many hops the beat is even. */
const beatHops = 10;
/** The window at the edge of a tone holds part of the silence, and the one after it part of the tone. */
const edgeHops = 2;

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

/** True where row and column stay on their lines: a voice glides, a key does not. */
function keepsLines(channel: ChannelFeatures, start: number, end: number): boolean {
  let lowest = [255, 255];
  let highest = [0, 0];
  for (let hop = start; hop < end; hop++) {
    const first = channel.firstLine[hop] as number;
    const second = channel.secondLine[hop] as number;
    const pair = [Math.min(first, second), Math.max(first, second)] as const;
    lowest = [Math.min(lowest[0] as number, pair[0]), Math.min(lowest[1] as number, pair[1])];
    highest = [Math.max(highest[0] as number, pair[0]), Math.max(highest[1] as number, pair[1])];
  }
  return highest.every((bin, index) => bin - (lowest[index] as number) <= 1);
}

/** True where the level jumps up at the start and down at the end, as of a key pressed in silence; vowels lie in speech. */
function standsAlone(level: Uint8Array, start: number, end: number, edgeDb: number): boolean {
  const low = (level[(start + end) >> 1] as number) - 2 * edgeDb;
  const before = level[start - 1 - edgeHops] ?? 0;
  const after = level[end + edgeHops] ?? 0;
  return before <= low && after <= low;
}

function isKey(channel: ChannelFeatures, start: number, end: number, settings: HearingSettings): boolean {
  return (
    (end - start) * hopMs >= settings.toneMinMs &&
    isSteady(channel.level, start, end, settings.toneSpreadDb) &&
    keepsLines(channel, start, end) &&
    standsAlone(channel.level, start, end, settings.toneEdgeDb)
  );
}

/** True where the level over each tenth of a second hardly drifts: a hummed “mm” does, the network does not. */
function isEven(level: Uint8Array, start: number, end: number, driftDb: number): boolean {
  let lowest = 255;
  let highest = 0;
  for (let from = start + edgeHops; from + beatHops <= end - edgeHops; from += beatHops) {
    let sum = 0;
    for (let hop = from; hop < from + beatHops; hop++) sum += level[hop] as number;
    lowest = Math.min(lowest, sum / beatHops);
    highest = Math.max(highest, sum / beatHops);
  }
  return highest - lowest <= 2 * driftDb;
}

/** 1 where a channel holds DTMF or call-progress tones, a byte a hop. */
export function findTones(channel: ChannelFeatures, settings: HearingSettings): Uint8Array {
  const { level, toneShare, firstLine, secondLine } = channel;
  const digits = new Uint8Array(level.length);
  const progress = new Uint8Array(level.length);
  const share = settings.toneShare * 255;
  for (let hop = 0; hop < level.length; hop++) {
    if ((toneShare[hop] as number) < share) continue;
    const first = firstLine[hop] as number;
    if (isDtmf(first, secondLine[hop] as number)) digits[hop] = 1;
    else if (isWithin(first, callProgress)) progress[hop] = 1;
  }
  smoothMask(progress, 2 * hopMs, callProgressMinMs);
  for (const [start, end] of runsOf(digits)) {
    if (!isKey(channel, start, end, settings)) digits.fill(0, start, end);
  }
  for (const [start, end] of runsOf(progress)) {
    if (isEven(level, start, end, 2 * settings.toneSpreadDb)) digits.fill(1, start, end);
  }
  giveBack(progress);
  return digits;
}
