import '../styles/records.css';
import { Alert, Button, Center, Group, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import type { AuditCheckResponse, AuditResponse } from '../../api/contract-audit.ts';
import { apiClient } from '../api-client.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useWording } from '../text/use-texts.tsx';
import { AuditTable } from './audit-table.tsx';

const filterNames = ['action', 'actor', 'object'] as const;
const PAGE = 100;

function useAudit(filter: Readonly<Record<string, string>>) {
  return useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      apiClient.listAudit(
        { ...filter, limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      ),
    initialPageParam: null as number | null,
    getNextPageParam: (last: AuditResponse) => last.nextBefore,
  });
}

function CheckResult({ check: { head, fault, anchored } }: { check: AuditCheckResponse }) {
  const { texts, formats } = useWording();
  const isWhole = fault === null;
  const text = isWhole
    ? texts.audit.whole(formats.number(head.rows), formats.number(anchored))
    : texts.audit.bad(formats.number(fault.seq), texts.audit.faults[fault.kind]);
  return (
    <Alert color={isWhole ? 'green' : 'red'} variant="light" role={isWhole ? 'status' : 'alert'} mb="sm">
      <Text size="sm">{text}</Text>
      {isWhole && <Text size="xs" className="hash">{`${head.rows}:${head.hash}`}</Text>}
    </Alert>
  );
}

function AuditFilters() {
  const { texts } = useWording();
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value.trim() === '') next.delete(name);
        else next.set(name, value.trim());
        return next;
      },
      { replace: true },
    );
  return (
    <Group gap="sm" mb="sm" align="end">
      {filterNames.map((name) => (
        <TextInput
          // a link to all rows of the same changes the address under the field
          key={`${name} ${search.get(name) ?? ''}`}
          size="xs"
          label={texts.audit[name]}
          defaultValue={search.get(name) ?? ''}
          maxLength={100}
          onBlur={(event) => set(name, event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && set(name, event.currentTarget.value)}
        />
      ))}
    </Group>
  );
}

/** Who did what, for auditors, and whether that record is whole. */
export default function AuditPage() {
  const { texts } = useWording();
  const [search] = useSearchParams();
  const filter = Object.fromEntries(
    filterNames.flatMap((name) => (search.get(name) ? [[name, (search.get(name) ?? '').slice(0, 100)]] : [])),
  );
  const audit = useAudit(filter);
  const check = useMutation({ mutationFn: () => apiClient.checkAudit() });
  usePageTitle(texts.audit.title);
  const rows = audit.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <div className="page">
      <Group justify="space-between" mb="xs">
        <Title order={1}>{texts.audit.title}</Title>
        <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {texts.audit.check}
        </Button>
      </Group>
      <Text size="sm" c="dimmed" mb="sm">
        {texts.audit.lead}
      </Text>
      {check.data && <CheckResult check={check.data} />}
      {check.error && <ErrorNotice error={check.error} />}
      <AuditFilters />
      {audit.isPending && <PageLoading />}
      {audit.error && <ErrorNotice error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.data && <AuditTable rows={rows} />}
      {audit.hasNextPage && (
        <Center py="md">
          <Button
            variant="default"
            loading={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            {texts.list.loadMore}
          </Button>
        </Center>
      )}
    </div>
  );
}
