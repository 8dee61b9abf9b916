import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { CommentResponse } from '../../api/contract-reviews.ts';
import { PlayMoment } from '../call/play-moment.tsx';
import { usePlayback } from '../call/player-context.tsx';
import { useWording } from '../text/use-texts.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useReview } from './review-context.tsx';
import { ReviewRefusal } from './review-refusal.tsx';
import { useReviewTexts } from './review-texts.ts';
import { useAddComment } from './use-review-changes.ts';

/** How long the moment of a comment is played, in milliseconds. */
const MOMENT_MS = 8_000;

function CommentLine({ comment }: { comment: CommentResponse }) {
  const { comments, decide } = useReviewTexts();
  const { formats } = useWording();
  const { atMs } = comment;
  return (
    <li className="comment">
      <p className="dim small">{decide.by(comment.by, formats.dateTime(comment.createdAt))}</p>
      {atMs !== null && (
        <PlayMoment
          span={{ key: `comment ${comment.id}`, startMs: atMs, endMs: atMs + MOMENT_MS }}
          label={comments.play}
          text={formats.moment(atMs)}
        />
      )}
      <p className="said">{comment.body}</p>
    </li>
  );
}

function CommentForm({ callId }: { callId: string }) {
  const { comments, decide } = useReviewTexts();
  const { formats } = useWording();
  const { player } = usePlayback();
  const add = useAddComment(callId);
  // the moment at which the comment was begun, not where playback has got to meanwhile
  const [atMs] = useState(() => Math.round(player?.getState().timeMs ?? 0));
  const [about, setAbout] = useState<'moment' | 'call'>(atMs > 0 ? 'moment' : 'call');
  const send = (body: string) =>
    add.mutateAsync({ atMs: about === 'moment' ? atMs : null, body }).then(
      () => true,
      () => false,
    );
  return (
    <>
      <ReasonForm
        draft={`comment.${callId}`}
        name={comments.body}
        label={comments.body}
        missing={decide.reasonMissing}
        submitLabel={comments.send}
        hasFocus
        onSubmit={send}
      >
        <SegmentedControl
          size="xs"
          value={about}
          onChange={setAbout}
          data={[
            { value: 'moment', label: comments.onMoment(formats.moment(atMs)) },
            { value: 'call', label: comments.whole },
          ]}
        />
      </ReasonForm>
      {add.error && <ReviewRefusal error={add.error} />}
    </>
  );
}

/** What people remarked on the call and its moments, with a form for those who review it. */
export function CommentPanel() {
  const review = useReview();
  const { comments } = useReviewTexts();
  if (review === null || review.state === null) return <Text size="sm">{comments.empty}</Text>;
  const { state, callId } = review;
  return (
    <>
      {state.comments.length === 0 && <Text size="sm">{comments.empty}</Text>}
      <ul className="comment-list">
        {state.comments.map((comment) => (
          <CommentLine key={comment.id} comment={comment} />
        ))}
      </ul>
      {state.may.review && <CommentForm callId={callId} />}
    </>
  );
}
