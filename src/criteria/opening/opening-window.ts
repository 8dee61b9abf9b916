import type { ScoringInput } from '../../domain/scoring-input.ts';
import { whoAskedPatterns } from '../lexicon/introductions.ts';
import { type CallWindow, endOfCall, hasWords, isTrusted, turnsOf } from '../text/turns.ts';
import { guessSaidAt } from '../text/word-times.ts';
import type { FoundPart } from './opening-parts.ts';

/** The opening and the time after it in which a part still counts as late. */
export interface OpeningWindow extends CallWindow {
  /** Index of the agent's first turn with words. */
  readonly firstTurn: number;
  /** True for a place inside the opening itself. */
  isOpening(place: Pick<FoundPart, 'placed' | 'from' | 'to'>): boolean;
}

/** The opening of a call, counted from the agent's first word; null where the agent says nothing. */
export function openingWindow(
  input: ScoringInput,
  limits: { readonly openingTurns: number; readonly openingMs: number; readonly lateMs: number },
): OpeningWindow | null {
  const turns = turnsOf(input, 'agent').filter(({ turn }) => hasWords(turn) && isTrusted(turn));
  const first = turns[0];
  if (!first) return null;
  const openingTurns = new Set(turns.slice(0, limits.openingTurns).map(({ index }) => index));
  const openingEndMs = first.turn.startMs + limits.openingMs;
  const lastOpening = turns[Math.min(turns.length, limits.openingTurns) - 1] ?? first;
  const endMs = Math.max(first.turn.startMs + limits.lateMs, lastOpening.turn.endMs);
  return {
    startMs: Math.max(0, Math.min(first.turn.startMs, input.durationMs)),
    endMs: Math.min(endMs, endOfCall(input)),
    firstTurn: first.index,
    isOpening: ({ placed, from, to }) =>
      openingTurns.has(placed.index) ||
      guessSaidAt(placed.turn, placed.normal, from, to).startMs <= openingEndMs,
  };
}

/** True when the customer had asked who is calling, after the agent's first words and before this place. */
export function wasAskedBefore(input: ScoringInput, window: OpeningWindow, place: FoundPart): boolean {
  return turnsOf(input, 'customer').some(
    ({ index, normal }) =>
      index > window.firstTurn &&
      index < place.placed.index &&
      whoAskedPatterns.some((pattern) => pattern.test(normal.text)),
  );
}
