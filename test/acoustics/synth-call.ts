import type { FeatureTable } from '../../src/acoustics/feature-table.ts';
import { createListener } from '../../src/acoustics/listen.ts';

const rateHz = 8000;

/** A repeatable source of numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Something that sounds: talk with syllables, a steady tone, or two tones. */
export interface Sound {
  readonly startMs: number;
  readonly endMs: number;
  readonly levelDb?: number;
  readonly tonesHz?: readonly number[];
}

/**
 * Voiced sound of five syllables a second: harmonics of a gliding pitch under a syllable-shaped envelope, with a
 * short pause every 1.3 s.
 */
function addTalk(into: Float64Array, sound: Sound, seed: number): void {
  const random = seededRandom(seed);
  const gain = 10 ** ((sound.levelDb ?? -20) / 20) * 1.2;
  const from = (sound.startMs * rateHz) / 1000;
  const to = (sound.endMs * rateHz) / 1000;
  let phase = 0;
  for (let n = from; n < to && n < into.length; n++) {
    const seconds = (n - from) / rateHz;
    phase += (2 * Math.PI * (110 + 15 * Math.sin(3 * seconds))) / rateHz;
    let sample = 0;
    for (let h = 3; h <= 24; h++) sample += Math.sin(h * phase + h * h) / h;
    const isPause = seconds % 1.3 > 1.12;
    const syllable = isPause ? 0 : 0.03 + 0.97 * Math.abs(Math.sin(2 * Math.PI * 2.5 * seconds)) ** 1.5;
    into[n] = (into[n] as number) + gain * syllable * (sample + 0.1 * (random() - 0.5));
  }
}

function addTones(into: Float64Array, sound: Sound): void {
  const gain = 10 ** ((sound.levelDb ?? -20) / 20);
  const from = (sound.startMs * rateHz) / 1000;
  const to = (sound.endMs * rateHz) / 1000;
  for (let n = from; n < to && n < into.length; n++) {
    for (const hz of sound.tonesHz ?? [])
      into[n] = (into[n] as number) + gain * Math.sin((2 * Math.PI * hz * n) / rateHz);
  }
}

/** One channel of sounds over white noise, full scale 1. */
export function synthChannel(
  durationMs: number,
  sounds: readonly Sound[],
  noiseDb = -60,
  seed = 1,
): Float64Array {
  const random = seededRandom(seed);
  const noise = 10 ** (noiseDb / 20) * Math.sqrt(12);
  const channel = Float64Array.from({ length: (durationMs * rateHz) / 1000 }, () => noise * (random() - 0.5));
  sounds.forEach((sound, index) => {
    if (sound.tonesHz) addTones(channel, sound);
    else addTalk(channel, sound, seed + index);
  });
  return channel;
}

/** Channels as interleaved 16-bit samples, clipped at full scale. */
export function interleave(channels: readonly Float64Array[]): Int16Array {
  const length = channels[0]?.length ?? 0;
  const samples = new Int16Array(length * channels.length);
  channels.forEach((channel, c) => {
    for (let n = 0; n < length; n++) {
      samples[n * channels.length + c] = Math.max(
        -32768,
        Math.min(32767, Math.round((channel[n] as number) * 32768)),
      );
    }
  });
  return samples;
}

/** The feature table of channels, pushed in blocks of `blockSamples`. */
export function hear(channels: readonly Float64Array[], blockSamples = 4096): FeatureTable {
  const listener = createListener({ channels: channels.length === 1 ? 1 : 2 });
  const samples = interleave(channels);
  for (let at = 0; at < samples.length; at += blockSamples)
    listener.push(samples.subarray(at, at + blockSamples));
  return listener.finish();
}
