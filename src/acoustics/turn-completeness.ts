import type { Language } from '../domain/call.ts';
import { tokensOf } from './backchannels.ts';

/** Whether words end as a finished turn does; `unknown` where nothing in them tells. */
export type Completeness = 'complete' | 'incomplete' | 'unknown';

/** English words a finished turn hardly ends with: articles, conjunctions, prepositions, possessives, auxiliaries. */
const englishOpen = new Set(
  'a an the and but or because if when while although unless until than as whose my your our their its every of for from into with without about between during at by under i we they he she youre were theyre im ive id ill weve wed well youve youd youll is are was were am been be being has had have will would could should can may might must does did do dont doesnt didnt cant wont very really quite too also just gonna wanna going trying need want like lets let which who what where how why some any each other another'.split(
    ' ',
  ),
);
/** Open words that also end turns often ("like", "do"), so they prove nothing. */
const englishMixed = new Set(
  'about with for from at by under is are was do did have has will would could should can may might must like well really very too also just what where how why who which going trying need want let some any each other another been being were as than when while until'.split(
    ' ',
  ),
);
const chineseOpen =
  /(?:因为|所以|但是|可是|不过|然后|如果|要是|或者|还是说|而且|并且|以及|虽然|比如|比如说|包括|关于|对于|根据|通过|按照|为了|由于|一个|这个|那个|哪个|我们|咱们|他们|您的|你的|我的|我想|我要|就是说|的话就|和|跟|与|把|被|给|从|在|向|对于|让|将|及|或|且|而|但|若|因|是不是|能不能|可不可以|有没有|需要|想要|应该|可能|大概|一共|每个|第[一二三四五六七八九十])$/u;
const chineseClosed =
  /(?:吗|呢|吧|啊|啦|呀|嘛|了|好的|谢谢|再见|可以|没有|行|对|好|可以吗|好吗|对吗|是吗|哈)$/u;
const finalMark = /[.?!。？！…]["'”’」』)]*\s*$/u;
const openMark = /(?:[,，、;；:：—-])\s*$/u;

function judgeEnglish(tokens: readonly string[]): Completeness {
  const last = tokens.at(-1);
  if (last === undefined) return 'unknown';
  return englishOpen.has(last) && !englishMixed.has(last) ? 'incomplete' : 'unknown';
}

function judgeChinese(tokens: readonly string[]): Completeness {
  const text = tokens.join('');
  if (chineseOpen.test(text)) return 'incomplete';
  return chineseClosed.test(text) ? 'complete' : 'unknown';
}

/** Judges the end of what a party had said when it stopped; punctuation counts only where the transcript has any. */
export function judgeCompleteness(text: string, language: Language, hasPunctuation: boolean): Completeness {
  const byWords = language === 'zh' ? judgeChinese(tokensOf(text, 'zh')) : judgeEnglish(tokensOf(text, 'en'));
  if (!hasPunctuation || byWords === 'incomplete') return byWords;
  if (finalMark.test(text)) return text.trimEnd().endsWith('…') ? 'incomplete' : 'complete';
  return openMark.test(text) ? 'incomplete' : byWords;
}
