import {
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { CallListQuery, CallListResponse, NoteRequest, RolesRequest } from '../api/contract.ts';
import type { CallStatus } from '../domain/call-record.ts';
import { ApiError, apiClient } from './api-client.ts';
import { goToSignIn } from './session/sign-in-address.ts';

/** How often a page asks again while a call is in work, and while all rests, in milliseconds. */
const BUSY_MS = 2_000;
const IDLE_MS = 30_000;

/** True while the pipeline still has to do with the call. */
export function isInWork(status: CallStatus): boolean {
  return status === 'found' || status === 'running';
}

const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 500);

/** The cache of everything the pages have asked the API. */
export function createQueryClient(): QueryClient {
  const onError = (error: Error) => {
    if (error instanceof ApiError && error.status === 401) goToSignIn();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: { staleTime: 10_000, retry: isWorthRetrying, retryDelay: 600, refetchOnWindowFocus: false },
    },
  });
}

/** The list under the given filters, page after page; asks again by itself while calls are in work. */
export function useCallList(filters: CallListQuery) {
  return useInfiniteQuery({
    queryKey: ['calls', filters],
    queryFn: ({ pageParam, signal }) =>
      apiClient.listCalls(pageParam === null ? filters : { ...filters, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last: CallListResponse) => last.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: (query) => {
      const pages = query.state.data?.pages ?? [];
      return pages.some((page) => page.calls.some((call) => isInWork(call.status))) ? BUSY_MS : IDLE_MS;
    },
  });
}

/** One call; asks again by itself while it is in work. */
export function useCall(id: string) {
  return useQuery({
    queryKey: ['call', id],
    queryFn: ({ signal }) => apiClient.getCall(id, signal),
    refetchInterval: (query) => (query.state.data && isInWork(query.state.data.status) ? BUSY_MS : false),
  });
}

/** Parts of a call that never change for one scorecard, so they are asked for once. */
export const partQueries = {
  scorecard: (id: string) =>
    queryOptions({
      queryKey: ['scorecard', id],
      queryFn: ({ signal }) => apiClient.getScorecard(id, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  transcript: (call: string, scorecard: string | undefined) =>
    queryOptions({
      queryKey: ['transcript', call, scorecard],
      queryFn: ({ signal }) => apiClient.getTranscript(call, scorecard, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  acoustics: (call: string, scorecard: string | undefined) =>
    queryOptions({
      queryKey: ['acoustics', call, scorecard],
      queryFn: ({ signal }) => apiClient.getAcoustics(call, scorecard, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  peaks: (call: string) =>
    queryOptions({
      queryKey: ['peaks', call],
      queryFn: ({ signal }) => apiClient.getPeaks(call, signal),
      staleTime: Number.POSITIVE_INFINITY,
    }),
  note: (call: string) =>
    queryOptions({ queryKey: ['note', call], queryFn: ({ signal }) => apiClient.getNote(call, signal) }),
  history: (call: string) =>
    queryOptions({
      queryKey: ['history', call],
      queryFn: ({ signal }) => apiClient.getHistory(call, signal),
    }),
};

/** What the filters of the list offer. */
export const catalogueQueries = {
  standards: queryOptions({
    queryKey: ['standards'],
    queryFn: ({ signal }) => apiClient.listStandards(signal),
    staleTime: 300_000,
  }),
  agents: queryOptions({
    queryKey: ['agents'],
    queryFn: ({ signal }) => apiClient.listAgents(signal),
    staleTime: 60_000,
  }),
  teams: queryOptions({
    queryKey: ['teams'],
    queryFn: ({ signal }) => apiClient.listTeams(signal),
    staleTime: 60_000,
  }),
};

function useRescoring<T>(id: string, change: (request: T) => Promise<unknown>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all(
        [['call', id], ['history', id], ['note', id], ['calls']].map((queryKey) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  });
}

/** Swaps or sets the roles of a call, which scores it anew. */
export function useSetRoles(id: string) {
  return useRescoring(id, (roles: RolesRequest) => apiClient.setRoles(id, roles));
}

/** Files a note for a call, which scores it anew. */
export function usePutNote(id: string) {
  return useRescoring(id, (note: NoteRequest) => apiClient.putNote(id, note));
}
