import { Button, Chip, Collapse, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { catalogueQueries } from '../queries.ts';
import { useTexts } from '../text/use-texts.tsx';
import type { FilterName, ListFilters } from './list-filters.ts';
import { MoreFilters } from './more-filters.tsx';
import { withChosen } from './with-chosen.ts';

export interface FilterBarProps {
  readonly filters: ListFilters;
  setFilter(name: FilterName, value: string | null): void;
  clearFilters(): void;
}

const hiddenAtFirst: readonly FilterName[] = ['standard', 'criterion', 'verdict', 'language', 'from', 'to'];

function SearchField({ filters, setFilter }: Pick<FilterBarProps, 'filters' | 'setFilter'>) {
  const texts = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((value: string) => setFilter('q', value.trim()), 300);
  const inAddress = filters.q ?? '';
  useEffect(() => {
    // the address may change from elsewhere (back, clear); what is being typed is left alone
    if (field.current && document.activeElement !== field.current) field.current.value = inAddress;
  }, [inAddress]);
  return (
    <TextInput
      ref={field}
      type="search"
      size="xs"
      className="filter-search"
      label={texts.list.search}
      placeholder={texts.list.searchHint}
      leftSection={<IconSearch size={14} aria-hidden />}
      defaultValue={inAddress}
      maxLength={200}
      onChange={(event) => search(event.currentTarget.value)}
    />
  );
}

function FlagFilter({ name, label, ...bar }: FilterBarProps & { name: FilterName; label: string }) {
  return (
    <Chip
      size="xs"
      radius="sm"
      checked={bar.filters[name] === 'true'}
      onChange={(isOn) => bar.setFilter(name, isOn ? 'true' : null)}
    >
      {label}
    </Chip>
  );
}

function PeopleFilters({ filters, setFilter }: FilterBarProps) {
  const texts = useTexts();
  const agents = useQuery(catalogueQueries.agents).data?.agents ?? [];
  const teams = useQuery(catalogueQueries.teams).data?.teams ?? [];
  const statuses = Object.entries(texts.statuses).map(([value, label]) => ({ value, label }));
  const any = { value: '', label: texts.list.any };
  return (
    <>
      <NativeSelect
        size="xs"
        label={texts.list.agent}
        value={filters.agent ?? ''}
        onChange={(event) => setFilter('agent', event.currentTarget.value)}
        data={withChosen(filters.agent, [
          any,
          ...agents.map(({ id, name, calls }) => ({ value: id, label: `${name ?? id} (${calls})` })),
        ])}
      />
      <NativeSelect
        size="xs"
        label={texts.list.team}
        value={filters.team ?? ''}
        onChange={(event) => setFilter('team', event.currentTarget.value)}
        data={withChosen(filters.team, [
          any,
          ...teams.map(({ team, calls }) => ({ value: team, label: `${team} (${calls})` })),
        ])}
      />
      <NativeSelect
        size="xs"
        label={texts.list.status}
        value={filters.status ?? ''}
        onChange={(event) => setFilter('status', event.currentTarget.value)}
        data={[any, ...statuses]}
      />
    </>
  );
}

/** What the list is narrowed by; every choice goes to the address at once. */
export function FilterBar(props: FilterBarProps) {
  const texts = useTexts();
  const [isOpen, setOpen] = useState(() => hiddenAtFirst.some((name) => name in props.filters));
  const hasFilters = Object.keys(props.filters).length > 0;
  return (
    <search className="filters" aria-label={texts.list.filters}>
      <Group gap="sm" align="flex-end">
        <SearchField {...props} />
        <PeopleFilters {...props} />
        <Group gap={6} className="filter-flags">
          <FlagFilter {...props} name="needsPerson" label={texts.list.needsPerson} />
          <FlagFilter {...props} name="critical" label={texts.list.critical} />
          <Button
            size="xs"
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size={14} aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {texts.list.moreFilters}
          </Button>
          {hasFilters && (
            <Button size="xs" variant="subtle" onClick={props.clearFilters}>
              {texts.list.clear}
            </Button>
          )}
        </Group>
      </Group>
      <Collapse expanded={isOpen}>
        <MoreFilters {...props} />
      </Collapse>
    </search>
  );
}
