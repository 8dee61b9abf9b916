import type { CallStatus } from './call-record.ts';

/** A call that was given up: what happened, where, and after how many attempts. */
export interface FailedCall {
  readonly id: string;
  readonly source: string;
  readonly key: string;
  readonly status: Extract<CallStatus, 'failed' | 'held'>;
  /** One of the error codes, e.g. `E_MEDIA` or `E_QUARANTINED`. */
  readonly code: string;
  /** The stage it stopped in; null before the first. */
  readonly stage: string | null;
  readonly message: string;
  readonly remedy: string | null;
  readonly attempts: number;
  /** ISO 8601, by the database's clock. */
  readonly gaveUpAt: string;
}

/** Calls that were given up; each has a reason, and none is tried again on its own. */
export interface Failures {
  /** Newest first. */
  list(limit: number): Promise<FailedCall[]>;
  count(): Promise<number>;
  /**
   * Makes a given-up call one that waits to be processed, with a clean slate; what its stages gave before is used
   * again. False when it is not given up (any more).
   */
  redrive(id: string): Promise<boolean>;
}
