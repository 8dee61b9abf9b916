import type { Language } from '../domain/call.ts';
import { guessLanguage } from '../domain/guess-language.ts';
import { cleanText, decodeText, readOutsideJson } from '../domain/outside-text.ts';
import type { RecordingSource } from '../domain/ports.ts';
import type { RecordingRef } from '../domain/recording.ts';
import type { Turn } from '../domain/transcript.ts';
import { ProblemCount } from '../domain/transcript-problem.ts';
import type { FiledTranscription } from '../domain/transcription.ts';
import { turnsFromSegments } from '../domain/turns-from-segments.ts';
import { EarmarkError } from '../errors.ts';
import { readEarmarkJson } from './transcript-formats/earmark-json.ts';
import { readSubRip, readWebVtt } from './transcript-formats/timed-text.ts';
import { partyOfSpeaker, type TranscriptFile } from './transcript-formats/transcript-file.ts';
import { readVerboseJson } from './transcript-formats/verbose-json.ts';

/** Ends of a transcript's name beside a recording, in the order they are looked for. */
export const transcriptSuffixes = ['.transcript.json', '.verbose.json', '.vtt', '.srt'] as const;
/** Largest transcript file read (ASR-10). */
export const TRANSCRIPT_LIMIT_BYTES = 50 * 1024 * 1024;
const MAX_TURNS = 50_000;

/** The transcript beside a recording, or null when there is none. Fails with `E_TRANSCRIPT` on one that cannot be read. */
export async function readSidecarTranscript(
  source: RecordingSource,
  ref: RecordingRef,
  options: { durationMs?: number | null; language?: Language | null } = {},
): Promise<FiledTranscription | null> {
  for (const suffix of transcriptSuffixes) {
    const bytes = await readTranscriptFile(source, ref, suffix);
    if (bytes) return parseTranscript(bytes, suffix, options);
  }
  return null;
}

/**
 * A transcript from the bytes of a file: our JSON, OpenAI verbose_json, WebVTT or SRT, told apart by content. Times are
 * repaired or dropped and counted; speakers it cannot name are `other`. Fails with `E_TRANSCRIPT`.
 */
export function parseTranscript(
  bytes: Uint8Array,
  name: string,
  options: { durationMs?: number | null; language?: Language | null } = {},
): FiledTranscription {
  if (bytes.length > TRANSCRIPT_LIMIT_BYTES) throw tooLarge();
  const problems = new ProblemCount();
  const file = readFormat(bytes, name, problems);
  if (file.segments.length > MAX_TURNS) throw badTranscript(`it has more than ${MAX_TURNS} turns`);
  const endMs = options.durationMs ?? Number.POSITIVE_INFINITY;
  const bounds = { startMs: 0, endMs, fallback: null, keepsPlaces: file.format === 'earmark' };
  const spoken = turnsFromSegments(file.segments, bounds, problems);
  const turns = spoken.map(
    ({ turn, speaker }): Turn => ({ ...turn, party: partyOfSpeaker(speaker) ?? 'other' }),
  );
  problems.add('PARTY_UNKNOWN', spoken.filter(({ speaker }) => partyOfSpeaker(speaker) === null).length);
  const told = file.language ?? options.language ?? null;
  if (told === null) problems.add('LANGUAGE_GUESSED');
  return {
    from: 'file',
    transcript: { version: 1, language: told ?? guessLanguage(turns), turns },
    format: file.format,
    speakers: spoken.map(({ speaker }) => speaker),
    problems: problems.list(),
  };
}

function readFormat(bytes: Uint8Array, name: string, problems: ProblemCount): TranscriptFile {
  const decoded = decodeText(bytes);
  if (!decoded) throw badTranscript('it is not text');
  const isJson = name.endsWith('.json') || /^\s*[[{]/.test(decoded.text);
  if (!isJson) {
    const clean = cleanText(decoded.text.replace(/\r\n?/g, '\n'));
    problems.add('TEXT_REPLACED', clean.replaced);
    const file = readWebVtt(clean.text.trimStart()) ?? readSubRip(clean.text);
    if (!file) throw badTranscript('it is neither WebVTT nor SRT');
    return file;
  }
  const json = readOutsideJson(bytes);
  if (!json.ok) throw badTranscript(json.reason);
  problems.add('TEXT_REPLACED', json.replaced);
  const file = readEarmarkJson(json.value) ?? readVerboseJson(json.value);
  if (!file) throw badTranscript('it has neither "turns" nor "segments"');
  return file;
}

async function readTranscriptFile(
  source: RecordingSource,
  ref: RecordingRef,
  suffix: string,
): Promise<Buffer | null> {
  try {
    return await source.readBeside(ref, suffix, TRANSCRIPT_LIMIT_BYTES);
  } catch (error) {
    if (!(error instanceof EarmarkError) || error.code !== 'E_MEDIA_LIMIT') throw error;
    throw tooLarge(error);
  }
}

function tooLarge(cause?: unknown): EarmarkError {
  return badTranscript(`it is larger than ${TRANSCRIPT_LIMIT_BYTES / 1024 / 1024} MB`, cause);
}

function badTranscript(reason: string, cause?: unknown): EarmarkError {
  const remedy = 'give our JSON, OpenAI verbose_json, WebVTT or SRT; README shows the format';
  return new EarmarkError('E_TRANSCRIPT', `the transcript cannot be used: ${reason}`, { remedy, cause });
}
