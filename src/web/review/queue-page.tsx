import '../styles/review.css';
import { Anchor, Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { ReviewQueueResponse } from '../../api/contract-queue.ts';
import { ApiError } from '../api-client.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { PageLoading } from '../shell/page-loading.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { useWording } from '../text/use-texts.tsx';
import { useAttentionLines } from '../verdict/use-attention-lines.ts';
import { queueQuery, useChangeAssignment } from './queue-queries.ts';
import { useReviewTexts } from './review-texts.ts';

type Entry = ReviewQueueResponse['entries'][number];

function useFacts(): (entry: Entry) => string {
  const { queue } = useReviewTexts();
  const { texts, formats } = useWording();
  return (entry) =>
    [
      entry.startedAt && formats.dateTime(entry.startedAt),
      entry.durationMs !== null && formats.clock(entry.durationMs),
      entry.total !== null && formats.percent(entry.total),
      entry.coverage !== null && `${texts.total.coverage} ${formats.percent(entry.coverage)}`,
      entry.queue !== null && queue.inQueue(entry.queue),
      entry.isMine && queue.mine,
      entry.isRandom && queue.random,
      entry.dueAt && queue.due(formats.dateTime(entry.dueAt)),
    ]
      .filter(Boolean)
      .join(' · ');
}

function QueueLine({ entry }: { entry: Entry }) {
  const { queue } = useReviewTexts();
  const factsOf = useFacts();
  const linesOf = useAttentionLines();
  const change = useChangeAssignment();
  const who = entry.isBlind ? queue.blind : (entry.agent?.name ?? entry.agent?.id ?? queue.unknown);
  const isTaken = change.error instanceof ApiError && change.error.code === 'E_CONFLICT';
  const { id, version } = entry;
  return (
    <li className="queue-line" data-why={entry.why}>
      <div className="queue-what">
        <Anchor component={Link} href={`/calls/${entry.callId}`} aria-label={queue.open(who)}>
          {who}
        </Anchor>{' '}
        <b>{queue.why[entry.why]}</b>
        <p className="dim small">{factsOf(entry)}</p>
        {linesOf(entry.needsPerson)
          .slice(0, 2)
          .map((line) => (
            <p key={line} className="small">
              {line}
            </p>
          ))}
        {change.error && (isTaken ? <p role="alert">{queue.taken}</p> : <ErrorNotice error={change.error} />)}
      </div>
      {(!entry.isMine || entry.queue !== null) && (
        <Button
          size="compact-sm"
          variant="default"
          loading={change.isPending}
          onClick={() => change.mutate({ id, version, change: entry.isMine ? 'hand-back' : 'claim' })}
        >
          {entry.isMine ? queue.handBack : queue.claim}
        </Button>
      )}
    </li>
  );
}

/** The reader's work queue: what needs a person most, and why, with the way to the first call. */
export default function QueuePage() {
  const { queue } = useReviewTexts();
  const found = useQuery(queueQuery);
  usePageTitle(queue.title);
  if (found.error) {
    return (
      <div className="page">
        <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
      </div>
    );
  }
  if (found.data === undefined) return <PageLoading />;
  const { entries } = found.data;
  const [first] = entries;
  return (
    <div className="page">
      <div className="page-head">
        <Title order={1}>{queue.title}</Title>
        <span className="dim">{queue.count(entries.length)}</span>
      </div>
      {first === undefined ? (
        <>
          <Text>{queue.empty}</Text>
          <Text size="sm" c="dimmed">
            {queue.emptyHint}
          </Text>
        </>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="sm">
            {queue.lead}
          </Text>
          <Button component={Link} href={`/calls/${first.callId}`} size="xs">
            {queue.start}
          </Button>
          <ul className="queue-list">
            {entries.map((entry) => (
              <QueueLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
