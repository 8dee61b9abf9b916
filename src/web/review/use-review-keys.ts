import { useState } from 'react';
import type { ReviewKey } from '../call/call-keyboard.ts';
import { type Review, useReview } from './review-context.tsx';
import { criterionBeside, holdingOn, nextToDecide } from './review-view.ts';

/** Does what a key says to the criterion chosen. */
function decideByKey(review: Review, key: ReviewKey, current: string): void {
  const { state } = review;
  if (state === null) return;
  if (key === 'confirm') {
    void review.decide({ criterion: current, decision: 'confirm' });
    const ids = review.scorecard.criteria.map(({ id }) => id);
    review.setCurrent(nextToDecide(ids, state, current));
  } else if (key === 'withdraw') {
    if (holdingOn(state, current)) void review.decide({ criterion: current, decision: 'withdraw' });
  } else if (key === 'override' || key === 'not-applicable') {
    review.setForm({ criterion: current, kind: key });
  }
}

/** The reviewer's keys: `showTab` opens a tab of the desk; `finaliseAsked` and `nextAsked` count how often each was
 * asked for. */
export function useReviewKeys(showTab: (tab: string) => void) {
  const review = useReview();
  const [finaliseAsked, setFinaliseAsked] = useState(0);
  const [nextAsked, setNextAsked] = useState(0);
  const isReviewer = review?.state?.may.review === true;
  const onKey = (key: ReviewKey): boolean => {
    if (review === null || review.state === null || !isReviewer) return false;
    if (key === 'comment') {
      showTab('comments');
      return true;
    }
    if (key === 'next-call') {
      setNextAsked((count) => count + 1);
      return true;
    }
    if (!review.isOpen) return false;
    if (key === 'finalise') {
      setFinaliseAsked((count) => count + 1);
      return true;
    }
    const ids = review.scorecard.criteria.map(({ id }) => id);
    showTab('criteria');
    if (key === 'next' || key === 'previous') {
      review.setCurrent(criterionBeside(ids, review.current, key === 'next' ? 1 : -1));
      return true;
    }
    // with none chosen the first press only chooses: nobody decides on what they have not seen
    if (review.current === null) review.setCurrent(nextToDecide(ids, review.state, null));
    else decideByKey(review, key, review.current);
    return true;
  };
  return { onKey, finaliseAsked, nextAsked, isReviewer };
}
