import type { Party } from '../../domain/call.ts';
import type { Note } from '../../domain/note.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { NoteEvidence } from '../../domain/verdict.ts';
import { quote } from '../evidence/evidence.ts';
import { nextStepWords } from '../lexicon/intent.ts';
import { areComparable, compareFacts, type FactMatch } from '../text/compare-facts.ts';
import type { Fact, FactType } from '../text/fact.ts';
import { extractFacts } from '../text/facts.ts';
import { normalise } from '../text/normalise.ts';
import { allTurns, isTrusted, turnConfidence } from '../text/turns.ts';
import { resolveDate } from './note-dates.ts';
import { readNoteFields } from './note-fields.ts';

/** A fact somebody said in the call. */
interface CallFact {
  readonly fact: Fact;
  readonly party: Party;
  readonly turn: number;
  readonly isNextStep: boolean;
}

/** How the note's facts stand to the call's. */
export interface FactFindings {
  readonly evidence: readonly NoteEvidence[];
  /** Amounts, numbers, dates or times of the note that the call contradicts. */
  readonly contradicted: number;
  /** Names the call has otherwise, which may as well be the recognizer's spelling. */
  readonly otherNames: number;
  /** What the customer said, matters later, and is not in the note. */
  readonly missing: number;
  /** Amounts and telephone numbers of the note that nobody said. */
  readonly unsupported: number;
}

const compared: ReadonlySet<FactType> = new Set([
  'phone',
  'amount',
  'percent',
  'date',
  'time',
  'email',
  'name',
  'address',
]);
/** A plain number from here on is taken as an amount said without its currency. */
const LARGE_NUMBER = 1000;
/** Turns with surer words only contradict a note. */
const SURE = 0.6;

/** Compares every fact of the note with what was said, and looks for what the customer said and the note lacks. */
export function compareNoteFacts(input: ScoringInput, note: Note): FactFindings {
  const said = callFacts(input);
  const noted = noteFacts(input, note);
  const results = noted.map((fact) => judgeFact(input, fact, said));
  const missing = keyFacts(said).filter(({ fact }) => !isInNote(input, fact, noted, note.text));
  const countOf = (outcome: Outcome['outcome']): number =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    evidence: [
      ...results.map((result) => result.evidence),
      ...missing.map((fact) => toEvidence(input, fact.fact, 'missing', fact)),
    ],
    contradicted: countOf('contradicted'),
    otherNames: countOf('other-name'),
    missing: missing.length,
    unsupported: countOf('unsupported'),
  };
}

const isAmountLike = ({ type, value }: Fact): boolean => type === 'number' && Number(value) >= LARGE_NUMBER;

const isCompared = (fact: Fact): boolean => compared.has(fact.type) || isAmountLike(fact);

function callFacts(input: ScoringInput): CallFact[] {
  const turns = allTurns(input);
  return turns.flatMap(({ turn, index }) => {
    if (turn.party === 'other' || !isTrusted(turn)) return [];
    const around = [turns[index - 1], turns[index], turns[index + 1]].map((near) => near?.normal.text ?? '');
    const isNextStep = nextStepWords.test(around.join(' '));
    return extractFacts(turn.text, input.language)
      .filter(isCompared)
      .map((fact) => ({ fact, party: turn.party, turn: index, isNextStep }));
  });
}

/** The facts a note states about the call, without when the call itself was. */
function noteFacts(input: ScoringInput, note: Note): Fact[] {
  const { fields } = readNoteFields(note);
  const time = fields.time?.value ?? '';
  const others = Object.entries(note.fields)
    .filter(([key, value]) => typeof value === 'string' && value !== time && key !== 'intent')
    .map(([, value]) => String(value));
  return [note.text.replace(time, ' '), ...others]
    .flatMap((text) => [...extractFacts(text, input.language)])
    .filter((fact) => isCompared(fact) && fact.type !== 'percent' && !isOfCallItself(input, fact));
}

/** Clock times within this of the start are taken as when the call was, in minutes. */
const NEAR_START_MIN = 90;

function isOfCallItself({ call }: ScoringInput, fact: Fact): boolean {
  const { startedAt } = call;
  if (startedAt === undefined) return false;
  if (fact.type === 'date') return resolveDate(fact.value, startedAt)?.date === startedAt.slice(0, 10);
  if (fact.type !== 'time') return false;
  const hour = Number(/h=(\d+)/.exec(fact.value)?.[1] ?? Number.NaN);
  const minute = Number(/min=(\d+)/.exec(fact.value)?.[1] ?? 0);
  const start = Number(startedAt.slice(11, 13)) * 60 + Number(startedAt.slice(14, 16));
  return [0, 12 * 60].some((shift) => Math.abs(hour * 60 + minute + shift - start) <= NEAR_START_MIN);
}

interface Outcome {
  readonly outcome: 'supported' | 'contradicted' | 'other-name' | 'unsupported' | 'unknown';
  readonly evidence: NoteEvidence;
}

function judgeFact(input: ScoringInput, noted: Fact, said: readonly CallFact[]): Outcome {
  const rivals = said.filter(({ fact }) => canCompare(fact, noted));
  const supports = rivals.filter(({ fact }) => matchOf(input, fact, noted) !== 'mismatch');
  const support = supports.find(({ party }) => party === 'customer') ?? supports[0];
  const slip = support?.party === 'agent' && findCustomerSlip(noted, rivals);
  if (slip) return { outcome: 'contradicted', evidence: toEvidence(input, noted, 'contradicts', slip) };
  if (support) return { outcome: 'supported', evidence: toEvidence(input, noted, 'supports', support) };
  const rival = findRival(input, noted, rivals);
  if (rival) {
    const evidence = toEvidence(input, noted, 'contradicts', rival);
    const outcome = noted.type === 'name' ? 'other-name' : 'contradicted';
    return { outcome: evidence.verified ? outcome : 'unknown', evidence };
  }
  const counts = noted.type === 'phone' || noted.type === 'amount';
  return {
    outcome: counts ? 'unsupported' : 'unknown',
    evidence: toEvidence(input, noted, 'unsupported', null),
  };
}

function canCompare(said: Fact, noted: Fact): boolean {
  if (isAmountLike(said) && noted.type === 'amount') return true;
  if (isAmountLike(noted) && said.type === 'amount') return true;
  return said.type === noted.type && areComparable(said, noted);
}

function matchOf({ call }: ScoringInput, said: Fact, noted: Fact): FactMatch {
  if (said.type === 'date' && noted.type === 'date' && call.startedAt !== undefined) {
    const [a, b] = [resolveDate(said.value, call.startedAt), resolveDate(noted.value, call.startedAt)];
    if (a && b) {
      if (a.date && b.date) return a.date === b.date ? 'match' : 'mismatch';
      return a.weekday === b.weekday ? 'match' : 'mismatch';
    }
  }
  return compareFacts(said, noted);
}

/**
 * What was said instead, where it is beyond doubt that the same thing is meant: the only thing of its kind said,
 * or a number that differs by a slip of a digit or two, or the only date or time agreed on.
 */
function findRival(input: ScoringInput, noted: Fact, rivals: readonly CallFact[]): CallFact | null {
  const sure = rivals.filter(({ turn }) => {
    const placed = allTurns(input)[turn];
    return placed !== undefined && (turnConfidence(placed.turn) ?? 1) >= SURE;
  });
  if (noted.type === 'date' || noted.type === 'time') {
    const agreed = sure.filter((rival) => rival.isNextStep);
    return countValues(agreed) === 1 ? (agreed.at(-1) ?? null) : null;
  }
  if (noted.type === 'name') {
    const ofCustomer = sure.filter(({ party }) => party === 'customer');
    return countValues(ofCustomer) === 1 ? (ofCustomer[0] ?? null) : null;
  }
  if (noted.type === 'address') return null;
  const slip = sure.find(({ fact }) => isSlip(fact.value, noted.value));
  if (slip) return slip;
  return noted.type === 'amount' && countValues(sure) === 1 ? (sure.at(-1) ?? null) : null;
}

/** What the customer said, where the agent alone said the note's number and it is a slip of the customer's. */
function findCustomerSlip(noted: Fact, rivals: readonly CallFact[]): CallFact | undefined {
  if (noted.type !== 'amount' && noted.type !== 'phone' && noted.type !== 'number') return undefined;
  return rivals.find(({ party, fact }) => party === 'customer' && isSlip(fact.value, noted.value));
}

const countValues = (facts: readonly CallFact[]): number => new Set(facts.map(({ fact }) => fact.value)).size;

/** True when two digit strings differ by a digit or two, or by a nought. */
function isSlip(said: string, noted: string): boolean {
  if (said.length < 3 || noted.length < 3 || Math.abs(said.length - noted.length) > 1) return false;
  if (said.length !== noted.length) {
    const [long, short] = said.length > noted.length ? [said, noted] : [noted, said];
    return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
  }
  const differing = [...said].filter((digit, i) => digit !== noted[i]).length;
  return differing <= (said.length >= 7 ? 3 : 1) || [...said].sort().join() === [...noted].sort().join();
}

/** What a later call depends on: how to reach the customer, amounts named, and the date or time agreed on. */
function keyFacts(said: readonly CallFact[]): CallFact[] {
  const key = said.filter(
    ({ fact, party, isNextStep }) =>
      party === 'customer' &&
      (fact.type === 'phone' ||
        fact.type === 'email' ||
        fact.type === 'address' ||
        fact.type === 'amount' ||
        ((fact.type === 'date' || fact.type === 'time') && isNextStep)),
  );
  const last = new Map<string, CallFact>();
  for (const fact of key) last.set(fact.fact.type === 'amount' ? 'amount' : fact.fact.type, fact);
  return [...last.values()];
}

/** A number written down by its last four digits. */
const LAST_DIGITS = /(?:尾号|末四位|后四位|ending(?:in|with)?|last(?:four|4)(?:digits)?)(?:是|为)?(\d{4})/;

function isInNote(input: ScoringInput, said: Fact, noted: readonly Fact[], text: string): boolean {
  if (noted.some((fact) => canCompare(said, fact))) return true;
  const plain = normalise(text).text.replaceAll(' ', '');
  return (
    plain.includes(normalise(said.raw).text.replaceAll(' ', '')) ||
    isOfCallItself(input, said) ||
    (/^\d{4,}$/.test(said.value) && LAST_DIGITS.exec(plain)?.[1] === said.value.slice(-4))
  );
}

function toEvidence(
  input: ScoringInput,
  fact: Fact,
  relation: NoteEvidence['relation'],
  said: CallFact | null,
): NoteEvidence {
  const found = said && quote(input, said.turn, said.fact.from, said.fact.to, { party: said.party });
  return {
    kind: 'note',
    field: fact.type,
    value: relation === 'missing' ? null : fact.raw,
    relation,
    party: found?.party ?? null,
    turn: found?.turn ?? null,
    quote: found?.quote ?? null,
    startMs: found?.startMs ?? null,
    endMs: found?.endMs ?? null,
    verified: found?.verified ?? false,
  };
}
