import type { Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import { injectionPatterns, lookAlikes } from '../lexicon/injections.ts';
import { clauseEnd, clauseStart } from '../text/match-phrases.ts';
import { allTurns, type PlacedTurn } from '../text/turns.ts';

/** Part of a turn that speaks to the scorer instead of the other party; positions in the normalised text. */
export interface InjectionSpan {
  readonly party: Party;
  readonly turn: number;
  readonly from: number;
  readonly to: number;
}

/** How far a flagged wording taints the clause around it, in characters each way. */
const CLAUSE_REACH = 80;

const spansByTurns = new WeakMap<readonly PlacedTurn[], readonly InjectionSpan[]>();

/** Every span of the call that is worded as an instruction to the scorer, also one spread over several turns. */
export function injectionSpans(input: ScoringInput): readonly InjectionSpan[] {
  const turns = allTurns(input);
  const known = spansByTurns.get(turns);
  if (known) return known;
  const spans = (['agent', 'customer', 'other'] as const).flatMap((party) =>
    spansOf(
      party,
      turns.filter(({ turn }) => turn.party === party),
    ),
  );
  spansByTurns.set(turns, spans);
  return spans;
}

/** True when the party addressed the scorer anywhere in the call. */
export function addressesScorer(input: ScoringInput, party: Party): boolean {
  return injectionSpans(input).some((span) => span.party === party);
}

const foldLookAlikes = (text: string): string =>
  text.replace(/[\u0370-\u052f\u0261]/g, (letter) => lookAlikes[letter] ?? letter);

function spansOf(party: Party, turns: readonly PlacedTurn[]): InjectionSpan[] {
  const offsets: number[] = [];
  let joined = '';
  for (const { normal } of turns) {
    offsets.push(joined.length);
    joined += `${foldLookAlikes(normal.text)} `;
  }
  const spans: InjectionSpan[] = [];
  const add = (from: number, to: number): void => {
    turns.forEach((placed, i) => {
      const offset = offsets[i] ?? 0;
      const start = Math.max(0, from - offset);
      const end = Math.min(placed.normal.text.length, to - offset);
      if (end > start) spans.push({ party, turn: placed.index, ...taint(placed, start, end) });
    });
  };
  for (const pattern of injectionPatterns) {
    for (const match of joined.matchAll(pattern)) add(match.index, match.index + match[0].length);
  }
  return spans.length > 0 || !/[\u4e00-\u9fff]/.test(joined) ? spans : spansAcrossBlanks(joined, add, spans);
}

/** Chinese turns are joined without blanks, so that an instruction split between turns is still one. */
function spansAcrossBlanks(
  joined: string,
  add: (from: number, to: number) => void,
  spans: InjectionSpan[],
): InjectionSpan[] {
  const kept: number[] = [];
  let dense = '';
  for (let i = 0; i < joined.length; i++) {
    if (joined[i] === ' ') continue;
    kept.push(i);
    dense += joined[i];
  }
  for (const pattern of injectionPatterns) {
    for (const match of dense.matchAll(pattern)) {
      const from = kept[match.index] ?? 0;
      const to = (kept[match.index + match[0].length - 1] ?? 0) + 1;
      add(from, to);
    }
  }
  return spans;
}

function taint({ normal }: PlacedTurn, from: number, to: number): { from: number; to: number } {
  return { from: clauseStart(normal, from, CLAUSE_REACH), to: clauseEnd(normal, to - 1, CLAUSE_REACH) };
}
