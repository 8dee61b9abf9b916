import type { Verdict } from '../../domain/verdict.ts';
import { useTexts, useWording } from '../text/use-texts.tsx';
import { useCriterionTitle } from './use-criterion-title.ts';
import { VerdictIcon } from './verdict-mark.tsx';

interface StripMark {
  readonly criterion: string;
  readonly verdict: Verdict;
  readonly critical: boolean;
}

/** `pushy-selling` → `PS`: short, and the same in every standard whatever its titles say. */
const initialsOf = (id: string): string =>
  id
    .split(/[.-]/)
    .map((word) => word.charAt(0).toUpperCase())
    .slice(0, 3)
    .join('');

function StripChip({ mark, title }: { mark: StripMark; title: string }) {
  const texts = useTexts();
  const critical = mark.critical ? ` (${texts.criterion.critical})` : '';
  const label = `${title}: ${texts.verdicts[mark.verdict]}${critical}`;
  const { language } = useWording();
  const letters = language === 'zh' ? title.replace(/^[不无未]/, '').slice(0, 1) : initialsOf(mark.criterion);
  return (
    <li className="strip-chip" data-verdict={mark.verdict} data-tip={label}>
      <span className="visually-hidden">{label}</span>
      <span aria-hidden className="strip-letter">
        {letters}
      </span>
      <VerdictIcon verdict={mark.verdict} size={11} />
    </li>
  );
}

/** The six criteria every call standard carries. */
const core = new Set(['greeting', 'tone', 'pushy-selling', 'interruption', 'restatement', 'note']);

/** The core criteria, and whatever else is unmet or, being critical, could not be assessed. */
function worthShowing({ criterion, verdict, critical }: StripMark): boolean {
  return core.has(criterion) || verdict === 'unmet' || (critical && verdict === 'not-assessable');
}

/** What to know of a call in one line: initials of the criterion, sign and colour, words on demand. */
export function VerdictStrip({ marks }: { marks: readonly StripMark[] }) {
  const texts = useTexts();
  const titleOf = useCriterionTitle();
  if (marks.length === 0) return null;
  const shown = marks.filter(worthShowing);
  return (
    <ul className="strip" aria-label={texts.list.criteria}>
      {shown.map((mark) => (
        <StripChip key={mark.criterion} mark={mark} title={titleOf(mark.criterion)} />
      ))}
      {marks.length > shown.length && <li className="strip-rest">+{marks.length - shown.length}</li>}
    </ul>
  );
}
