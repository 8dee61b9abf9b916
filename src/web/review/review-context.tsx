import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';
import type { CallResponse } from '../../api/contract.ts';
import type { ReviewRequest, ReviewStateResponse } from '../../api/contract-reviews.ts';
import type { ScorecardResponse } from '../../api/contract-scorecards.ts';
import { apiClient } from '../api-client.ts';
import { criterionOfKey } from '../call/moments.ts';
import type { PlayerState } from '../call/player.ts';
import { usePlayerState } from '../call/player-context.tsx';
import { decisionsOn } from './review-view.ts';
import { useRecordPlays } from './use-record-plays.ts';
import { useDecide } from './use-review-changes.ts';

/** A form open on one criterion. */
export interface OpenForm {
  readonly criterion: string;
  readonly kind: 'override' | 'not-applicable' | 'dispute';
}

/** What a person decides on a criterion; whom it is based on is known here. */
export type Decision = Pick<ReviewRequest, 'criterion' | 'decision' | 'verdict' | 'reason'>;

/** The review of the call shown, and what can be done with it. */
export interface Review {
  readonly callId: string;
  /** Null while it is not known, and where another scorecard than the reviewed one is shown. */
  readonly state: ReviewStateResponse | null;
  /** The scorecard people decided on when another one is shown. */
  readonly elsewhere: string | null;
  readonly scorecard: ScorecardResponse;
  /** True when the caller may decide now. */
  readonly isOpen: boolean;
  /** The criterion the keys are about. */
  readonly current: string | null;
  readonly form: OpenForm | null;
  /** Why the last decision on a criterion was refused. */
  readonly refusals: ReadonlyMap<string, Error>;
  setCurrent(criterion: string | null): void;
  setForm(form: OpenForm | null): void;
  /** Keeps a decision; false when it was refused. */
  decide(decision: Decision): Promise<boolean>;
  /** Ends when the server knows all that was heard. */
  tellPlays(): Promise<void>;
}

const ReviewContext = createContext<Review | null>(null);

const reviewQuery = (callId: string, scorecardId: string | null) =>
  queryOptions({
    queryKey: ['review', callId, scorecardId],
    queryFn: ({ signal }) => apiClient.getReview(callId, signal),
  });

function useDecisions(callId: string, scorecardId: string, state: ReviewStateResponse | null) {
  const [refusals, setRefusals] = useState<ReadonlyMap<string, Error>>(new Map());
  const { mutateAsync } = useDecide(callId);
  const decide = useCallback(
    async (decision: Decision) => {
      const { criterion } = decision;
      const basedOn = state === null ? null : (decisionsOn(state, criterion)[0]?.id ?? null);
      const note = (error: Error | null) =>
        setRefusals((before) => {
          const after = new Map(before);
          if (error === null) after.delete(criterion);
          else after.set(criterion, error);
          return after;
        });
      try {
        await mutateAsync({ ...decision, scorecardId, basedOn });
        note(null);
        return true;
      } catch (error) {
        note(error instanceof Error ? error : new Error(String(error)));
        return false;
      }
    },
    [mutateAsync, scorecardId, state],
  );
  return { refusals, decide };
}

const spanKeyNow = (state: PlayerState) => state.spanKey;

/** The criterion chosen: by hand, or because its evidence is being heard. */
function useCurrent() {
  const [current, setCurrent] = useState<string | null>(null);
  const spanKey = usePlayerState(spanKeyNow);
  useEffect(() => {
    const heard = spanKey === null ? null : criterionOfKey(spanKey);
    if (heard !== null) setCurrent(heard);
  }, [spanKey]);
  return [current, setCurrent] as const;
}

interface ReviewProviderProps {
  readonly call: CallResponse;
  /** Undefined while it is loading, and for a call without one. */
  readonly scorecard: ScorecardResponse | undefined;
  readonly children: ReactNode;
}

/** Holds the review of one scorecard for everything below it. */
export function ReviewProvider({ call, scorecard, children }: ReviewProviderProps) {
  const { data } = useQuery(reviewQuery(call.id, call.scorecardId));
  const shown = scorecard?.meta.id ?? '';
  const state = data !== undefined && data.scorecardId === shown ? data : null;
  const hasDecisions = data !== undefined && (data.entries.length > 0 || data.finalised !== null);
  const elsewhere = state === null && hasDecisions ? data.scorecardId : null;
  const [current, setCurrent] = useCurrent();
  const [form, setForm] = useState<OpenForm | null>(null);
  const decisions = useDecisions(call.id, shown, state);
  const tellPlays = useRecordPlays(call.id, data?.may.review ?? false);
  const isOpen = state?.may.review === true && state.finalised === null;
  const review: Review | null =
    scorecard === undefined
      ? null
      : {
          ...{ callId: call.id, state, elsewhere, scorecard, isOpen, current, form, ...decisions },
          ...{ setCurrent, setForm, tellPlays },
        };
  return <ReviewContext value={review}>{children}</ReviewContext>;
}

/** The review of the scorecard shown; null where none is. */
export function useReview(): Review | null {
  return use(ReviewContext);
}
