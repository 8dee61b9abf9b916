import { readChineseNumber } from './chinese-numbers.ts';
import { readEnglishGroup, readOrdinal } from './english-numbers.ts';
import { type Fact, matches, writeFields } from './fact.ts';

const zhNumber = '[0-9零〇○一二两三四五六七八九十]';
const zhDate = new RegExp(
  `(?:(${zhNumber}{2,4})年)?(${zhNumber}{1,3})月份?(?:(${zhNumber}{1,3})[号號日]?(?!个|点|块|元|万|楼|栋|[:：]))?`,
  'gu',
);
const zhDay = new RegExp(
  `(?<![${'0-9零〇一二两三四五六七八九十'}第])(${zhNumber}{1,3})[号號日](?![码楼线店院房门机桌室栋本])`,
  'gu',
);
const zhYear = new RegExp(`(?:二[零〇]|20)${zhNumber}{2}年`, 'gu');
const zhWeekday =
  /(下下|下|上|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天末1-6])(?![0-9千百万]|[0-9一二三四五六七八九十]?(?:年|个月|周年))/gu;
const zhRelative =
  /大后天|后天|明[天日早晚]|今[天日早晚]|昨[天日晚]|下个?月(?!份)|这个月|本月|月底|年底|明年|下周(?![一二三四五六日天末])/gu;
const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const monthName =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';
const ordinal =
  '([0-9]{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)';
const cardinal =
  '([0-9]{1,2}(?![0-9:%]| ?(?:am|pm)\\b)|(?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)';
const enYear =
  '(?:,? ?((?:19|20)[0-9]{2}|twenty (?:twenty|thirty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?))?';
const enMonthDay = new RegExp(`\\b${monthName}\\.? (?:the )?(?:${ordinal}|${cardinal})\\b${enYear}`, 'gi');
const enDayMonth = new RegExp(
  `\\b(?:the )?(?:${ordinal}|([0-9]{1,2}))(?: day)?(?: of)? ${monthName}\\b${enYear}`,
  'gi',
);
const enDay = new RegExp(
  `\\bthe ${ordinal}\\b(?! (?:floor|time|one|street|avenue|ave|st|thing|party|person|option|half|year|week|day of|quarter|line|call|part|step|generation|place|grade|class)\\b)`,
  'gi',
);
const enBareDay = /\b([0-9]{1,2}(?:st|nd|rd|th))\b(?! (?:floor|time|street|avenue|ave|st|ave\.|st\.)\b)/gi;
const enMonth =
  /\b(?:in|by|until|till|next|last|this|early|late|of) (january|february|march|april|may|june|july|august|september|october|november|december)\b/gi;
const enWeekday =
  /\b(?:(next|this|last|coming) )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?\b/gi;
const enRelative =
  /\bday after tomorrow\b|\btomorrow\b|\btoday\b|\btonight\b|\byesterday\b|\b(?:this|next) (?:weekend|week|month|year)\b/gi;
const isoDate = /\b((?:19|20)[0-9]{2})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})\b/g;
const slashDate = /\b([0-9]{1,2})\/([0-9]{1,2})(?:\/((?:20)?[0-9]{2}))?\b/g;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const weekShift: Readonly<Record<string, number>> = {
  上: -1,
  last: -1,
  这: 0,
  本: 0,
  this: 0,
  coming: 0,
  下: 1,
  next: 1,
  下下: 2,
};
const relative: readonly (readonly [RegExp, string])[] = [
  [/^(大后天)$/, '3'],
  [/^(后天|day after tomorrow)$/, '2'],
  [/^(明[天日早晚]|tomorrow)$/, '1'],
  [/^(今[天日早晚]|today|tonight)$/, '0'],
  [/^(昨[天日晚]|yesterday)$/, '-1'],
];

const monthHint = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
const ordinalHint = /[a-z0-9](?:st|nd|rd|th)\b/i;

type Fields = Readonly<Record<'y' | 'm' | 'd' | 'w' | 'wk' | 'rel', string | number | null>>;
const none: Fields = { y: null, m: null, d: null, w: null, wk: null, rel: null };

function fact(found: RegExpExecArray | RegExpMatchArray, fields: Partial<Fields>): Fact {
  const from = found.index ?? 0;
  const raw = found[0];
  return { type: 'date', raw, from, to: from + raw.length, value: writeFields({ ...none, ...fields }) };
}

function zhValue(text: string | undefined): number | null {
  const read = text === undefined ? null : readChineseNumber(text);
  return read === null ? null : Number(read.value);
}

function enValue(text: string | undefined): number | null {
  if (text === undefined) return null;
  const asOrdinal = readOrdinal(text);
  if (asOrdinal !== null) return asOrdinal;
  const words = text.toLowerCase().split(/[ -]/);
  const first = readEnglishGroup(words, 0);
  if (first === null) return null;
  const second = first.count < words.length ? readEnglishGroup(words, first.count) : null;
  return Number(second === null ? first.value : first.value + second.value);
}

function year(value: number | null): number | null {
  if (value === null) return null;
  return value < 100 ? 2000 + value : value;
}

const isDay = (value: number | null): value is number => value !== null && value >= 1 && value <= 31;
const isMonth = (value: number | null): value is number => value !== null && value >= 1 && value <= 12;

function monthNumber(name: string | undefined): number {
  return months.findIndex((month) => month.startsWith((name ?? '').toLowerCase().slice(0, 3))) + 1;
}

function chineseDates(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(text, zhDate, /月/)) {
    const m = zhValue(found[2]);
    const d = zhValue(found[3]);
    if (isMonth(m)) out.push(fact(found, { y: year(zhValue(found[1])), m, d: isDay(d) ? d : null }));
  }
  for (const found of matches(text, zhDay, /[号號日]/)) {
    const d = zhValue(found[1]);
    if (isDay(d)) out.push(fact(found, { d }));
  }
  for (const found of matches(text, zhYear, /年/))
    out.push(fact(found, { y: year(zhValue(found[0].slice(0, -1))) }));
  for (const found of matches(text, zhWeekday, /周|星期|礼拜/)) {
    const sign = found[2] ?? '';
    const w =
      '一二三四五六'.indexOf(sign) >= 0
        ? '一二三四五六'.indexOf(sign) + 1
        : Number(sign) || (sign === '末' ? 'end' : 7);
    out.push(fact(found, { w, wk: found[1] === undefined ? null : (weekShift[found[1]] ?? null) }));
  }
  for (const found of matches(text, zhRelative, /[天今明昨月周]|年底/)) out.push(relativeFact(found));
  return out;
}

function relativeFact(found: RegExpMatchArray): Fact {
  const word = found[0].toLowerCase();
  const days = relative.find(([pattern]) => pattern.test(word))?.[1];
  const named = word
    .replace(/下个?月/, 'next month')
    .replace(/这个月|本月/, 'this month')
    .replace('下周', 'next week')
    .replace('明年', 'next year');
  return fact(found, { rel: days ?? named });
}

function englishDates(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(text, enMonthDay, monthHint)) {
    const d = enValue(found[2] ?? found[3]);
    if (isDay(d)) out.push(fact(found, { y: year(enValue(found[4])), m: monthNumber(found[1]), d }));
  }
  for (const found of matches(text, enDayMonth, monthHint)) {
    const d = enValue(found[1] ?? found[2]);
    if (isDay(d)) out.push(fact(found, { y: year(enValue(found[4])), m: monthNumber(found[3]), d }));
  }
  for (const found of [...matches(text, enDay, ordinalHint), ...matches(text, enBareDay, ordinalHint)]) {
    const d = enValue(found[1]);
    if (isDay(d)) out.push(fact(found, { d }));
  }
  for (const found of matches(text, enMonth, monthHint)) out.push(fact(found, { m: monthNumber(found[1]) }));
  for (const found of matches(text, enWeekday, /day/i)) {
    const w = weekdays.indexOf((found[2] ?? '').toLowerCase()) + 1;
    out.push(
      fact(found, { w, wk: found[1] === undefined ? null : (weekShift[found[1].toLowerCase()] ?? null) }),
    );
  }
  for (const found of matches(text, enRelative, /today|tonight|tomorrow|yesterday|this|next/i))
    out.push(relativeFact(found));
  return out;
}

function writtenDates(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(text, isoDate, /[0-9][-/.][0-9]/)) {
    const [m, d] = [Number(found[2]), Number(found[3])];
    if (isMonth(m) && isDay(d)) out.push(fact(found, { y: Number(found[1]), m, d }));
  }
  for (const found of matches(text, slashDate, /[0-9]\/[0-9]/)) {
    const [m, d] = [Number(found[1]), Number(found[2])];
    if (isMonth(m) && isDay(d))
      out.push(fact(found, { y: year(found[3] === undefined ? null : Number(found[3])), m, d }));
  }
  return out;
}

/** Every date in a text of either language (三月五号, 下周三, "March 5th", "next Tuesday", 2026-03-05), overlapping finds included. */
export function findDates(text: string): Fact[] {
  return [
    ...(/[0-9]/.test(text) ? writtenDates(text) : []),
    ...(/[月号號日年周星礼天今明昨]/u.test(text) ? chineseDates(text) : []),
    ...(/[a-z]/i.test(text) ? englishDates(text) : []),
  ];
}
