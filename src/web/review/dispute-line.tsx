import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { DisputeResponse } from '../../api/contract-reviews.ts';
import { useMe } from '../session/use-me.ts';
import { useWording } from '../text/use-texts.tsx';
import { VerdictBadge } from '../verdict/verdict-mark.tsx';
import { useReview } from './review-context.tsx';
import { ReviewRefusal } from './review-refusal.tsx';
import { useReviewTexts } from './review-texts.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { useEndDispute } from './use-review-changes.ts';

/** Where a reviewer upholds or rejects an objection, with a reason. */
function DisputeDecisionForm({ dispute }: { dispute: DisputeResponse }) {
  const texts = useReviewTexts().dispute;
  const end = useEndDispute(dispute.callId, dispute.id);
  const [reason, setReason] = useKeptDraft(`outcome.${dispute.id}`);
  const [isMissing, setMissing] = useState(false);
  const decide = (outcome: 'upheld' | 'rejected') => {
    const said = reason.trim();
    setMissing(said === '');
    if (said !== '') end.mutate({ outcome, reason: said }, { onSuccess: () => setReason('') });
  };
  return (
    <>
      <Textarea
        size="xs"
        mt="xs"
        label={texts.decisionReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isMissing ? texts.reasonMissing : undefined}
        maxLength={4000}
        autosize
      />
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" loading={end.isPending} onClick={() => decide('upheld')}>
          {texts.uphold}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={end.isPending}
          onClick={() => decide('rejected')}
        >
          {texts.reject}
        </Button>
      </Group>
      {end.error && <ReviewRefusal error={end.error} />}
    </>
  );
}

function WithdrawButton({ dispute }: { dispute: DisputeResponse }) {
  const texts = useReviewTexts().dispute;
  const end = useEndDispute(dispute.callId, dispute.id);
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        mt="xs"
        loading={end.isPending}
        onClick={() => end.mutate('withdraw')}
      >
        {texts.withdraw}
      </Button>
      {end.error && <ReviewRefusal error={end.error} />}
    </>
  );
}

/** One objection: who wants which verdict and why, what became of it, and what the reader may do about it. */
export function DisputeLine({ dispute }: { dispute: DisputeResponse }) {
  const texts = useReviewTexts().dispute;
  const { formats } = useWording();
  const me = useMe();
  const may = useReview()?.state?.may;
  const isOpen = dispute.state === 'open';
  const isLate = isOpen && Date.parse(dispute.dueAt) < Date.now();
  const isMine = me?.name === dispute.raisedBy;
  return (
    <div className="dispute" data-state={dispute.state}>
      <p>
        <b>{texts.states[dispute.state]}</b> ·{' '}
        {texts.objection(dispute.raisedBy, formats.dateTime(dispute.createdAt))}
        {isOpen && ` · ${texts.due(formats.dateTime(dispute.dueAt))}`}
        {isLate && <b> · {texts.late}</b>}
      </p>
      <p>
        {texts.wants} <VerdictBadge verdict={dispute.expected} />
      </p>
      <p className="said">{dispute.reason}</p>
      {dispute.decidedBy !== null && dispute.decidedAt !== null && dispute.state !== 'withdrawn' && (
        <p className="said">
          {texts.decidedBy(dispute.decidedBy, formats.dateTime(dispute.decidedAt))} {dispute.decisionReason}
        </p>
      )}
      {isOpen && may?.review && <DisputeDecisionForm dispute={dispute} />}
      {isOpen && may?.dispute && isMine && <WithdrawButton dispute={dispute} />}
    </div>
  );
}
