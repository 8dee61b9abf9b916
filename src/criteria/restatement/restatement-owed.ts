import type { ScoringInput } from '../../domain/scoring-input.ts';
import {
  asks,
  asksToAct,
  asksValue,
  budgetLabel,
  commits,
  inPassing,
  isWrong,
  orders,
  putsRight,
  recordLabel,
  sumLabel,
} from '../lexicon/owed.ts';
import { areComparable, compareFacts, holdsAddress } from '../text/compare-facts.ts';
import type { Fact } from '../text/fact.ts';
import { turnFacts } from '../text/turn-facts.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';
import { customerFacts, type SaidFact, standingFacts } from './restatement-facts.ts';

/** A fact the customer gave that an agent should say back, and where the agent did. */
export interface OwedFact extends SaidFact {
  /** First agent's turn after it that holds the same fact; null where none does. */
  readonly repeatedIn: PlacedTurn | null;
  /** Facts that go wrong at a price: where to reach, where to go, what to pay, which record. */
  readonly isHard: boolean;
}

type Debt = 'hard' | 'soft' | null;

const ALWAYS_OWED = new Set(['phone', 'code', 'email', 'address']);
/** Digits without which a number names no record. */
const LEAST_RECORD_DIGITS = 3;
const SENTENCE_END = /[.!?。！？;；](?=\s|[^\p{L}\p{N}]|[\u4e00-\u9fff]|$)/gu;

/** The fact's own sentence in normalised text, and what stands in it before the fact. */
interface Sentence {
  readonly text: string;
  readonly before: string;
}

function sentenceOf({ placed, fact }: SaidFact): Sentence {
  const { text } = placed.turn;
  let [start, end] = [0, text.length];
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index < fact.from) start = index + 1;
    else if (index >= fact.to) {
      end = index;
      break;
    }
  }
  const { normal } = placed;
  const from = normal.fromOriginal(start);
  return {
    text: normal.text.slice(from, normal.fromOriginal(end)).trim(),
    before: normal.text.slice(from, normal.fromOriginal(fact.from)),
  };
}

/** A value the customer names as the number of a record, the sum in question, or what it should have been. */
function debtByLabel({ fact, placed }: SaidFact, { before }: Sentence): Debt {
  const isNumber = fact.type === 'number' || fact.type === 'code';
  if (isNumber && recordLabel.test(before) && fact.value.length >= LEAST_RECORD_DIGITS) return 'hard';
  const isSum =
    fact.type === 'amount' || (fact.type === 'number' && fact.value.length >= LEAST_RECORD_DIGITS);
  if (isSum && sumLabel.test(before)) return 'hard';
  if (isSum && budgetLabel.test(before)) return 'soft';
  return isWrong.test(placed.normal.text) && putsRight.test(before) ? 'soft' : null;
}

const isPast = ({ type, value }: Fact): boolean => type === 'date' && /(?:rel|wk)=-/.test(value);

/** Whether a fact given by the customer is one to be said back, judged by its kind and what was going on. */
function debtOf(said: SaidFact, question: string): Debt {
  const { fact, placed } = said;
  const { text } = placed.normal;
  const isQuestion = /[?？]$/.test(placed.turn.text.trim());
  if (ALWAYS_OWED.has(fact.type)) return !isQuestion || placed.turn.text.length < 40 ? 'hard' : null;
  if (['name', 'percent', 'spelling'].includes(fact.type)) return null;
  if (fact.type === 'quantity' && fact.value === '1') return null;
  const sentence = sentenceOf(said);
  if (inPassing.test(sentence.text) || isPast(fact)) return null;
  const labelled = debtByLabel(said, sentence);
  if (labelled !== null) return labelled;
  const isAnswer = asksValue.test(question.slice(-80));
  const isOrder = commits.test(text) || commits.test(question);
  if (fact.type === 'amount')
    return isOrder && !/多少|贵|便宜|how much|expensive|price|cheap/.test(text) ? 'hard' : null;
  if (fact.type === 'date' || fact.type === 'time')
    return (isOrder && (isAnswer || commits.test(text))) || asksToAct.test(sentence.text) ? 'soft' : null;
  if (asks.test(text)) return null;
  return isOrder && (isAnswer || orders.test(text)) && fact.value !== '0' ? 'soft' : null;
}

function questionBefore(turns: readonly PlacedTurn[], index: number): string {
  for (let at = index - 1; at >= 0 && at >= index - 4; at--) {
    const placed = turns[at];
    if (placed?.turn.party === 'agent' && hasWords(placed.turn)) return placed.normal.text;
  }
  return '';
}

const later = (turns: readonly PlacedTurn[], index: number): readonly PlacedTurn[] =>
  turns.slice(index + 1).filter(({ turn }) => turn.party === 'agent' && isTrusted(turn) && hasWords(turn));

/** Facts of the customer that an agent should say back, once each, corrected ones left out, with where that was done. */
export function findOwedFacts(input: ScoringInput): readonly OwedFact[] {
  const turns = allTurns(input);
  const said = [...customerFacts(input).values()].flat().filter(({ isPiece }) => !isPiece);
  const owed: OwedFact[] = [];
  for (const one of standingFacts(said)) {
    const debt = debtOf(one, questionBefore(turns, one.placed.index));
    if (debt === null) continue;
    if (owed.some(({ fact }) => areComparable(fact, one.fact) && compareFacts(fact, one.fact) === 'match'))
      continue;
    if (isFromAgent(turns, one, input)) continue;
    const answers = later(turns, one.placed.index);
    if (answers.length === 0) continue;
    const repeatedIn = answers.find((placed) => holds(placed, one, input)) ?? inPieces(turns, one, input);
    owed.push({ ...one, repeatedIn, isHard: debt === 'hard' });
  }
  return owed;
}

/** The agent had said it before, so it is the customer who says it back. */
function isFromAgent(
  turns: readonly PlacedTurn[],
  { fact, firstTurn }: SaidFact,
  input: ScoringInput,
): boolean {
  return turns
    .slice(0, firstTurn)
    .some(
      (placed) =>
        placed.turn.party === 'agent' &&
        turnFacts(placed, input).some(
          (one) => areComparable(fact, one) && compareFacts(fact, one) === 'match',
        ),
    );
}

/** Dates of which nothing is alike (Friday, the tenth) may be one day, but not where the agent's is today or over. */
function isSameFact(said: Fact, repeated: Fact): boolean {
  const match = compareFacts(said, repeated);
  return match === 'match' || (match === 'partial' && !isPast(repeated) && !/rel=0/.test(repeated.value));
}

function holds(placed: PlacedTurn, { fact }: SaidFact, input: ScoringInput): boolean {
  const facts = turnFacts(placed, input);
  if (facts.some((one) => areComparable(fact, one) && isSameFact(fact, one))) return true;
  if (fact.type === 'address' && holdsAddress(placed.normal.text, fact)) return true;
  return isLong(fact.value) && digitsOf(placed, input).includes(fact.value);
}

const isLong = (value: string): boolean => /^[0-9]{6,}$/.test(value);

function digitsOf(placed: PlacedTurn, input: ScoringInput): string {
  return turnFacts(placed, input)
    .map(({ value }) => value)
    .join('');
}

/** The turn that completes a long number the agent said back piece by piece; null where it never did. */
function inPieces(
  turns: readonly PlacedTurn[],
  { fact, firstTurn }: SaidFact,
  input: ScoringInput,
): PlacedTurn | null {
  if (!isLong(fact.value)) return null;
  let digits = '';
  for (const placed of later(turns, firstTurn)) {
    digits += digitsOf(placed, input);
    if (digits.includes(fact.value)) return placed;
  }
  return null;
}
