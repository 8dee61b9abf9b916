import { describe, expect, it } from 'vitest';
import { makeDtmf, makeHoldMusic, makeRingBack } from '../../samples/make/noise.ts';
import { makeRandom } from '../../samples/make/random.ts';
import { withOverrides } from '../../src/acoustics/hearing-settings.ts';
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

  it('finds steady music on a channel that hardly speaks', () => {
    const quiet = synthChannel(40_000, [{ startMs: 500, endMs: 2500 }]);
    const chord = synthChannel(40_000, [
      { startMs: 8000, endMs: 22_000, tonesHz: [392, 494, 587], levelDb: -38 },
    ]);
    const { parties } = measure(hear([quiet.map((sample, n) => sample + (chord[n] ?? 0)), right]));
    expect(parties.left?.hold).toHaveLength(1);
    expect(parties.left?.speech.some(([start, end]) => start < 21_000 && end > 9000)).toBe(false);
  });

  it('finds music that sways as much as recorded music does, 20 dB under the talk', () => {
    const music = makeHoldMusic(15_000, 8000, makeRandom(9)).map((sample) => sample * 0.35);
    const { parties } = measure(hear([withSound(left, music, 8000), right]));
    expect(parties.left?.hold).toHaveLength(1);
  });

  it('does not take a vowel on the lines of a key for one, since talk goes on around it', () => {
    const vowel = synthChannel(
      40_000,
      [{ startMs: 3000, endMs: 3120, tonesHz: [780, 1340], levelDb: -29 }],
      -90,
    );
    const isVowel = (n: number) => n >= 3000 * 8 && n < 3120 * 8;
    const spoken = left.map((sample, n) => (isVowel(n) ? (vowel[n] ?? 0) : sample));
    const { parties } = measure(hear([spoken, right]));
    expect(measure(hear([spoken, right]), withOverrides({ toneEdgeDb: 0 })).parties.left?.tones).toHaveLength(
      1,
    );
    expect(parties.left?.tones).toEqual([]);
    expect(parties.left?.speech.some(([start, end]) => start <= 3000 && end >= 3120)).toBe(true);
  });

  it('does not take a gliding pair of lines for a key', () => {
    const glide = left.slice();
    for (let n = 10_000 * 8, one = 0, two = 0; n < 10_200 * 8; n++) {
      const up = (n / 8 - 10_000) / 200;
      one += (2 * Math.PI * (700 + 200 * up)) / 8000;
      two += (2 * Math.PI * (1250 + 300 * up)) / 8000;
      glide[n] = 0.1 * (Math.sin(one) + Math.sin(two));
    }
    expect(measure(hear([glide, right])).parties.left?.tones).toEqual([]);
  });

  it('takes a hummed “mm” that dies away for speech, and the same note at one level for a network tone', () => {
    const hum = (fadeDb: number) => {
      const channel = left.slice();
      for (let n = 10_000 * 8; n < 11_200 * 8; n++) {
        const fade = 10 ** ((-fadeDb * (n / 8 - 10_000)) / 1200 / 20);
        channel[n] = 0.15 * fade * Math.sin((2 * Math.PI * 440 * n) / 8000);
      }
      return measure(hear([channel, right])).parties.left;
    };
    expect(hum(12)?.tones).toEqual([]);
    expect(hum(12)?.speech.some(([start, end]) => start <= 10_100 && end >= 10_800)).toBe(true);
    expect(hum(0)?.tones).toHaveLength(1);
  });
});
