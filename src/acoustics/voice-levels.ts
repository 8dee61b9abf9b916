import type { LevelTrack, Span } from '../domain/acoustics.ts';
import { joinSpans } from './activity-mask.ts';
import { decibels, hopMs } from './feature-table.ts';
import type { HearingSettings } from './hearing-settings.ts';
import { histogramWhere, LevelHistogram } from './level-histogram.ts';

/** Least speech in a step of the track that gives it a level. */
const stepShare = 0.3;

/** Median level of one party's speech in every step; null where it hardly speaks. */
export function trackLevel(level: Uint8Array, speech: Uint8Array, settings: HearingSettings): LevelTrack {
  const hops = Math.max(1, Math.round(settings.levelStepMs / hopMs));
  const db: (number | null)[] = [];
  const histogram = new LevelHistogram();
  for (let start = 0; start < level.length; start += hops) {
    histogram.clear();
    const end = Math.min(level.length, start + hops);
    for (let hop = start; hop < end; hop++) {
      if (speech[hop] === 1) histogram.add(level[hop] as number);
    }
    const middle = histogram.size < hops * stepShare ? null : histogram.percentile(50);
    db.push(middle === null ? null : decibels(middle));
  }
  return { stepMs: hops * hopMs, db };
}

/** Stretches of the track where `isSo` holds for at least `minMs`; steps without speech do not end a stretch. */
function sustained(track: LevelTrack, minMs: number, isSo: (db: number) => boolean): Span[] {
  const spans: Span[] = [];
  let start = -1;
  let end = -1;
  const close = () => {
    if (start >= 0 && (end - start) * track.stepMs >= minMs)
      spans.push([start * track.stepMs, end * track.stepMs]);
    start = -1;
  };
  track.db.forEach((db, index) => {
    if (db === null) {
      if (start >= 0 && index - end >= 2) close();
    } else if (isSo(db)) {
      if (start < 0) start = index;
      end = index + 1;
    } else close();
  });
  close();
  return joinSpans(spans, 0);
}

/** Sustained stretches well above the party's own median level. */
export function findRaised(track: LevelTrack, medianDb: number | null, settings: HearingSettings): Span[] {
  if (medianDb === null) return [];
  return sustained(track, settings.raisedMinMs, (db) => db >= medianDb + settings.raisedDb);
}

/** Sustained stretches too quiet to follow: under the audible range or far under the own median. */
export function findFaint(track: LevelTrack, medianDb: number | null, settings: HearingSettings): Span[] {
  if (medianDb === null) return [];
  const limit = Math.max(settings.faintDb, medianDb - settings.faintBelowDb);
  return sustained(track, settings.faintMinMs, (db) => db < limit);
}

/** Median speech level, noise and their distance for one party, in dB; null where there is nothing to measure. */
export function summarizeLevels(
  level: Uint8Array,
  speech: Uint8Array,
  anySpeech: Uint8Array,
): { levelDb: number | null; noiseDb: number | null; snrDb: number | null } {
  const own = histogramWhere(level, speech, 1);
  const middle = own.percentile(50);
  const loud = own.percentile(80);
  const noise = histogramWhere(level, anySpeech, 0).percentile(50);
  return {
    levelDb: middle === null ? null : decibels(middle),
    noiseDb: noise === null ? null : decibels(noise),
    snrDb: loud === null || noise === null ? null : decibels(loud) - decibels(noise),
  };
}
