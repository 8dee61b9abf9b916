import type { Language } from '../../domain/call.ts';
import { useWording } from '../text/use-texts.tsx';
import { chineseReview } from './chinese-review.ts';
import { englishReview, type ReviewTexts } from './english-review.ts';

const texts: Record<Language, ReviewTexts> = { en: englishReview, zh: chineseReview };

/** The texts of reviewing in the language of the pages; they come with the call page, not with the first page. */
export function useReviewTexts(): ReviewTexts {
  return texts[useWording().language];
}
