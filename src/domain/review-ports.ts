import type { PlayedSpan } from './played-evidence.ts';
import type { FinalScorecard, ReviewDecision, ReviewEntry } from './review.ts';
import type { Verdict } from './verdict.ts';

/** Who decides: the id is null for the local user and for tokens of no person. */
export interface Reviewer {
  readonly id: string | null;
  readonly name: string;
}

/** A decision to be kept; `basedOn` is the newest decision on the criterion its maker had seen, null for none. */
export interface NewReview {
  readonly scorecardId: string;
  readonly criterion: string;
  readonly decision: ReviewDecision;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly basedOn: number | null;
  readonly evidenceMs: number;
  readonly playedMs: number;
  /** Set while a dispute is upheld: then a finalised call takes one more decision. */
  readonly isInDispute?: true;
}

/** A remark on a call, or on a moment or criterion of it. */
export interface ReviewComment {
  readonly id: number;
  readonly atMs: number | null;
  readonly criterion: string | null;
  readonly body: string;
  readonly by: string;
  readonly createdAt: string;
}

/** A scorecard as people left it, kept for good; the newest round holds. */
export interface KeptFinalisation extends FinalScorecard {
  readonly id: number;
  readonly scorecardId: string;
  readonly round: number;
  readonly by: string;
  readonly byId: string | null;
  readonly isRandom: boolean;
  readonly createdAt: string;
}

/** A finalisation to be kept: the next round after the one its maker had seen, 0 for none. */
export interface NewFinalisation {
  readonly scorecardId: string;
  readonly basedOnRound: number;
  /** Ids of the newest decision on each criterion its maker had seen. */
  readonly basedOnReviews: readonly number[];
  readonly final: FinalScorecard;
}

/** What people say of scorecards; append-only. */
export interface Reviews {
  /** Every decision on a scorecard, oldest first. */
  entries(scorecardId: string): Promise<ReviewEntry[]>;
  /**
   * Keeps a decision. Throws `E_CONFLICT` when the scorecard is no longer the current one, the call is finalised, or
   * somebody decided on the criterion since: of many at once exactly one is kept.
   */
  decide(callId: string, review: NewReview, by: Reviewer): Promise<ReviewEntry>;
  comments(callId: string): Promise<ReviewComment[]>;
  comment(
    callId: string,
    remark: Pick<ReviewComment, 'atMs' | 'criterion' | 'body'>,
    by: Reviewer,
  ): Promise<ReviewComment>;
  /** Remembers what somebody listened to. */
  played(callId: string, span: PlayedSpan, by: Reviewer): Promise<void>;
  /** What somebody listened to so far. */
  playedBy(callId: string, by: Reviewer): Promise<PlayedSpan[]>;
  /**
   * Keeps the scorecard as people left it, its verdicts for reports, and ends the call's open assignments. Throws
   * `E_CONFLICT` when the scorecard, a decision or the round changed since its maker looked.
   */
  finalise(callId: string, finalisation: NewFinalisation, by: Reviewer): Promise<KeptFinalisation>;
  /** Rounds of a call, newest first. */
  finalisations(callId: string): Promise<KeptFinalisation[]>;
}
