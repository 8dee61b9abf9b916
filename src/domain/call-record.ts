import { z } from 'zod';
import type { Acoustics, Layout, Side } from './acoustics.ts';
import { type CallMetadata, callMetadataSchema, type Language, type Party } from './call.ts';
import { engineSchema } from './engine.ts';
import type { NormalizedRecording } from './recording.ts';
import type { Scorecard } from './scorecard.ts';
import type { Roles } from './scoring-input.ts';
import type { Transcript } from './transcript.ts';
import type { Transcription } from './transcription.ts';

/**
 * Where a call is: `found` and `running` are on the way; `scored` and `not-scored` (with a reason) are done;
 * `failed` carries an error; `held` waits for a person; `duplicate` has the bytes of another call;
 * of an `erased` one only hashes and figures are left.
 */
export const callStatusSchema = z.enum([
  'found',
  'running',
  'scored',
  'not-scored',
  'failed',
  'held',
  'duplicate',
  'erased',
]);
export type CallStatus = z.infer<typeof callStatusSchema>;

/** Which of a call's metadata came from where, by field: `call-file`, `manifest`, `key`, `person`, … */
export const provenanceSchema = z.record(z.string(), z.string());

/** Something wrong in what was given for a call; the call is still processed. */
export const callProblemSchema = z.object({
  file: z.string(),
  line: z.int().optional(),
  path: z.string().optional(),
  message: z.string(),
  remedy: z.string(),
});
export type CallProblem = z.infer<typeof callProblemSchema>;

/** What is known of a call before anybody listens to it. */
export const callDescriptionSchema = z.object({
  metadata: callMetadataSchema,
  provenance: provenanceSchema,
  problems: z.array(callProblemSchema),
});
export interface CallDescription {
  readonly metadata: CallMetadata;
  readonly provenance: Readonly<Record<string, string>>;
  readonly problems: readonly CallProblem[];
}

/** Why a call stopped; never holds content of the call. */
export const callFailureSchema = z.object({
  code: z.string(),
  message: z.string(),
  remedy: z.string().optional(),
  isRetryable: z.boolean(),
  /** The stage it stopped in; null before the first. */
  stage: z.string().nullable(),
  /** What was being done to the call; absent in failures of older versions. */
  job: z.enum(['import', 'rescore']).optional(),
});
export type CallFailure = z.infer<typeof callFailureSchema>;

/** One stage of one call; `reused` means a kept result was taken and nothing ran. Times are ISO 8601. */
export const stageStateSchema = z.object({
  stage: z.string(),
  state: z.enum(['running', 'done', 'reused', 'failed']),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
});
export type StageState = z.infer<typeof stageStateSchema>;

export type AnyAcoustics = Acoustics<Party> | Acoustics<Side>;

/** What the stages found out about a call, kept with its scorecard so that pages show what was scored. */
export interface CallFacts {
  readonly language: Language | null;
  readonly durationMs: number | null;
  readonly layout: Layout | null;
  readonly roles: Roles | null;
  /** Null for a transcript without a recording. */
  readonly recording: NormalizedRecording | null;
  readonly transcript: Transcript | null;
  /** The words before roles were assigned, so that roles can change without transcribing again. */
  readonly transcription: Transcription | null;
  /** By party when roles are certain, else by side. */
  readonly acoustics: AnyAcoustics | null;
}

/** What is kept beside a scorecard and differs between runs that give the same scorecard. */
export const scorecardOriginSchema = z.object({
  /** Why it was made: `first`, or what changed: `roles`, `note`, `standard`, `transcript`, `code`. */
  cause: z.enum(['first', 'roles', 'note', 'standard', 'transcript', 'code']),
  transcriber: engineSchema.nullable(),
  judge: engineSchema.nullable(),
  /** sha256 of each prompt used, by its name. */
  prompts: z.record(z.string(), z.string()),
  audioMs: z.number().nullable(),
  tokens: z.object({ sent: z.int(), cached: z.int(), received: z.int() }).nullable(),
  /** Null where the price is not configured. */
  cost: z.object({ amount: z.number(), currency: z.string() }).nullable(),
  /** Wall time of the stages that ran, in milliseconds. */
  latencyMs: z.number(),
  attempt: z.int().min(1),
});
export type ScorecardOrigin = z.infer<typeof scorecardOriginSchema>;

/** What reports ask of a note. */
export interface NotedFacts {
  readonly outcome: string | null;
  readonly intent: 'interested' | 'undecided' | 'not-interested' | null;
  readonly intentPercent: number | null;
  /** Day the next contact is due, `YYYY-MM-DD`; for interested customers, a week on where the note names none. */
  readonly due: string | null;
  readonly isDueStated: boolean;
}

/** A finished call as the pipeline hands it over, taken in one transaction. */
export interface Publication {
  readonly scorecard: Scorecard;
  readonly facts: CallFacts;
  readonly origin: ScorecardOrigin;
  /** What the note says, null without a note; what is known is left as it is when absent. */
  readonly noted?: NotedFacts | null;
}

/** A call as it is kept. Times are ISO 8601 in UTC, by the database's clock. */
export interface CallRecord extends CallDescription {
  /** UUID of the call in this store; `metadata.callId` is the user's own name for it. */
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly sizeBytes: number;
  readonly revision: string;
  readonly status: CallStatus;
  /** sha256 of the recording's bytes; null until it was fetched. */
  readonly contentHash: string | null;
  readonly duplicateOf: string | null;
  readonly failure: CallFailure | null;
  readonly language: Language | null;
  readonly durationMs: number | null;
  readonly layout: Layout | null;
  readonly roles: Roles | null;
  readonly recording: NormalizedRecording | null;
  readonly scorecardId: string | null;
  readonly attempt: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}
