import type { ScoringInput } from '../../domain/scoring-input.ts';
import { areComparable, compareFacts } from '../text/compare-facts.ts';
import type { Fact } from '../text/fact.ts';
import { remember } from '../text/remember.ts';
import { turnFacts } from '../text/turn-facts.ts';
import { allTurns, hasWords, isTrusted, type PlacedTurn } from '../text/turns.ts';

/** A fact with the turn it was said in. */
export interface SaidFact {
  readonly fact: Fact;
  readonly placed: PlacedTurn;
  /** True for a piece of a number that is given over several turns. */
  readonly isPiece: boolean;
  /** Turn in which the first piece of it was said; the fact's own turn where it was said in one go. */
  readonly firstTurn: number;
}

/** Digits of a telephone number given in pieces: at least, at most. */
const WHOLE_DIGITS = [7, 19] as const;
/** Letters beside its digits that a piece may have, and an agent's "go on" between two pieces. */
const PIECE_REST = 4;
const GO_ON_LENGTH = 12;

const CORRECTS =
  /\b(?:actually|make (?:it|that)|change|instead|i meant|i said|sorry|no|nope|wait|only|just)\b|不对|不是|错|改|换|应该|我说/;

const isCorrecting = remember(({ normal }: PlacedTurn) => CORRECTS.test(normal.text));

/** Facts of the customer that still stand: a correction takes the place of older facts of its kind. */
export function standingFacts(facts: readonly SaidFact[]): readonly SaidFact[] {
  const corrections = facts.filter(({ placed }) => isCorrecting(placed));
  if (corrections.length === 0) return facts;
  return facts.filter(
    (older) =>
      !corrections.some(
        (newer) =>
          newer.placed.index > older.placed.index &&
          newer.fact.type === older.fact.type &&
          areComparable(older.fact, newer.fact) &&
          compareFacts(older.fact, newer.fact) === 'mismatch',
      ),
  );
}

/** The digits of a turn that holds a piece of a number and hardly more; null otherwise. */
function pieceOf(placed: PlacedTurn, facts: readonly Fact[]): Fact | null {
  const [fact] = facts;
  if (fact === undefined || facts.length > 1 || !/^[0-9]{2,8}$/.test(fact.value)) return null;
  if (!['number', 'code', 'phone'].includes(fact.type)) return null;
  const { text } = placed.turn;
  const rest = (text.slice(0, fact.from) + text.slice(fact.to)).replace(
    /[\s\p{P}]|嗯|啊|呃|然后|再是|uh|um|and|then/giu,
    '',
  );
  return rest.length <= PIECE_REST ? fact : null;
}

interface Chain {
  readonly pieces: readonly SaidFact[];
  readonly digits: string;
}

const phoneLengths = new Set([7, 8, 10, 11]);

function wholeOf({ pieces, digits }: Chain): SaidFact | null {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (first === undefined || last === undefined || pieces.length < 2 || digits.length < WHOLE_DIGITS[0])
    return null;
  const type = phoneLengths.has(digits.length) ? 'phone' : 'code';
  const raw = pieces.map(({ fact }) => fact.raw).join(' ');
  const fact: Fact = { ...last.fact, type, raw, value: digits };
  return { fact, placed: last.placed, isPiece: false, firstTurn: first.firstTurn };
}

const given = new WeakMap<readonly PlacedTurn[], ReadonlyMap<number, readonly SaidFact[]>>();

/** Facts of the customer by turn, with numbers given piece by piece put together at their last piece. */
export function customerFacts(input: ScoringInput): ReadonlyMap<number, readonly SaidFact[]> {
  const turns = allTurns(input);
  const known = given.get(turns);
  if (known !== undefined) return known;
  const out = new Map<number, SaidFact[]>();
  let chain: Chain = { pieces: [], digits: '' };
  for (const placed of turns) {
    if (!isTrusted(placed.turn) || !hasWords(placed.turn)) continue;
    const facts = turnFacts(placed, input);
    const piece = pieceOf(placed, facts);
    if (placed.turn.party !== 'customer') {
      if (piece === null && placed.normal.text.length > GO_ON_LENGTH) chain = { pieces: [], digits: '' };
      continue;
    }
    const said = facts.map((fact) => ({ fact, placed, isPiece: false, firstTurn: placed.index }));
    out.set(placed.index, said);
    const [only] = said;
    if (piece === null || only === undefined) {
      chain = { pieces: [], digits: '' };
      continue;
    }
    chain = { pieces: [...chain.pieces, only], digits: chain.digits + piece.value };
    const whole = chain.digits.length > WHOLE_DIGITS[1] ? null : wholeOf(chain);
    if (whole !== null) putTogether(out, chain, whole);
  }
  given.set(turns, out);
  return out;
}

function putTogether(out: Map<number, SaidFact[]>, chain: Chain, whole: SaidFact): void {
  for (const { placed, fact } of chain.pieces) {
    const kept = (out.get(placed.index) ?? []).filter((said) => said.fact === fact);
    out.set(
      placed.index,
      kept.map((said) => ({ ...said, isPiece: true })),
    );
  }
  out.set(whole.placed.index, [...(out.get(whole.placed.index) ?? []), whole]);
}
