import { allMatches } from './all-matches.ts';
import { CHINESE_NUMERAL, readChineseNumber } from './chinese-numbers.ts';
import { type NumberToken, opensNumber, readEnglishGroup } from './english-numbers.ts';

/** A number said in a text, at its place. */
export interface NumberMention {
  readonly raw: string;
  readonly from: number;
  readonly to: number;
  /** Plain decimal text; of a digit string the digits, with leading zeros. */
  readonly value: string;
  /** True for digits spoken or written one after the other, as in telephone numbers and codes. */
  readonly isDigits: boolean;
}

const chineseRun = new RegExp(`${CHINESE_NUMERAL}+(?:[点點.]${CHINESE_NUMERAL}+)?`, 'gu');
const chineseSign = /[零〇一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億]/u;
const tokenPattern = /[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[a-z]+/gi;
/** What may lie between two parts of one number as people say it. */
const gapPattern = /^(?:[\s,，、\-–—()（）]|嗯|呃|啊|额|\bu[hm]+\b|\ber+m?\b)*$/iu;
const numberHint =
  /[0-9]|\b(?:zero|one|two|three|four|fou?rty|five|six|seven|eight|nine|ten|eleven|twelve|hundred|thousand|million|double|triple|treble)\b|[a-z]t(?:een|y)\b/i;
const openers = new Set(['a', 'double', 'triple', 'treble', 'quadruple']);

/** Numbers in Chinese signs, also mixed with digits (3万5, 幺38). Plain 一 within words is left out. */
function findChinese(text: string): NumberMention[] {
  const out: NumberMention[] = [];
  if (!chineseSign.test(text)) return out;
  for (const found of allMatches(text, chineseRun)) {
    const raw = found[0];
    if (!chineseSign.test(raw) || /^[百千万亿点]+$/.test(raw)) continue;
    const read = readChineseNumber(raw);
    if (read !== null) {
      out.push({ raw, from: found.index, to: found.index + raw.length, ...read });
    }
  }
  return out;
}

function tokensOf(text: string): NumberToken[] {
  return allMatches(text, tokenPattern).map((found) => ({
    text: found[0].toLowerCase(),
    from: found.index,
    to: found.index + found[0].length,
  }));
}

/** Length of the run of tokens from `start` that are joined closely enough to belong to one number. */
function runLength(text: string, tokens: readonly NumberToken[], start: number): number {
  let end = start;
  for (;;) {
    const here = tokens[end];
    const next = tokens[end + 1];
    if (here === undefined || next === undefined) break;
    if (!/^[\s-]*$/.test(text.slice(here.to, next.from))) break;
    end += 1;
  }
  return end - start + 1;
}

/** Numbers in English words and in digits; each group on its own, joined later. */
function findEnglish(text: string): (NumberMention & { isPlain: boolean })[] {
  if (!numberHint.test(text)) return [];
  const tokens = tokensOf(text);
  const words = tokens.map((token) => token.text);
  const out: (NumberMention & { isPlain: boolean })[] = [];
  let index = 0;
  while (index < tokens.length) {
    const word = words[index];
    if (!opensNumber(word) && !openers.has(word ?? '')) {
      index += 1;
      continue;
    }
    const run = words.slice(index, index + Math.min(12, runLength(text, tokens, index)));
    const group = readEnglishGroup(run, 0);
    const first = tokens[index];
    const last = tokens[index + (group?.count ?? 1) - 1];
    if (group === null || first === undefined || last === undefined) {
      index += 1;
      continue;
    }
    const raw = text.slice(first.from, last.to);
    const isDigits = group.isPlain && (/^[0-9]{5,}$/.test(raw) || /^(double|triple|treble|quad)/i.test(raw));
    out.push({ raw, from: first.from, to: last.to, value: group.value, isDigits, isPlain: group.isPlain });
    index += group.count;
  }
  return out;
}

interface Joinable extends NumberMention {
  readonly isPlain: boolean;
}

/** Whether two neighbours are one number said in pieces (138 / 0013 / 8000; five five five; twenty twenty six). */
function isOneNumber(text: string, left: Joinable, right: Joinable): boolean {
  const gap = text.slice(left.to, right.from);
  if (!gapPattern.test(gap)) return false;
  const isSpoken = (mention: Joinable): boolean => /[^0-9]/.test(mention.raw) || mention.raw.length === 1;
  const isPiece = (mention: Joinable): boolean => mention.isPlain || mention.isDigits;
  if (/hundred|thousand|point|million/i.test(left.raw) || !isPiece(right)) {
    return /^[a-z]+$/i.test(left.raw) && left.isPlain && /^[a-z]+ hundred$/i.test(right.raw);
  }
  if (!isPiece(left)) return false;
  if (isSpoken(left) && isSpoken(right)) return true;
  if (left.isDigits || right.isDigits) return true;
  const isDecimal = /\./.test(left.value + right.value);
  return /[-–—()]/.test(gap) && left.value.length >= 2 && right.value.length >= 2 && !isDecimal;
}

/** Length from `start` of a telephone number written in groups (138 0013 8000): at least seven digits in all. */
function groupedDigits(text: string, found: readonly Joinable[], start: number): number {
  let end = start;
  let digits = 0;
  for (let index = start; index < found.length; index += 1) {
    const here = found[index];
    const before = found[index - 1];
    if (here === undefined || !/^[0-9]{2,}$/.test(here.raw)) break;
    if (index > start && (before === undefined || !gapPattern.test(text.slice(before.to, here.from)))) break;
    digits += here.value.length;
    end = index + 1;
  }
  return digits >= 7 ? end - start : 1;
}

function joinPieces(text: string, found: readonly Joinable[]): NumberMention[] {
  const out: Joinable[] = [];
  let grouped = 0;
  for (const [index, mention] of found.entries()) {
    const isGrouped = index < grouped;
    if (!isGrouped) grouped = index + groupedDigits(text, found, index);
    const last = out.at(-1);
    if (last === undefined || !(isGrouped || isOneNumber(text, last, mention))) {
      out.push(mention);
      continue;
    }
    const joined = {
      raw: text.slice(last.from, mention.to),
      from: last.from,
      to: mention.to,
      value: last.value + mention.value,
      isDigits: true,
      isPlain: true,
    };
    out[out.length - 1] = joined;
  }
  return out.map(({ isPlain: _, ...mention }) => mention);
}

/** A lone "o"/"oh"/"a" and a lone one, 一 or two-sign guess (三四个) are words, not numbers. */
function isWord(text: string, mention: NumberMention): boolean {
  const raw = mention.raw.toLowerCase();
  if (raw === 'o' || raw === 'oh') return true;
  if (/^[二三四五六七八九两]{2}$/.test(raw) && /^[个十百千万天年月块点家次位]/.test(text.slice(mention.to))) {
    return Math.abs(Number(mention.value[1]) - Number(mention.value[0])) === 1;
  }
  return false;
}

/**
 * Every number in a text of either language, in order: Chinese number words (一万三千八, 两百五, 幺三八), English
 * number words ("thirteen thousand eight hundred", "double three", "twenty twenty-six") and digits, with
 * numbers said in pieces joined.
 */
export function findNumbers(text: string): NumberMention[] {
  const chinese = findChinese(text);
  let rest = text;
  for (const { from, to } of chinese)
    rest = rest.slice(0, from) + '\u0001'.repeat(to - from) + rest.slice(to);
  const found: Joinable[] = [
    ...chinese.map((mention) => ({
      ...mention,
      isPlain: /^[0-9]+$/.test(mention.value) && !/[十百千万亿]/.test(mention.raw),
    })),
    ...findEnglish(rest),
  ].sort((left, right) => left.from - right.from);
  return joinPieces(text, found).filter((mention) => !isWord(text, mention));
}
