import {
  legalFormsEn,
  legalFormsZh,
  placesZh,
  tradeWordsEn,
  tradeWordsZh,
} from '../lexicon/company-words.ts';
import { soundOf, soundsApart } from './english-sound.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { bestPlace, type SpokenUnit, spokenUnits } from './pinyin-sound.ts';
import { restAgrees } from './rest-agrees.ts';

/** A name found in a text; `from` and `to` are positions in the normalised text. */
export interface NameMatch {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** How different it sounds from the name, 0 (said as written) to about 0.4 (misheard, but borne out by what stands around). */
  readonly apart: number;
}

interface ChineseName {
  readonly script: 'zh';
  readonly name: string;
  /** The name without legal form and place. */
  readonly core: readonly string[];
  /** What tells it from other companies. */
  readonly own: readonly string[];
}

interface EnglishName {
  readonly script: 'en';
  readonly name: string;
  readonly own: readonly string[];
  /** Trade words after the own part, such as `national bank`. */
  readonly trade: readonly string[];
}

/** A company or product name made ready for finding. */
export type CompiledName = ChineseName | EnglishName;

/** A name made ready: what is its own and what it shares with others of its trade. */
export function compileName(name: string): CompiledName {
  const { text } = normalise(name);
  return /[\u2e80-\u9fff]/.test(text) ? compileChinese(name, text) : compileEnglish(name, text);
}

function compileChinese(name: string, text: string): ChineseName {
  const short = text.replaceAll(' ', '').replace(legalFormsZh, '').replace(legalFormsZh, '');
  const placeless = short.replace(placesZh, '');
  const core = placeless.length >= 2 && !tradeWordsZh.includes(placeless) ? placeless : short;
  let own = core;
  for (const word of tradeWordsZh) if (own.endsWith(word)) own = own.slice(0, -word.length);
  const units = (part: string): string[] => spokenUnits(part).map((unit) => unit.text);
  return { script: 'zh', name, core: units(core), own: units(own.length >= 2 ? own : core) };
}

function compileEnglish(name: string, text: string): EnglishName {
  const words = text.split(' ').filter((word) => word !== '' && !legalFormsEn.has(word));
  const all = words.length > 0 ? words : text.split(' ');
  let cut = all.length;
  while (cut > 1 && tradeWordsEn.has(all[cut - 1] ?? '')) cut--;
  const head = all.slice(0, cut);
  const isOwn = head.some((word) => !tradeWordsEn.has(word));
  return { script: 'en', name, own: isOwn ? head : all, trade: isOwn ? all.slice(cut) : [] };
}

/** The best place of any of the names in a text, or null; misheard names count where the evidence is fair. */
export function findName(names: readonly CompiledName[], normal: NormalisedText): NameMatch | null {
  let best: NameMatch | null = null;
  for (const name of names) {
    const match = name.script === 'zh' ? findChinese(name, normal) : findEnglish(name, normal);
    if (match && (!best || match.apart < best.apart)) best = match;
  }
  return best;
}

const SAID_AS_COMPANY_BEFORE =
  /(这里是|这里|这边是|我们是|我这里是|我这边是|来自|致电|欢迎来电|欢迎拨打|代表|属于|您好|你好)(的|一下|咱们|我们)?$/;
const SAID_AS_COMPANY_AFTER =
  /^(的|公司|集团|客服|服务|热线|官方|这边|这里|总部|分公司|电话|营业|销售|保险|银行|科技|人寿|金融|咨询|教育|地产|工作人员|客户)/;

/** Cost a unit may have where the whole name is said, and where only its own part is. */
const WHOLE_SHARE = 0.22;
const OWN_SHARE = 0.22;
const ALONE_SHARE = 0.16;

function findChinese(name: ChineseName, normal: NormalisedText): NameMatch | null {
  const said = spokenUnits(normal.text);
  const texts = said.map((unit) => unit.text);
  const whole = bestPlace(name.core, texts);
  if (whole.cost <= WHOLE_SHARE * name.core.length) {
    const own = bestPlace(name.own, texts.slice(whole.from, whole.to));
    if (own.cost <= OWN_SHARE * name.own.length) return placeOf(name, said, whole, name.core.length);
  }
  const own = bestPlace(name.own, texts);
  if (own.cost > ALONE_SHARE * name.own.length) return null;
  const match = placeOf(name, said, own, name.own.length);
  if (LONGER_NAME.test(normal.text.slice(match.to))) return null;
  if (own.cost === 0 && texts.slice(own.from, own.to).join('') === name.own.join('')) return match;
  return name.own.length >= 4 || isSaidAsCompany(normal, match) ? match : null;
}

/** One or two more characters before a trade word make it another company's name (太平 in 太平洋保险). */
const LONGER_NAME = new RegExp(`^(?!的|${tradeWordsZh.join('|')}).{1,2}(${tradeWordsZh.join('|')})`);

function isSaidAsCompany({ text }: NormalisedText, { from, to }: NameMatch): boolean {
  return SAID_AS_COMPANY_BEFORE.test(text.slice(0, from)) || SAID_AS_COMPANY_AFTER.test(text.slice(to));
}

function placeOf(
  { name }: ChineseName,
  said: readonly SpokenUnit[],
  place: { cost: number; from: number; to: number },
  length: number,
): NameMatch {
  const from = said[place.from]?.from ?? 0;
  return { name, from, to: said[place.to - 1]?.to ?? from, apart: place.cost / length };
}

const INTRODUCED =
  /\b(this is|from|calling|called|with|welcome to|reached|represent|representing|behalf of|here at|working for|work for|i'm|im) ((uh|um|the|a|our|mr|mister|your) )*$/;

/** How far a name may sound from what was heard: alone, introduced or with a trade word, and with both. */
const ALONE_APART = 0.15;
const BACKED_APART = 0.25;
const WELL_BACKED_APART = 0.33;
/** The limits hold for names of this many sounds; shorter names must be nearer, as less of them can go wrong. */
const FULL_SOUNDS = 10;
const SHORTEST_SHARE = 0.5;
/** A name heard in fewer words than it has must be nearly whole. */
const FEWER_WORDS_APART = 0.2;
/** Sounds a name must have to be told by itself. */
const TELLING_LETTERS = 7;

interface HeardWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** True when the words before a place present who is calling (this is, calling from, welcome to). */
export function standsIntroduced({ text }: NormalisedText, from: number): boolean {
  return INTRODUCED.test(text.slice(Math.max(0, from - 40), from));
}

function findEnglish(name: EnglishName, normal: NormalisedText): NameMatch | null {
  const words: HeardWord[] = [...normal.text.matchAll(/[a-z0-9'.&]+/g)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const size = name.own.length;
  let best: NameMatch | null = null;
  for (let start = 0; start < words.length; start++) {
    for (let count = Math.max(1, size - 1); count <= size + 1; count++) {
      const match = matchAt(name, normal, words, start, Math.min(words.length, start + count));
      if (match && (!best || match.apart < best.apart)) best = match;
    }
  }
  return best ?? findByFirstWord(name, words);
}

function matchAt(
  name: EnglishName,
  normal: NormalisedText,
  words: readonly HeardWord[],
  start: number,
  end: number,
): NameMatch | null {
  const heard = words.slice(start, end).map((word) => word.text);
  const apart = soundsApart(name.own, heard, WELL_BACKED_APART);
  if (apart > WELL_BACKED_APART || !restAgrees(name.own, heard)) return null;
  const trades = countTrades(name, words, end);
  const from = words[start]?.from ?? 0;
  const isIntroduced = standsIntroduced(normal, from);
  const isTelling = name.own.join('').length >= TELLING_LETTERS;
  const isBacked = trades > 0 || isIntroduced;
  const isWellBacked = trades >= 2 || (trades > 0 && isIntroduced);
  const standsAlone = isTelling && (name.own.length > 1 || name.own.join('').length > TELLING_LETTERS);
  const limit = isWellBacked ? WELL_BACKED_APART : isBacked ? BACKED_APART : standsAlone ? ALONE_APART : -1;
  if (apart > limit * shareOf(name) || (heard.length < name.own.length && apart > FEWER_WORDS_APART))
    return null;
  const to = words[end + trades - 1]?.to ?? words[end - 1]?.to ?? from;
  return { name: name.name, from, to, apart };
}

/** What share of the limits a name may use up, by how many sounds it has. */
function shareOf({ own }: EnglishName): number {
  const sounds = own.reduce((sum, word) => sum + soundOf(word).length, 0);
  return Math.min(1, Math.max(SHORTEST_SHARE, sounds / FULL_SOUNDS));
}

/** How many of the name's trade words follow at `at`, in order. */
function countTrades({ trade }: EnglishName, words: readonly HeardWord[], at: number): number {
  let count = 0;
  for (const word of trade) {
    const heard = words[at + count]?.text;
    if (heard === undefined || soundsApart([word], [heard]) > BACKED_APART) break;
    count += 1;
  }
  return count;
}

/** `Harper Bank` for `Harper Valley National Bank`: its first word as it is, then a trade word of the name. */
function findByFirstWord(name: EnglishName, words: readonly HeardWord[]): NameMatch | null {
  const [first = ''] = name.own;
  if (name.own.length < 2 || first.length < 5) return null;
  for (const [i, word] of words.entries()) {
    if (word.text !== first) continue;
    const next = words[i + 1];
    const last = name.trade.at(-1);
    const follows = next && name.trade.includes(next.text);
    const bank = follows && words[i + 2]?.text === last ? words[i + 2] : next;
    if (follows && bank) return { name: name.name, from: word.from, to: bank.to, apart: BACKED_APART };
  }
  return null;
}
