import { useCallback, useState } from 'react';
import { ApiError } from '../api-client.ts';
import type { Review } from './review-context.tsx';
import { useFinalise } from './use-review-changes.ts';

/** Finalising the call shown: first tells what was heard, then asks; `unheard` is set while the server asks back. */
export function useFinalising(review: Review) {
  const { mutate, isPending, error } = useFinalise(review.callId);
  const [unheard, setUnheard] = useState<readonly string[] | null>(null);
  const { state, isOpen, scorecard, tellPlays } = review;
  const finalise = useCallback(
    async (acceptUnheard: boolean) => {
      if (state === null || !isOpen) return;
      await tellPlays();
      const basedOnReviews = state.entries.map(({ id }) => id);
      mutate(
        { scorecardId: scorecard.meta.id, basedOnReviews, acceptUnheard },
        {
          onSuccess: () => setUnheard(null),
          onError: (refusal) => {
            const isAsking = refusal instanceof ApiError && refusal.code === 'E_UNHEARD';
            setUnheard(isAsking ? refusal.problems.map(({ path }) => path) : null);
          },
        },
      );
    },
    [state, isOpen, scorecard, tellPlays, mutate],
  );
  const isAsked = error instanceof ApiError && error.code === 'E_UNHEARD';
  return { finalise, isPending, refusal: isAsked ? null : error, unheard, forget: () => setUnheard(null) };
}
