import { soundsApart } from './english-sound.ts';

/** What stands beside a word heard as it is: a little more where only small words are left, which name no company. */
const REST_APART = 0.32;
const SMALL_WORDS_APART = 0.37;
/** A syllable fewer makes another word of it (hope for harper). */
const SHORTER_APART = 0.15;
const SMALL_WORDS = new Set(
  'a an and are at for her here his in it mr my of on or our the their they to we your'.split(' '),
);
const SAME_WORD = 0.05;

/** False where one word of a name is heard as it is and what stands before or after it sounds like another name. */
export function restAgrees(own: readonly string[], heard: readonly string[]): boolean {
  if (own.length < 2) return true;
  for (const [i, word] of own.entries()) {
    const j = heard.findIndex((said) => soundsApart([word], [said]) <= SAME_WORD);
    if (j < 0) continue;
    const before = i === 0 || partAgrees(own.slice(0, i), heard.slice(0, j));
    return before && (i === own.length - 1 || partAgrees(own.slice(i + 1), heard.slice(j + 1)));
  }
  return true;
}

function partAgrees(own: readonly string[], heard: readonly string[]): boolean {
  const apart = soundsApart(own, heard);
  if (heard.length > 0 && heard.every((word) => SMALL_WORDS.has(word))) return apart <= SMALL_WORDS_APART;
  return apart <= (syllables(heard) < syllables(own) ? SHORTER_APART : REST_APART);
}

/** Vowels sounded, by spelling; an e at the end of a word is silent after a consonant. */
const syllables = (words: readonly string[]): number =>
  words.reduce(
    (sum, word) => sum + (word.replace(/(?<=[aeiouy][^aeiouy])e$/, '').match(/[aeiouy]+/g)?.length ?? 0),
    0,
  );
