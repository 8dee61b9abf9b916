import type { Peaks } from '../../src/domain/peaks.ts';

type Spans = readonly (readonly [startMs: number, endMs: number])[];

const RATE_HZ = 8_000;
const HEADER_BYTES = 44;

function header(dataBytes: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + dataBytes, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(2, 22);
  bytes.writeUInt32LE(RATE_HZ, 24);
  bytes.writeUInt32LE(RATE_HZ * 4, 28);
  bytes.writeUInt16LE(4, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}

/** How loud a party is at a time, 0–1: syllables of a fifth of a second where it speaks, else near silence. */
function loudnessAt(spans: Spans, timeMs: number): number {
  if (!spans.some(([startMs, endMs]) => timeMs >= startMs && timeMs < endMs)) return 0.003;
  const phrase = 0.55 + 0.35 * Math.sin(timeMs / 730) * Math.cos(timeMs / 410);
  return phrase * (0.25 + 0.75 * Math.abs(Math.sin((timeMs / 200) * Math.PI)));
}

/** A stereo WAV in which each side sounds exactly in its spans, at a pitch of its own. */
export function makeStereoWav(left: Spans, right: Spans, durationMs: number): Buffer {
  const frames = Math.round((durationMs / 1000) * RATE_HZ);
  const samples = Buffer.alloc(frames * 4);
  for (let frame = 0; frame < frames; frame++) {
    const timeMs = (frame / RATE_HZ) * 1000;
    const tone = (hz: number) => Math.sin((2 * Math.PI * hz * frame) / RATE_HZ) * 12_000;
    samples.writeInt16LE(Math.round(tone(180) * loudnessAt(left, timeMs)), frame * 4);
    samples.writeInt16LE(Math.round(tone(260) * loudnessAt(right, timeMs)), frame * 4 + 2);
  }
  return Buffer.concat([header(samples.length), samples]);
}

/** The peaks of the same sound. */
export function makePeaks(left: Spans, right: Spans, durationMs: number): Peaks {
  const bucketMs = 50;
  const side = (spans: Spans) =>
    Array.from({ length: Math.ceil(durationMs / bucketMs) }, (_, bucket) =>
      Number(loudnessAt(spans, bucket * bucketMs + 60).toFixed(3)),
    );
  return { version: 1, durationMs, bucketMs, sides: { left: side(left), right: side(right) } };
}
