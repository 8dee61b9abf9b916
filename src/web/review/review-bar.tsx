import { Anchor, Button } from '@mantine/core';
import { lazy, Suspense, useEffect, useEffectEvent } from 'react';
import { Link } from 'wouter';
import { useWording } from '../text/use-texts.tsx';
import { NextCall } from './next-call.tsx';
import { type Review, useReview } from './review-context.tsx';
import { ReviewRefusal } from './review-refusal.tsx';
import { useReviewTexts } from './review-texts.ts';
import { holdingOn } from './review-view.ts';
import { useFinalising } from './use-finalising.ts';

const UnheardDialog = lazy(() => import('./unheard-dialog.tsx'));

type State = NonNullable<Review['state']>;

function FinalisedLine({ state }: { state: State }) {
  const { bar } = useReviewTexts();
  const { formats } = useWording();
  const { finalised } = state;
  if (finalised === null) return null;
  const changed = finalised.verdicts.filter((one) => one.verdict !== one.machineVerdict).length;
  return (
    <span>
      {bar.finalised(finalised.by, formats.dateTime(finalised.createdAt))}
      {finalised.round > 1 && ` · ${bar.round(finalised.round)}`}
      {changed > 0 && ` · ${bar.changed(changed)}`}
    </span>
  );
}

function Figures({ review, state }: { review: Review; state: State }) {
  const { bar } = useReviewTexts();
  const { texts, formats } = useWording();
  const percent = (total: number | null) => (total === null ? texts.total.noTotal : formats.percent(total));
  const shown = state.finalised ?? state.preview;
  if (shown === null) return null;
  return (
    <span className="review-total">
      {bar.preview} <b>{percent(shown.total)}</b> · {texts.total.coverage} {formats.percent(shown.coverage)} ·{' '}
      {bar.machine} {percent(review.scorecard.total)}
    </span>
  );
}

function Progress({ review, state }: { review: Review; state: State }) {
  const { bar } = useReviewTexts();
  const ids = review.scorecard.criteria.map(({ id }) => id);
  const decided = ids.filter((id) => holdingOn(state, id) !== null).length;
  const open = state.disputes.filter((dispute) => dispute.state === 'open').length;
  return (
    <>
      {review.isOpen && <span>{bar.decided(decided, ids.length)}</span>}
      {review.isOpen && state.unheard.length > 0 && <span>{bar.unheard(state.unheard.length)}</span>}
      {open > 0 && <b>{bar.openDisputes(open)}</b>}
    </>
  );
}

/** Finalises on the button, and whenever the key for it is pressed. */
function FinaliseButton({ review, asked }: { review: Review; asked: number }) {
  const { bar } = useReviewTexts();
  const finalising = useFinalising(review);
  const onKey = useEffectEvent(() => void finalising.finalise(false));
  useEffect(() => {
    if (asked > 0) onKey();
  }, [asked]);
  return (
    <>
      <Button
        size="compact-sm"
        loading={finalising.isPending}
        aria-keyshortcuts="f"
        onClick={() => void finalising.finalise(false)}
      >
        {bar.finalise}
      </Button>
      {finalising.refusal && <ReviewRefusal error={finalising.refusal} />}
      {finalising.unheard && (
        <Suspense fallback={null}>
          <UnheardDialog
            review={review}
            criteria={finalising.unheard}
            isSending={finalising.isPending}
            onFinalise={(acceptUnheard) => void finalising.finalise(acceptUnheard)}
            onClose={finalising.forget}
          />
        </Suspense>
      )}
    </>
  );
}

/**
 * Where the review stands: the total with people's decisions, what is left to do, finalising. Both numbers count
 * presses of a key. */
export function ReviewBar({ finaliseAsked, nextAsked }: { finaliseAsked: number; nextAsked: number }) {
  const review = useReview();
  const { bar } = useReviewTexts();
  if (review === null) return null;
  const { state, elsewhere } = review;
  if (state === null) {
    if (elsewhere === null) return null;
    return (
      <section className="review-bar" aria-label={bar.region}>
        <span>{bar.otherScorecard}</span>
        <Anchor component={Link} size="sm" href={`/calls/${review.callId}?scorecard=${elsewhere}`}>
          {bar.showIt}
        </Anchor>
      </section>
    );
  }
  if (!state.may.review && state.finalised === null) return null;
  return (
    <section className="review-bar" aria-label={bar.region} aria-live="polite">
      <FinalisedLine state={state} />
      <Figures review={review} state={state} />
      <Progress review={review} state={state} />
      {review.isOpen && <FinaliseButton review={review} asked={finaliseAsked} />}
      {state.may.review && <NextCall callId={review.callId} isShown={!review.isOpen} asked={nextAsked} />}
    </section>
  );
}
