import type { Language } from '../domain/call.ts';
import { tokensOf } from './backchannels.ts';

/** Whether words end as a finished turn does; `unknown` where nothing in them tells. */
export type Completeness = 'complete' | 'incomplete' | 'unknown';

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/**
 * English words hardly any finished turn ends with: articles, possessives, subject pronouns, prepositions that need an
 * object, subordinators, and words that stand before what they belong to. Left out are trail-off conjunctions (but, or,
 * so), which end many turns (Walker 2012), and prepositions that are also particles (in, on, up, about).
 */
const englishOpen = wordSet(`
  a an the my your our their its every and because if unless whether although whose of into onto from with than to for at
  by per via during between until without against toward towards upon through
  i we they he she im youre were theyre ive weve youve ill youll well theyll id youd wed hes shes
  very give gives put bring let lets gonna wanna usually rather quite each another which who several almost nearly
`);
/** Also open, unless a pronoun or a question word stands before: “the amount is”, but “that is what it is”. */
const englishAuxiliary = wordSet(
  'is are was were will would should could must has have had does did cant dont wont isnt',
);
const englishPronoun = wordSet('i you he she it we they that this there what who yes no not');
const englishQuestion = wordSet('what where who how when why which whether');
/** Words like “well” that are open only as contractions written without an apostrophe, so they prove nothing. */
const englishDoubtful = wordSet('well were wed id ill');
/** Links, adverbs and verbs that need what follows. */
const chineseLinks =
  /(?:因为|所以|但是|可是|不过|然后|如果|要是|或者|而且|并且|以及|虽然|比如|比如说|包括|关于|对于|根据|通过|按照|为了|由于|的话|时候|已经|需要|应该|可能|必须|能不能|可不可以|正在|大概|一般|经常|刚才|刚刚|首先|而是|[把被从与且但若很更也就都才又再向让给])$/u;
/** Demonstratives, numerals and measures that wait for their noun, and a subject that waits for its verb. */
const chineseHeads =
  /(?:第[一二三四五六七八九十]|[这那哪每几两上下]个|[一两三四五六七八九十]个|每|(?<![告诉帮给找问跟对和谢等教叫让])(?:我们|你们|您们|他们|我|您|他|她)|(?<!现|还|不|正|存)在|(?<!不|还|是|但|可|就|要|总|老|都|也|也就|说)是|(?<!主|需|重|不)要|(?<!不|机|才|学|社|开)会|(?<!随)和|(?<!太)太|(?<!归|退|偿)还)$/u;
const chineseClosed =
  /(?:吗|呢|吧|啊|啦|呀|嘛|好的|谢谢|再见|可以|没有|对吗|是吗|好吗|是不是|对不对|行不行|好不好)$/u;
/** What is shorter may be an answer of its own: 我, 太太, 是. */
const leastOpenCharacters = 4;
const finalMark = /[.?!。？！]["'”’」』)]*\s*$/u;
const brokenMark = /(?:--?|[—–…]|\.\.\.)["'”’」』)]*\s*$/u;

function judgeEnglish(tokens: readonly string[]): Completeness {
  const last = tokens.at(-1);
  if (last === undefined || englishDoubtful.has(last)) return 'unknown';
  if (englishOpen.has(last)) return 'incomplete';
  const isAsked = tokens.slice(-7).some((token) => englishQuestion.has(token));
  const isOpenAuxiliary =
    englishAuxiliary.has(last) && tokens.length > 2 && !isAsked && !englishPronoun.has(tokens.at(-2) ?? '');
  return isOpenAuxiliary ? 'incomplete' : 'unknown';
}

function judgeChinese(tokens: readonly string[]): Completeness {
  const text = tokens.join('');
  if (text.length >= leastOpenCharacters && (chineseLinks.test(text) || chineseHeads.test(text)))
    return 'incomplete';
  return chineseClosed.test(text) ? 'complete' : 'unknown';
}

/**
 * Judges the end of what a party had said when it stopped. A break mark always counts; a missing final mark only
 * where the transcript is punctuated and the words are the last of their turn.
 */
export function judgeCompleteness(text: string, language: Language, hasPunctuation: boolean): Completeness {
  if (brokenMark.test(text)) return 'incomplete';
  if (finalMark.test(text)) return 'complete';
  const byWords = language === 'zh' ? judgeChinese(tokensOf(text, 'zh')) : judgeEnglish(tokensOf(text, 'en'));
  return hasPunctuation && byWords === 'unknown' ? 'incomplete' : byWords;
}
