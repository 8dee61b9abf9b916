import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { queueQuery } from './queue-queries.ts';
import { useReviewTexts } from './review-texts.ts';

interface NextCallProps {
  readonly callId: string;
  /** Whether the way on is offered; the key for it works in any case. */
  readonly isShown: boolean;
  /** How often the key was pressed. */
  readonly asked: number;
}

/** The way to the next call of the reader's queue. */
export function NextCall({ callId, isShown, asked }: NextCallProps) {
  const { queue } = useReviewTexts();
  const [, go] = useLocation();
  const { data, refetch } = useQuery({ ...queueQuery, enabled: isShown });
  const hrefOf = (entries: readonly { readonly callId: string }[] | undefined) => {
    const next = entries?.find((entry) => entry.callId !== callId);
    return next && `/calls/${next.callId}`;
  };
  const onKey = useEffectEvent(async () => {
    const href = hrefOf((await refetch()).data?.entries);
    go(href ?? '/review');
  });
  useEffect(() => {
    if (asked > 0) void onKey();
  }, [asked]);
  if (!isShown || data === undefined) return null;
  const href = hrefOf(data.entries);
  if (href === undefined) return <span className="review-next">{queue.none}</span>;
  return (
    <Button className="review-next" component={Link} href={href} size="compact-sm" aria-keyshortcuts="g">
      {queue.next}
    </Button>
  );
}
