import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Language } from '../../domain/call.ts';
import { catalogueQueries } from '../queries.ts';
import { useWording } from '../text/use-texts.tsx';
import type { ReportTexts } from './english-reports.ts';
import { useReportTexts } from './report-texts.ts';

interface ReportFiltersProps {
  /** Which filters the report takes, in the order they are shown. */
  readonly names: readonly string[];
  readonly filters: Readonly<Record<string, string>>;
  setFilter(name: string, value: string | null): void;
  clearFilters(): void;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const named = (labels: Readonly<Record<string, string>>, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: labels[value] ?? value }));

function useOptions(filters: Readonly<Record<string, string>>): Readonly<Record<string, readonly Option[]>> {
  const texts = useReportTexts();
  const { language, texts: pages } = useWording();
  const { data: standards } = useQuery(catalogueQueries.standards);
  const { data: agents } = useQuery(catalogueQueries.agents);
  const { data: teams } = useQuery(catalogueQueries.teams);
  const all = standards?.standards ?? [];
  const chosen = all.find(({ id }) => id === (filters.standard ?? 'telesales-service')) ?? all[0];
  const titled = (one: { id: string; title: Record<Language, string> }) => ({
    value: one.id,
    label: one.title[language],
  });
  return {
    team: (teams?.teams ?? []).map(({ team }) => ({ value: team, label: team })),
    agent: (agents?.agents ?? []).map(({ id, name }) => ({
      value: id,
      label: name === null ? id : `${name} · ${id}`,
    })),
    standard: all.map(titled),
    criterion: (chosen?.criteria ?? []).map(titled),
    language: named(pages.languages, ['zh', 'en']),
    series: named(texts.series, ['machine', 'finalised']),
    grain: named(texts.grain, filters.withYear ? ['month', 'year'] : ['week', 'month']),
    state: named(texts.state, ['due', 'overdue', 'done']),
  };
}

const labelOf = (texts: ReportTexts, name: string): string =>
  (texts.filters as Readonly<Record<string, string>>)[name === 'period' ? 'day' : name] ?? name;

/** The filters of a report, kept in the address. */
export function ReportFilters({ names, filters, setFilter, clearFilters }: ReportFiltersProps) {
  const texts = useReportTexts();
  const options = useOptions(names.includes('period') ? { ...filters, withYear: 'yes' } : filters);
  const any = { value: '', label: names.includes('threshold') ? texts.filters.usual : texts.filters.any };
  return (
    <Group
      component="search"
      gap="xs"
      align="end"
      className="report-filters"
      aria-label={texts.filters.label}
    >
      {names.map((name) => {
        const shared = { size: 'xs', label: labelOf(texts, name), value: filters[name] ?? '' } as const;
        const offered = options[name];
        if (offered === undefined) {
          return (
            <TextInput
              key={name}
              {...shared}
              type={name === 'threshold' ? 'number' : 'date'}
              {...(name === 'threshold' ? { min: 0, max: 1, step: 0.01 } : {})}
              onChange={(event) => setFilter(name, event.currentTarget.value)}
            />
          );
        }
        const hasDefault =
          name === 'series' || name === 'grain' || name === 'standard' || name === 'criterion';
        const missing = filters[name] !== undefined && !offered.some(({ value }) => value === filters[name]);
        const listed = missing
          ? [...offered, { value: filters[name] ?? '', label: filters[name] ?? '' }]
          : offered;
        return (
          <NativeSelect
            key={name}
            {...shared}
            data={[hasDefault ? { value: '', label: texts.filters.usual } : any, ...listed]}
            onChange={(event) => setFilter(name, event.currentTarget.value)}
          />
        );
      })}
      {Object.keys(filters).length > 0 && (
        <Button size="xs" variant="default" onClick={clearFilters}>
          {texts.filters.clear}
        </Button>
      )}
    </Group>
  );
}
