import type { Language } from '../../domain/call.ts';
import { readChineseNumber } from './chinese-numbers.ts';
import { findCodes } from './codes.ts';
import { findDates } from './dates.ts';
import type { Fact, FactType } from './fact.ts';
import { findNumbers, type NumberMention } from './numbers.ts';
import { findAddresses, findEmails, findNames } from './people-and-places.ts';
import { findSpellings } from './spellings.ts';
import { findTimes } from './times.ts';

const zhMoney = /^ ?(元|块钱|块|圆|人民币|rmb|美元|美金|港币|欧元|英镑|日元|毛钱|毛)/iu;
const enMoney = /^[ -]?(dollars?|bucks?|yuan|rmb|cny|usd|pounds?|euros?|cents?|quid|grand)\b/i;
const moneyBefore = /(?:([$£€¥￥])|\b(rmb|usd|cny) ?|(人民币) ?)$/iu;
const currencies: readonly (readonly [RegExp, string])[] = [
  [/^(元|块|块钱|圆|人民币|rmb|cny|yuan|¥|￥)$/iu, 'CNY'],
  [/^(美元|美金|usd|\$|dollars?|bucks?|grand)$/iu, 'USD'],
  [/^(港币)$/u, 'HKD'],
  [/^(欧元|€|euros?)$/iu, 'EUR'],
  [/^(英镑|£|pounds?|quid)$/iu, 'GBP'],
];
const percentAfter = /^ ?(%|％|个百分点|个点|percent|per cent|percentage points?)/iu;
const discountAfter = /^折/u;
const measure =
  '个半月|个月|个小时|小时|分钟|个工作日|工作日|个|张|套|份|台|部|间|桌|盒|箱|件|瓶|包|本|斤|公斤|平方米|平方|平米|平|人|位|天|晚|年|岁|周|次|期|辆|节|门|课时|单|条|户|亩|吨|米|公里|楼|层|室|栋|杯|只|双|袋|床|股|桶|盆|罐|支|根|把|颗|粒|片|筐|捆|副|扇|幅|架|棵|朵|束|串|卷|扎|升|毫升|厘米|公分|英寸|兆|匹';
const zhMeasure = new RegExp(`^ ?(?:多)?(${measure})`, 'u');
/** After a lone 一 only things that are ordered by the piece count; 一个, 一位, 一次, 一天 are figures of speech. */
const zhSingle = /^ ?(张|套|份|台|间|箱|盒|瓶|件|辆|桌|晚|斤|户)(?!事|儿|直|般|起)/u;
const enNoun = /^[ -]((?:more |new |single |double |large |small |regular )?)([a-z]{3,})/i;
const enSingle =
  /^[ -](?:more |single |double )?(tickets?|seats?|person|people|adult|guest|room|night|day|week|month|year|table|box|bottle|piece|copy|unit|booking|pizza|order|bed|bedroom|suitcase|bag|passenger|hour)\b/i;
const notNouns =
  /^(of|and|or|the|to|on|at|in|for|is|are|was|that|this|with|from|but|not|you|we|they|thing|things|so|by|please|okay|ok|yes|no|uh|um|am|pm|hundred|thousand|percent|point|right|correct|then|will|would|can|just|because|if|than|times?|east|west|north|south|street|avenue|road|i|a|as|it|he|she|my|your|our|which|what|when|other|ones?)$/i;

interface Claim {
  readonly facts: Fact[];
  readonly taken: (readonly [number, number])[];
}

/** Takes finds longest first, so that no two facts share a character. */
function claim(state: Claim, found: readonly Fact[]): void {
  const longestFirst = [...found].sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  for (const fact of longestFirst) {
    if (state.taken.some(([from, to]) => fact.from < to && from < fact.to)) continue;
    state.taken.push([fact.from, fact.to]);
    state.facts.push(fact);
  }
}

function blank(text: string, taken: readonly (readonly [number, number])[]): string {
  let out = text;
  for (const [from, to] of taken) out = out.slice(0, from) + '\u0001'.repeat(to - from) + out.slice(to);
  return out;
}

function currency(sign: string | undefined): string | undefined {
  return sign === undefined ? undefined : currencies.find(([pattern]) => pattern.test(sign))?.[1];
}

function made(type: FactType, text: string, from: number, to: number, value: string, unit?: string): Fact {
  const base = { type, raw: text.slice(from, to), from, to, value };
  return unit === undefined ? base : { ...base, unit };
}

const scaled = (value: string, factor: number): string =>
  String(Math.round(Number(value) * factor * 1e6) / 1e6);

/** 三块五, 328块5毛, "fifty dollars and twenty cents": the part after the coin word. */
function coins(text: string, after: number): { value: number; to: number } {
  const zh =
    /^([0-9一二三四五六七八九])(?:毛|角)?(?![0-9零二三四五六七八九十百个张天年周月季期人户位套台平米间斤件瓶盒份次本包块节场])/u.exec(
      text.slice(after),
    );
  if (zh) return { value: Number(findNumbers(zh[1] ?? '')[0]?.value ?? 0) / 10, to: after + zh[0].length };
  const en = /^ and ([a-z0-9 -]+?) cents\b/i.exec(text.slice(after));
  if (en) return { value: Number(findNumbers(en[1] ?? '')[0]?.value ?? 0) / 100, to: after + en[0].length };
  return { value: 0, to: after };
}

function amountOf(text: string, found: NumberMention): Fact | null {
  const after = text.slice(found.to);
  const before = moneyBefore.exec(text.slice(0, found.from));
  const unit = zhMoney.exec(after) ?? enMoney.exec(after);
  if (before === null && unit === null) return null;
  const sign = unit?.[1] ?? before?.[1] ?? before?.[2] ?? before?.[3];
  const scale = /^毛/u.test(sign ?? '')
    ? 0.1
    : /^cents?$/i.test(sign ?? '')
      ? 0.01
      : /^grand$/i.test(sign ?? '')
        ? 1000
        : 1;
  const end = found.to + (unit?.[0].length ?? 0);
  const rest = unit === null || scale !== 1 ? { value: 0, to: end } : coins(text, end);
  const value = scaled(String(Number(found.value) * scale + rest.value), 1);
  return made('amount', text, found.from - (before?.[0].length ?? 0), rest.to, value, currency(sign));
}

function percentOf(text: string, found: NumberMention): Fact | null {
  const ahead = /百分之$/u.exec(text.slice(0, found.from));
  const unit = percentAfter.exec(text.slice(found.to));
  const discount = discountAfter.exec(text.slice(found.to));
  if (discount) return made('percent', text, found.from, found.to + 1, found.value, '折');
  if (ahead === null && unit === null) return null;
  const from = found.from - (ahead?.[0].length ?? 0);
  return made('percent', text, from, found.to + (unit?.[0].length ?? 0), scaled(found.value, 1));
}

/** 三米六, 两斤半: the part after a measure. */
function measureRest(text: string, at: number, unit: string): { value: number; length: number } {
  if (!/^(?:米|公?斤|吨|升)$/u.test(unit)) return { value: 0, length: 0 };
  const found = /^(?:半|([一二三四五六七八九1-9])(?![0-9零一二三四五六七八九十百千万个张米斤号楼]))/u.exec(
    text.slice(at),
  );
  if (found === null) return { value: 0, length: 0 };
  const digit = found[1] === undefined ? 5 : Number(findNumbers(found[1])[0]?.value ?? 0);
  return { value: digit / 10, length: found[0].length };
}

function quantityOf(text: string, found: NumberMention): Fact | null {
  if (found.isDigits && found.value.length > 4) return null;
  const after = text.slice(found.to);
  const isOne = /^(一|one)$/i.test(found.raw);
  const isHan = /[\u4e00-\u9fff]/u.test(found.raw) || /^ ?[\u4e00-\u9fff]/u.test(after);
  if (isHan) {
    const unit = (isOne ? zhSingle : zhMeasure).exec(after);
    if (unit === null) return null;
    const end = found.to + unit[0].length;
    const rest = measureRest(text, end, unit[1] ?? '');
    return made(
      'quantity',
      text,
      found.from,
      end + rest.length,
      scaled(String(Number(found.value) + rest.value), 1),
      unit[1],
    );
  }
  if (isOne) {
    const unit = enSingle.exec(after);
    return unit === null
      ? null
      : made('quantity', text, found.from, found.to + unit[0].length, '1', singular(unit[1] ?? ''));
  }
  const noun = enNoun.exec(after);
  const word = noun?.[2] ?? '';
  if (noun === null || notNouns.test(word)) return null;
  return made(
    'quantity',
    text,
    found.from,
    found.to + noun[0].length,
    scaled(found.value, 1),
    singular(word),
  );
}

const singular = (word: string): string =>
  word.toLowerCase() === 'people' ? 'person' : word.toLowerCase().replace(/(?<=[^s])s$/, '');

/** Shares of a hundred first, since 三点五 in them looks like a clock time. */
function percents(text: string, taken: Claim['taken']): Fact[] {
  const left = blank(text, taken);
  if (!/百分|个点|[%％]|percent|折/iu.test(left)) return [];
  return findNumbers(left).flatMap((found) => percentOf(left, found) ?? []);
}

const phoneNear = /电话|手机|号码|联系|微信|座机|\b(?:phone|number|cell|mobile|call me|reach me|contact)\b/iu;

function plainOf(text: string, found: NumberMention): Fact | null {
  const digits = found.value;
  if (found.isDigits && digits.length >= 7 && digits.length <= 15) {
    const isPhone = /^(?:1[3-9][0-9]{9}|0[0-9]{9,11}|400[0-9]{7}|[2-9][0-9]{6,9}|1[2-9][0-9]{9})$/.test(
      digits,
    );
    return made(isPhone || phoneNear.test(text) ? 'phone' : 'code', text, found.from, found.to, digits);
  }
  if (found.isDigits && digits.length >= 4) return made('code', text, found.from, found.to, digits);
  if (/^(一|one|1|两|二)$/i.test(found.raw) && !isBareAnswer(text, found)) return null;
  if (/第$/u.test(text.slice(0, found.from))) return null;
  return made('number', text, found.from, found.to, found.isDigits ? digits : scaled(digits, 1));
}

/** A text of hardly more than the number answers "how many". */
function isBareAnswer(text: string, found: NumberMention): boolean {
  const rest = (text.slice(0, found.from) + text.slice(found.to)).replace(
    /[\s\p{P}]|嗯|啊|please|just|only|吧|就/giu,
    '',
  );
  return rest.length <= (/[\u4e00-\u9fff]/u.test(rest) ? 2 : 4);
}

const traditional = '點號週禮萬億兩塊錢個張電話碼區縣樓棟單陳楊趙黃吳孫馬時鐘後';
const simplified = '点号周礼万亿两块钱个张电话码区县楼栋单陈杨赵黄吴孙马时钟后';

/** The same text, sign for sign, in plain digits, letters and simplified numbers; 要三八 for 幺三八 is put right. */
function plainSigns(text: string): string {
  if (!/[^\u0020-\u007e]/.test(text)) return text;
  return text
    .replace(/[０-９Ａ-Ｚａ-ｚ：]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[要妖腰](?=[零〇一二三四五六七八九0-9]{2,})/gu, (sign, at: number, all: string) =>
      /^.[零〇一二三四五六七八九幺要0-9]{3,}/u.test(all.slice(at)) && /[三五七八九]/u.test(all[at + 1] ?? '')
        ? '幺'
        : sign,
    )
    .replace(/(?<=[A-Za-z])[零〇一二三四五六七八九幺]{3,}/gu, (run) => readChineseNumber(run)?.value ?? run)
    .replace(new RegExp(`[${traditional}]`, 'gu'), (sign) => simplified[traditional.indexOf(sign)] ?? sign);
}

const kept = new Map<string, readonly Fact[]>();
const KEPT_TEXTS = 5000;

/**
 * Every fact said in a text, in order and without overlaps; either language, also mixed. `language` only
 * settles what is ambiguous: the currency of an amount without one.
 */
export function extractFacts(text: string, language: Language): readonly Fact[] {
  const key = `${language}\u0000${text}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const facts = readFacts(plainSigns(text)).map((fact) => ({ ...fact, raw: text.slice(fact.from, fact.to) }));
  if (kept.size >= KEPT_TEXTS) kept.clear();
  kept.set(key, facts);
  return facts;
}

/** Signs without which a text holds no number, date or time. */
const mayCount =
  /[0-9零〇一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億周期拜月天年日号今明昨]|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twel[vf]|teen|ty\b|hundred|thousand|million|double|triple|treble|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|(?:st|nd|rd|th)\b|day|night|morrow|th(?:is|e) |next |noon|third|%|percent/i;

function readFacts(text: string): readonly Fact[] {
  const state: Claim = { facts: [], taken: [] };
  claim(state, findEmails(text));
  claim(state, findAddresses(text));
  claim(state, findNames(text));
  if (mayCount.test(text)) {
    claim(state, percents(text, state.taken));
    claim(state, [...findDates(blank(text, state.taken)), ...findTimes(blank(text, state.taken))]);
    const open = blank(text, state.taken);
    claim(state, findCodes(open));
    const left = blank(text, state.taken);
    for (const found of findNumbers(left)) {
      const fact = amountOf(left, found) ?? quantityOf(left, found) ?? plainOf(left, found);
      if (fact !== null) claim(state, [{ ...fact, raw: text.slice(fact.from, fact.to) }]);
    }
  }
  claim(state, findSpellings(blank(text, state.taken)));
  return state.facts.sort((a, b) => a.from - b.from);
}
