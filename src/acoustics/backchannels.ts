import type { Language } from '../domain/call.ts';

/** English words and phrases that show listening and claim no turn, lower case, without punctuation. */
export const englishBackchannels: readonly string[] = [
  'hum',
  'uh huh',
  'uhhuh',
  'uhuh',
  'mm hm',
  'mm hmm',
  'mhm',
  'mmhmm',
  'mm',
  'hmm',
  'hm',
  'mmm',
  'um hum',
  'umhum',
  'um hmm',
  'huh',
  'uh',
  'um',
  'ah',
  'aha',
  'oh',
  'ooh',
  'wow',
  'gosh',
  'yeah',
  'yea',
  'yep',
  'yup',
  'yes',
  'ya',
  'right',
  'okay',
  'ok',
  'kay',
  'alright',
  'all right',
  'sure',
  'i see',
  'i know',
  'i understand',
  'i hear you',
  'got it',
  'gotcha',
  'exactly',
  'absolutely',
  'definitely',
  'of course',
  'true',
  'good',
  'great',
  'fine',
  'perfect',
  'nice',
  'cool',
  'oh really',
  'really',
  'indeed',
  'that is right',
  'thats right',
  'thats true',
  'thats good',
  'makes sense',
  'i think so',
  'no',
  'no problem',
  'oh no',
  'thank you',
  'thanks',
  'fair enough',
  'very good',
  'correct',
  'understood',
  'oh yeah',
  'oh okay',
  'well',
  'so',
];

/** Mandarin words and phrases that show listening and claim no turn, simplified, without punctuation. */
export const chineseBackchannels: readonly string[] = [
  '嗯',
  '嗯哼',
  '恩',
  '唔',
  '哦',
  '噢',
  '喔',
  '啊',
  '呃',
  '额',
  '哎',
  '诶',
  '欸',
  '唉',
  '哈',
  '嘿',
  '哟',
  '呀',
  '哇',
  '对',
  '对对',
  '对的',
  '对啊',
  '对吧',
  '对呀',
  '对嘛',
  '是',
  '是的',
  '是啊',
  '是吧',
  '是呀',
  '是是',
  '是吗',
  '是嘛',
  '就是',
  '好',
  '好的',
  '好好',
  '好吧',
  '好啊',
  '好嘞',
  '好呢',
  '好的好的',
  '行',
  '行行',
  '行吧',
  '行啊',
  '可以',
  '可以的',
  '没错',
  '没事',
  '没问题',
  '当然',
  '明白',
  '明白了',
  '知道',
  '知道了',
  '了解',
  '了解了',
  '清楚',
  '清楚了',
  '懂了',
  '我知道',
  '我明白',
  '我了解',
  '我懂',
  '原来如此',
  '这样啊',
  '这样',
  '这样子',
  '那是',
  '不错',
  '确实',
  '的确',
  '谢谢',
  '谢谢您',
  '谢谢你',
  '收到',
  '好滴',
  'ok',
  '欧克',
  '喂',
  '嗯嗯',
  '哦哦',
  '真的',
  '真的吗',
  '不会吧',
  '没有',
  '不是',
  '不',
  '您说',
  '你说',
  '您讲',
  '你讲',
  '请讲',
  '请说',
  '呢',
  '吧',
  '嘛',
  '啦',
  '了',
  '的',
];

const englishPhrases = new Set(englishBackchannels);
const longestPhraseWords = 4;
const chinesePhrases = new Set(chineseBackchannels);
const longestPhraseCharacters = 4;

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
function phraseLengthAt(tokens: readonly string[], from: number, language: Language): number {
  const [phrases, longest, joint] =
    language === 'zh'
      ? ([chinesePhrases, longestPhraseCharacters, ''] as const)
      : ([englishPhrases, longestPhraseWords, ' '] as const);
  for (let length = Math.min(longest, tokens.length - from); length > 0; length--) {
    if (phrases.has(tokens.slice(from, from + length).join(joint))) return length;
  }
  return 0;
}

/**
 * Listed phrases that also begin or end what claims the turn (“no that is wrong”, 不是这样的): listening signals only
 * when nothing else is said.
 */
const alsoContent = new Set(
  'no|well|so|really|good|true|i know|i understand|i think so|不|不是|不错|没有|没事|没问题|就是|可以|可以的|这样|这样子|您说|你说|您讲|你讲|呢|吧|嘛|啦|了|的'.split(
    '|',
  ),
);

/** How many tokens are left when the listening signals at the start and at the end are taken off. */
export function countContent(tokens: readonly string[], language: Language): number {
  const joint = language === 'zh' ? '' : ' ';
  const isSignal = (from: number, length: number) =>
    length > 0 && !alsoContent.has(tokens.slice(from, from + length).join(joint));
  let start = 0;
  for (;;) {
    const length = phraseLengthAt(tokens, start, language);
    if (!isSignal(start, length)) break;
    start += length;
  }
  let end = tokens.length;
  for (let length = longestPhraseWords; length > 0; ) {
    const from = end - length;
    const isEnding = from >= start && phraseLengthAt(tokens.slice(0, end), from, language) === length;
    if (isEnding && isSignal(from, length)) {
      end = from;
      length = longestPhraseWords;
    } else length--;
  }
  return end - start;
}

/** True where the tokens hold nothing but listening signals; false for no tokens at all. */
export function isBackchannel(tokens: readonly string[], language: Language): boolean {
  let at = 0;
  while (at < tokens.length) {
    const length = phraseLengthAt(tokens, at, language);
    if (length === 0) return false;
    at += length;
  }
  return tokens.length > 0;
}
