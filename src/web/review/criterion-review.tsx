import { Button, Group } from '@mantine/core';
import type { CriterionResult } from '../../domain/scorecard.ts';
import { useWording } from '../text/use-texts.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DisputeForm } from './dispute-form.tsx';
import { DisputeLine } from './dispute-line.tsx';
import { type Review, useReview } from './review-context.tsx';
import { ReviewRefusal } from './review-refusal.tsx';
import { useReviewTexts } from './review-texts.ts';
import { decisionsOn, disputesOn, holdingOn, MOST_DISPUTES } from './review-view.ts';

type Known = Review & { readonly state: NonNullable<Review['state']> };

function PeopleSaid({ review, criterion }: { review: Known; criterion: string }) {
  const { decide } = useReviewTexts();
  const { formats } = useWording();
  const [newest, ...earlier] = decisionsOn(review.state, criterion);
  if (newest === undefined) return null;
  return (
    <p className="said">
      <b>{decide.said[newest.decision]}</b> · {decide.by(newest.by, formats.dateTime(newest.createdAt))}
      {earlier.length > 0 && ` · ${decide.earlier(earlier.length)}`}
      {newest.reason !== '' && <span className="said-reason">{newest.reason}</span>}
    </p>
  );
}

function DecisionButtons({ review, criterion }: { review: Known; criterion: string }) {
  const { decide } = useReviewTexts();
  const hasDecision = holdingOn(review.state, criterion) !== null;
  const form = review.form?.criterion === criterion ? review.form.kind : null;
  return (
    <Group gap={6} mt={6}>
      <Button
        size="compact-xs"
        variant="light"
        aria-keyshortcuts="c"
        onClick={() => void review.decide({ criterion, decision: 'confirm' })}
      >
        {decide.confirm}
      </Button>
      {(['override', 'not-applicable'] as const).map((kind) => (
        <Button
          key={kind}
          size="compact-xs"
          variant="default"
          aria-keyshortcuts={kind === 'override' ? 'o' : 'x'}
          aria-expanded={form === kind}
          onClick={() => review.setForm(form === kind ? null : { criterion, kind })}
        >
          {decide[kind]}
        </Button>
      ))}
      {hasDecision && (
        <Button
          size="compact-xs"
          variant="subtle"
          aria-keyshortcuts="w"
          onClick={() => void review.decide({ criterion, decision: 'withdraw' })}
        >
          {decide.withdraw}
        </Button>
      )}
    </Group>
  );
}

function DisputePart({ review, criterion }: { review: Known; criterion: CriterionResult }) {
  const { dispute } = useReviewTexts();
  const { finalised, may } = review.state;
  const disputes = disputesOn(review.state, criterion.id);
  const final = finalised?.verdicts.find((one) => one.criterion === criterion.id);
  const isAsking = review.form?.criterion === criterion.id && review.form.kind === 'dispute';
  const mayRaise = may.dispute && final !== undefined && !disputes.some(({ state }) => state === 'open');
  return (
    <>
      {disputes.map((one) => (
        <DisputeLine key={one.id} dispute={one} />
      ))}
      {mayRaise && disputes.length >= MOST_DISPUTES && <p className="dim small">{dispute.usedUp}</p>}
      {mayRaise && disputes.length < MOST_DISPUTES && !isAsking && (
        <Button
          size="compact-xs"
          variant="default"
          mt={6}
          onClick={() => review.setForm({ criterion: criterion.id, kind: 'dispute' })}
        >
          {dispute.raise}
        </Button>
      )}
      {mayRaise && isAsking && <DisputeForm review={review} criterion={criterion} verdict={final.verdict} />}
    </>
  );
}

/** What people said of one criterion, and what the reader may say: decide it, object to it, decide on objections. */
export function CriterionReview({ criterion }: { criterion: CriterionResult }) {
  const review = useReview();
  if (review === null || review.state === null) return null;
  const known = { ...review, state: review.state };
  const { form, refusals } = review;
  const kind = form?.criterion === criterion.id && form.kind !== 'dispute' ? form.kind : null;
  const refusal = refusals.get(criterion.id);
  return (
    <div className="criterion-review">
      <PeopleSaid review={known} criterion={criterion.id} />
      {review.isOpen && <DecisionButtons review={known} criterion={criterion.id} />}
      {review.isOpen && kind && <DecisionForm key={kind} review={review} criterion={criterion} kind={kind} />}
      {refusal && <ReviewRefusal error={refusal} criterion={criterion.id} />}
      <DisputePart review={known} criterion={criterion} />
    </div>
  );
}
