import { readChineseNumber } from './chinese-numbers.ts';
import { readEnglishGroup } from './english-numbers.ts';
import { type Fact, matches, writeFields } from './fact.ts';

const zhNumber = '[0-9零〇一二两三四五六七八九十]';
const zhPeriod = '凌晨|早上|早晨|清晨|大早|上午|中午|下午|傍晚|晚上|晚间|夜里|半夜|今晚|明晚|明早|今早|晚';
const zhTime = new RegExp(
  `(?:(${zhPeriod})的?)?(${zhNumber}{1,3})(点钟?|點鐘?|[:：]|时(?![候间尚代常段]))(半|[一三]刻|整|过?${zhNumber}{1,3}分?)?(?![个万千倍元块%％]|百分|建议|意见|要求|问题)`,
  'gu',
);
const enHour = '([0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const enMinute =
  '([0-5][0-9]|(?:oh|o|zero) (?:one|two|three|four|five|six|seven|eight|nine)|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen)';
const enHalf =
  "(a\\.?m\\b\\.?|p\\.?m\\b\\.?|a m\\b|p m\\b|o'?clock|in the (?:morning|afternoon|evening)|at night)";
const enFull = new RegExp(
  `\\b${enHour}(?:[: .-]?${enMinute})? ?${enHalf}(?: ?(?:in the (morning|afternoon|evening)|at (night)))?`,
  'gi',
);
const enDigital = /\b([01]?[0-9]|2[0-3])[:：]([0-5][0-9])(?![0-9:])/g;
const enAt = new RegExp(
  `\\b(?:at|around|about) ${enHour}(?:[ :-]${enMinute})?\\b(?! ?(?:percent|%|dollars?|bucks|hundred|thousand|million|point|point|east|west|north|south|years?|months?|weeks?|days?|minutes?|hours?|people|tickets?|other|of|more|times?|per|street|zero|oh|one|two|three|four|five|six|seven|eight|nine|double)\\b)(?![0-9,.]?[0-9])`,
  'gi',
);
const enPast = new RegExp(
  `\\b(half|quarter|ten|twenty|five|twenty[ -]five) (past|to|after|till) ${enHour}\\b`,
  'gi',
);
const enNamed = /\b(noon|midday|midnight)\b/gi;

type Half = 'am' | 'pm' | null;

function fact(found: RegExpMatchArray, h: number, min: number, half: Half, from = found.index ?? 0): Fact[] {
  if (h > 24 || min > 59) return [];
  const known: Half = h > 12 ? 'pm' : half;
  const raw = found[0].slice(from - (found.index ?? 0));
  const value = writeFields({ h: h > 12 ? h - 12 : h, min, half: known });
  return [{ type: 'time', raw, from, to: from + raw.length, value }];
}

function zhHalf(period: string | undefined): Half {
  if (period === undefined) return null;
  return /下午|傍晚|晚|中午/.test(period) ? 'pm' : 'am';
}

function zhMinutes(text: string | undefined): number {
  if (text === undefined || text === '整') return 0;
  if (text === '半') return 30;
  if (text.endsWith('刻')) return text.startsWith('三') ? 45 : 15;
  const read = readChineseNumber(text.replace(/^过|分$/g, ''));
  return read === null ? 0 : Number(read.value);
}

/** 一点, 两点 and 三点 are a little, points of a list or a clock time: only the last has a sign of time around it. */
function isClock(text: string, found: RegExpMatchArray): boolean {
  if (found[1] !== undefined || found[4] !== undefined || /[钟鐘:：]/.test(found[3] ?? '')) {
    return !(
      found[1] === undefined &&
      found[3] === '点' &&
      /^[一1]$/.test(found[2] ?? '') &&
      /^[一二三四五六七八九]$/.test(found[4] ?? '')
    );
  }
  const before = text.slice(Math.max(0, (found.index ?? 0) - 3), found.index);
  const after = text.slice((found.index ?? 0) + found[0].length);
  if (/[一1]/.test(found[2] ?? '') && (found[2] ?? '').length === 1)
    return /[周期拜][一二三四五六日天]$|[号日天早晚]$/u.test(before);
  if (/[有这那第几]$|就$/u.test(before) && /^[两二三四2-4]$/.test(found[2] ?? '')) return false;
  return !/^(?:是|呢|吧？)?(?:第一|首先)/u.test(after) && !/^(?:原因|好处|优势|内容|注意)/u.test(after);
}

function chineseTimes(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(text, zhTime, /[点點:：时]/)) {
    const hour = readChineseNumber(found[2] ?? '');
    if (hour === null || !isClock(text, found)) continue;
    const minutes = zhMinutes(found[4]);
    out.push(...fact(found, Number(hour.value), minutes, zhHalf(found[1])));
  }
  return out;
}

function enNumber(text: string | undefined): number {
  if (text === undefined) return 0;
  const words = text
    .toLowerCase()
    .replace(/^(oh|o|zero) /, '')
    .split(/[ -]/);
  return Number(readEnglishGroup(words, 0)?.value ?? 0);
}

function enHalfOf(...texts: (string | undefined)[]): Half {
  const text = texts
    .filter((part) => part !== undefined)
    .join(' ')
    .toLowerCase();
  if (/p\.? ?m|afternoon|evening|night/.test(text)) return 'pm';
  return /a\.? ?m|morning/.test(text) ? 'am' : null;
}

function englishTimes(text: string): Fact[] {
  const out: Fact[] = [];
  for (const found of matches(text, enFull, /[ap]\.? ?m|o'?clock|morning|afternoon|evening|night/i)) {
    out.push(...fact(found, enNumber(found[1]), enNumber(found[2]), enHalfOf(found[3], found[4], found[5])));
  }
  for (const found of matches(text, enDigital, /[0-9][:：][0-9]/))
    out.push(...fact(found, Number(found[1]), Number(found[2]), null));
  for (const found of matches(text, enPast, /half|quarter|past|till| to /i)) {
    const part = (found[1] ?? '').toLowerCase();
    const shift = part === 'half' ? 30 : part === 'quarter' ? 15 : enNumber(part);
    const isBefore = /to|till/i.test(found[2] ?? '');
    const h = enNumber(found[3]) - (isBefore ? 1 : 0);
    out.push(...fact(found, h === 0 ? 12 : h, isBefore ? 60 - shift : shift, null));
  }
  for (const found of matches(text, enAt, /\b(?:at|around|about) /i)) {
    const lead = /^\w+ /.exec(found[0])?.[0].length ?? 0;
    out.push(...fact(found, enNumber(found[1]), enNumber(found[2]), null, (found.index ?? 0) + lead));
  }
  for (const found of matches(text, enNamed, /noon|mid/i)) {
    out.push(...fact(found, 12, 0, found[0].toLowerCase() === 'midnight' ? 'am' : 'pm'));
  }
  return out;
}

/** Every clock time in a text of either language (下午三点半, "three thirty pm", "half past six", 19:30), overlapping finds included. */
export function findTimes(text: string): Fact[] {
  return [...englishTimes(text), ...chineseTimes(text)];
}
