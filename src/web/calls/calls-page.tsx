import { Button, Center, Code, Skeleton, Stack, Text, Title, VisuallyHidden } from '@mantine/core';
import type { CallRow } from '../../api/contract.ts';
import { isInWork, useCallList } from '../queries.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useTexts } from '../text/use-texts.tsx';
import { CallListRow } from './call-list-row.tsx';
import { FilterBar } from './filter-bar.tsx';
import { asListQuery } from './list-filters.ts';
import { useListFilters } from './use-list-filters.ts';

function ListSkeleton() {
  const texts = useTexts();
  return (
    <Stack gap={6} role="status" aria-busy>
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={`row-${String(index)}`} height={62} />
      ))}
    </Stack>
  );
}

function EmptyList({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const texts = useTexts();
  return (
    <Stack align="center" py={64} gap="xs" role="status">
      <Text fw={600}>{isFiltered ? texts.list.noMatch : texts.list.empty}</Text>
      <Text c="dimmed" size="sm">
        {isFiltered ? texts.list.noMatchHint : texts.list.emptyHint}
      </Text>
      {isFiltered ? (
        <Button size="xs" variant="default" onClick={onClear}>
          {texts.list.clear}
        </Button>
      ) : (
        <Code>npx earmark import ./calls</Code>
      )}
    </Stack>
  );
}

function ColumnNames() {
  const texts = useTexts();
  return (
    <div className="call-row column-names" aria-hidden>
      <span>{texts.list.result}</span>
      <span>{texts.list.call}</span>
      <span>{texts.list.started}</span>
      <span>{texts.list.criteria}</span>
      <span>{texts.list.attention}</span>
    </div>
  );
}

function CallList({ calls }: { calls: readonly CallRow[] }) {
  const texts = useTexts();
  return (
    <>
      <ColumnNames />
      <ul className="call-list" aria-label={texts.list.title}>
        {calls.map((call) => (
          <CallListRow key={call.id} call={call} />
        ))}
      </ul>
    </>
  );
}

/** The worklist: filters in the address, one row a call, more on demand. */
export function CallsPage() {
  const texts = useTexts();
  const { filters, setFilter, clearFilters } = useListFilters();
  const list = useCallList(asListQuery(filters));
  usePageTitle(texts.list.title);
  const calls = list.data?.pages.flatMap((page) => page.calls) ?? [];
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <div className="page">
      <div className="page-head">
        <Title order={1}>{texts.list.title}</Title>
        <Text size="sm" c="dimmed" aria-live="polite">
          {list.data && texts.list.shown(calls.length)}
          {calls.some((call) => isInWork(call.status)) && ` · ${texts.list.updates}`}
        </Text>
      </div>
      <FilterBar filters={filters} setFilter={setFilter} clearFilters={clearFilters} />
      {list.isPending && <ListSkeleton />}
      {list.error && <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && calls.length === 0 && <EmptyList isFiltered={isFiltered} onClear={clearFilters} />}
      {calls.length > 0 && (
        <div className="list-frame" data-stale={list.isPlaceholderData || undefined}>
          <CallList calls={calls} />
        </div>
      )}
      {list.hasNextPage && (
        <Center py="md">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {texts.list.loadMore}
          </Button>
        </Center>
      )}
    </div>
  );
}
