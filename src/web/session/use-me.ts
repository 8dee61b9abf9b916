import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import type { Action } from '../../domain/access-rules.ts';
import { apiClient } from '../api-client.ts';

/** Who is signed in, asked once a page load: signing in and out load the pages anew. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => apiClient.whoAmI(signal),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** The caller, or undefined while that is not known. */
export function useMe() {
  const [path] = useLocation();
  return useQuery({ ...meQuery, enabled: path !== '/sign-in' }).data;
}

/** Whether the caller may do something somewhere; undefined while that is not known. */
export function useMay(action: Action): boolean | undefined {
  return useMe()?.actions.includes(action);
}

/** Ends the session and opens the sign-in page, with nothing of this one kept. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => apiClient.signOut(),
    onSuccess: () => window.location.assign('/sign-in'),
  });
}
