import { Alert } from '@mantine/core';
import { ApiError } from '../api-client.ts';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { useReview } from './review-context.tsx';
import { useReviewTexts } from './review-texts.ts';
import { decisionsOn } from './review-view.ts';

/** Says why a decision was not kept, in words of the page where others were faster. */
export function ReviewRefusal({ error, criterion }: { error: Error; criterion?: string }) {
  const { conflict } = useReviewTexts();
  const state = useReview()?.state ?? null;
  if (!(error instanceof ApiError) || (error.code !== 'E_CONFLICT' && error.code !== 'E_FORBIDDEN')) {
    return <ErrorNotice error={error} />;
  }
  const newest = state === null || criterion === undefined ? undefined : decisionsOn(state, criterion)[0];
  const said = () => {
    if (error.code === 'E_FORBIDDEN') return conflict.own;
    if (state === null) return conflict.reload;
    if (state.finalised !== null) return conflict.finalised(state.finalised.by);
    return newest === undefined ? conflict.other : conflict.decided(newest.by);
  };
  return (
    <Alert color="yellow" p="xs" mt="xs" role="alert" title={conflict.title}>
      {said()}
    </Alert>
  );
}
