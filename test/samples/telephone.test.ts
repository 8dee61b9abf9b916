import { describe, expect, it } from 'vitest';
import { gainOf, rmsOf, speechSpans } from '../../samples/make/levels.ts';
import { mixCall, wordsOf } from '../../samples/make/mix.ts';
import { makeHoldMusic, makePinkNoise } from '../../samples/make/noise.ts';
import { makeRandom } from '../../samples/make/random.ts';
import { decodeMulaw, encodeMulaw, overTelephone } from '../../samples/make/telephone.ts';
import type { Speech } from '../../samples/make/voices.ts';

const tone = (hz: number, durationMs: number, sampleRateHz = 16_000): Float32Array =>
  Float32Array.from(
    { length: (durationMs * sampleRateHz) / 1000 },
    (_, at) => 0.1 * Math.sin((2 * Math.PI * hz * at) / sampleRateHz),
  );
const toneSpeech = (durationMs: number): Speech => ({
  samples: tone(1000, durationMs),
  sampleRateHz: 16_000,
  words: [
    { text: 'one', startMs: 0, endMs: durationMs / 2 },
    { text: 'two', startMs: durationMs / 2, endMs: durationMs },
  ],
});
const levelDb = (samples: Float32Array, fromMs: number, toMs: number): number =>
  20 * Math.log10(rmsOf(samples.subarray(fromMs * 8, toMs * 8)) + 1e-9);

describe('a telephone line', () => {
  it('carries 1 kHz and stops 100 Hz and what would fold back from 6 kHz', () => {
    const heard = (hz: number): number => rmsOf(overTelephone(tone(hz, 500), 16_000)) / rmsOf(tone(hz, 500));
    expect(heard(1000)).toBeGreaterThan(0.97);
    expect(heard(100)).toBeLessThan(gainOf(-20));
    expect(heard(6000)).toBeLessThan(gainOf(-40));
  });

  it('gives every µ-law byte back, but for the second zero', () => {
    const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte !== 0x7f);
    expect(bytes.map((byte) => encodeMulaw(decodeMulaw(byte)))).toEqual(bytes);
  });
});

describe('a mixed call', () => {
  const placed = [
    { channel: 'left', startMs: 200, speech: toneSpeech(1000) },
    { channel: 'right', startMs: 2000, speech: toneSpeech(1000), cutMs: 600 },
  ] as const;

  it('has speech where it was placed, ends where it was cut and echoes at the chosen level', () => {
    const mix = mixCall(placed, { seed: 1, leakDb: -20 });
    expect(mix.speech).toEqual({ left: [[200, 1200]], right: [[2000, 2600]] });
    expect(levelDb(mix.right, 400, 1000) - levelDb(mix.left, 400, 1000)).toBeCloseTo(-20, 0);
    expect(levelDb(mix.right, 2700, 2900)).toBeLessThan(-70);
    expect(wordsOf(placed[1]).map((word) => word.text)).toEqual(['one']);
    expect(wordsOf({ ...placed[1], cutMs: 400 })).toEqual([{ text: 'one', startMs: 2000, endMs: 2400 }]);
    expect(wordsOf({ ...placed[1], cutMs: 900 }).at(-1)?.endMs).toBe(2900);
  });

  it('has noise at the chosen ratio and is the same for the same seed only', () => {
    const make = (seed: number) => mixCall(placed, { seed, noise: { make: makePinkNoise, snrDb: 20 } });
    const mix = make(1);
    expect(levelDb(mix.left, 400, 1000) - levelDb(mix.left, 1400, 1900)).toBeCloseTo(20, -0.5);
    expect(make(1).left).toEqual(mix.left);
    expect(make(2).left).not.toEqual(mix.left);
  });
});

describe('hold music', () => {
  it('moves in level by 4 to 6.5 dB, less than speech and more than noise', () => {
    const music = makeHoldMusic(9000, 8000, makeRandom(5));
    const levels = Array.from({ length: 800 }, (_, frame) =>
      levelDb(music, frame * 10 + 500, frame * 10 + 510),
    );
    const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
    const spread = Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length);
    expect(spread).toBeGreaterThan(4);
    expect(spread).toBeLessThan(6.5);
  });
});

describe('the truth about clean speech', () => {
  it('fills pauses under 200 ms and keeps longer ones', () => {
    const parts = [
      tone(500, 300),
      new Float32Array(1600),
      tone(500, 300),
      new Float32Array(8000),
      tone(500, 100),
    ];
    const samples = Float32Array.from(parts.flatMap((part) => [...part]));
    expect(speechSpans(samples, 16_000)).toEqual([
      [0, 700],
      [1200, 1300],
    ]);
  });

  it('draws the same random numbers for the same seed', () => {
    const [first, second] = [makeRandom(7), makeRandom(7)];
    expect([first(), first(), first()]).toEqual([second(), second(), second()]);
  });
});
