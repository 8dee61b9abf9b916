import { IconCheck, IconCircleHalf2, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react';
import type { Verdict } from '../../domain/verdict.ts';
import { useTexts } from '../text/use-texts.tsx';

const icons = {
  met: IconCheck,
  partly: IconCircleHalf2,
  unmet: IconX,
  'not-applicable': IconMinus,
  'not-assessable': IconQuestionMark,
};

/** The sign of a verdict, so that no verdict is told by colour alone. */
export function VerdictIcon({ verdict, size = 14 }: { verdict: Verdict; size?: number }) {
  const Icon = icons[verdict];
  return <Icon size={size} stroke={2.6} aria-hidden />;
}

/** A verdict as sign and word on its colour. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const texts = useTexts();
  return (
    <span className="verdict-badge" data-verdict={verdict}>
      <VerdictIcon verdict={verdict} />
      {texts.verdicts[verdict]}
    </span>
  );
}
