import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { catalogueQueries } from '../queries.ts';
import { useLocalized, useTexts } from '../text/use-texts.tsx';
import type { FilterBarProps } from './filter-bar.tsx';
import { type FilterName, languageChoices, verdictChoices } from './list-filters.ts';
import { type Choice, withChosen } from './with-chosen.ts';

function useChoices() {
  const texts = useTexts();
  const localized = useLocalized();
  const standards = useQuery(catalogueQueries.standards).data?.standards ?? [];
  const criteria = new Map(
    standards.flatMap(({ criteria }) => criteria.map(({ id, title }) => [id, localized(title)] as const)),
  );
  const any: Choice = { value: '', label: texts.list.any };
  return {
    standard: [any, ...standards.map(({ id, title }) => ({ value: id, label: localized(title) }))],
    criterion: [any, ...Array.from(criteria, ([value, label]) => ({ value, label }))],
    verdict: [any, ...verdictChoices.map((value) => ({ value, label: texts.verdicts[value] }))],
    language: [any, ...languageChoices.map((value) => ({ value, label: texts.languages[value] }))],
  };
}

/** The filters needed less often: standard, criterion and verdict, language, days. */
export function MoreFilters({ filters, setFilter }: FilterBarProps) {
  const texts = useTexts();
  const choices = useChoices();
  const select = (name: keyof typeof choices) => (
    <NativeSelect
      key={name}
      size="xs"
      label={texts.list[name]}
      value={filters[name] ?? ''}
      onChange={(event) => setFilter(name, event.currentTarget.value)}
      data={withChosen(filters[name], choices[name])}
    />
  );
  const date = (name: Extract<FilterName, 'from' | 'to'>) => (
    <TextInput
      type="date"
      size="xs"
      label={texts.list[name]}
      value={filters[name] ?? ''}
      onChange={(event) => setFilter(name, event.currentTarget.value)}
    />
  );
  return (
    <Group gap="sm" mt="sm" align="flex-end">
      {select('criterion')}
      {select('verdict')}
      {select('standard')}
      {select('language')}
      {date('from')}
      {date('to')}
    </Group>
  );
}
