import { describe, expect, it } from 'vitest';
import { fftSize, transformPair } from '../../src/acoustics/pair-fft.ts';
import { seededRandom } from './synth-call.ts';

/** Squared magnitude of one windowed channel by the sum of the definition. */
function powerOf(frames: Int16Array, from: number, channel: number, bin: number): number {
  let re = 0;
  let im = 0;
  for (let n = 0; n < fftSize; n++) {
    const weight = 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / fftSize);
    const sample = weight * (frames[2 * (from + n) + channel] as number);
    re += sample * Math.cos((2 * Math.PI * bin * n) / fftSize);
    im -= sample * Math.sin((2 * Math.PI * bin * n) / fftSize);
  }
  return re * re + im * im;
}

describe('pair FFT', () => {
  it('gives four times the powers the sum of the definition gives, of each channel', () => {
    const random = seededRandom(3);
    const frames = Int16Array.from({ length: 2 * fftSize + 20 }, () => 20_000 * (random() - 0.5));
    const left = new Float64Array(64);
    const right = new Float64Array(64);
    transformPair(frames, 10, left, right, 1, 64);
    for (let bin = 1; bin < 64; bin++) {
      expect((left[bin] as number) / (4 * powerOf(frames, 10, 0, bin))).toBeCloseTo(1, 9);
      expect((right[bin] as number) / (4 * powerOf(frames, 10, 1, bin))).toBeCloseTo(1, 9);
    }
  });
});
