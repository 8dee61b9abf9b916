import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/domain/acoustics.ts';
import type { Transcript } from '../../src/domain/transcript.ts';

const folder = join(
  process.env.EARMARK_SHARED_CALLS ?? new URL('../../../shared/calls', import.meta.url).pathname,
);

/** A real recording with the speech its labels give per side, in ms. */
export interface SharedCall {
  readonly name: string;
  readonly samples: Int16Array;
  readonly durationMs: number;
  readonly speech: Readonly<Record<'left' | 'right', readonly Span[]>>;
}

/** Null where the recordings lie beside this repository; else why the checks on them cannot run. */
export const missingSharedCalls: string | null = existsSync(folder)
  ? null
  : `no recordings at ${folder}; set EARMARK_SHARED_CALLS to their folder`;

/** Interleaved 8 kHz samples of a file there, in so many channels. */
export function decodeShared(path: string, channels: 1 | 2): Int16Array {
  const { stdout } = spawnSync(
    'ffmpeg',
    [
      '-nostdin',
      '-v',
      'error',
      '-i',
      join(folder, path),
      '-ar',
      '8000',
      '-ac',
      `${channels}`,
      '-f',
      's16le',
      'pipe:1',
    ],
    { maxBuffer: 1 << 30 },
  );
  return new Int16Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length));
}

/** The labelled two-party recordings. */
export function sharedCalls(): SharedCall[] {
  return ['aws-call-40/call-40.wav', 'genesys-audiohook/test-transcript-connector.wav'].map((path) => {
    const labels = JSON.parse(readFileSync(join(folder, path, '..', 'speech-segments.json'), 'utf8')) as {
      channels: Record<'left' | 'right', { speech: [number, number][] }>;
    };
    const samples = decodeShared(path, 2);
    const inMs = (spans: [number, number][]): Span[] => spans.map(([from, to]) => [from * 1000, to * 1000]);
    return {
      name: path.split('/')[0] as string,
      samples,
      durationMs: samples.length / 16,
      speech: { left: inMs(labels.channels.left.speech), right: inMs(labels.channels.right.speech) },
    };
  });
}

interface BankSegment {
  readonly speaker_role: 'agent' | 'caller';
  readonly offset_ms: number;
  readonly duration_ms: number;
  readonly human_transcript: string;
  readonly transcript: string;
}

/** The HarperValleyBank calls as transcripts with turn times: as people wrote them down, and as a machine heard them. */
export function sharedTranscripts(): Transcript[] {
  const lines = readFileSync(join(folder, 'harper-valley-3/calls.jsonl'), 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { segments } = JSON.parse(line) as { segments: BankSegment[] };
    return (['human_transcript', 'transcript'] as const).map(
      (field): Transcript => ({
        version: 1,
        language: 'en',
        turns: segments.map((segment) => ({
          party: segment.speaker_role === 'agent' ? 'agent' : 'customer',
          startMs: segment.offset_ms,
          endMs: segment.offset_ms + segment.duration_ms,
          text: segment[field],
        })),
      }),
    );
  });
}
