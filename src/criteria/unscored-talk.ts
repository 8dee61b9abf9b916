import type { ScoringInput } from '../domain/scoring-input.ts';
import { machinePatterns, wrongNumberPatterns } from './lexicon/unscored.ts';
import { findInParty, type TurnPlace } from './text/party-text.ts';
import { allTurns, hasWords, isTrusted } from './text/turns.ts';

/** The wrong number must come out in so much of the call's beginning, and the call end so soon after, in ms. */
const WRONG_NUMBER_BY_MS = 60_000;
const ENDS_WITHIN_MS = 20_000;
/** Turns of the other side after a machine's words that still belong to its announcement. */
const MACHINE_TURNS_AFTER = 1;

/**
 * Why nobody was there to talk business with, by the other side's own words: a machine answered and no person
 * after it, or the number was wrong and the call ended. Null where roles are unsure: the agent's words never count.
 */
export function findUnscoredTalk(input: ScoringInput): 'machine' | 'wrong-number' | null {
  if (!input.roles.isCertain || input.call.kind === 'voice-mail') return null;
  const others = allTurns(input).filter(
    ({ turn }) => turn.party === 'customer' && isTrusted(turn) && hasWords(turn),
  );
  const machine = last(findInParty(input, 'customer', machinePatterns));
  if (machine && input.call.direction !== 'inbound') {
    const after = others.filter(({ index }) => index > machine.placed.index);
    if (after.length <= MACHINE_TURNS_AFTER) return 'machine';
  }
  const [wrong] = findInParty(input, 'customer', wrongNumberPatterns);
  return wrong && endsSoonAfter(input, wrong) ? 'wrong-number' : null;
}

const last = (places: readonly TurnPlace[]): TurnPlace | undefined => places.at(-1);

function endsSoonAfter(input: ScoringInput, { placed }: TurnPlace): boolean {
  const lastMs = Math.max(...allTurns(input).map(({ turn }) => turn.endMs));
  const { startMs, endMs } = placed.turn;
  return startMs <= WRONG_NUMBER_BY_MS && lastMs - endMs <= ENDS_WITHIN_MS;
}
