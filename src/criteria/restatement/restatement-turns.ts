import type { ScoringInput } from '../../domain/scoring-input.ts';
import { saysNo, saysYes } from '../lexicon/confirmations.ts';
import { areComparable, compareFacts } from '../text/compare-facts.ts';
import { contentOf } from '../text/content-words.ts';
import type { Fact } from '../text/fact.ts';
import { turnFacts } from '../text/turn-facts.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';
import { isRestating } from './is-restating.ts';
import { customerFacts, type SaidFact, standingFacts } from './restatement-facts.ts';
import { type Past, type RestatedSlot, slotsOf } from './restatement-slots.ts';

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

/** True when the agent itself had said the value before. */
function isAgreed(fact: Fact, before: readonly Fact[]): boolean {
  return before.some((said) => areComparable(said, fact) && compareFacts(said, fact) === 'match');
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
      if (isRestating(placed, facts, slots, past)) {
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
