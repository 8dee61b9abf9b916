import type { Span } from '../../src/domain/acoustics.ts';

/** Counts of 10 ms frames. */
export interface FrameCounts {
  hit: number;
  false: number;
  missed: number;
}

/** A byte per 10 ms, 1 inside the spans. */
export function framesOf(spans: readonly Span[], durationMs: number): Uint8Array {
  const frames = new Uint8Array(Math.ceil(durationMs / 10));
  for (const [start, end] of spans) frames.fill(1, Math.round(start / 10), Math.round(end / 10));
  return frames;
}

/** Adds the comparison of found with true spans to the counts. */
export function countFrames(
  counts: FrameCounts,
  found: readonly Span[],
  truth: readonly Span[],
  durationMs: number,
): void {
  const one = framesOf(found, durationMs);
  const two = framesOf(truth, durationMs);
  for (let frame = 0; frame < one.length; frame++) {
    if (one[frame] && two[frame]) counts.hit++;
    else if (one[frame]) counts.false++;
    else if (two[frame]) counts.missed++;
  }
}

/** Precision, recall and F1 in percent. */
export function ratesOf({ hit, false: wrong, missed }: FrameCounts): {
  precision: number;
  recall: number;
  f1: number;
} {
  const percent = (part: number, whole: number) => (whole === 0 ? 0 : (100 * part) / whole);
  return {
    precision: percent(hit, hit + wrong),
    recall: percent(hit, hit + missed),
    f1: percent(2 * hit, 2 * hit + wrong + missed),
  };
}
