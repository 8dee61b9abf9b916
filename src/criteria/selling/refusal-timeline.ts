import type { ScoringInput } from '../../domain/scoring-input.ts';
import { asksForDetail, asksForMore, offers, pitchWords, urges } from '../lexicon/pitch.ts';
import {
  asksForInterestZh,
  bareNoZh,
  isDone,
  notRefusals,
  type RefusalPattern,
  type RefusalStrength,
  refusalHint,
  refusalsEn,
  refusalsZh,
} from '../lexicon/refusals.ts';
import { allMatches } from '../text/all-matches.ts';
import { extractFacts } from '../text/facts.ts';
import type { NormalisedText } from '../text/normalise.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';
import { type ExtraWording, noExtraWording } from './extra-phrases.ts';
import {
  classifyResponse,
  countOf,
  isAlternative,
  lastIndex,
  type RefusalResponse,
} from './refusal-response.ts';

/** One refusal of the customer; positions in the normalised text of its turn. */
export interface Refusal {
  readonly placed: PlacedTurn;
  readonly from: number;
  readonly to: number;
  readonly strength: RefusalStrength;
  readonly response: RefusalResponse;
  /** The agent's turns that answer it, until the customer says more than "mm". */
  readonly answers: readonly PlacedTurn[];
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly strength: RefusalStrength;
  readonly needsOffer: boolean;
}

const BACKCHANNEL =
  /^(?:嗯|啊|哦|喔|哎|诶|唉|对|是|好|行|喂|呃|mm|hm|mhm|uh|huh|um|yeah|yes|ok|okay|right|oh|uhm|ah|so|well|[\s]|的)*$/;
const CONFIRMING =
  /\bconfirm|\bverify|\bjust to make sure|\bis (?:that|this|it) (?:right|correct|ok|okay)|\bcorrect$|\bensure that|确认(?:一下|下)|对(?:吗|吧|不对)$|是吗$|没错吧/;
const ASKS =
  /(?:吗|呢|什么|怎么|多少|哪|几)(?:啊|呢|的|$)|\b(?:what|how|when|where|which|can you|could you|do you|is there|are there)\b/;

/** A blank between Chinese signs is a pause the recognizer heard. */
function isAfterBlank(normal: NormalisedText, index: number): boolean {
  return (
    /\s/.test(normal.original[normal.at(index) - 1] ?? '') &&
    /[\u4e00-\u9fff]/u.test(normal.text[index] ?? '')
  );
}

/** Clauses of a turn as ranges of its normalised text. */
function clausesOf(normal: NormalisedText): { text: string; from: number }[] {
  const out: { text: string; from: number }[] = [];
  let from = 0;
  for (let index = 1; index <= normal.text.length; index++) {
    if (index < normal.text.length && !normal.startsClause(index) && !isAfterBlank(normal, index)) continue;
    out.push({ text: normal.text.slice(from, index), from });
    from = index;
  }
  return out;
}

function matchesOf(text: string, offset: number, patterns: readonly RefusalPattern[]): Found[] {
  return patterns.flatMap(({ pattern, strength, needsOffer }) =>
    allMatches(text, pattern)
      .filter((found) => found[0].trim() !== '')
      .map((found) => ({
        from: offset + found.index,
        to: offset + found.index + found[0].length,
        strength,
        needsOffer: needsOffer === true,
      })),
  );
}

/** All refusal wording of a turn, whatever was said before it. */
function wordingOf(normal: NormalisedText): Found[] {
  if (!refusalHint.test(normal.text)) return [];
  const isHan = /[\u4e00-\u9fff]/u.test(normal.text);
  const found = isHan
    ? clausesOf(normal).flatMap(({ text, from }) =>
        refusalHint.test(text) ? matchesOf(text, from, refusalsZh) : [],
      )
    : [];
  if (/[a-z]{2}/.test(normal.text)) found.push(...matchesOf(normal.text, 0, refusalsEn));
  if (found.length === 0) return found;
  const spoiled = notRefusals.flatMap((pattern) => allMatches(normal.text, pattern));
  return found.filter(
    ({ from, to }) =>
      !spoiled.some((other) => other[0] !== '' && other.index < to && from < other.index + other[0].length),
  );
}

const wordingCache = new WeakMap<NormalisedText, Found[]>();

function refusalWording(normal: NormalisedText, extra: ExtraWording): Found[] {
  const own = matchesOf(normal.text, 0, extra.refusals);
  return own.length === 0 ? knownWording(normal) : [...knownWording(normal), ...own];
}

function knownWording(normal: NormalisedText): Found[] {
  let found = wordingCache.get(normal);
  if (found === undefined) {
    found = wordingOf(normal);
    wordingCache.set(normal, found);
  }
  return found;
}

/** What the agent said just before a turn, back to the last thing the customer said, as normalised text. */
function saidBefore(turns: readonly PlacedTurn[], index: number): string {
  let text = '';
  for (let at = index - 1; at >= 0 && at >= index - 8; at--) {
    const placed = turns[at];
    if (placed === undefined) break;
    if (placed.turn.party === 'agent') text = `${placed.normal.text} ${text}`;
    else if (text !== '' && !BACKCHANNEL.test(placed.normal.text)) break;
  }
  return text.trim();
}

interface Before {
  readonly text: string;
  readonly isOffer: boolean;
  readonly isForMore: boolean;
  readonly isConfirming: boolean;
  readonly isForDetail: boolean;
}

function contextOf(text: string): Before {
  const more = lastIndex(text, asksForMore);
  const offer = lastIndex(text, offers);
  const isForMore = more >= 0 && more >= offer && text.length - more < 60;
  return {
    text,
    isForMore,
    isOffer:
      !isForMore &&
      (offer >= 0 || countOf(text, pitchWords) >= 2 || countOf(text, urges) > 0 || isAlternative(text)),
    isConfirming: CONFIRMING.test(text.slice(-220)),
    isForDetail: countOf(text.slice(-80), asksForDetail) > 0 && countOf(text, pitchWords) < 2,
  };
}

const REFUSES_SALES = /interest|兴趣|推销|推荐|买|骚扰/;

function isRefusal(normal: NormalisedText, found: Found, before: Before): boolean {
  if (found.strength === 'final') return true;
  const words = normal.text.slice(found.from, found.to);
  const after = normal.text.slice(found.to);
  if (before.isForMore && !REFUSES_SALES.test(words)) return false;
  if (before.isForDetail && !REFUSES_SALES.test(words)) return false;
  const isCorrection =
    /\b(?:i|we)(?: only| just| actually)?(?:'d| would)?(?: only| just)? (?:want|need|like|prefer|meant|said)\b(?<!\ball i (?:want|need))|\bmake (?:it|that)\b|\binstead\b|^[^\w]*(?:book|only|just) /.test(
      after,
    ) || /(?:我|就)?(?:要|想要|改成|换成)(?!求|不|没|考虑|谢)[^，]{0,6}(?:的|张|号|点|个)/u.test(after);
  if (isCorrection && (found.needsOffer || extractFacts(normal.original, 'en').length > 0)) return false;
  if (!found.needsOffer) return !isCorrection;
  return before.isOffer && !before.isConfirming && !(isDone.test(after) && before.isForMore);
}

function strongest(found: readonly Found[]): Found | null {
  const firm = found.find(({ strength }) => strength === 'final');
  if (firm !== undefined) return firm;
  const soft = found.find(({ strength }) => strength === 'soft');
  const clear = found.find(
    (one) =>
      one.strength === 'clear' &&
      !one.needsOffer &&
      !found.some((other) => other.strength === 'soft' && other.from < one.to && one.from < other.to),
  );
  return clear ?? soft ?? found[0] ?? null;
}

function bareNo(normal: NormalisedText, before: Before): Found | null {
  if (!bareNoZh.test(normal.text) || before.isForMore || before.isConfirming) return null;
  if (!asksForInterestZh.test(before.text.slice(-40)) || before.isForDetail) return null;
  return { from: 0, to: normal.text.length, strength: 'clear', needsOffer: true };
}

/** The agent's turns after one of the customer's, until the customer says more than a backchannel. */
function answersTo(turns: readonly PlacedTurn[], index: number, extra: ExtraWording): PlacedTurn[] {
  const out: PlacedTurn[] = [];
  for (let at = index + 1; at < turns.length && out.length < 4; at++) {
    const placed = turns[at];
    if (placed === undefined) break;
    if (placed.turn.party === 'agent') {
      if (hasWords(placed.turn)) out.push(placed);
    } else if (out.length > 0 && !BACKCHANNEL.test(placed.normal.text)) break;
    else if (
      out.length === 0 &&
      refusalWording(placed.normal, extra).length === 0 &&
      ASKS.test(placed.normal.text)
    )
      break;
  }
  return out;
}

function responseTo(refusal: PlacedTurn, to: number, answers: readonly PlacedTurn[]): RefusalResponse {
  const text = answers.map(({ normal }) => normal.text).join(' ');
  const response = classifyResponse(text);
  const rest = refusal.normal.text.slice(to);
  const isReopened = ASKS.test(rest) && countOf(text, urges) === 0;
  return isReopened ? 'accepted' : response;
}

/** Every refusal of the customer in order, with its strength and what the agent did next. */
export function refusalTimeline(
  input: ScoringInput,
  extra: ExtraWording = noExtraWording,
): readonly Refusal[] {
  const turns = allTurns(input);
  const out: Refusal[] = [];
  for (const placed of turns) {
    if (placed.turn.party !== 'customer' || !isTrusted(placed.turn) || !hasWords(placed.turn)) continue;
    const wording = refusalWording(placed.normal, extra);
    if (wording.length === 0 && !bareNoZh.test(placed.normal.text)) continue;
    const before = contextOf(saidBefore(turns, placed.index));
    const found =
      strongest(wording.filter((one) => isRefusal(placed.normal, one, before))) ??
      bareNo(placed.normal, before);
    if (found === null) continue;
    const answers = answersTo(turns, placed.index, extra);
    const response = responseTo(placed, found.to, answers);
    out.push({ placed, from: found.from, to: found.to, strength: found.strength, response, answers });
  }
  return out;
}
