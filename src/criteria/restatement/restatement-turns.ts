import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Slot } from '../../domain/verdict.ts';
import { arrangeCues, asksNew, confirmCues, offerCues, saysNo, saysYes } from '../lexicon/confirmations.ts';
import { asksForMore } from '../lexicon/pitch.ts';
import { areComparable, compareFacts } from '../text/compare-facts.ts';
import { contentOf, overlapOf } from '../text/content-words.ts';
import type { Fact } from '../text/fact.ts';
import { turnFacts } from '../text/turn-facts.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';
import { customerFacts, type SaidFact, standingFacts } from './restatement-facts.ts';
import { isBareEcho, isOtherMatter, isSlip } from './restatement-slips.ts';

/** One fact of a restatement beside what the customer had said. */
export interface RestatedSlot extends Slot {
  /** What the customer said; null where the value came from the agent and was agreed. */
  readonly source: SaidFact | null;
  readonly repeatedFact: Fact;
}

/** An agent's turn that says back what the customer said or what was agreed. */
export interface Restatement {
  readonly placed: PlacedTurn;
  readonly slots: readonly RestatedSlot[];
  readonly confirmed: 'yes' | 'no' | 'unanswered';
  /** The customer's turn that answers it. */
  readonly answer: PlacedTurn | null;
}

/** Earlier turns of the customer in which a fact still counts as just said. */
const RECENT_TURNS = 3;
/** Facts of each side kept in mind; older ones are rarely what a turn repeats. */
const MOST_FACTS = 40;
const ECHO_OVERLAP = 0.34;
const NEED_OVERLAP = 0.5;

const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** Another value is put forward, so a difference is no slip. */
const PROPOSES =
  /可以吗|行吗|行不行|方便吗|怎么样|好吗|满了|没有了|只有|最低|最多|最早|要不|改成|how about|what about|work for you|instead|available|only have|earliest|alternative|would .{0,20}(?:work|be ok)/;

/** Everything said before one turn, newest last. */
interface Past {
  /** Facts of the customer that still stand. */
  readonly standing: readonly SaidFact[];
  /** Facts of the turn that the agent itself had said before. */
  readonly agreed: ReadonlySet<Fact>;
  readonly recent: readonly PlacedTurn[];
  readonly allWords: ReadonlySet<string>;
}

function slotFor(fact: Fact, past: Past, inTurn: readonly Fact[], text: string): RestatedSlot | null {
  const standing = past.standing.filter((said) => areComparable(said.fact, fact)).reverse();
  const equal = standing.find((said) => compareFacts(said.fact, fact) === 'match');
  if (equal === undefined && past.agreed.has(fact)) return null;
  const part = equal ?? standing.find((said) => compareFacts(said.fact, fact) === 'partial');
  const source = part ?? (PROPOSES.test(text) ? null : meantBy(fact, standing, past, inTurn));
  if (source === null) return null;
  const match = compareFacts(source.fact, fact);
  return {
    type: source.fact.type,
    said: source.fact.raw,
    repeated: fact.raw,
    match,
    source,
    repeatedFact: fact,
  };
}

/**
 * The fact of the customer that a different one was meant to repeat: the same digits but for a slip, or the
 * only one of its type just said while the agent says only one of it.
 */
function meantBy(
  fact: Fact,
  standing: readonly SaidFact[],
  past: Past,
  inTurn: readonly Fact[],
): SaidFact | null {
  const near = standing.find(({ fact: said }) => isSlip(said, fact));
  if (near !== undefined) return near;
  const ofType = standing.filter(
    ({ fact: said, placed }) =>
      said.type === fact.type && past.recent.includes(placed) && !isOtherMatter(said, fact),
  );
  const isOnly = inTurn.filter(({ type }) => type === fact.type).length === 1;
  return isOnly && ofType.length === 1 ? (ofType[0] ?? null) : null;
}

/** True when the agent itself had said the value before. */
function isAgreed(fact: Fact, before: readonly Fact[]): boolean {
  return before.some((said) => areComparable(said, fact) && compareFacts(said, fact) === 'match');
}

/** Facts of a turn that somebody had said before: the customer's, and the agent's own that are being agreed. */
function knownCount(facts: readonly Fact[], slots: readonly RestatedSlot[], past: Past): number {
  return slots.length + facts.filter((fact) => past.agreed.has(fact)).length;
}

function slotsOf(placed: PlacedTurn, input: ScoringInput, past: Past): RestatedSlot[] {
  const facts = turnFacts(placed, input).filter(
    (fact) => fact.type !== 'name' || anyOf(confirmCues, placed.normal.text),
  );
  const slots = facts.flatMap((fact) => slotFor(fact, past, facts, placed.normal.text) ?? []);
  const isRight = (slot: RestatedSlot): boolean => slot.match !== 'mismatch';
  return slots.filter(
    (slot) => isRight(slot) || !slots.some((one) => isRight(one) && one.source === slot.source),
  );
}

/** Facts of a turn: all, and those somebody had said before. */
interface FactCounts {
  readonly known: number;
  readonly all: number;
}

/** What nobody says by chance: repeated exactly, it was read back, whatever else the turn holds. */
const DISTINCTIVE = new Set(['phone', 'code', 'email']);
/** The customer wants to know something, so the same words in the answer repeat nothing. */
const ASKS_TO_KNOW =
  /\b(?:whether|if (?:my|it|you|the)|did (?:you|it|my)|has (?:it|my)|when|why)\b|吗$|什么时候|多久|有没有|是不是/;

function isReadBack({ match, source, type }: RestatedSlot, past: Past, isNew: boolean): boolean {
  if (match !== 'match' || source === null) return false;
  if (DISTINCTIVE.has(type)) return past.recent.includes(source.placed);
  return type === 'amount' && !isNew && source.placed === past.recent.at(-1);
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
    return isArranged || DISTINCTIVE.has(source.fact.type) || isBareEcho(placed, repeatedFact);
  if (repeatedFact.type !== 'date' || asksNew.test(placed.normal.text)) return false;
  const asked = contentOf(source.placed.normal.text);
  return isArranged || overlapOf(contentOf(placed.normal.text), asked) >= ECHO_OVERLAP;
}

/** How a turn was recognized as a restatement: by saying so, by arranging what was asked for, or as an echo. */
function isRestating(
  placed: PlacedTurn,
  slots: readonly RestatedSlot[],
  { known, all }: FactCounts,
  past: Past,
): boolean {
  const { text } = placed.normal;
  const content = contentOf(text);
  const overlapAll = overlapOf(content, past.allWords);
  if (slots.length === 0 && (content.size < 2 || overlapAll < (known > 0 ? 0.3 : NEED_OVERLAP))) return false;
  if (slots.length === 0 && anyOf(asksForMore, text)) return false;
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
  if (matched > all - known && isFresh && overlapOf(content, recent) >= ECHO_OVERLAP) return true;
  return slots.some((slot) => isSaidWrongly(slot, placed, past));
}

function answerTo(turns: readonly PlacedTurn[], index: number): Pick<Restatement, 'confirmed' | 'answer'> {
  for (const placed of turns.slice(index + 1, index + 4)) {
    if (placed.turn.party !== 'customer' || !hasWords(placed.turn)) continue;
    const { text } = placed.normal;
    if (saysNo.test(text)) return { confirmed: 'no', answer: placed };
    if (saysYes.test(text)) return { confirmed: 'yes', answer: placed };
    return { confirmed: 'unanswered', answer: null };
  }
  return { confirmed: 'unanswered', answer: null };
}

const cached = new WeakMap<readonly PlacedTurn[], readonly Restatement[]>();

/** Every turn in which the agent says back what the customer said or what was agreed, with the facts compared. */
export function findRestatements(input: ScoringInput): readonly Restatement[] {
  const turns = allTurns(input);
  const known = cached.get(turns);
  if (known !== undefined) return known;
  const out: Restatement[] = [];
  const given = customerFacts(input);
  let standing: readonly SaidFact[] = [];
  let agent: readonly Fact[] = [];
  const heard: PlacedTurn[] = [];
  const allWords = new Set<string>();
  for (const placed of turns) {
    if (!isTrusted(placed.turn) || !hasWords(placed.turn)) continue;
    const facts = turnFacts(placed, input);
    if (placed.turn.party === 'agent' && heard.length > 0) {
      const agreed = new Set(facts.filter((fact) => isAgreed(fact, agent)));
      const past: Past = { standing, agreed, recent: heard.slice(-RECENT_TURNS), allWords };
      const slots = slotsOf(placed, input, past);
      if (isRestating(placed, slots, { known: knownCount(facts, slots, past), all: facts.length }, past)) {
        out.push({ placed, slots, ...answerTo(turns, placed.index) });
      }
    }
    if (placed.turn.party === 'agent') agent = [...agent, ...facts].slice(-MOST_FACTS);
    if (placed.turn.party === 'customer') {
      const said = given.get(placed.index) ?? [];
      if (said.length > 0) standing = standingFacts([...standing, ...said]).slice(-MOST_FACTS);
      heard.push(placed);
    }
    for (const word of contentOf(placed.normal.text)) allWords.add(word);
  }
  cached.set(turns, out);
  return out;
}
