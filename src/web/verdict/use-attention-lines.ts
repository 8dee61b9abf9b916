import { useTexts } from '../text/use-texts.tsx';
import { spellOut, useCriterionTitle } from './use-criterion-title.ts';

interface Need {
  readonly criterion: string;
  readonly reason: string;
}

const TITLES_SHOWN = 3;

const capitalize = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/**
 * Says in words why a call needs a person: one line a reason, with the criteria it holds for. `sentenceOf` may
 * know a fuller reason than its code tells.
 */
export function useAttentionLines(): (
  needs: readonly Need[],
  sentenceOf?: (need: Need) => string | undefined,
) => string[] {
  const texts = useTexts();
  const titleOf = useCriterionTitle();
  return (needs, sentenceOf) =>
    Array.from(
      Map.groupBy(needs, ({ reason }) => reason),
      ([reason, group]) => {
        const [first] = group;
        const sentence = first && sentenceOf?.(first);
        const why = sentence ?? `${capitalize(texts.attention.codes[reason] ?? spellOut(reason))}:`;
        const titles = group.slice(0, TITLES_SHOWN).map(({ criterion }) => titleOf(criterion));
        const rest = group.length - titles.length;
        return `${why} ${titles.join(' · ')}${rest > 0 ? ` +${rest}` : ''}`;
      },
    );
}
