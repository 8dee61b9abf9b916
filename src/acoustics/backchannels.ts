import type { Language } from '../domain/call.ts';
import { isAssessment } from './assessments.ts';
import {
  chineseBackchannels,
  chineseRemarks,
  chineseTags,
  englishBackchannels,
  englishRemarks,
  englishTags,
} from './listening-phrases.ts';

interface Phrases {
  readonly listening: ReadonlySet<string>;
  readonly remarks: ReadonlySet<string>;
  readonly tags: ReadonlySet<string>;
  /** Tokens of the longest phrase, and what joins them. */
  readonly longest: number;
  readonly joint: '' | ' ';
}

const phrasesByLanguage: Readonly<Record<Language, Phrases>> = {
  en: {
    listening: new Set(englishBackchannels),
    remarks: new Set(englishRemarks),
    tags: new Set(englishTags),
    longest: 5,
    joint: ' ',
  },
  zh: {
    listening: new Set(chineseBackchannels),
    remarks: new Set(chineseRemarks),
    tags: new Set(chineseTags),
    longest: 6,
    joint: '',
  },
};

/** Notes of a transcriber that are no words: `[laughter]`, `<noise>`, `{breath}`, `((unsure))`. */
const transcriberNotes = /\[[^\]]*\]|<[^>]*>|\{[^}]*\}|\(\([^)]*\)\)/g;

/** The text as comparable tokens: lower-case words in English, single characters (and Latin words) in Chinese. */
export function tokensOf(text: string, language: Language): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(transcriberNotes, ' ')
    .replaceAll(/['’]/g, '');
  const pattern =
    language === 'zh'
      ? /\p{Script=Han}|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu
      : /[\p{L}\p{N}]+/gu;
  return plain.match(pattern) ?? [];
}

/** How many tokens from `from` on form one listed phrase, longest first; 0 where none does. */
function phraseLengthAt(
  tokens: readonly string[],
  from: number,
  { longest, joint, ...phrases }: Phrases,
  kinds: readonly ('listening' | 'remarks' | 'tags')[],
): number {
  for (let length = Math.min(longest, tokens.length - from); length > 0; length--) {
    const phrase = tokens.slice(from, from + length).join(joint);
    if (kinds.some((kind) => phrases[kind].has(phrase))) return length;
  }
  return 0;
}

const leading = ['listening'] as const;
const alone = ['listening', 'remarks'] as const;
const trailing = ['listening', 'tags'] as const;

/** Where the tokens could start once listening signals at the start are taken off, one after the other. */
function startsAfterSignals(tokens: readonly string[], language: Language): number[] {
  const phrases = phrasesByLanguage[language];
  const starts = [0];
  for (let at = 0; ; ) {
    const either = phraseLengthAt(tokens, at, phrases, alone);
    const length = phraseLengthAt(tokens, at, phrases, leading);
    if (length === 0 || either > length) return starts;
    at += length;
    starts.push(at);
  }
}

/** How many tokens at the start are listening signals (“yeah right but …”). */
export function countLeadingSignals(tokens: readonly string[], language: Language): number {
  return startsAfterSignals(tokens, language).at(-1) as number;
}

function countTrailing(
  tokens: readonly string[],
  language: Language,
  kinds: typeof leading | typeof trailing,
): number {
  const phrases = phrasesByLanguage[language];
  let end = tokens.length;
  for (let length = phrases.longest; length > 0; ) {
    const isEnding =
      end >= length && phraseLengthAt(tokens.slice(0, end), end - length, phrases, kinds) === length;
    if (isEnding) {
      end -= length;
      length = phrases.longest;
    } else length--;
  }
  return tokens.length - end;
}

/** How many tokens at the end are listening signals or trail off (“… tomorrow okay”, “… and stuff you know”). */
export function countTrailOff(tokens: readonly string[], language: Language): number {
  return countTrailing(tokens, language, trailing);
}

/** The tokens without listening signals at the start and at the end; none where they only assess. */
export function contentOf(tokens: readonly string[], language: Language): readonly string[] {
  const starts = startsAfterSignals(tokens, language);
  const start = starts.at(-1) as number;
  const end = tokens.length - countTrailing(tokens.slice(start), language, leading);
  const isOnlyAssessing = starts.some((from) => isAssessment(tokens.slice(from, end), language));
  return isOnlyAssessing ? [] : tokens.slice(start, end);
}

/** How many tokens are left when listening signals and assessments are taken off. */
export function countContent(tokens: readonly string[], language: Language): number {
  return contentOf(tokens, language).length;
}

/**
 * True where the tokens hold nothing but listening signals and assessments; false for no tokens at all. Of listening
 * signals at most so many different tokens count as one: 对对对对 is one.
 */
export function isBackchannel(
  tokens: readonly string[],
  language: Language,
  longest = Number.POSITIVE_INFINITY,
): boolean {
  const phrases = phrasesByLanguage[language];
  let at = 0;
  while (at < tokens.length) {
    const length = phraseLengthAt(tokens, at, phrases, alone);
    if (length === 0) return countContent(tokens, language) === 0;
    at += length;
  }
  return tokens.length > 0 && new Set(tokens).size <= longest;
}
