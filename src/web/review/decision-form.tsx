import { useState } from 'react';
import type { CriterionResult } from '../../domain/scorecard.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { useLocalized } from '../text/use-texts.tsx';
import { ReasonForm } from './reason-form.tsx';
import type { Review } from './review-context.tsx';
import { useReviewTexts } from './review-texts.ts';
import { VerdictChoice } from './verdict-choice.tsx';

interface DecisionFormProps {
  readonly review: Review;
  readonly criterion: CriterionResult;
  readonly kind: 'override' | 'not-applicable';
}

/** Another verdict with its reason, or why the criterion does not apply. */
export function DecisionForm({ review, criterion, kind }: DecisionFormProps) {
  const { decide } = useReviewTexts();
  const localized = useLocalized();
  const [verdict, setVerdict] = useState<Verdict>(criterion.verdict === 'met' ? 'unmet' : 'met');
  const close = () => review.setForm(null);
  const keep = async (reason: string) => {
    const given = { criterion: criterion.id, decision: kind, reason };
    const isKept = await review.decide(kind === 'override' ? { ...given, verdict } : given);
    if (isKept) close();
    return isKept;
  };
  return (
    <ReasonForm
      draft={`decision.${review.callId}.${criterion.id}`}
      name={decide.region(localized(criterion.title))}
      label={decide.reason}
      hint={decide.reasonHint}
      missing={decide.reasonMissing}
      submitLabel={decide.save}
      hasFocus={kind === 'not-applicable'}
      onSubmit={keep}
      onCancel={close}
    >
      {kind === 'override' && (
        <VerdictChoice
          label={decide.verdict}
          value={verdict}
          without={criterion.verdict}
          onChange={setVerdict}
        />
      )}
    </ReasonForm>
  );
}
