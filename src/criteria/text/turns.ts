import type { Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import type { Window } from '../../domain/standard.ts';
import type { Turn } from '../../domain/transcript.ts';
import { type NormalisedText, normalise } from './normalise.ts';

/** A turn with its place in the transcript and its comparable text. */
export interface PlacedTurn {
  /** Index in the transcript's turns. */
  readonly index: number;
  readonly turn: Turn;
  readonly normal: NormalisedText;
}

/** A window of the call in milliseconds from its start. */
export interface CallWindow {
  readonly startMs: number;
  readonly endMs: number;
}

const placedTurns = new WeakMap<readonly Turn[], readonly PlacedTurn[]>();
const noTurns: readonly PlacedTurn[] = [];

/** All turns of the call with their comparable texts, made once per transcript. */
export function allTurns(input: ScoringInput): readonly PlacedTurn[] {
  const turns = input.transcript?.turns;
  if (!turns) return noTurns;
  let placed = placedTurns.get(turns);
  if (!placed) {
    placed = turns.map((turn, index) => ({ index, turn, normal: normalise(turn.text) }));
    placedTurns.set(turns, placed);
  }
  return placed;
}

/**
 * The window a criterion looks at: what the standard leaves open reaches to the start or end of the call;
 * `agentTurns` ends it with that turn of the agent, when that is earlier.
 */
export function windowOf(input: ScoringInput, window: Window | undefined): CallWindow {
  const startMs = window?.fromMs ?? 0;
  let endMs = Math.min(window?.toMs ?? Number.POSITIVE_INFINITY, endOfCall(input));
  if (window?.agentTurns !== undefined) {
    const ofAgent = allTurns(input).filter(({ turn }) => turn.party === 'agent' && turn.endMs > startMs);
    const last = ofAgent[window.agentTurns - 1];
    if (last) endMs = Math.min(endMs, last.turn.endMs);
  }
  return { startMs, endMs };
}

/** Where the call ends, in ms: its duration, or the last turn where that reaches further. */
export function endOfCall(input: ScoringInput): number {
  let endMs = input.durationMs;
  for (const turn of input.transcript?.turns ?? []) endMs = Math.max(endMs, turn.endMs);
  return endMs;
}

/** The party's turns that overlap the window, in order; every turn of the party without a window. */
export function turnsOf(input: ScoringInput, party: Party, window?: CallWindow): PlacedTurn[] {
  return allTurns(input).filter(
    ({ turn }) =>
      turn.party === party &&
      (window === undefined || (turn.endMs >= window.startMs && turn.startMs <= window.endMs)),
  );
}

/** Index of the same party's next turn, or -1. */
export function nextOfParty(input: ScoringInput, turn: number): number {
  const turns = allTurns(input);
  const party = turns[turn]?.turn.party;
  return turns.findIndex((placed) => placed.index > turn && placed.turn.party === party);
}

const NOT_SPOKEN = /^(hallucinated|looped|no-speech)$/;

/** True when the text was really said, as far as the transcriber's own signs go. */
export function isTrusted(turn: Turn): boolean {
  return !turn.flags?.some((flag) => NOT_SPOKEN.test(flag));
}

const MARKER = /\[[^\]]*\]|<[^>]*>|【[^】]*】/g;

/** True when a turn holds words and not only markers such as `[noise]`. */
export function hasWords(turn: Turn): boolean {
  const { text } = turn;
  return /[\p{L}\p{N}]/u.test(/[[<【]/.test(text) ? text.replace(MARKER, '') : text);
}

/** Mean confidence of a turn's words, 0–1; null where the transcriber gives none. */
export function turnConfidence(turn: Turn): number | null {
  let sum = 0;
  let count = 0;
  for (const word of turn.words ?? []) {
    if (word.confidence === undefined) continue;
    sum += word.confidence;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}
