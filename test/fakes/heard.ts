import type { Acoustics, Layout, PartyAcoustics, Side, Span } from '../../src/domain/acoustics.ts';

/** Acoustics of a call in which each side speaks at the given times, with nothing else measured. */
export function heardSpeech(
  speech: Readonly<Partial<Record<Side, readonly Span[]>>>,
  options: { durationMs?: number; layout?: Layout } = {},
): Acoustics<Side> {
  const ends = Object.values(speech).flatMap((spans) => spans.map(([, endMs]) => endMs));
  const parties = Object.fromEntries(Object.entries(speech).map(([side, spans]) => [side, partyOf(spans)]));
  return {
    version: 1,
    durationMs: options.durationMs ?? Math.max(0, ...ends),
    layout: options.layout ?? (speech.mixed ? 'mono' : 'two-party'),
    timing: 'audio',
    parties,
    overlaps: [],
    silences: [],
    talkShare: {},
    responseMs: {},
    flags: [],
  };
}

function partyOf(speech: readonly Span[]): PartyAcoustics {
  return {
    speech,
    speechMs: speech.reduce((sum, [startMs, endMs]) => sum + endMs - startMs, 0),
    levelDb: -20,
    noiseDb: -60,
    snrDb: 40,
    clippedPercent: 0,
    levelTrack: { stepMs: 1000, db: [] },
    raised: [],
    faint: [],
    hold: [],
    tones: [],
    pace: null,
  };
}
