import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { NewPersonRequest, PersonChangeRequest } from '../../api/contract-people.ts';
import { apiClient } from '../api-client.ts';

/** Everybody who may sign in. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => apiClient.listPeople(signal),
});

/** What is asked for when a person is saved: a new one, or a change of one. */
export type PersonToSave =
  | { readonly id: null; readonly person: NewPersonRequest }
  | { readonly id: string; readonly change: PersonChangeRequest };

/** Saves a person and shows the list anew. */
export function useSavePerson() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (given: PersonToSave) =>
      given.id === null ? apiClient.addPerson(given.person) : apiClient.changePerson(given.id, given.change),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  });
}
