import { useSearchParams } from 'wouter';
import { type FilterName, readFilters } from './list-filters.ts';

/** The filters of the list as the address holds them, and how to change them; a list can be bookmarked. */
export function useListFilters() {
  const [search, setSearch] = useSearchParams();
  const setFilter = (name: FilterName, value: string | null) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: name === 'q' },
    );
  };
  const clearFilters = () => setSearch(new URLSearchParams());
  return { filters: readFilters(search), setFilter, clearFilters };
}
