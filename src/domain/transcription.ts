import type { Side } from './acoustics.ts';
import type { Language, Localized } from './call.ts';
import type { Engine } from './engine.ts';
import type { SideTurn, Transcript } from './transcript.ts';
import type { TranscriptProblem } from './transcript-problem.ts';

/** Words from a file beside the recording, which names parties or speakers. */
export interface FiledTranscription {
  readonly from: 'file';
  readonly format: string;
  readonly transcript: Transcript;
  /** The name the file gives each turn's speaker, by turn; null where it gives none. */
  readonly speakers: readonly (string | null)[];
  readonly problems: readonly TranscriptProblem[];
}

/** Words a recognizer heard on each side, before anybody knows whose side it is. */
export interface HeardTranscription {
  readonly from: 'engine';
  readonly engine: Engine;
  readonly language: Language;
  readonly sides: Readonly<Partial<Record<Side, readonly SideTurn[]>>>;
  readonly problems: readonly TranscriptProblem[];
}

/** What was said, from either place; kept, so that a swapped role or a changed standard transcribes nothing again. */
export type Transcription = FiledTranscription | HeardTranscription;

/** Why there is no text: nobody to ask, nothing to hear, or a recognizer that heard nothing in speech. */
export interface NoText {
  readonly code: 'NO_TRANSCRIBER' | 'NO_SPEECH' | 'ASR_EMPTY';
  /** Says what to do where something can be done. */
  readonly message: Localized;
}
