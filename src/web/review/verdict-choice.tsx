import { Radio } from '@mantine/core';
import type { Verdict } from '../../domain/verdict.ts';
import { useTexts } from '../text/use-texts.tsx';
import { offeredVerdicts } from './review-view.ts';

interface VerdictChoiceProps {
  readonly label: string;
  readonly value: Verdict;
  /** A verdict that is not offered, because it is the one that holds. */
  readonly without: Verdict;
  onChange(verdict: Verdict): void;
}

/** One verdict out of all but the one that holds; takes the focus, so that arrows choose at once. */
export function VerdictChoice({ label, value, without, onChange }: VerdictChoiceProps) {
  const texts = useTexts();
  return (
    <Radio.Group
      label={label}
      size="xs"
      value={value}
      onChange={(chosen) => onChange(chosen as Verdict)}
      className="verdict-choice"
    >
      <div className="verdict-choices">
        {offeredVerdicts
          .filter((verdict) => verdict !== without)
          .map((verdict) => (
            <Radio
              key={verdict}
              size="xs"
              value={verdict}
              label={texts.verdicts[verdict]}
              autoFocus={verdict === value}
            />
          ))}
      </div>
    </Radio.Group>
  );
}
