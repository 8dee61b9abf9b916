import type { Turn } from '../../domain/transcript.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { rememberTexts } from './remember.ts';

/** Where a stretch of a turn was said; `isCoarse` means the times are the turn's, not the words'. */
export interface SaidAt {
  readonly startMs: number;
  readonly endMs: number;
  readonly isCoarse: boolean;
}

interface PlacedWord {
  readonly from: number;
  readonly to: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** How far ahead a word is looked for when text and words disagree, in characters. */
const LOOK_AHEAD = 40;

const KEPT_WORDS = 20_000;
const normalWord = rememberTexts((word) => normalise(word).text, KEPT_WORDS);

const placedWords = new WeakMap<Turn, readonly PlacedWord[]>();

/** Words as ranges of the turn's normalised text; words that are not in the text are left out. */
function placeWords(turn: Turn, normal: NormalisedText): readonly PlacedWord[] {
  const known = placedWords.get(turn);
  if (known) return known;
  const placed: PlacedWord[] = [];
  let cursor = 0;
  for (const word of turn.words ?? []) {
    const wanted = normalWord(word.text);
    if (wanted === '') continue;
    const from = normal.text.indexOf(wanted, cursor);
    if (from < 0 || from - cursor > LOOK_AHEAD) continue;
    placed.push({ from, to: from + wanted.length, startMs: word.startMs, endMs: word.endMs });
    cursor = from + wanted.length;
  }
  placedWords.set(turn, placed);
  return placed;
}

/** When the normalised range [from, to) of a turn was said, from the words that cover it. */
export function saidAt(turn: Turn, normal: NormalisedText, from: number, to: number): SaidAt {
  let first: PlacedWord | undefined;
  let last: PlacedWord | undefined;
  if (!turn.coarse) {
    for (const word of placeWords(turn, normal)) {
      if (word.from >= to) break;
      if (word.to <= from) continue;
      first ??= word;
      last = word;
    }
  }
  if (!first || !last) return { startMs: turn.startMs, endMs: turn.endMs, isCoarse: true };
  return { startMs: first.startMs, endMs: Math.max(first.endMs, last.endMs), isCoarse: false };
}

/**
 * Best guess in ms of when the range was said where only the turn's times are known: its share of the
 * characters. For asking whether it lies in a window, never shown as a time.
 */
export function guessSaidAt(turn: Turn, normal: NormalisedText, from: number, to: number): SaidAt {
  const said = saidAt(turn, normal, from, to);
  if (!said.isCoarse || normal.text.length === 0) return said;
  const perCharacter = (turn.endMs - turn.startMs) / normal.text.length;
  return {
    startMs: turn.startMs + perCharacter * from,
    endMs: turn.startMs + perCharacter * to,
    isCoarse: true,
  };
}
