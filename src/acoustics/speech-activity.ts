import { type ChannelFeatures, hopMs, levelCode } from './feature-table.ts';
import { giveBack } from './give-back.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramOf, LevelHistogram, SlidingPercentile } from './level-histogram.ts';
import { dropHidden } from './stand-out.ts';

/** Hops between two looks at the noise floor. */
const floorStep = 10;
const smoothHops = 5;
const bandCount = 5;
/** Half decibels of five bands summed to one decibel of their mean. */
const riseUnit = 2 * bandCount;

/** Adds to `rise` how far one band stands over its sliding noise floor, in codes. */
function addRise(band: Uint8Array, rise: Uint16Array, lowest: number, settings: HearingSettings): void {
  const noise = new SlidingPercentile(settings.floorPercentile);
  const half = Math.round(settings.floorWindowMs / hopMs / 2);
  let added = 0;
  let removed = 0;
  for (let from = 0; from < band.length; from += floorStep) {
    const until = Math.min(band.length, from + half);
    noise.add(band, added, until);
    added = until;
    if (removed < from - half) {
      noise.remove(band, removed, from - half);
      removed = from - half;
    }
    const floor = Math.max(lowest, noise.value());
    const end = Math.min(band.length, from + floorStep);
    for (let hop = from; hop < end; hop++) {
      rise[hop] = (rise[hop] as number) + Math.max(0, (band[hop] as number) - floor);
    }
  }
}

/** Puts the mean over five hops around it in the place of each value. */
function smooth(values: Uint8Array | Uint16Array): void {
  const count = values.length;
  let [before, previous, own, next] = [0, 0, values[0] ?? 0, values[1] ?? 0];
  for (let hop = 0; hop < count; hop++) {
    const after = hop + 2 < count ? (values[hop + 2] as number) : 0;
    values[hop] = (before + previous + own + next + after) / smoothHops;
    before = previous;
    previous = own;
    own = next;
    next = after;
  }
}

function percentileOfRise(rise: Uint16Array, percent: number): number {
  const histogram = new LevelHistogram();
  for (const value of rise) histogram.add(Math.min(255, value >> 2));
  return (histogram.percentile(percent) ?? 0) << 2;
}

interface Gates {
  readonly onset: number;
  readonly offset: number;
  readonly loud: number;
  readonly loudOnward: number;
  /** How noisy the recording is, 0 to 1. */
  readonly noisy: number;
  readonly preRollHops: number;
  readonly hangHops: number;
}

/** Rise of the loud end from which a recording counts as clean, and up to which as noisy, in dB. */
const cleanRiseDb = 25;
const noisyRiseDb = 8;

/** How noisy a recording is whose loud end rises so far over its noise, 0 to 1. */
function noisiness(riseDb: number): number {
  return Math.min(1, Math.max(0, (cleanRiseDb - riseDb) / (cleanRiseDb - noisyRiseDb)));
}

/** Noise drowns the quiet ends of words, so that more is given back the less speech stands out. */
function edgeHops(noisy: number, cleanMs: number, noisyMs: number): number {
  return Math.round((cleanMs + noisy * (noisyMs - cleanMs)) / hopMs);
}

function gatesFor(
  rise: Uint16Array,
  levels: LevelHistogram,
  loudEnd: number,
  settings: HearingSettings,
): Gates {
  const loudRise = percentileOfRise(rise, 95);
  const noisy = noisiness(loudRise / riseUnit);
  const share = settings.onsetShare * loudRise;
  const near = loudEnd - 2 * settings.gateNearDb;
  const far = loudEnd - 2 * settings.gateFarDb;
  const loud = Math.min(near, Math.max(far, levels.split()));
  return {
    onset: Math.max(settings.onsetDb * riseUnit, share),
    offset: Math.max(settings.offsetDb * riseUnit, share * (settings.offsetDb / settings.onsetDb)),
    loud,
    loudOnward: loud - 2 * settings.gateHysteresisDb,
    noisy,
    preRollHops: edgeHops(noisy, settings.preRollMs, settings.preRollNoisyMs),
    hangHops: edgeHops(noisy, settings.hangMs, settings.hangNoisyMs),
  };
}

/** Speech goes from where rise and level pass their gates to where one has been lost for the hang time. */
function followSpeech(rise: Uint16Array, level: Uint8Array, gates: Gates): Uint8Array {
  const mask = new Uint8Array(rise.length);
  let left = 0;
  let isSpeech = false;
  for (let hop = 0; hop < rise.length; hop++) {
    const over = rise[hop] as number;
    const loud = level[hop] as number;
    const goesOn = over >= gates.offset && loud >= gates.loudOnward;
    if (!isSpeech && over >= gates.onset && loud >= gates.loud) {
      isSpeech = true;
      mask.fill(1, Math.max(0, hop - gates.preRollHops), hop);
    }
    if (!isSpeech) continue;
    left = goesOn ? gates.hangHops : left - 1;
    if (left < 0) isSpeech = false;
    else mask[hop] = 1;
  }
  return mask;
}

/**
 * 1 where a channel holds sound like speech, 0 elsewhere, a byte a hop; nothing is filled or dropped yet.
 * Bands over their sliding floor, onset against the usual rise, level gate against the loud end.
 */
export function detectActivity(channel: ChannelFeatures, settings: HearingSettings): Uint8Array {
  const level = new Uint8Array(channel.level);
  smooth(level);
  const levels = histogramOf(level);
  const loudEnd = levels.percentile(95) ?? 0;
  if (loudEnd < levelCode(settings.audibleDb)) return new Uint8Array(level.length);
  const rise = new Uint16Array(level.length);
  for (const band of channel.bands) {
    const bandEnd = histogramOf(band, bandCount).percentile(95) ?? 0;
    addRise(band, rise, bandEnd - 2 * settings.floorDepthDb, settings);
  }
  smooth(rise);
  const gates = gatesFor(rise, levels, loudEnd, settings);
  const mask = followSpeech(rise, level, gates);
  giveBack(rise);
  dropHidden(mask, level, gates.loud + 2 * settings.standOutDb * gates.noisy, settings);
  giveBack(level);
  return mask;
}
