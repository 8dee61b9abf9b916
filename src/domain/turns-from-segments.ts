import type { Span } from './acoustics.ts';
import { doubtsAbout } from './doubtful-text.ts';
import type { HeardSegment, HeardWord } from './heard-segment.ts';
import { cleanText } from './outside-text.ts';
import type { SideTurn, TurnFlag, Word } from './transcript.ts';
import type { ProblemCount } from './transcript-problem.ts';

/** Where segments may lie, and where one without any time is put. */
export interface TimeBounds {
  readonly startMs: number;
  /** Infinity where the call's length is unknown. */
  readonly endMs: number;
  /** The stretch that was sent; segments without times are put there. Null: they are dropped. */
  readonly fallback: Span | null;
  /**
   * True for a file whose turns others count by: every segment stays where it is, one that cannot be used as a turn
   * without text, so that a turn's index is its index in the file.
   */
  readonly keepsPlaces?: boolean;
}

/** A turn and the speaker its source named. */
export interface SpokenTurn {
  readonly turn: SideTurn;
  readonly speaker: string | null;
}

/** Errors of this size are rounding, not damage. */
const TOLERANCE_MS = 500;
/** Longest text of one turn; no person says as much without a pause. */
const TEXT_LIMIT = 20_000;
/** Share of unusable word times from which none of a turn's is believed. */
const BAD_WORDS = 0.2;
/** SenseVoice and Whisper marks such as `<|zh|>`. */
const MARKS = /<\|[^|<>]*\|>/g;

/**
 * Turns in time order from what a recognizer or a file says, with times one can work with: inside the bounds, not
 * reversed, not overlapping for one speaker. What had to be mended is flagged and counted, what cannot be placed is
 * dropped and counted.
 */
export function turnsFromSegments(
  segments: readonly HeardSegment[],
  bounds: TimeBounds,
  problems: ProblemCount,
): SpokenTurn[] {
  if (bounds.keepsPlaces) return withoutSelfOverlap(keepPlaces(segments, bounds, problems), problems);
  const turns = segments.flatMap((segment) => {
    const turn = turnFrom(segment, bounds, problems);
    return turn ? [{ turn, speaker: segment.speaker }] : [];
  });
  turns.sort((a, b) => a.turn.startMs - b.turn.startMs || a.turn.endMs - b.turn.endMs);
  return withoutSelfOverlap(turns, problems);
}

function keepPlaces(
  segments: readonly HeardSegment[],
  bounds: TimeBounds,
  problems: ProblemCount,
): SpokenTurn[] {
  let previousEndMs = bounds.startMs;
  return segments.map((segment) => {
    const here = { startMs: previousEndMs, endMs: previousEndMs };
    const isUntimed = ![segment, ...segment.words].some(
      ({ startMs, endMs }) => isTime(startMs) || isTime(endMs),
    );
    const timed = isUntimed ? { ...segment, ...here } : segment;
    const turn = turnFrom(timed, bounds, problems) ?? { ...here, text: '', coarse: true };
    previousEndMs = turn.endMs;
    return { turn, speaker: segment.speaker };
  });
}

function turnFrom(segment: HeardSegment, bounds: TimeBounds, problems: ProblemCount): SideTurn | null {
  const clean = cleanText(segment.text.replace(MARKS, '').trim());
  problems.add('TEXT_REPLACED', clean.replaced);
  if (!/[\p{L}\p{N}]/u.test(clean.text)) return null;
  const flags: TurnFlag[] = doubtsAbout(segment);
  let text = clean.text;
  if (text.length > TEXT_LIMIT) {
    problems.add('TEXT_CUT');
    text = text.slice(0, TEXT_LIMIT).toWellFormed();
    if (!flags.includes('looped')) flags.push('looped');
  }
  const span = placeSegment(segment, text, bounds);
  if (!span) {
    problems.add('TURNS_DROPPED');
    return null;
  }
  const words = placeWords(segment.words, span);
  if (span.isRepaired || words.isRepaired) {
    problems.add('TIMES_REPAIRED');
    flags.push('times-repaired');
  }
  if (flags.includes('hallucinated')) problems.add('HALLUCINATED');
  if (flags.includes('looped')) problems.add('LOOPED');
  if (words.list.length === 0) problems.add('NO_WORD_TIMES');
  return {
    startMs: span.startMs,
    endMs: span.endMs,
    text,
    ...(words.list.length > 0 ? { words: words.list } : { coarse: true }),
    ...(flags.length > 0 ? { flags } : {}),
  };
}

interface Placement {
  startMs: number;
  endMs: number;
  isRepaired: boolean;
}

function placeSegment(segment: HeardSegment, text: string, bounds: TimeBounds): Placement | null {
  const times = segment.words.flatMap((word) => [word.startMs, word.endMs]).filter(isTime);
  const givenStart = isTime(segment.startMs) ? segment.startMs : (times[0] ?? null);
  const givenEnd = isTime(segment.endMs) ? segment.endMs : (times.at(-1) ?? null);
  if (givenStart === null && givenEnd === null) {
    const [startMs, endMs] = bounds.fallback ?? [];
    return startMs === undefined || endMs === undefined ? null : { startMs, endMs, isRepaired: false };
  }
  const spokenMs = Math.max(200, 150 * Math.min(200, text.length));
  let startMs = givenStart ?? (givenEnd ?? 0) - spokenMs;
  let endMs = givenEnd ?? startMs + spokenMs;
  let isRepaired = givenStart === null || givenEnd === null;
  if (endMs < startMs) {
    [startMs, endMs] = [endMs, startMs];
    isRepaired = true;
  }
  if (startMs >= bounds.endMs || (endMs <= bounds.startMs && startMs < bounds.startMs)) return null;
  isRepaired ||= bounds.startMs - startMs > TOLERANCE_MS || endMs - bounds.endMs > TOLERANCE_MS;
  startMs = Math.round(Math.max(bounds.startMs, startMs));
  endMs = Math.round(Math.min(bounds.endMs, endMs));
  if (endMs > startMs) return { startMs, endMs, isRepaired };
  return { startMs, endMs: Math.round(Math.min(bounds.endMs, startMs + spokenMs)), isRepaired: true };
}

/** Word times inside the turn, in order; none at all where too many are damaged. */
function placeWords(words: readonly HeardWord[], turn: Placement): { list: Word[]; isRepaired: boolean } {
  const spoken = words.filter((word) => word.text.replace(MARKS, '').trim() !== '');
  let bad = 0;
  let previousEnd = turn.startMs;
  const list = spoken.map((word): Word => {
    const isPlaced =
      isTime(word.startMs) &&
      isTime(word.endMs) &&
      word.endMs >= word.startMs &&
      word.startMs >= Math.max(turn.startMs, previousEnd) - TOLERANCE_MS &&
      word.endMs <= turn.endMs + TOLERANCE_MS;
    if (!isPlaced) bad += 1;
    const startMs = isPlaced ? clip(word.startMs ?? 0, turn) : previousEnd;
    const endMs = isPlaced ? Math.max(startMs, clip(word.endMs ?? 0, turn)) : previousEnd;
    previousEnd = endMs;
    const isSure = word.confidence !== null && word.confidence >= 0 && word.confidence <= 1;
    const text = cleanText(word.text.replace(MARKS, '').trim()).text;
    return { text, startMs, endMs, ...(isSure ? { confidence: word.confidence } : {}) };
  });
  if (bad > BAD_WORDS * list.length) return { list: [], isRepaired: true };
  return { list, isRepaired: bad > 0 };
}

/** One speaker cannot speak over himself: a turn ends where his next begins. */
function withoutSelfOverlap(turns: readonly SpokenTurn[], problems: ProblemCount): SpokenTurn[] {
  const nextStart = new Map<string | null, number>();
  const mended: SpokenTurn[] = [];
  for (const { turn, speaker } of turns.toReversed()) {
    const limit = nextStart.get(speaker) ?? Number.POSITIVE_INFINITY;
    nextStart.set(speaker, turn.startMs);
    const isOver = turn.endMs > limit && limit > turn.startMs;
    mended.push(isOver ? { turn: endTurnAt(turn, limit, problems), speaker } : { turn, speaker });
  }
  return mended.reverse();
}

function endTurnAt(turn: SideTurn, endMs: number, problems: ProblemCount): SideTurn {
  const words = turn.words?.map((word) => ({
    ...word,
    startMs: Math.min(word.startMs, endMs),
    endMs: Math.min(word.endMs, endMs),
  }));
  const isDamage = turn.endMs - endMs > TOLERANCE_MS && !turn.flags?.includes('times-repaired');
  if (isDamage) problems.add('TIMES_REPAIRED');
  const flags = isDamage ? [...(turn.flags ?? []), 'times-repaired' as const] : turn.flags;
  return { ...turn, endMs, ...(words ? { words } : {}), ...(flags ? { flags } : {}) };
}

function clip(timeMs: number, span: Placement): number {
  return Math.round(Math.min(span.endMs, Math.max(span.startMs, timeMs)));
}

function isTime(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
