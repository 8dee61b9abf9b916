import { useState } from 'react';
import type { CriterionResult } from '../../domain/scorecard.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { useLocalized } from '../text/use-texts.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Review } from './review-context.tsx';
import { ReviewRefusal } from './review-refusal.tsx';
import { useReviewTexts } from './review-texts.ts';
import { useRaiseDispute } from './use-review-changes.ts';
import { VerdictChoice } from './verdict-choice.tsx';

interface DisputeFormProps {
  readonly review: Review;
  readonly criterion: CriterionResult;
  /** The finalised verdict objected to. */
  readonly verdict: Verdict;
}

/** The agent's objection to one finalised verdict: what it should be, and why. */
export function DisputeForm({ review, criterion, verdict }: DisputeFormProps) {
  const { dispute } = useReviewTexts();
  const localized = useLocalized();
  const raise = useRaiseDispute(review.callId);
  const [expected, setExpected] = useState<Verdict>(verdict === 'met' ? 'not-applicable' : 'met');
  const close = () => review.setForm(null);
  const send = (reason: string) =>
    raise.mutateAsync({ criterion: criterion.id, expected, reason }).then(
      () => {
        close();
        return true;
      },
      () => false,
    );
  return (
    <>
      <ReasonForm
        draft={`dispute.${review.callId}.${criterion.id}`}
        name={dispute.region(localized(criterion.title))}
        label={dispute.reason}
        missing={dispute.reasonMissing}
        submitLabel={dispute.send}
        onSubmit={send}
        onCancel={close}
      >
        <VerdictChoice label={dispute.expected} value={expected} without={verdict} onChange={setExpected} />
      </ReasonForm>
      {raise.error && <ReviewRefusal error={raise.error} />}
    </>
  );
}
