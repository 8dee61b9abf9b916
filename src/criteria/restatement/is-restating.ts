import { arrangeCues, asksNew, confirmCues, needCues, offerCues } from '../lexicon/confirmations.ts';
import { asksForMore } from '../lexicon/pitch.ts';
import { contentOf, overlapOf } from '../text/content-words.ts';
import type { Fact } from '../text/fact.ts';
import { normalise } from '../text/normalise.ts';
import type { PlacedTurn } from '../text/turns.ts';
import { isBareEcho, isSlip } from './restatement-slips.ts';
import { anyOf, type Past, type RestatedSlot } from './restatement-slots.ts';

const ECHO_OVERLAP = 0.34;
const NEED_OVERLAP = 0.5;
/** Pieces of content a need said back shares with what the customer said, at least. */
const LEAST_SHARED = 2;
/** Words an echo may hold beside the facts; a pair of Chinese signs counts half. */
const MOST_BESIDE = 3;
const isHanPair = /^[\u3400-\u9fff]{2}$/u;

/** Facts of a turn that somebody had said before: the customer's, and the agent's own that are being agreed. */
function knownCount(facts: readonly Fact[], slots: readonly RestatedSlot[], past: Past): number {
  return slots.length + facts.filter((fact) => past.agreed.has(fact)).length;
}

/** What nobody says by chance: repeated exactly, it was read back, whatever else the turn holds. */
const DISTINCTIVE = new Set(['phone', 'code', 'email', 'spelling']);
/** Facts of which another value, for the same street or name, is a slip whatever else the turn holds. */
const NAMES_ITSELF = new Set(['address', 'spelling']);
/** The customer wants to know something, so the same words in the answer repeat nothing. */
const ASKS_TO_KNOW =
  /\b(?:whether|if (?:my|it|you|the)|did (?:you|it|my)|has (?:it|my)|when|why)\b|吗$|什么时候|多久|有没有|是不是/;

function isReadBack({ match, source, type }: RestatedSlot, past: Past, isNew: boolean): boolean {
  if (match === 'mismatch' || source === null) return false;
  if (DISTINCTIVE.has(type)) return past.recent.includes(source.placed);
  return match === 'match' && type === 'amount' && !isNew && source.placed === past.recent.at(-1);
}

/** A fact just given comes back different: a slip in what is read back or arranged, or another day arranged. */
function isSaidWrongly(
  { match, source, repeatedFact }: RestatedSlot,
  placed: PlacedTurn,
  past: Past,
): boolean {
  if (match !== 'mismatch' || source === null || source.placed !== past.recent.at(-1)) return false;
  const isArranged = anyOf(arrangeCues, placed.normal.text);
  if (isSlip(source.fact, repeatedFact))
    return (
      isArranged ||
      DISTINCTIVE.has(source.fact.type) ||
      NAMES_ITSELF.has(repeatedFact.type) ||
      isBareEcho(placed, repeatedFact)
    );
  if (repeatedFact.type !== 'date' || asksNew.test(placed.normal.text)) return false;
  const asked = contentOf(source.placed.normal.text);
  return isArranged || overlapOf(contentOf(placed.normal.text), asked) >= ECHO_OVERLAP;
}

/** The agent puts in words what the customer wants or has met with (您是说…, so you'd like …). */
function saysNeed(text: string, content: ReadonlySet<string>, past: Past): boolean {
  if (!anyOf(needCues, text) || asksNew.test(text)) return false;
  const given = new Set(past.recent.flatMap(({ normal }) => [...contentOf(normal.text)]));
  return [...content].filter((word) => given.has(word)).length >= LEAST_SHARED;
}

/** True when a turn says hardly more than facts. */
function isHardlyMore({ normal }: PlacedTurn, facts: readonly Fact[]): boolean {
  const beside = new Set<string>();
  let at = 0;
  for (const { from, to } of [...facts, { from: normal.original.length, to: normal.original.length }]) {
    for (const word of contentOf(normalise(normal.original.slice(at, from)).text)) beside.add(word);
    at = to;
  }
  let size = 0;
  for (const word of beside) size += isHanPair.test(word) ? 0.5 : 1;
  return size <= MOST_BESIDE;
}

/** True for a turn that says something back: by saying so, by arranging what was asked for, or as an echo. */
export function isRestating(
  placed: PlacedTurn,
  facts: readonly Fact[],
  slots: readonly RestatedSlot[],
  past: Past,
): boolean {
  const all = facts.length;
  const known = knownCount(facts, slots, past);
  const { text } = placed.normal;
  const content = contentOf(text);
  const overlapAll = overlapOf(content, past.allWords);
  if (anyOf(asksForMore, text) && slots.length === 0) return false;
  if (saysNeed(text, content, past)) return true;
  if (slots.length === 0 && (content.size < 2 || overlapAll < (known > 0 ? 0.3 : NEED_OVERLAP))) return false;
  const matched = slots.filter(({ match }) => match !== 'mismatch').length;
  const isOffer = anyOf(offerCues, text);
  const isAsking = asksNew.test(text);
  if (anyOf(confirmCues, text) && !(isOffer && matched === 0)) {
    if (slots.length > 0) return !isAsking || matched > 0;
    if (!isAsking && known > 0 && overlapAll >= 0.3) return true;
    if (!isAsking && content.size >= 2 && overlapAll >= NEED_OVERLAP) return true;
  }
  if (slots.some((slot) => isReadBack(slot, past, isOffer || isAsking))) return true;
  if (isOffer) return false;
  const recent = new Set(past.recent.flatMap(({ normal }) => [...contentOf(normal.text)]));
  if (anyOf(arrangeCues, text)) {
    if (matched > 0 && !isAsking && all - known < matched) return true;
    if (!isAsking && known > all - known && overlapAll >= NEED_OVERLAP) return true;
    const answers = ASKS_TO_KNOW.test(past.recent.at(-1)?.normal.text ?? '');
    if (!isAsking && !answers && content.size >= 2 && overlapOf(content, recent) >= 0.6) return true;
  }
  const isFresh = slots.some(({ source }) => source !== null && past.recent.includes(source.placed));
  const isEcho = overlapOf(content, recent) >= ECHO_OVERLAP || (!isAsking && isHardlyMore(placed, facts));
  if (matched > all - known && isFresh && isEcho) return true;
  return slots.some((slot) => isSaidWrongly(slot, placed, past));
}
