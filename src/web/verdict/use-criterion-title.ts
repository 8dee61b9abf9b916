import { useQuery } from '@tanstack/react-query';
import { catalogueQueries } from '../queries.ts';
import { useWording } from '../text/use-texts.tsx';

/** An id as words a person can read, for what has no title here: `greeting.own-name` → `Greeting own name`. */
export function spellOut(id: string): string {
  const words = id.replace(/[._-]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}

/** Finds the title of a criterion by its id, in the language of the pages. */
export function useCriterionTitle(): (id: string) => string {
  const { language } = useWording();
  const { data } = useQuery(catalogueQueries.standards);
  const titles = new Map(
    data?.standards.flatMap((standard) =>
      standard.criteria.map((criterion) => [criterion.id, criterion.title]),
    ),
  );
  return (id) => titles.get(id)?.[language] ?? spellOut(id);
}
