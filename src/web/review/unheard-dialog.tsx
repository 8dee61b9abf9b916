import { Button, Group, Modal, Text } from '@mantine/core';
import { evidenceKey, spanOfEvidence } from '../call/moments.ts';
import { PlayMoment } from '../call/play-moment.tsx';
import { useLocalized, useTexts } from '../text/use-texts.tsx';
import type { Review } from './review-context.tsx';
import { useReviewTexts } from './review-texts.ts';

interface UnheardDialogProps {
  readonly review: Review;
  /** Criteria whose evidence was not listened to when finalising was asked for. */
  readonly criteria: readonly string[];
  readonly isSending: boolean;
  onFinalise(acceptUnheard: boolean): void;
  onClose(): void;
}

/** Names the accusations nobody listened to, lets them be played, and asks whether to finalise all the same. */
export default function UnheardDialog(props: UnheardDialogProps) {
  const texts = useTexts();
  const { unheard } = useReviewTexts();
  const localized = useLocalized();
  const { scorecard, state } = props.review;
  const stillUnheard = new Set(state?.unheard.map(({ criterion }) => criterion));
  const lines = scorecard.criteria.filter(({ id }) => props.criteria.includes(id));
  const isAllHeard = lines.every(({ id }) => !stillUnheard.has(id));
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={unheard.title}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Text size="sm">{unheard.lead}</Text>
      <ul className="unheard">
        {lines.map((criterion) => (
          <li key={criterion.id}>
            <b>{localized(criterion.title)}</b> {!stillUnheard.has(criterion.id) && `· ${unheard.heard}`}
            <span className="moment-row">
              {criterion.evidence.map((evidence, index) => {
                const span = spanOfEvidence(evidence);
                const key = evidenceKey(criterion.id, index);
                return span && <PlayMoment key={key} span={{ key, ...span }} label={unheard.play} />;
              })}
            </span>
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs" mt="md">
        <Button variant="default" onClick={props.onClose}>
          {unheard.back}
        </Button>
        <Button loading={props.isSending} onClick={() => props.onFinalise(!isAllHeard)}>
          {isAllHeard ? unheard.now : unheard.anyway}
        </Button>
      </Group>
    </Modal>
  );
}
