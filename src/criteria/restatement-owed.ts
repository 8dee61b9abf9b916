import type { ScoringInput } from '../domain/scoring-input.ts';
import { customerFacts, type SaidFact, standingFacts } from './restatement-facts.ts';
import { areComparable, compareFacts } from './text/compare-facts.ts';
import { extractFacts } from './text/facts.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from './text/turns.ts';

/** A fact the customer gave that an agent should say back, and where the agent did. */
export interface OwedFact extends SaidFact {
  /** First agent's turn after it that holds the same fact; null where none does. */
  readonly repeatedIn: PlacedTurn | null;
  /** Facts that go wrong at a price: where to reach, where to go, what to pay, which record. */
  readonly isHard: boolean;
}

const ALWAYS_OWED = new Set(['phone', 'code', 'email', 'address']);
const HARD = new Set(['phone', 'code', 'email', 'address', 'amount']);
/** The customer orders, books, pays or changes something, here or in answer to the agent. */
const COMMITS =
  /\b(?:book|reserve|reservation|schedule|reschedule|appointment|order|buy|purchase|deliver\w*|transfer|pay|send|ship|refund|return|cancel|change|move|pick(?:ed)? up|claim|deposit|sign (?:me )?up|set up|tickets?|come (?:in|over|by))\b|订|预约|预定|约|下单|买|寄|送|汇|转|付|交|退|取|报案|赔|改|上门|派送|办理|登记|借|贷|还款|报名|开通|办/;
const ASKS_VALUE =
  /\b(?:how many|how much|what (?:time|day|date|amount|is your|'s your|number|address)|which (?:day|date|time)|when|where|your (?:number|address|phone|account|card|policy|zip|date of birth|email))\b|几(?:位|个|张|点|号|天|人|间|套|台)|多少|什么时候|哪(?:天|里|儿|一天)|地址|电话|号码|日期|时间/;
/** Told in passing: what was, what others did, how long, how often. */
const IN_PASSING =
  /\b(?:ago|last (?:year|month|week|time)|already|used to|since|been|was|were|had|years? old|every|used|before|usually|always|for (?:about |over |almost )?\w+ years)\b|之前|以前|上次|上个?月|去年|前年|当时|已经|用了|住了|干了|做了|每(?:天|月|年)|平时|一直|那时候|岁|同事|朋友|别人|人家|太贵|便宜|才[一二两三四五六七八九十0-9]/;

/** The customer says what is to be done, and does not ask what could be. */
const ORDERS =
  /\b(?:i|we)(?:'d| would|'ll| will)?(?: just| only| actually)? (?:like|want|need|take|have)\b|\b(?:book|order|reserve|make it|give me|get me|transfer|send|pay|just|only)\b|我要|我想|我们要|想要|帮我|给我|来[一两二三四五六七八九十0-9]|订|约|改|就|汇|转|存|取/;
const ASKS =
  /[?？]$|吗$|么$|呢$|多少|能不能|有没有|可不可以|\b(?:how much|how many|do you have|is there|are there|what about|can you tell)\b/;

/** Whether a fact given by the customer is one to be said back, judged by its kind and what was going on. */
function isOwed(said: SaidFact, question: string): boolean {
  const { fact, placed } = said;
  const { text } = placed.normal;
  if (ALWAYS_OWED.has(fact.type))
    return !/[?？]$/.test(placed.turn.text.trim()) || placed.turn.text.length < 40;
  if (fact.type === 'name' || fact.type === 'percent') return false;
  if (IN_PASSING.test(text)) return false;
  const isAnswer = ASKS_VALUE.test(question.slice(-80));
  const isOrder = COMMITS.test(text) || COMMITS.test(question);
  if (fact.type === 'amount') return isOrder && !/多少|贵|便宜|how much|expensive|price|cheap/.test(text);
  if (fact.type === 'date' || fact.type === 'time') return isOrder && (isAnswer || COMMITS.test(text));
  if (ASKS.test(text)) return false;
  return isOrder && (isAnswer || ORDERS.test(text)) && fact.value !== '0';
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
    if (!isOwed(one, questionBefore(turns, one.placed.index))) continue;
    if (owed.some(({ fact }) => areComparable(fact, one.fact) && compareFacts(fact, one.fact) === 'match'))
      continue;
    const answers = later(turns, one.placed.index);
    if (answers.length === 0) continue;
    const repeatedIn = answers.find((placed) => holds(placed, one, input)) ?? inPieces(turns, one, input);
    owed.push({ ...one, repeatedIn, isHard: HARD.has(one.fact.type) });
  }
  return owed;
}

function holds(placed: PlacedTurn, { fact }: SaidFact, input: ScoringInput): boolean {
  const facts = extractFacts(placed.turn.text, input.language);
  if (facts.some((one) => areComparable(fact, one) && compareFacts(fact, one) !== 'mismatch')) return true;
  return isLong(fact.value) && digitsOf(placed, input).includes(fact.value);
}

const isLong = (value: string): boolean => /^[0-9]{6,}$/.test(value);

function digitsOf(placed: PlacedTurn, input: ScoringInput): string {
  return extractFacts(placed.turn.text, input.language)
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
