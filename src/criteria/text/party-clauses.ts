import type { Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { TurnPlace } from './party-text.ts';
import { allTurns, isTrusted, type PlacedTurn } from './turns.ts';

/**
 * Every place where one whole clause of a party matches a pattern, in order: a clause is what stands between two marks,
 * or the whole turn where a recognizer wrote none. Patterns are tried on the normalised clause and carry no `g`.
 */
export function findClauses(input: ScoringInput, party: Party, patterns: readonly RegExp[]): TurnPlace[] {
  return allTurns(input)
    .filter(({ turn }) => turn.party === party && isTrusted(turn))
    .flatMap((placed) => clausesOf(placed))
    .filter(({ placed, from, to }) => {
      const clause = placed.normal.text.slice(from, to);
      return patterns.some((pattern) => pattern.test(clause));
    });
}

function clausesOf(placed: PlacedTurn): TurnPlace[] {
  const { text } = placed.normal;
  const clauses: TurnPlace[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && !placed.normal.startsClause(at)) continue;
    const said = text.slice(from, at);
    const to = from + said.trimEnd().length;
    const start = from + said.length - said.trimStart().length;
    if (to > start) clauses.push({ placed, from: start, to });
    from = at;
  }
  return clauses;
}
