import { describe, expect, it } from 'vitest';
import { makeDtmf, makeHoldMusic, makeRingBack } from '../../samples/make/noise.ts';
import { makeRandom } from '../../samples/make/random.ts';
import { measure } from '../../src/acoustics/measure.ts';
import { hear, synthChannel } from './synth-call.ts';

const talk = [
  { startMs: 500, endMs: 6000 },
  { startMs: 32_000, endMs: 39_000 },
];
const answer = [{ startMs: 26_000, endMs: 31_000 }];

/** Samples laid over a channel from a time on. */
function withSound(channel: Float64Array, sound: Float32Array, startMs: number): Float64Array {
  const laid = channel.slice();
  sound.forEach((sample, n) => {
    const at = startMs * 8 + n;
    if (at < laid.length) laid[at] = (laid[at] as number) + sample;
  });
  return laid;
}

describe('tones and hold music', () => {
  const left = synthChannel(40_000, talk);
  const right = synthChannel(40_000, answer, -60, 5);

  it('keeps pressed keys out of speech and lists each', () => {
    const { parties } = measure(hear([withSound(left, makeDtmf('159', 8000), 10_000), right]));
    expect(parties.left?.tones).toHaveLength(3);
    expect(parties.left?.speech.some(([start, end]) => start < 11_000 && end > 9800)).toBe(false);
  });

  it('keeps ring-back of China and North America out of speech', () => {
    for (const country of ['zh', 'en'] as const) {
      const { parties } = measure(hear([withSound(left, makeRingBack(1, country, 8000), 10_000), right]));
      expect(parties.left?.tones.length).toBeGreaterThanOrEqual(1);
      expect(parties.left?.speech.some(([start, end]) => start < 11_500 && end > 10_200)).toBe(false);
    }
  });

  it('keeps hold music out of speech and says where it plays', () => {
    const music = makeHoldMusic(15_000, 8000, makeRandom(4));
    const { parties } = measure(hear([withSound(left, music, 8000), right]));
    expect(parties.left?.hold).toHaveLength(1);
    expect(Math.abs((parties.left?.hold[0]?.[0] ?? 0) - 8000)).toBeLessThanOrEqual(1000);
    expect(parties.left?.speech.some(([start, end]) => start < 20_000 && end > 10_000)).toBe(false);
  });
});
