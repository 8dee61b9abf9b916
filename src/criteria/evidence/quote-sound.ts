import type { PartyAcoustics } from '../../domain/acoustics.ts';
import type { Party } from '../../domain/call.ts';
import type { ScoringInput } from '../../domain/scoring-input.ts';
import { remember } from '../text/remember.ts';
import { allTurns, type PlacedTurn } from '../text/turns.ts';
import { type SaidAt, saidAt } from '../text/word-times.ts';
import { coveredMs, widen } from './spans.ts';

/** How far word times and measured speech may lie apart, in ms. */
const VOICE_SLACK_MS = 150;
const VOICED_SHARE = 0.5;
const ABOVE_NOISE_DB = 6;
const UNDER_OWN_LEVEL_DB = 12;
/** A quote at more than this times the party's own median pace cannot be followed. */
const RATTLED_OFF = 2;
/** Shorter quotes and turns say nothing of pace, in normalised characters. */
const PACE_CHARACTERS = { zh: 20, en: 50 } as const;

const widened = remember((speech: PartyAcoustics['speech']) => widen(speech, VOICE_SLACK_MS));

/** True when a party's measured speech covers at least half of a stretch, over the noise and not far under its own level. */
export function isVoiced(heard: PartyAcoustics, { startMs, endMs, isCoarse }: SaidAt): boolean {
  const speech = widened(heard.speech);
  const neededShare = isCoarse ? VOICED_SHARE / 2 : VOICED_SHARE;
  if (coveredMs(speech, startMs, endMs) < neededShare * (endMs - startMs)) return false;
  const level = levelOver(heard, startMs, endMs);
  if (level === null) return true;
  if (heard.noiseDb !== null && level.db < heard.noiseDb + ABOVE_NOISE_DB) return false;
  const isLong = level.steps >= 3;
  return !isLong || heard.levelDb === null || level.db > heard.levelDb - UNDER_OWN_LEVEL_DB;
}

/** Median level of the party's speech between two times, with the count of steps it rests on. */
function levelOver(
  { levelTrack }: PartyAcoustics,
  startMs: number,
  endMs: number,
): { db: number; steps: number } | null {
  const steps = levelTrack.db
    .slice(Math.floor(startMs / levelTrack.stepMs), Math.ceil(endMs / levelTrack.stepMs))
    .filter((db): db is number => db !== null)
    .sort((a, b) => a - b);
  const db = steps[Math.floor(steps.length / 2)];
  return db === undefined ? null : { db, steps: steps.length };
}

/** True when a long quote is said at more than twice the party's own median pace, by its word times. */
export function isRattledOff(input: ScoringInput, placed: PlacedTurn, from: number, to: number): boolean {
  if (to - from < PACE_CHARACTERS[input.language]) return false;
  const { startMs, endMs, isCoarse } = saidAt(placed.turn, placed.normal, from, to);
  const median = medianPace(input, placed.turn.party);
  return !isCoarse && median !== null && (to - from) / Math.max(1, endMs - startMs) > RATTLED_OFF * median;
}

/** Fewest turns a median is taken over. */
const PACE_TURNS = 3;

const paceOf = remember((_: ScoringInput) => new Map<Party, number | null>());

/** Median characters per ms over a party's longer turns, null with too few of them. */
function medianPace(input: ScoringInput, party: Party): number | null {
  const known = paceOf(input);
  const kept = known.get(party);
  if (kept !== undefined) return kept;
  const pace = findMedianPace(input, party);
  known.set(party, pace);
  return pace;
}

function findMedianPace(input: ScoringInput, party: Party): number | null {
  const paces = allTurns(input)
    .filter(
      ({ turn, normal }) => turn.party === party && normal.text.length >= PACE_CHARACTERS[input.language] / 2,
    )
    .map(({ turn, normal }) => normal.text.length / Math.max(1, turn.endMs - turn.startMs))
    .sort((a, b) => a - b);
  return paces.length < PACE_TURNS ? null : (paces[Math.floor(paces.length / 2)] ?? null);
}
