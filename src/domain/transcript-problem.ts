/** What a transcript suffered from when it was read; each with how often. */
export type TranscriptProblemCode =
  | 'TIMES_REPAIRED'
  | 'TURNS_DROPPED'
  | 'TEXT_CUT'
  | 'TEXT_REPLACED'
  | 'NO_WORD_TIMES'
  | 'PARTY_UNKNOWN'
  | 'LANGUAGE_GUESSED'
  | 'HALLUCINATED'
  | 'LOOPED'
  | 'NO_SPEECH'
  | 'ASR_EMPTY';

export interface TranscriptProblem {
  readonly code: TranscriptProblemCode;
  /** Turns (or characters, for TEXT_REPLACED) concerned. */
  readonly count: number;
}

/** Counts problems while a transcript is read. */
export class ProblemCount {
  readonly #counts = new Map<TranscriptProblemCode, number>();

  add(code: TranscriptProblemCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  list(): TranscriptProblem[] {
    return [...this.#counts].map(([code, count]) => ({ code, count }));
  }
}
