import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Slot } from '../../domain/verdict.ts';
import { confirmCues } from '../lexicon/confirmations.ts';
import { areComparable, compareFacts } from '../text/compare-facts.ts';
import type { Fact } from '../text/fact.ts';
import { turnFacts } from '../text/turn-facts.ts';
import type { PlacedTurn } from '../text/turns.ts';
import type { SaidFact } from './restatement-facts.ts';
import { isOtherMatter, isSlip } from './restatement-slips.ts';

/** One fact of a restatement beside what the customer had said. */
export interface RestatedSlot extends Slot {
  /** What the customer said; null where the value came from the agent and was agreed. */
  readonly source: SaidFact | null;
  readonly repeatedFact: Fact;
}

/** True when one of the patterns occurs in a text. */
export const anyOf = (patterns: readonly RegExp[], text: string): boolean =>
  patterns.some((pattern) => pattern.test(text));

/** Another value is put forward, so a difference is no slip. */
const PROPOSES =
  /可以吗|行吗|行不行|方便吗|怎么样|好吗|满了|没有了|只有|最低|最多|最早|要不|改成|how about|what about|work for you|instead|available|only have|earliest|alternative|would .{0,20}(?:work|be ok)/;

/** The agent states what holds by rule or record, so a difference is news and no slip. */
const STATES =
  /政策|规定|条款|实际|系统|显示|记录|目前(?:的|是)|原价|按标准|查到|\b(?:policy|actual\w*|our (?:records|system)|the system|showing|shows|on file|on record|currently|as of|i (?:can )?see|i have here)\b/;

/** Everything said before one turn, newest last. */
export interface Past {
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
  const source =
    part ?? (PROPOSES.test(text) || isNews(fact, text) ? null : meantBy(fact, standing, past, inTurn));
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

const isNews = (fact: Fact, text: string): boolean =>
  !['phone', 'code', 'email', 'spelling'].includes(fact.type) && STATES.test(text);

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

/** The facts of an agent's turn beside what the customer said that they repeat, rightly or wrongly. */
export function slotsOf(placed: PlacedTurn, input: ScoringInput, past: Past): RestatedSlot[] {
  const facts = turnFacts(placed, input).filter(
    (fact) => fact.type !== 'name' || anyOf(confirmCues, placed.normal.text),
  );
  const slots = facts.flatMap((fact) => slotFor(fact, past, facts, placed.normal.text) ?? []);
  const isRight = (slot: RestatedSlot): boolean => slot.match !== 'mismatch';
  return slots.filter(
    (slot) => isRight(slot) || !slots.some((one) => isRight(one) && one.source === slot.source),
  );
}
