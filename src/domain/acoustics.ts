/** From, to, in milliseconds from the start of the recording. */
export type Span = readonly [startMs: number, endMs: number];

/** One channel of a recording before anybody knows whose it is; `mixed` is a mono recording. */
export type Side = 'left' | 'right' | 'mixed';

/**
 * `two-party`: one party a channel · `mono`: one channel · `fake-stereo`: one signal on both channels (also
 * inverted or delayed) · `one-party`: two channels, one of them without speech.
 */
export type Layout = 'two-party' | 'mono' | 'fake-stereo' | 'one-party';

/**
 * What a recording suffers from; each takes away some right to score (see docs/hearing.md). `EXTRA_CHANNELS`:
 * it has more than two channels, of which the first two were heard.
 */
export type SignalFlag =
  | 'CLIPPED'
  | 'DC_OFFSET'
  | 'DROPOUTS'
  | 'NONFINITE'
  | 'INVERTED_COPY'
  | 'TRUNCATED'
  | 'NO_SPEECH'
  | 'MISSING_CHANNEL'
  | 'LOW_SNR'
  | 'STRONG_LEAK'
  | 'EXTRA_CHANNELS';

/** How an overlap ended for the two who spoke. */
export type OverlapClass = 'interruption' | 'backchannel' | 'simultaneous-start' | 'turn-end' | 'unclear';
export type OverlapOutcome = 'took-floor' | 'gave-way' | 'none';

/** Two parties speaking at once. `floor` held the floor, `incoming` came in. */
export interface Overlap<P extends string = string> {
  readonly startMs: number;
  readonly endMs: number;
  readonly floor: P;
  readonly incoming: P;
  readonly class: OverlapClass;
  readonly outcome: OverlapOutcome;
  /** Stable code of the rule that decided the class, for the page and for tests. */
  readonly why: string;
}

/** Level over time of one party's own speech. */
export interface LevelTrack {
  readonly stepMs: number;
  /** Speech level of each step in dB relative to full scale, null where the party does not speak. */
  readonly db: readonly (number | null)[];
}

/** How fast one party speaks. */
export interface Pace {
  /** `syllables` are estimated from energy, `characters` (zh) and `words` (en) counted in a transcript. */
  readonly unit: 'syllables' | 'characters' | 'words';
  /** Median per minute of the party's own speech; null where there is too little of it. */
  readonly perMinute: number | null;
}

/** One party as heard. Levels are dB relative to full scale, before any gain; null where not measurable. */
export interface PartyAcoustics {
  readonly speech: readonly Span[];
  readonly speechMs: number;
  /** Median level of the party's speech. */
  readonly levelDb: number | null;
  readonly noiseDb: number | null;
  readonly snrDb: number | null;
  readonly clippedPercent: number | null;
  readonly levelTrack: LevelTrack;
  /** Sustained stretches well above the party's own median level. */
  readonly raised: readonly Span[];
  /** Sustained stretches too quiet to follow. */
  readonly faint: readonly Span[];
  /** Hold music and the like on this party's channel; never counted as speech. */
  readonly hold: readonly Span[];
  /** Ring-back and DTMF tones on this party's channel; never counted as speech. */
  readonly tones: readonly Span[];
  readonly pace: Pace | null;
}

/** What was heard in one call; P is `Side` until roles are known, then `Party`. */
export interface Acoustics<P extends string = Side> {
  readonly version: 1;
  readonly durationMs: number;
  readonly layout: Layout;
  /** `audio`: measured on sound · `words`: derived from word times, so coarse and without levels. */
  readonly timing: 'audio' | 'words';
  readonly parties: Readonly<Partial<Record<P, PartyAcoustics>>>;
  readonly overlaps: readonly Overlap<P>[];
  /** Stretches in which nobody speaks. */
  readonly silences: readonly Span[];
  /** Share of each party in all speech, 0–1. */
  readonly talkShare: Readonly<Partial<Record<P, number>>>;
  /** Median time from the end of the other side's turn to the start of this side's, in ms; negative overlaps. */
  readonly responseMs: Readonly<Partial<Record<P, number | null>>>;
  readonly flags: readonly SignalFlag[];
}
