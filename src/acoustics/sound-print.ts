import type { ChannelFeatures } from './feature-table.ts';
import { hopMs } from './feature-table.ts';

/**
 * The print of a channel: for every hop a number of 20 bits made of how neighbouring bands rise and fall against one
 * another (after Haitsma and Kalker, 2002), or -1 where nothing is said. The same recording played again gives the same
 * numbers; the same words spoken again do not.
 */
export type SoundPrint = Int32Array;

/** Hops between two of the five looks one number is made of, and hops a look is averaged over. */
const STRIDE = 8;
const LOOKS = 5;
const SMOOTH = 8;
/** A hop is quiet when its level lies this many half decibels under the loudest tenth of the channel. */
const QUIET_STEPS = 60;
/** Share of the energy in two lines, of 255, from which a hop is a tone and no speech. */
const TONAL = 200;

/** The print of one channel; `-1` marks hops that are quiet, tonal or too near the end. */
export function printSound({ level, bands, toneShare }: ChannelFeatures): SoundPrint {
  const smooth = bands.map(movingSum);
  const loud = loudness(level) - QUIET_STEPS;
  return Int32Array.from(level, (_, hop) => {
    if (hop + STRIDE * LOOKS >= level.length) return -1;
    if ((level[hop] ?? 0) < loud || (toneShare[hop] ?? 0) >= TONAL) return -1;
    let bits = 0;
    for (let look = 0; look < LOOKS; look++)
      for (let band = 0; band + 1 < smooth.length; band++)
        bits = (bits << 1) | (rises(smooth, band, hop + look * STRIDE) ? 1 : 0);
    return bits;
  });
}

/** True when the lower of two neighbouring bands gains on the higher from one look to the next. */
function rises(smooth: readonly Int32Array[], band: number, hop: number): boolean {
  const low = (smooth[band]?.[hop + STRIDE] ?? 0) - (smooth[band]?.[hop] ?? 0);
  const high = (smooth[band + 1]?.[hop + STRIDE] ?? 0) - (smooth[band + 1]?.[hop] ?? 0);
  return low - high > 0;
}

function movingSum(column: Uint8Array): Int32Array {
  let sum = 0;
  const sums = new Int32Array(column.length);
  for (let hop = 0; hop < column.length; hop++) {
    sum += (column[hop] ?? 0) - (column[hop - SMOOTH] ?? 0);
    sums[hop] = sum;
  }
  return sums;
}

/** The level a tenth of the hops reach. */
function loudness(level: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const code of level) counts[code] = (counts[code] ?? 0) + 1;
  let left = level.length / 10;
  for (let code = 255; code > 0; code--) {
    left -= counts[code] ?? 0;
    if (left <= 0) return code;
  }
  return 0;
}

/** A stretch that two prints have in common, in ms of each. */
export interface SharedSound {
  readonly fromMs: number;
  readonly toMs: number;
  readonly otherFromMs: number;
}

/** Only every so many hops of the first print are looked for: a stretch of seconds holds hundreds. */
const LOOKED_FOR = 2;
/** Matches of one shift further apart than this are two stretches; a script pauses for the customer. */
const GAP_HOPS = 400;
/**
 * Share of the spoken hops of a stretch that must agree, and how many at least. Played back half a hop out of step, 13 %
 * agree (measured on a sample call); different speech agrees by chance, far below 1 %.
 */
const AGREEING = 0.06;
const LEAST_HITS = 15;

/** Stretches of at least `leastMs` that two prints share, at whatever place in each; none within one print. */
export function findSharedSound(one: SoundPrint, other: SoundPrint, leastMs: number): SharedSound[] {
  const places = new Map<number, number[]>();
  for (let hop = 0; hop < one.length; hop += LOOKED_FOR) addTo(places, one[hop] ?? -1, hop);
  places.delete(-1);
  const byShift = new Map<number, number[]>();
  other.forEach((bits, hop) => {
    for (const place of places.get(bits) ?? []) addTo(byShift, hop - place, place);
  });
  const spoken = countSpoken(one);
  return [...byShift.entries()].flatMap(([shift, hits]) => {
    // half a hop out of step, matches fall on two shifts
    const both = [...hits, ...(byShift.get(shift + 1) ?? [])];
    return both.length < LEAST_HITS ? [] : stretches(both, shift, leastMs, spoken);
  });
}

function addTo(lists: Map<number, number[]>, key: number, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** How many hops before each one hold speech. */
function countSpoken(print: SoundPrint): Int32Array {
  const counts = new Int32Array(print.length + 1);
  print.forEach((bits, hop) => {
    counts[hop + 1] = (counts[hop] ?? 0) + (bits === -1 ? 0 : 1);
  });
  return counts;
}

function stretches(
  hits: readonly number[],
  shift: number,
  leastMs: number,
  spoken: Int32Array,
): SharedSound[] {
  const sorted = [...hits].sort((a, b) => a - b);
  const found: SharedSound[] = [];
  let first = 0;
  for (let i = 1; i <= sorted.length; i++) {
    const last = sorted[i - 1] ?? 0;
    if (i < sorted.length && (sorted[i] ?? 0) - last <= GAP_HOPS) continue;
    const from = sorted[first] ?? 0;
    const own = (spoken[last + 1] ?? 0) - (spoken[from] ?? 0);
    const agreeing = (i - first) * LOOKED_FOR;
    if ((last - from) * hopMs >= leastMs && i - first >= LEAST_HITS && agreeing >= AGREEING * own)
      found.push({ fromMs: from * hopMs, toMs: last * hopMs, otherFromMs: (from + shift) * hopMs });
    first = i;
  }
  return found;
}
