import type { Party } from '../domain/call.ts';
import type { Transcript, Turn } from '../domain/transcript.ts';

/** One word with its times, or a whole turn where the transcript has no word times. */
export interface SpokenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** True where the times are the turn's. */
  readonly isCoarse: boolean;
  /** True for the last word of its turn. */
  readonly isLast: boolean;
}

function wordsOfTurn(turn: Turn): SpokenWord[] {
  const words = turn.coarse === true ? undefined : turn.words;
  const parts = words && words.length > 0 ? words : [turn];
  return parts
    .map((part, index) => ({
      text: part.text,
      startMs: part.startMs,
      endMs: Math.max(part.startMs, part.endMs),
      isCoarse: part === turn,
      isLast: index === parts.length - 1,
    }))
    .filter(
      (word) => Number.isFinite(word.startMs) && Number.isFinite(word.endMs) && word.text.trim() !== '',
    );
}

/** Everything a party says, in time order; turns the transcriber invented are left out. */
export function wordsOf(transcript: Transcript, party: Party): SpokenWord[] {
  return transcript.turns
    .filter((turn) => turn.party === party && !turn.flags?.some((flag) => flag !== 'times-repaired'))
    .flatMap(wordsOfTurn)
    .sort((a, b) => a.startMs - b.startMs);
}

/** Words whose middle lies in the stretch, which may be widened for late word times. */
export function wordsBetween(words: readonly SpokenWord[], startMs: number, endMs: number): SpokenWord[] {
  return words.filter((word) => {
    const middle = (word.startMs + word.endMs) / 2;
    return middle >= startMs && middle <= endMs;
  });
}

/** The words as one text; a space between words of languages that write one. */
export function textOf(words: readonly SpokenWord[], language: 'zh' | 'en'): string {
  return words.map((word) => word.text.trim()).join(language === 'zh' ? '' : ' ');
}
