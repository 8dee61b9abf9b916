import type { Acoustics } from './acoustics.ts';
import type { CallMetadata, Language, Party } from './call.ts';
import type { Company } from './company.ts';
import type { Note } from './note.ts';
import type { Standard } from './standard.ts';
import type { Transcript } from './transcript.ts';
import type { NoText } from './transcription.ts';

/** Which channel is whose, and how surely. */
export interface Roles {
  /** Null for a transcript or a recording without channels. */
  readonly agent: 'left' | 'right' | null;
  readonly customer: 'left' | 'right' | null;
  /** `metadata`, `opening` (who greets and names the company), `transcript` (it names parties), `person`, `none`. */
  readonly from: 'metadata' | 'opening' | 'transcript' | 'person' | 'none';
  /** 0–1. */
  readonly confidence: number;
  /** False: role-bound criteria are not assessable. */
  readonly isCertain: boolean;
}

/** All a scorer may look at for one call; everything in it is hashed into the scorecard. */
export interface ScoringInput {
  readonly call: CallMetadata;
  readonly language: Language;
  readonly durationMs: number;
  /** Length the telephone system or the file's header claims; null where nobody claims one. */
  readonly declaredMs?: number | null;
  /** Null: nothing was transcribed. */
  readonly transcript: Transcript | null;
  /** Null: nothing was heard (no recording, no word times). */
  readonly acoustics: Acoustics<Party> | null;
  /** Null: no note was filed. */
  readonly note: Note | null;
  readonly company: Company;
  readonly roles: Roles;
  /** Why there is no transcript, where there is none. */
  readonly noText?: NoText | null;
  /** What the transcript must reach before an absence counts: the standard's, set by the stage that scores. */
  readonly transcriptGate?: Standard['transcriptGate'];
}
