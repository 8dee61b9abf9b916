import { doubleMetaphone } from 'double-metaphone';
import { pinyin } from 'pinyin-pro';
import { type Fact, readFields } from './fact.ts';
import { findNumbers } from './numbers.ts';
import { rememberTexts } from './remember.ts';
import { isMisheardSpelling } from './spellings.ts';

const KEPT_TEXTS = 2000;
/** Shortest address that is told from other words, in characters. */
const LEAST_ADDRESS = 5;

/** How a repeated fact stands to the one said. */
export type FactMatch = 'match' | 'mismatch' | 'partial';

/** Types that can be one fact said in two ways; facts of other pairs are not compared. */
const families: readonly (readonly Fact['type'][])[] = [
  ['number', 'amount', 'quantity', 'percent', 'code', 'phone'],
  ['date'],
  ['time'],
  ['name'],
  ['address'],
  ['email'],
  ['spelling'],
];

/** True when two facts are of kinds that can be compared at all. */
export function areComparable(left: Fact, right: Fact): boolean {
  if (left.type === right.type) return !isBothCounted(left, right) || unitClass(left) === unitClass(right);
  const loose = (fact: Fact): boolean =>
    fact.type === 'number' || (fact.type === 'code' && /^[0-9]{3,6}$/.test(fact.value));
  if (loose(left) || loose(right)) {
    return (
      families[0]?.includes(left.type) === families[0]?.includes(right.type) || isClockDigits(left, right)
    );
  }
  return left.type === 'code' ? right.type === 'phone' : left.type === 'phone' && right.type === 'code';
}

const isBothCounted = (left: Fact, right: Fact): boolean =>
  left.unit !== undefined && right.unit !== undefined;

/** Time units and currencies are kept apart; other counted things are taken as one (tickets, seats, 张). */
function unitClass(fact: Fact): string {
  if (fact.type === 'amount') return fact.unit ?? '';
  if (fact.type === 'percent') return fact.unit ?? '%';
  const unit = fact.unit ?? '';
  if (/^(年|year)$/.test(unit)) return 'year';
  if (/^(个月|month|期)$/.test(unit)) return 'month';
  if (/^(周|week)$/.test(unit)) return 'week';
  if (/^(天|晚|day|night|工作日|个工作日)$/.test(unit)) return 'day';
  if (/^(小时|个小时|hour)$/.test(unit)) return 'hour';
  if (/^(分钟|minute)$/.test(unit)) return 'minute';
  if (/^岁$/.test(unit)) return 'age';
  return 'thing';
}

const isClockDigits = (left: Fact, right: Fact): boolean =>
  (left.type === 'time') !== (right.type === 'time') &&
  [left, right].some((fact) => /^[0-9]{1,4}$/.test(fact.value));

function clockOf(digits: string): string {
  const h = digits.length <= 2 ? Number(digits) : Number(digits.slice(0, -2));
  return `h=${h > 12 ? h - 12 : h};min=${digits.length <= 2 ? 0 : Number(digits.slice(-2))}`;
}

function compareFields(said: string, repeated: string): FactMatch {
  const left = readFields(said);
  const right = readFields(repeated);
  let common = 0;
  for (const [name, value] of left) {
    const other = right.get(name);
    if (other === undefined) continue;
    if (other !== value) return 'mismatch';
    common += 1;
  }
  return common === 0 ? 'partial' : 'match';
}

/** Dates by their words, and where these differ in kind or week, by the days they can mean. */
function compareDates(said: Fact, repeated: Fact): FactMatch {
  const byWords = compareFields(said.value, repeated.value);
  if (byWords === 'match' || said.days === undefined || repeated.days === undefined) return byWords;
  const days = new Set(said.days);
  return repeated.days.some((day) => days.has(day)) ? 'match' : 'mismatch';
}

function compareDigits(said: string, repeated: string): FactMatch {
  if (said === repeated) return 'match';
  const isPart = repeated.length >= 3 && repeated.length < said.length;
  if (isPart && (said.startsWith(repeated) || said.endsWith(repeated)) && said.length - repeated.length >= 2)
    return 'partial';
  return 'mismatch';
}

/** Sound of a Chinese name without tones; zh/z, ch/c, sh/s, ng/n, l/n are what recognizers and speakers mix up. */
const soundOfChinese = rememberTexts(
  (name) =>
    pinyin(name, { toneType: 'none', type: 'array' })
      .map((part) =>
        part
          .replace(/^(z|c|s)h/, '$1')
          .replace(/ng$/, 'n')
          .replace(/^n(?=[aeiou])/, 'l'),
      )
      .join(' '),
  KEPT_TEXTS,
);

const isHan = (text: string): boolean => /[\u4e00-\u9fff]/u.test(text);

function compareNames(said: string, repeated: string): FactMatch {
  if (said === repeated) return 'match';
  if (isHan(said) !== isHan(repeated)) return 'partial';
  if (isHan(said)) {
    const [a, b] = [soundOfChinese(said), soundOfChinese(repeated)];
    return a === b || `${a} `.startsWith(`${b} `) || `${b} `.startsWith(`${a} `) ? 'match' : 'mismatch';
  }
  const sounds = (name: string): string[] => name.split(/\s+/).map((part) => doubleMetaphone(part)[0]);
  const [a, b] = [sounds(said), sounds(repeated)];
  return b.some((part) => a.includes(part)) ? 'match' : 'mismatch';
}

function compareSpellings(said: string, repeated: string): FactMatch {
  if (said === repeated) return 'match';
  return isMisheardSpelling(said, repeated) ? 'partial' : 'mismatch';
}

/** Words and numbers of an address in order, so that 一百二十弄 and 120弄 compare equal. */
const plainAddress = rememberTexts(writePlainAddress, KEPT_TEXTS);

function writePlainAddress(text: string): string {
  let out = text;
  for (const found of [...findNumbers(text)].reverse())
    out = out.slice(0, found.from) + found.value + out.slice(found.to);
  const written = out
    .toLowerCase()
    .replace(
      /\b(street|avenue|road|drive|lane|boulevard)\b/g,
      (word) =>
        ({ street: 'st', avenue: 'ave', road: 'rd', drive: 'dr', lane: 'ln', boulevard: 'blvd' })[word] ??
        word,
    );
  return written.replace(/[^a-z0-9\u4e00-\u9fff]/gu, '');
}

/** True for a text that holds an address, be it without its last word (eighty eight jefferson, for … street). */
export function holdsAddress(text: string, { value }: Fact): boolean {
  const core = plainAddress(value).replace(
    /(?:st|ave|rd|dr|ln|blvd|way|court|ct|place|pl|square|terrace|circle)$/,
    '',
  );
  return /[0-9]/.test(core) && core.length >= LEAST_ADDRESS && plainAddress(text).includes(core);
}

/** True for two addresses of which only the numbers differ. */
export function isSameStreet(said: Fact, repeated: Fact): boolean {
  const [a, b] = [plainAddress(said.value), plainAddress(repeated.value)];
  const words = (text: string): string => text.replace(/[0-9]+/g, '#');
  return words(a) === words(b);
}

function compareAddresses(said: string, repeated: string): FactMatch {
  const [a, b] = [plainAddress(said), plainAddress(repeated)];
  if (a === b || b.includes(a)) return 'match';
  const numbers = (text: string): string => (text.match(/[0-9]+/g) ?? []).join();
  if (numbers(a) !== numbers(b) && numbers(b) !== '') return a.includes(b) ? 'partial' : 'mismatch';
  if (a.includes(b)) return 'partial';
  const words = (text: string): string => text.replace(/[0-9]+/g, '');
  return isHan(a) && soundOfChinese(words(a)) === soundOfChinese(words(b)) ? 'match' : 'partial';
}

/**
 * Says whether a repeated fact is the one said. Strict on digits (a transposed, dropped or doubled digit is a
 * mismatch) and on dates whose days are known (下周二, the tenth of March); tolerant of more or less precise
 * dates and times (三点 and 下午三点), of how a name or street is spelled when it sounds the same, and of the
 * last digits of a long number (partial).
 */
export function compareFacts(said: Fact, repeated: Fact): FactMatch {
  if (said.type === 'time' || repeated.type === 'time') {
    const value = (fact: Fact): string => (fact.type === 'time' ? fact.value : clockOf(fact.value));
    return compareFields(value(said), value(repeated));
  }
  if (said.type === 'date') return compareDates(said, repeated);
  if (said.type === 'name') return compareNames(said.value, repeated.value);
  if (said.type === 'address') return compareAddresses(said.value, repeated.value);
  if (said.type === 'spelling') return compareSpellings(said.value, repeated.value);
  if (said.type === 'email') return said.value === repeated.value ? 'match' : 'mismatch';
  if (said.type === 'phone' || said.type === 'code' || /^0/.test(said.value))
    return compareDigits(said.value, repeated.value);
  if (said.type === 'percent' && said.unit !== repeated.unit) return 'partial';
  return Number(said.value) === Number(repeated.value) ? 'match' : 'mismatch';
}
