import type { ScoringInput } from '../domain/scoring-input.ts';
import { allTurns, hasWords, isTrusted } from './text/turns.ts';

/** True where the last words of the call are the customer's, so that nothing the agent owed at the end could follow. */
export function endedByCustomer(input: ScoringInput): boolean {
  const last = allTurns(input)
    .filter(({ turn }) => turn.party !== 'other' && isTrusted(turn) && hasWords(turn))
    .at(-1);
  return last?.turn.party === 'customer';
}
