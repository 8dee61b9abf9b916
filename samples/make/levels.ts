/** Ratio of amplitudes for a level difference in dB. */
export const gainOf = (levelDb: number): number => 10 ** (levelDb / 20);

/** Root mean square of all samples, 0 for none. */
export function rmsOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return samples.length === 0 ? 0 : Math.sqrt(sum / samples.length);
}

const FRAME_MS = 10;
/** A frame counts as speech within this many dB of the loudest frame of a clean utterance. */
const SPEECH_RANGE_DB = 38;

/** One flag per 10 ms of a clean utterance: is it loud enough to be its speech? */
export function activeFrames(samples: Float32Array, sampleRateHz: number): boolean[] {
  const length = Math.round((sampleRateHz * FRAME_MS) / 1000);
  const levels: number[] = [];
  for (let from = 0; from < samples.length; from += length) {
    levels.push(rmsOf(samples.subarray(from, from + length)));
  }
  const threshold = Math.max(...levels, 0) * gainOf(-SPEECH_RANGE_DB);
  return levels.map((level) => level > threshold && level > 1e-5);
}

/** Level of the active part of a clean utterance as an amplitude, 0 when there is none. */
export function activeRms(samples: Float32Array, sampleRateHz: number): number {
  const length = Math.round((sampleRateHz * FRAME_MS) / 1000);
  let sum = 0;
  let count = 0;
  activeFrames(samples, sampleRateHz).forEach((isActive, frame) => {
    if (!isActive) return;
    for (const sample of samples.subarray(frame * length, (frame + 1) * length)) {
      sum += sample * sample;
      count += 1;
    }
  });
  return count === 0 ? 0 : Math.sqrt(sum / count);
}

/**
 * Stretches of speech in a clean utterance as [from, to] in milliseconds, to 10 ms: pauses under `fillMs` are
 * filled. This is the truth that heard speech is compared with.
 */
export function speechSpans(samples: Float32Array, sampleRateHz: number, fillMs = 200): [number, number][] {
  const spans: [number, number][] = [];
  activeFrames(samples, sampleRateHz).forEach((isActive, frame) => {
    if (!isActive) return;
    const startMs = frame * FRAME_MS;
    const last = spans.at(-1);
    if (last !== undefined && startMs - last[1] < fillMs) last[1] = startMs + FRAME_MS;
    else spans.push([startMs, startMs + FRAME_MS]);
  });
  return spans;
}
