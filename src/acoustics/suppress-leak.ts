import { runsOf } from './activity-mask.ts';
import { type ChannelFeatures, decibels, hopMs } from './feature-table.ts';
import { giveBack } from './give-back.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramWhere, LevelHistogram } from './level-histogram.ts';

/** A channel with where it holds sound like speech, a byte a hop. */
export interface ActiveChannel {
  readonly features: ChannelFeatures;
  readonly active: Uint8Array;
}

/** Parts a code is counted in where bands are summed. */
const finer = 8;
/** Noise and echo of a band are told from every so many hops. */
const looks = 3;

/** Code of a level difference of 0 dB in the leak histogram. */
const zeroDifference = 200;

/** Channels this alike in level tell nothing of leak: both sides speak, or the other channel holds this one's echo. */
const alikeDb = 3;

/**
 * Usual level of this channel against the other while the other speaks up, in dB, told from every `step`th hop; null
 * when it hardly ever does while this one is fainter.
 */
export function measureLeakDb(
  level: Uint8Array,
  other: Uint8Array,
  otherSpeech: Uint8Array,
  step = 1,
): number | null {
  const median = histogramWhere(other, otherSpeech, 1).percentile(50);
  if (median === null) return null;
  const differences = new LevelHistogram();
  for (let hop = 0; hop < level.length; hop += step) {
    const theirs = other[hop] as number;
    if (otherSpeech[hop] !== 1 || theirs <= median) continue;
    const difference = (level[hop] as number) - theirs;
    if (difference < -2 * alikeDb) differences.add(Math.max(0, difference + zeroDifference));
  }
  const middle = differences.size < 50 ? null : differences.percentile(50);
  return middle === null ? null : decibels(middle) - decibels(zeroDifference);
}

/** What of one run is the party's own: own hops joined over short gaps, edges given back. */
function keepOwn(
  run: readonly [number, number],
  isOwn: Uint8Array,
  into: Uint8Array,
  settings: HearingSettings,
): void {
  const join = settings.leakJoinMs / hopMs;
  const edge = Math.round(settings.leakEdgeMs / hopMs);
  let count = 0;
  for (let hop = run[0]; hop < run[1]; hop++) count += isOwn[hop] as number;
  if (count * hopMs < settings.leakOwnMs) return;
  let start = -1;
  let last = -1;
  const close = () => into.fill(1, Math.max(run[0], start - edge), Math.min(run[1], last + 1 + edge));
  for (let hop = run[0]; hop < run[1]; hop++) {
    if (isOwn[hop] !== 1) continue;
    if (start >= 0 && hop - last > join) {
      close();
      start = hop;
    }
    if (start < 0) start = hop;
    last = hop;
  }
  close();
}

/** True where little is left beside echo and that is hardly louder: the tail of the echo, not a voice. */
function isOnlyEcho(
  level: Uint8Array,
  speech: Uint8Array,
  kept: Uint8Array,
  settings: HearingSettings,
): boolean {
  const own = histogramWhere(level, kept, 1);
  const echo = new LevelHistogram();
  for (let hop = 0; hop < level.length; hop++) {
    if (speech[hop] === 1 && kept[hop] === 0) echo.add(level[hop] as number);
  }
  if (own.size > settings.echoRestShare * echo.size) return false;
  return (own.percentile(50) ?? 0) < (echo.percentile(50) ?? 0) + 2 * settings.echoRestDb;
}

/** What noise and echo can reach at one place of the spectrum, in codes. */
interface Murmur {
  readonly noise: number;
  /** Echo against the other channel's sound. */
  readonly reach: number;
  /** How much of it may fade from one hop to the next. */
  readonly fadePerHop: number;
}

/** Codes a hop of so many decibels in 100 ms. */
function perHop(db: number): number {
  return (2 * db * hopMs) / 100;
}

/** Usual code while neither side is active. */
function quietCode(codes: Uint8Array, one: Uint8Array, two: Uint8Array): number {
  const quiet = new LevelHistogram();
  for (let hop = 0; hop < codes.length; hop += looks) {
    if (one[hop] === 0 && two[hop] === 0) quiet.add(codes[hop] as number);
  }
  return quiet.percentile(50) ?? 0;
}

/** Adds to `rise` how far a band stands over its noise and over what echo of the other channel can be there. */
function addUnexplained(rise: Uint16Array, band: Uint8Array, other: Uint8Array, murmur: Murmur): void {
  const { noise, reach, fadePerHop } = murmur;
  let most = 0;
  for (let hop = 0; hop < band.length; hop++) {
    most = Math.max(other[hop] as number, most - fadePerHop);
    const over = (band[hop] as number) - Math.max(noise, most + reach);
    rise[hop] = (rise[hop] as number) + finer * Math.max(0, over);
  }
}

/**
 * 1 where a channel's speech is its own: where its bands together stand out of noise and echo, for a voice fainter than
 * the echo still shows in the bands the echo leaves free; and where echo would drown in the noise.
 */
function findOwn(
  own: ActiveChannel,
  other: ActiveChannel,
  leakDb: number,
  settings: HearingSettings,
): Uint8Array<ArrayBuffer> {
  const murmurOf = (codes: Uint8Array, echoDb: number): Murmur => ({
    noise: quietCode(codes, own.active, other.active) + 2 * settings.aboveNoiseDb,
    reach: 2 * Math.min(settings.leakCeilingDb, echoDb + settings.leakMarginDb),
    fadePerHop: perHop(settings.leakFadeDb),
  });
  const rise = new Uint16Array(own.active.length);
  own.features.bands.forEach((band, index) => {
    const theirs = other.features.bands[index] as Uint8Array;
    const bandLeakDb = measureLeakDb(band, theirs, other.active, looks) ?? leakDb;
    addUnexplained(rise, band, theirs, murmurOf(band, bandLeakDb));
  });
  const least = 2 * finer * own.features.bands.length * settings.leakRiseDb;
  const { noise, reach } = murmurOf(own.features.level, leakDb);
  const lingerPerHop = perHop(settings.leakLingerDb);
  const isOwn = new Uint8Array(rise.length);
  let most = 0;
  for (let hop = 0; hop < rise.length; hop++) {
    most = Math.max(other.features.level[hop] as number, most - lingerPerHop);
    const isUnexplained = (rise[hop] as number) >= least || most + reach <= noise;
    if (isUnexplained && own.active[hop] === 1) isOwn[hop] = 1;
  }
  giveBack(rise);
  return isOwn;
}

/** A new speech mask: where the channel is active, without what the other channel's sound explains. */
export function suppressLeak(
  own: ActiveChannel,
  other: ActiveChannel,
  leakDb: number | null,
  settings: HearingSettings,
): Uint8Array {
  const { active } = own;
  if (leakDb === null) return active.slice();
  const isOwn = findOwn(own, other, leakDb, settings);
  const kept = new Uint8Array(active.length);
  for (const run of runsOf(active)) keepOwn(run, isOwn, kept, settings);
  giveBack(isOwn);
  if (isOnlyEcho(own.features.level, active, kept, settings)) kept.fill(0);
  return kept;
}
