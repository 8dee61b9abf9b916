import type { Reviewer } from './review-ports.ts';
import type { Verdict } from './verdict.ts';

/** How often one criterion of one call may be disputed: after that, what was decided holds. */
export const MAX_DISPUTE_ROUNDS = 2;

/** Days until a dispute ought to be decided, so that it is over before the month is. */
export const DISPUTE_DAYS = 7;

export type DisputeState = 'open' | 'upheld' | 'rejected' | 'withdrawn';

/** An agent's objection to one finalised verdict, and what became of it. */
export interface Dispute {
  readonly id: string;
  readonly callId: string;
  readonly criterion: string;
  /** How often this criterion of this call has been disputed, from 1. */
  readonly round: number;
  readonly oldVerdict: Verdict;
  readonly expected: Verdict;
  readonly reason: string;
  readonly raisedBy: string;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly state: DisputeState;
  readonly decidedBy: string | null;
  readonly decisionReason: string | null;
  readonly decidedAt: string | null;
}

/** A dispute with what its decision needs to know. */
export interface DisputeCase extends Dispute {
  readonly scorecardId: string;
  readonly raisedById: string | null;
  /** Who finalised the verdict; somebody else has to decide. */
  readonly finalisedById: string | null;
  readonly finalisedBy: string;
}

export interface NewDispute {
  readonly criterion: string;
  readonly expected: Verdict;
  readonly reason: string;
}

/** Disputes of finalised verdicts. */
export interface Disputes {
  /**
   * Takes an objection to the newest finalisation and puts the call before reviewers. Throws `E_CONFLICT` when the
   * call is not finalised, one is open already, the rounds are used up, or the verdict is the expected one.
   */
  raise(callId: string, dispute: NewDispute, by: Reviewer): Promise<Dispute>;
  ofCall(callId: string): Promise<Dispute[]>;
  find(id: string): Promise<DisputeCase | null>;
  /**
   * Ends an open dispute. Throws `E_CONFLICT` when it is not open any more, `E_FORBIDDEN` for who finalised the
   * verdict. What an upheld dispute changes is the caller's to write, in the same transaction.
   */
  close(
    id: string,
    outcome: { readonly state: Exclude<DisputeState, 'open'>; readonly reason: string },
    by: Reviewer,
  ): Promise<void>;
}
