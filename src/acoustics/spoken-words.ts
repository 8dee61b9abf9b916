import type { Party } from '../domain/call.ts';
import type { Transcript, Turn } from '../domain/transcript.ts';
import { tokensOf } from './backchannels.ts';

/** One word with its times, or a whole turn where the transcript has no word times. */
export interface SpokenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** 0–1; 1 where the transcript gives none. */
  readonly confidence: number;
  /** True where the times are the turn's. */
  readonly isCoarse: boolean;
  /** Text of the turn this word ends, for its punctuation; null inside a turn. */
  readonly endsTurn: string | null;
}

/** Longer words are recognizer errors that reach over a pause; their end is not believed. */
const longestWordMs = 2000;

function wordsOfTurn(turn: Turn, language: Transcript['language']): SpokenWord[] {
  const words = turn.coarse === true ? undefined : turn.words;
  const isCoarse = !words || words.length === 0;
  const parts = isCoarse ? [turn] : words;
  return parts
    .map((part, index) => ({
      text: part.text,
      startMs: part.startMs,
      endMs: isCoarse ? part.endMs : Math.min(part.endMs, part.startMs + longestWordMs),
      confidence: 'confidence' in part ? (part.confidence ?? 1) : 1,
      isCoarse,
      endsTurn: index === parts.length - 1 ? turn.text : null,
    }))
    .filter((word) => Number.isFinite(word.startMs) && word.endMs > word.startMs)
    .filter((word) => tokensOf(word.text, language).length > 0);
}

/** Everything a party says, in time order; turns the transcriber invented and its notes on noises are left out. */
export function wordsOf(transcript: Transcript, party: Party): SpokenWord[] {
  return transcript.turns
    .filter((turn) => turn.party === party && !turn.flags?.some((flag) => flag !== 'times-repaired'))
    .flatMap((turn) => wordsOfTurn(turn, transcript.language))
    .sort((a, b) => a.startMs - b.startMs);
}

/** First index whose word starts at or after a time. */
function firstFrom(words: readonly SpokenWord[], timeMs: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as SpokenWord).startMs < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Words whose middle lies in the stretch, in time order. */
export function wordsBetween(words: readonly SpokenWord[], startMs: number, endMs: number): SpokenWord[] {
  const found: SpokenWord[] = [];
  for (let index = firstFrom(words, startMs - longestWordMs); index < words.length; index++) {
    const word = words[index] as SpokenWord;
    if (word.startMs > endMs) break;
    const middle = (word.startMs + word.endMs) / 2;
    if (middle >= startMs && middle <= endMs) found.push(word);
  }
  return found;
}

/** The words as one text, with the punctuation of the turn where they end one. */
export function textOf(words: readonly SpokenWord[], language: 'zh' | 'en'): string {
  const text = words.map((word) => word.text.trim()).join(language === 'zh' ? '' : ' ');
  const mark = /[^\p{L}\p{N}\s]+\s*$/u.exec(words.at(-1)?.endsTurn ?? '')?.[0] ?? '';
  return text.endsWith(mark) ? text : `${text}${mark}`;
}
