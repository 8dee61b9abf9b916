import { runsOf } from './activity-mask.ts';
import { decibels, hopMs } from './feature-table.ts';
import { giveBack } from './give-back.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramWhere, LevelHistogram } from './level-histogram.ts';

/** Code of a level difference of 0 dB in the leak histogram. */
const zeroDifference = 200;

/** Channels this alike in level tell nothing of leak: both sides speak, or the other channel holds this one's echo. */
const alikeDb = 3;

/**
 * Usual level of this channel against the other while the other speaks up, in dB; null when it hardly ever does
 * while this one is fainter.
 */
export function measureLeakDb(level: Uint8Array, other: Uint8Array, otherSpeech: Uint8Array): number | null {
  const median = histogramWhere(other, otherSpeech, 1).percentile(50);
  if (median === null) return null;
  const differences = new LevelHistogram();
  for (let hop = 0; hop < level.length; hop++) {
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

/**
 * 1 where speech is louder than echo of the other channel can be, which is as loud as the sound less `reach`, and fading
 * from there; all in codes.
 */
function findOwn(
  level: Uint8Array,
  speech: Uint8Array,
  other: Uint8Array,
  echo: { readonly reach: number; readonly fadePerHop: number },
): Uint8Array<ArrayBuffer> {
  const isOwn = new Uint8Array(level.length);
  let most = 0;
  for (let hop = 0; hop < level.length; hop++) {
    most = Math.max(other[hop] as number, most - echo.fadePerHop);
    if (speech[hop] === 1 && (level[hop] as number) >= most + echo.reach) isOwn[hop] = 1;
  }
  return isOwn;
}

/** A new speech mask, without what the other channel's sound explains. */
export function suppressLeak(
  level: Uint8Array,
  speech: Uint8Array,
  other: Uint8Array,
  leakDb: number | null,
  settings: HearingSettings,
): Uint8Array {
  if (leakDb === null) return speech.slice();
  const reach = 2 * Math.min(settings.leakCeilingDb, leakDb + settings.leakMarginDb);
  const fadePerHop = (2 * settings.leakFadeDb * hopMs) / 100;
  const isOwn = findOwn(level, speech, other, { reach, fadePerHop });
  const kept = new Uint8Array(level.length);
  for (const run of runsOf(speech)) keepOwn(run, isOwn, kept, settings);
  giveBack(isOwn);
  if (isOnlyEcho(level, speech, kept, settings)) kept.fill(0);
  return kept;
}
