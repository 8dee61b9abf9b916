import { Anchor, Group, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { apiClient } from '../api-client.ts';
import { useMe } from '../session/use-me.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useWording } from '../text/use-texts.tsx';
import type { ReportTexts } from './english-reports.ts';
import { ReportFilters } from './report-filters.tsx';
import { useReportTexts } from './report-texts.ts';
import { useReport, useReportFilters } from './use-report.ts';

interface ReportFrameProps<T> {
  readonly page: keyof ReportTexts['pages'];
  /** The report the page shows, and the filters it takes. */
  readonly report: string;
  readonly filters: readonly string[];
  isEmpty(data: T): boolean;
  readonly children: (data: T) => ReactNode;
}

function ReportBody<T>({
  query,
  isEmpty,
  children,
}: { query: UseQueryResult<T> } & Pick<ReportFrameProps<T>, 'isEmpty' | 'children'>) {
  const texts = useReportTexts();
  const { texts: pages } = useWording();
  if (query.isPending) {
    return (
      <div role="status" aria-busy>
        <VisuallyHidden>{pages.loading}</VisuallyHidden>
        <Skeleton height={320} />
      </div>
    );
  }
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return null;
  if (isEmpty(query.data)) {
    const filter = (query.data as { filter?: Record<string, string> }).filter ?? {};
    return (
      <Text role="status" py="xl">
        {filter.series === 'finalised' ? texts.emptyFinalised : texts.empty}
      </Text>
    );
  }
  return <div data-stale={query.isPlaceholderData || undefined}>{children(query.data)}</div>;
}

/** A report's page: its filters, its files, and what it shows once it is there. */
export function ReportFrame<T>({ page, report, filters: names, isEmpty, children }: ReportFrameProps<T>) {
  const texts = useReportTexts();
  const { language } = useWording();
  const { filters, setFilter, clearFilters } = useReportFilters(names);
  const query = useReport<T>(report, filters);
  const mayExport = useMe()?.actions.includes('export-figures') ?? false;
  usePageTitle(texts.pages[page]);
  return (
    <Stack gap="md">
      <Group justify="space-between" align="baseline">
        <Title order={1}>{texts.pages[page]}</Title>
        {mayExport && (
          <Group gap="md">
            <Anchor
              size="sm"
              href={apiClient.exportUrl(report, { ...filters, format: 'csv', lang: language })}
              download
            >
              {texts.asCsv}
            </Anchor>
            <Anchor
              size="sm"
              href={apiClient.exportUrl(report, { ...filters, format: 'xlsx', lang: language })}
              download
            >
              {texts.asXlsx}
            </Anchor>
          </Group>
        )}
      </Group>
      <ReportFilters names={names} filters={filters} setFilter={setFilter} clearFilters={clearFilters} />
      <ReportBody query={query} isEmpty={isEmpty}>
        {children}
      </ReportBody>
    </Stack>
  );
}
