import type { HeardSegment, HeardWord } from '../../domain/heard-segment.ts';
import { isJsonObject } from '../../domain/outside-text.ts';
import { plainSegment, readLanguage, readNumber, type TranscriptFile } from './transcript-file.ts';

/** Pause between two words at which a list of words alone is cut into segments. */
const WORD_GAP_MS = 800;

/**
 * OpenAI's verbose_json as OpenAI, whisper.cpp, speaches, vLLM, LocalAI and FunASR write it: words at the top or in
 * the segments, null or absent; numbers as strings; a speaker as a number or a text. `duration` is not read: some
 * servers put the processing time there. A plain `{"text": …}` is one segment without times. Null for other formats.
 */
export function readVerboseJson(value: unknown): TranscriptFile | null {
  if (!isJsonObject(value)) return null;
  const hasText = typeof value.text === 'string';
  if (!hasText && !Array.isArray(value.segments) && !Array.isArray(value.words)) return null;
  const words = readWords(value.words);
  const listed = Array.isArray(value.segments) ? value.segments.filter(isJsonObject).map(readSegment) : [];
  const said = listed.filter((segment) => segment.text.trim() !== '');
  const text = hasText ? String(value.text) : '';
  return {
    format: 'verbose_json',
    language: readLanguage(value.language),
    segments: joinWords(said, words, text),
  };
}

function joinWords(
  segments: readonly HeardSegment[],
  words: readonly HeardWord[],
  text: string,
): HeardSegment[] {
  if (segments.length === 0 && words.length > 0) return segmentsFromWords(words, text);
  if (segments.length === 0) return [plainSegment({ text, startMs: null, endMs: null, speaker: null })];
  if (words.length === 0 || segments.some((segment) => segment.words.length > 0)) return [...segments];
  const shares = segments.map((): HeardWord[] => []);
  for (const word of words) shares[segmentOf(word, segments)]?.push(word);
  return segments.map((segment, index) => ({ ...segment, words: shares[index] ?? [] }));
}

/** The segment a top-level word lies in by its middle, else the nearest. */
function segmentOf(word: HeardWord, segments: readonly HeardSegment[]): number {
  const middle = ((word.startMs ?? word.endMs ?? 0) + (word.endMs ?? word.startMs ?? 0)) / 2;
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, segment] of segments.entries()) {
    const distance = Math.max(0, (segment.startMs ?? 0) - middle, middle - (segment.endMs ?? 0));
    if (distance < least) [nearest, least] = [index, distance];
  }
  return nearest;
}

function segmentsFromWords(words: readonly HeardWord[], text: string): HeardSegment[] {
  const groups: HeardWord[][] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const word of words) {
    if ((word.startMs ?? lastEnd) - lastEnd > WORD_GAP_MS || groups.length === 0) groups.push([]);
    groups.at(-1)?.push(word);
    lastEnd = word.endMs ?? lastEnd;
  }
  return groups.map((group) => ({
    ...plainSegment({
      text: groups.length === 1 && text.trim() !== '' ? text : spell(group),
      startMs: group[0]?.startMs ?? null,
      endMs: group.at(-1)?.endMs ?? null,
      speaker: null,
    }),
    words: group,
  }));
}

/** Words put together again: Chinese without blanks, others with one. */
function spell(words: readonly HeardWord[]): string {
  return words
    .map((word) => word.text.trim())
    .join(' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function readSegment(segment: Readonly<Record<string, unknown>>): HeardSegment {
  const speaker = segment.speaker;
  return {
    text: typeof segment.text === 'string' ? segment.text : '',
    startMs: readSeconds(segment.start),
    endMs: readSeconds(segment.end),
    words: readWords(segment.words),
    speaker:
      typeof speaker === 'number' ? `speaker ${speaker}` : typeof speaker === 'string' ? speaker : null,
    noSpeechProb: readNumber(segment.no_speech_prob),
    // vLLM writes exactly -1 and 1 where it knows nothing.
    avgLogprob: readNumber(segment.avg_logprob),
    compressionRatio: readNumber(segment.compression_ratio),
  };
}

function readWords(words: unknown): HeardWord[] {
  if (!Array.isArray(words)) return [];
  return words.filter(isJsonObject).flatMap((word) => {
    const text = typeof word.word === 'string' ? word.word : word.text;
    if (typeof text !== 'string' || text.trim() === '') return [];
    const confidence = readNumber(word.probability ?? word.confidence);
    return [{ text, startMs: readSeconds(word.start), endMs: readSeconds(word.end), confidence }];
  });
}

function readSeconds(value: unknown): number | null {
  const seconds = readNumber(value);
  return seconds === null ? null : seconds * 1000;
}
