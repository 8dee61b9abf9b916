import { runsOf } from './activity-mask.ts';
import { decibels, hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramWhere, LevelHistogram } from './level-histogram.ts';

/** Code of a level difference of 0 dB in the leak histogram. */
const zeroDifference = 200;

/** Loudest code of the last `hops` hops, at every hop. */
function recentLoudest(level: Uint8Array, hops: number): Uint8Array {
  const loudest = new Uint8Array(level.length);
  for (let hop = 0; hop < level.length; hop++) {
    let most = level[hop] as number;
    for (let back = Math.max(0, hop - hops); back < hop; back++) most = Math.max(most, level[back] as number);
    loudest[hop] = most;
  }
  return loudest;
}

/** Usual level of this channel against the other while the other speaks up, in dB; null when it hardly ever does. */
export function measureLeakDb(level: Uint8Array, other: Uint8Array, otherSpeech: Uint8Array): number | null {
  const median = histogramWhere(other, otherSpeech, 1).percentile(50);
  if (median === null) return null;
  const differences = new LevelHistogram();
  for (let hop = 0; hop < level.length; hop++) {
    const theirs = other[hop] as number;
    if (otherSpeech[hop] !== 1 || theirs <= median) continue;
    differences.add(Math.min(255, Math.max(0, (level[hop] as number) - theirs + zeroDifference)));
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

/** The speech mask without what the other channel's sound explains. */
export function suppressLeak(
  level: Uint8Array,
  speech: Uint8Array,
  other: Uint8Array,
  leakDb: number | null,
  settings: HearingSettings,
): Uint8Array {
  if (leakDb === null) return speech;
  const reach = 2 * Math.min(settings.leakCeilingDb, leakDb + settings.leakMarginDb);
  const loudest = recentLoudest(other, Math.round(settings.leakLookBackMs / hopMs));
  const isOwn = new Uint8Array(level.length);
  for (let hop = 0; hop < level.length; hop++) {
    if (speech[hop] === 1 && (level[hop] as number) >= (loudest[hop] as number) + reach) isOwn[hop] = 1;
  }
  const kept = new Uint8Array(level.length);
  for (const run of runsOf(speech)) keepOwn(run, isOwn, kept, settings);
  return kept;
}
