import { useMutation, useQueryClient } from '@tanstack/react-query';
import type {
  CommentRequest,
  DisputeDecision,
  DisputeRequest,
  FinalisationRequest,
  ReviewRequest,
  ReviewStateResponse,
} from '../../api/contract-reviews.ts';
import { apiClient } from '../api-client.ts';

/** A change of a review that shows what others did meanwhile, whether it was kept or refused. */
function useChange<Request, Answer>(
  callId: string,
  change: (request: Request) => Promise<Answer>,
  take: (state: ReviewStateResponse, answer: Answer) => ReviewStateResponse = (state) => state,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => {
      queryClient.setQueriesData<ReviewStateResponse>({ queryKey: ['review', callId] }, (state) =>
        state === undefined ? state : take(state, answer),
      );
    },
    onSettled: () =>
      Promise.all(
        [['review', callId], ['call', callId], ['review-queue']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** Keeps a decision on one criterion. */
export function useDecide(callId: string) {
  return useChange(
    callId,
    (review: ReviewRequest) => apiClient.decideCriterion(callId, review),
    (state, entry) => ({
      ...state,
      entries: [...state.entries.filter(({ id }) => id !== entry.id), entry],
    }),
  );
}

/** Finalises the call. */
export function useFinalise(callId: string) {
  return useChange(
    callId,
    (finalisation: FinalisationRequest) => apiClient.finaliseCall(callId, finalisation),
    (state, finalised) => ({ ...state, finalised }),
  );
}

/** Adds a comment to the call. */
export function useAddComment(callId: string) {
  return useChange(
    callId,
    (comment: CommentRequest) => apiClient.addComment(callId, comment),
    (state, comment) => ({
      ...state,
      comments: [...state.comments.filter(({ id }) => id !== comment.id), comment],
    }),
  );
}

/** Objects to a finalised verdict. */
export function useRaiseDispute(callId: string) {
  return useChange(callId, (dispute: DisputeRequest) => apiClient.raiseDispute(callId, dispute));
}

/** Ends a dispute: upheld or rejected by a reviewer, or withdrawn by who raised it. */
export function useEndDispute(callId: string, dispute: string) {
  return useChange(callId, async (decision: DisputeDecision | 'withdraw') => {
    if (decision === 'withdraw') await apiClient.withdrawDispute(dispute);
    else await apiClient.decideDispute(dispute, decision);
  });
}
