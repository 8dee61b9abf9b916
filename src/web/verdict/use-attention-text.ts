import { useTexts } from '../text/use-texts.tsx';
import { spellOut, useCriterionTitle } from './use-criterion-title.ts';

/** Says in words why a call needs a person: the criterion and the reason; `*` stands for the whole call. */
export function useAttentionText(): (need: { criterion: string; reason: string }) => string {
  const texts = useTexts();
  const titleOf = useCriterionTitle();
  return ({ criterion, reason }) => {
    const why = texts.attention.codes[reason] ?? spellOut(reason);
    const isWhole = criterion === '' || criterion === '*' || criterion === 'call';
    return `${isWhole ? texts.attention.whole : titleOf(criterion)}: ${why}`;
  };
}
