import type {
  AnyAcoustics,
  CallDescription,
  CallFailure,
  CallRecord,
  CallStatus,
  Publication,
  StageState,
} from './call-record.ts';
import type { Note } from './note.ts';
import type { RecordingRef } from './recording.ts';
import type { Transcript } from './transcript.ts';
import type { Transcription } from './transcription.ts';

/** What is known of a recording that a source has just listed. */
export interface Sighting {
  readonly id: string;
  readonly status: CallStatus;
  /** True the first time this source and key are seen. */
  readonly isNew: boolean;
  /** True when the source now holds other bytes than those that were processed. */
  readonly hasChanged: boolean;
  /** False when these very bytes came to an end that trying again would not change. */
  readonly needsWork: boolean;
}

/** The life of calls, from found to scored. Every method is one short transaction. */
export interface CallRecords {
  /** Takes up a listed recording, once per source and key; a changed revision starts it over. */
  saw(ref: RecordingRef): Promise<Sighting>;
  /**
   * Gives the call its identity. The first call with a content hash is the original; a later one becomes a
   * `duplicate` and learns of which, so that one conversation is never counted twice.
   */
  identify(id: string, contentHash: string): Promise<{ readonly duplicateOf: string | null }>;
  describe(id: string, description: CallDescription): Promise<void>;
  /**
   * Counts an attempt before any work is done, so that a crash counts too; returns its number, from 1. Fails with
   * `E_QUARANTINED` when three attempts before it were never settled: their processes died.
   */
  attempted(id: string): Promise<number>;
  /** True when an attempt at the call was never settled. */
  isSuspect(id: string): Promise<boolean>;
  began(id: string, stage: string): Promise<void>;
  ended(id: string, stage: string, isReused: boolean): Promise<void>;
  /** Records why an attempt failed; with `isFinal` (unless told otherwise) the call is given up until redriven. */
  failed(id: string, failure: CallFailure, isFinal?: boolean): Promise<void>;
  /** Sets the call aside for a person: never retried on its own. */
  held(id: string, failure: CallFailure): Promise<void>;
  /** Takes an attempt back that ended through no fault of the call; with a reason the call is shown as `held`. */
  released(id: string, reason: CallFailure | null): Promise<void>;
  /** Says that the process of an attempt that came to nothing is alive, so that it does not count as a crash. */
  survived(id: string): Promise<void>;
  get(id: string): Promise<CallRecord | null>;
  stages(id: string): Promise<StageState[]>;
  /** Calls that have the same bytes as this one, oldest first. */
  duplicates(id: string): Promise<{ id: string; source: string; key: string }[]>;
}

/** A kept scorecard: the very text that was published, and what is kept beside it. */
export interface KeptScorecard extends Pick<Publication, 'scorecard' | 'origin'> {
  readonly id: string;
  readonly callRecordId: string;
  readonly isCurrent: boolean;
  /** ISO 8601, by the database's clock. */
  readonly createdAt: string;
}

/** Scorecards and what was scored; nothing in here is ever edited or removed by scoring. */
export interface Scorecards {
  /**
   * Keeps the scorecard with its verdicts and the call's facts in one transaction, makes it the current one
   * and finishes the call. The same scorecard as the current one changes nothing and gives its id.
   */
  publish(callRecordId: string, publication: Publication): Promise<{ id: string; isNew: boolean }>;
  get(id: string): Promise<KeptScorecard | null>;
  /** All scorecards of a call, newest first. */
  history(callRecordId: string): Promise<KeptScorecard[]>;
  /** What the given scorecard was made from; the turn numbers of its evidence point into this transcript. */
  transcript(scorecardId: string): Promise<Transcript | null>;
  acoustics(scorecardId: string): Promise<AnyAcoustics | null>;
  transcription(scorecardId: string): Promise<Transcription | null>;
  /** Which of these parts there are. */
  parts(scorecardId: string): Promise<{ readonly transcript: boolean; readonly acoustics: boolean }>;
}

export interface KeptNote {
  readonly note: Note;
  /** `file` beside the recording, or the name of who sent it. */
  readonly from: string;
  readonly createdAt: string;
}

/** Notes of calls; a new one takes the place of the old one, which is kept. */
export interface Notes {
  /** True when the note differs from the one before. */
  put(callRecordId: string, note: Note, from: string): Promise<boolean>;
  current(callRecordId: string): Promise<KeptNote | null>;
}

/** A person's decision on which channel is the agent's; it beats what the call itself tells. */
export interface RoleChoice {
  readonly agent: 'left' | 'right';
  readonly reason: string;
  readonly by: string;
  readonly createdAt: string;
}

export interface RoleChoices {
  choose(callRecordId: string, choice: Omit<RoleChoice, 'createdAt'>): Promise<void>;
  current(callRecordId: string): Promise<RoleChoice | null>;
}

/** How far the reading of one source has come. */
export interface ImportProgress {
  readonly id: string;
  readonly source: string;
  readonly state: 'running' | 'done' | 'failed';
  /** Recordings listed, and of these: new or changed, already known. */
  readonly seen: number;
  readonly taken: number;
  readonly known: number;
  /** Recordings that were erased before and are not taken up again. */
  readonly refused: number;
  /** Of those taken: finished, and failed or held. */
  readonly finished: number;
  readonly failed: number;
  /** Last key listed, from where the reading goes on after a stop. */
  readonly after: string | null;
  readonly failure: CallFailure | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** Counts to add, and the place the listing has come to. */
export interface ImportStep {
  readonly seen?: number;
  readonly taken?: number;
  readonly known?: number;
  readonly refused?: number;
  readonly finished?: number;
  readonly failed?: number;
  readonly after?: string;
}

export interface Imports {
  begin(source: string, by: string): Promise<string>;
  advance(id: string, step: ImportStep): Promise<void>;
  end(id: string, failure: CallFailure | null): Promise<void>;
  get(id: string): Promise<ImportProgress | null>;
  /** The newest import of a source, where it was stopped or failed before its end; it goes on from its place. */
  unfinished(source: string): Promise<ImportProgress | null>;
}

/** What judging costs. */
export interface JudgeUsage {
  /** Tokens sent and received by judges since the month began, in UTC by the database's clock. */
  tokensThisMonth(): Promise<number>;
}
