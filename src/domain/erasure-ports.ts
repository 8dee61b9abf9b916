import type { RawReplies, StageResults } from './ports.ts';

/** Whose content is to go. */
export type ErasureSubject = { readonly call: string } | { readonly customer: string };

/** What an erasure took away: the calls, and the artifacts nobody else has, which are still to be removed. */
export interface Erased {
  readonly callRecordIds: readonly string[];
  readonly artifacts: readonly string[];
}

/** Takes content away for good. Figures (verdicts, points, totals, what was paid) stay, without content. */
export interface Erasure {
  /**
   * Erases a call and every other with the same bytes: words, notes, replies, results, search text, metadata. Only
   * hashes stay, by which the same recording is refused. Nothing for a call that is erased or was never there.
   */
  eraseCall(callRecordId: string): Promise<Erased>;
  /** Files of erased calls that a crash may have left behind. */
  leftArtifacts(limit: number): Promise<string[]>;
  artifactRemoved(name: string): Promise<void>;
  /** Calls of a customer that are not erased, oldest first. */
  callsOf(customerId: string, limit: number): Promise<string[]>;
  /** Has calls of this customer refused that took place before now, also where it is learnt later whose they are. */
  refuseCustomer(customerId: string): Promise<void>;
}

/** What has come of age and is still there; ages count from the start of the call. */
export interface Retention {
  callsOlderThan(days: number, limit: number): Promise<string[]>;
  /** Calls at rest whose sound is kept, with the artifacts it lies in. */
  audioOlderThan(days: number, limit: number): Promise<{ id: string; artifacts: readonly string[] }[]>;
  audioRemoved(callRecordId: string): Promise<void>;
  wordsOlderThan(days: number, limit: number): Promise<string[]>;
  /** Takes transcript and replies of transcribers away; the scorecard keeps the quotes it rests on. */
  removeWords(callRecordId: string): Promise<void>;
}

/** What one worker of all does from time to time. */
export interface Chores {
  /** True for the one that may do it now: nobody began it within `everyMs`. */
  claim(name: string, everyMs: number): Promise<boolean>;
}

/** Results and replies as one call keeps them, so that they can be found and erased with it. */
export interface KeptForCall {
  readonly results: StageResults;
  readonly replies: RawReplies;
}
