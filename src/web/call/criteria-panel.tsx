import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import type { CriterionResult, Scorecard } from '../../domain/scorecard.ts';
import { useReview } from '../review/review-context.tsx';
import { useLocalized, useTexts } from '../text/use-texts.tsx';
import { CriterionCard } from './criterion-card.tsx';

type Choice = 'all' | 'attention';

const needsLook = (scorecard: Scorecard, { id, verdict }: CriterionResult): boolean =>
  verdict === 'unmet' ||
  verdict === 'partly' ||
  verdict === 'not-assessable' ||
  scorecard.needsPerson.some(({ criterion }) => criterion === id);

/** The scorecard's lines in the standard's order, all or only those a person should look at. */
export function CriteriaPanel({ scorecard }: { scorecard: Scorecard | undefined }) {
  const texts = useTexts();
  const localized = useLocalized();
  const current = useReview()?.current ?? null;
  const [choice, setChoice] = useState<Choice>('all');
  if (!scorecard) {
    return (
      <Text p="md" size="sm" c="dimmed">
        {texts.history.none}
      </Text>
    );
  }
  const wanting = scorecard.criteria.filter((criterion) => needsLook(scorecard, criterion));
  const shown = scorecard.criteria.filter(
    (criterion) => choice === 'all' || wanting.includes(criterion) || criterion.id === current,
  );
  return (
    <div className="panel-body">
      {scorecard.notScored && <Text size="sm">{localized(scorecard.notScored)}</Text>}
      <SegmentedControl
        size="xs"
        mb="xs"
        value={choice}
        onChange={setChoice}
        data={[
          { value: 'all', label: `${texts.criterion.all} ${scorecard.criteria.length}` },
          { value: 'attention', label: `${texts.criterion.attention} ${wanting.length}` },
        ]}
      />
      {shown.map((criterion) => (
        <CriterionCard key={criterion.id} criterion={criterion} />
      ))}
    </div>
  );
}
