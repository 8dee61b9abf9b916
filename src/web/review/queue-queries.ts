import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { apiClient } from '../api-client.ts';

/** What waits for the reader, the most pressing first. */
export const queueQuery = queryOptions({
  queryKey: ['review-queue'],
  queryFn: ({ signal }) => apiClient.getReviewQueue(signal),
});

/** Takes a call out of a queue, or gives it back; the queue is shown anew either way. */
export function useChangeAssignment() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: { id: string; change: 'claim' | 'hand-back'; version: number }) =>
      apiClient.changeAssignment(given.id, given.change, given.version),
    onSettled: () => queryClient.invalidateQueries({ queryKey: queueQuery.queryKey }),
  });
}
