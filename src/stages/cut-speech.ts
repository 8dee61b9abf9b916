import type { LevelTrack, Span } from '../domain/acoustics.ts';

/** One stretch to send to a recognizer and the speech in it. */
export interface SpeechPiece {
  readonly startMs: number;
  readonly endMs: number;
  readonly speech: readonly Span[];
}

/** How a side's speech is cut for one recognizer. */
export interface CutRules {
  readonly durationMs: number;
  readonly maxMs: number;
  /** False: one utterance a piece, for recognizers that give no times. */
  readonly joinsUtterances: boolean;
  readonly levelTrack: LevelTrack | null;
}

/** Room left around speech, so that no first or last sound is cut off. */
const PAD_MS = 200;
/** Pause up to which speech is one utterance. */
const UTTERANCE_GAP_MS = 400;
/** Longest pause sent along inside a piece; recognizers invent text over longer ones. */
const JOINED_GAP_MS = 2000;
/** A piece too long is cut where it is quietest in its last two fifths. */
const CUT_FROM = 0.6;

/** Pieces that hold all speech of one side and nearly no silence, in time order, none longer than `maxMs`. */
export function cutSpeech(speech: readonly Span[], rules: CutRules): SpeechPiece[] {
  const room = rules.maxMs - 2 * PAD_MS;
  const parts = speech
    .filter(([startMs, endMs]) => endMs > startMs)
    .flatMap((span) => splitLong(span, room, rules.levelTrack));
  const pieces: Span[][] = [];
  for (const part of parts) {
    const piece = pieces.at(-1);
    const [startMs] = piece?.[0] ?? part;
    const gapMs = part[0] - (piece?.at(-1)?.[1] ?? 0);
    const joins = gapMs <= (rules.joinsUtterances ? JOINED_GAP_MS : UTTERANCE_GAP_MS);
    if (piece && joins && part[1] - startMs <= room) piece.push(part);
    else pieces.push([part]);
  }
  return pieces.map((spans, index) => pad(spans, pieces[index - 1], pieces[index + 1], rules.durationMs));
}

/** A stretch of speech in parts no longer than `room`, cut where its level is lowest. */
function splitLong(span: Span, room: number, track: LevelTrack | null): Span[] {
  const [startMs, endMs] = span;
  if (endMs - startMs <= room) return [span];
  const cutMs = quietest(startMs + CUT_FROM * room, startMs + room, track);
  return [[startMs, cutMs], ...splitLong([cutMs, endMs], room, track)];
}

function quietest(fromMs: number, toMs: number, track: LevelTrack | null): number {
  if (!track || track.stepMs <= 0) return Math.round(toMs);
  let best = { db: Number.POSITIVE_INFINITY, atMs: toMs };
  const last = Math.floor(toMs / track.stepMs) - 1;
  for (let step = Math.ceil(fromMs / track.stepMs); step <= last; step += 1) {
    const db = track.db[step] ?? Number.NEGATIVE_INFINITY;
    if (db <= best.db) best = { db, atMs: (step + 0.5) * track.stepMs };
  }
  return Math.round(best.atMs);
}

/** A piece with room around it that never reaches into its neighbours. */
function pad(
  spans: readonly Span[],
  before: readonly Span[] | undefined,
  after: readonly Span[] | undefined,
  durationMs: number,
): SpeechPiece {
  const startMs = spans[0]?.[0] ?? 0;
  const endMs = spans.at(-1)?.[1] ?? startMs;
  const free = {
    before: (startMs - (before?.at(-1)?.[1] ?? 0)) / 2,
    after: ((after?.[0]?.[0] ?? durationMs) - endMs) / 2,
  };
  const from = before ? Math.min(PAD_MS, free.before) : PAD_MS;
  const to = after ? Math.min(PAD_MS, free.after) : PAD_MS;
  return {
    startMs: Math.max(0, Math.floor(startMs - Math.max(0, from))),
    endMs: Math.min(durationMs, Math.ceil(endMs + Math.max(0, to))),
    speech: spans,
  };
}
