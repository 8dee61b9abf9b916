import type { HeardSegment, HeardWord } from '../../domain/heard-segment.ts';
import { isJsonObject } from '../../domain/outside-text.ts';
import { readLanguage, readNumber, type TranscriptFile } from './transcript-file.ts';

/** Our own transcript file, read leniently: words, confidence and even party may be missing. Null when it is another format. */
export function readEarmarkJson(value: unknown): TranscriptFile | null {
  if (!isJsonObject(value) || !Array.isArray(value.turns)) return null;
  const segments = value.turns.filter(isJsonObject).map(readTurn);
  return { format: 'earmark', language: readLanguage(value.language), segments };
}

function readTurn(turn: Readonly<Record<string, unknown>>): HeardSegment {
  const words = Array.isArray(turn.words) ? turn.words.filter(isJsonObject).map(readWord) : [];
  return {
    text: typeof turn.text === 'string' ? turn.text : '',
    startMs: readNumber(turn.startMs),
    endMs: readNumber(turn.endMs),
    words: words.filter((word) => word.text !== ''),
    speaker: typeof turn.party === 'string' ? turn.party : null,
    noSpeechProb: null,
    avgLogprob: null,
    compressionRatio: null,
  };
}

function readWord(word: Readonly<Record<string, unknown>>): HeardWord {
  return {
    text: typeof word.text === 'string' ? word.text : '',
    startMs: readNumber(word.startMs),
    endMs: readNumber(word.endMs),
    confidence: readNumber(word.confidence),
  };
}
