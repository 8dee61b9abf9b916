import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { apiClient } from '../api-client.ts';

/** The filters of a report as the address holds them, and how to change one; a report can be bookmarked. */
export function useReportFilters(names: readonly string[]) {
  const [search, setSearch] = useSearchParams();
  const filters: Record<string, string> = {};
  for (const name of names) {
    const value = search.get(name);
    if (value && value.length <= 300) filters[name] = value;
  }
  const setFilter = (name: string, value: string | null) =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      return next;
    });
  return { filters, setFilter, clearFilters: () => setSearch(new URLSearchParams()) };
}

/** A report under the given filters. */
export function useReport<T>(name: string, filters: Readonly<Record<string, string>>) {
  return useQuery({
    queryKey: ['report', name, filters],
    queryFn: ({ signal }) => apiClient.getReport<T>(name, filters, signal),
    placeholderData: keepPreviousData,
  });
}

/** The address of a report's page with some filters. */
export function reportAddress(page: string, filters: Readonly<Record<string, string | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value) search.set(name, value);
  return search.size === 0 ? `/reports/${page}` : `/reports/${page}?${search}`;
}
