import { useTexts } from '../text/use-texts.tsx';
import { spellOut, useCriterionTitle } from './use-criterion-title.ts';

interface Need {
  readonly criterion: string;
  readonly reason: string;
}

const TITLES_SHOWN = 3;

/** Says in words why a call needs a person: one line a reason, with the criteria it holds for. */
export function useAttentionLines(): (needs: readonly Need[]) => string[] {
  const texts = useTexts();
  const titleOf = useCriterionTitle();
  return (needs) => {
    const byReason = Map.groupBy(needs, (need) => need.reason);
    return Array.from(byReason, ([reason, group]) => {
      const why = texts.attention.codes[reason] ?? spellOut(reason).toLocaleLowerCase();
      const titles = group.slice(0, TITLES_SHOWN).map((need) => titleOf(need.criterion));
      const rest = group.length - titles.length;
      return `${titles.join(' · ')}${rest > 0 ? ` +${rest}` : ''}: ${why}`;
    });
  };
}
