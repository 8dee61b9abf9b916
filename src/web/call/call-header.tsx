import { Anchor, Text, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { CallResponse } from '../../api/contract.ts';
import type { ScorecardResponse } from '../../api/contract-scorecards.ts';
import { useLocalized, useWording } from '../text/use-texts.tsx';
import { TotalFigure } from '../verdict/total-figure.tsx';
import { useAttentionLines } from '../verdict/use-attention-lines.ts';

function NeedsPerson({ scorecard }: { scorecard: ScorecardResponse }) {
  const { texts } = useWording();
  const linesOf = useAttentionLines();
  const localized = useLocalized();
  const sentenceOf = (need: { criterion: string; reason: string }) => {
    const reason = scorecard.criteria.find(({ id }) => id === need.criterion)?.reason;
    return reason?.code === need.reason ? localized(reason) : undefined;
  };
  if (scorecard.needsPerson.length === 0) return null;
  return (
    <section className="needs-person" aria-label={texts.attention.title}>
      <b>{texts.attention.title}</b>
      <ul>
        {linesOf(scorecard.needsPerson, sentenceOf).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function CriticalFailures({ scorecard }: { scorecard: ScorecardResponse }) {
  const { texts } = useWording();
  const localized = useLocalized();
  const failed = scorecard.criteria.filter(({ id }) => scorecard.criticalFailures.includes(id));
  if (failed.length === 0) return null;
  return (
    <p className="critical-line">
      {texts.total.critical(failed.length)}: {failed.map(({ title }) => localized(title)).join(', ')}
    </p>
  );
}

/** The tab title and heading of a call: its agent, else its id. */
export function useCallName(call: CallResponse | undefined): string {
  const { texts } = useWording();
  return call?.agent?.name ?? call?.agent?.id ?? call?.callId ?? texts.call.untitled;
}

/** Head of the call page: whose call, when, its total with coverage, and what asks for a person. */
export function CallHeader({
  call,
  scorecard,
}: {
  call: CallResponse;
  scorecard: ScorecardResponse | undefined;
}) {
  const { texts, formats } = useWording();
  const parts = [
    call.team,
    call.customerId && `${texts.call.customer} ${call.customerId}`,
    call.startedAt && formats.dateTime(call.startedAt),
    call.durationMs !== null && formats.clock(call.durationMs),
    call.direction && texts.directions[call.direction],
    call.kind && (texts.kinds[call.kind] ?? call.kind),
    call.language && texts.languages[call.language],
  ].filter(Boolean);
  return (
    <header className="call-head">
      <div className="call-name">
        <Anchor component={Link} href="/calls" size="xs" className="back-link">
          <IconChevronLeft size={12} aria-hidden />
          {texts.call.back}
        </Anchor>
        <Title order={1}>{useCallName(call)}</Title>
        <Text size="sm" c="dimmed">
          {parts.join(' · ')}
        </Text>
        {scorecard && <CriticalFailures scorecard={scorecard} />}
      </div>
      {scorecard && (
        <>
          <NeedsPerson scorecard={scorecard} />
          <TotalFigure {...scorecard} isLarge />
        </>
      )}
    </header>
  );
}
