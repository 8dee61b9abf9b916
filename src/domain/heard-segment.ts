/** One word of a recognizer or a transcript file, before anybody believed its times. */
export interface HeardWord {
  readonly text: string;
  readonly startMs: number | null;
  readonly endMs: number | null;
  /** 0–1, or null where it was not given. */
  readonly confidence: number | null;
}

/** One stretch of text of a recognizer or a transcript file: what it says, before times are repaired. */
export interface HeardSegment {
  readonly text: string;
  /** Milliseconds; null where the source gives none. May be negative, reversed or beyond the end. */
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly words: readonly HeardWord[];
  /** The speaker as the source names it, e.g. `Agent`, `客服`, `SPEAKER_00`; null where it names none. */
  readonly speaker: string | null;
  /** Whisper's own doubts; null where not reported. */
  readonly noSpeechProb: number | null;
  readonly avgLogprob: number | null;
  readonly compressionRatio: number | null;
}
