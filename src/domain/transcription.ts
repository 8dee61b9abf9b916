import type { Side } from './acoustics.ts';
import type { Engine } from './call-record.ts';
import type { Language } from './call.ts';
import type { SideTurn, Transcript } from './transcript.ts';
import type { TranscriptProblem } from './transcript-problem.ts';

/** Words from a file beside the recording, which names parties or speakers. */
export interface FiledTranscription {
  readonly from: 'file';
  readonly format: string;
  readonly transcript: Transcript;
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
