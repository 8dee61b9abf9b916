import { describe, expect, it } from 'vitest';
import { createPairFft, fftSize } from '../../src/acoustics/pair-fft.ts';
import { seededRandom } from './synth-call.ts';

describe('pair FFT', () => {
  it('gives what the sum of the definition gives, at the stated places', () => {
    const random = seededRandom(3);
    const fft = createPairFft();
    const re = Float64Array.from({ length: fftSize }, () => random() - 0.5);
    const im = Float64Array.from({ length: fftSize }, () => random() - 0.5);
    fft.re.set(re);
    fft.im.set(im);
    fft.transform();
    for (let k = 0; k < fftSize; k++) {
      let sumRe = 0;
      let sumIm = 0;
      for (let n = 0; n < fftSize; n++) {
        const turn = (-2 * Math.PI * k * n) / fftSize;
        sumRe += (re[n] as number) * Math.cos(turn) - (im[n] as number) * Math.sin(turn);
        sumIm += (re[n] as number) * Math.sin(turn) + (im[n] as number) * Math.cos(turn);
      }
      const place = fft.position[k] as number;
      expect(fft.re[place]).toBeCloseTo(sumRe, 9);
      expect(fft.im[place]).toBeCloseTo(sumIm, 9);
    }
  });
});
