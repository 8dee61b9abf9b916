import { describe, expect, it } from 'vitest';
import { measure } from '../../src/acoustics/measure.ts';
import { hear, synthChannel } from './synth-call.ts';

const leftTalk = [
  { startMs: 1000, endMs: 3000 },
  { startMs: 6000, endMs: 8000 },
];
const rightTalk = [{ startMs: 3500, endMs: 5500 }];

describe('measure', () => {
  it('finds who spoke when within 100 ms', () => {
    const { parties, layout, overlaps } = measure(
      hear([synthChannel(10_000, leftTalk), synthChannel(10_000, rightTalk, -60, 7)]),
    );
    expect(layout).toBe('two-party');
    expect(overlaps).toEqual([]);
    expect(parties.left?.speech).toHaveLength(2);
    expect(Math.abs((parties.left?.speech[0]?.[0] ?? 0) - 1000)).toBeLessThanOrEqual(100);
    expect(Math.abs((parties.right?.speechMs ?? 0) - 2000)).toBeLessThanOrEqual(200);
  });

  it('does not take the other side 20 dB down for speech', () => {
    const left = synthChannel(10_000, leftTalk);
    const right = synthChannel(10_000, rightTalk, -60, 7);
    const leaky = right.map((sample, n) => sample + 0.1 * (left[n - 160] ?? 0));
    const { parties } = measure(hear([left, leaky]));
    expect(parties.right?.speech).toHaveLength(1);
  });

  it('calls one signal on both channels fake stereo, also inverted, delayed or fainter', () => {
    const one = synthChannel(10_000, leftTalk);
    const variants = [
      one,
      one.map((sample) => -sample),
      one.map((_, n) => one[n - 400] ?? 0),
      one.map((sample) => sample * 0.3),
    ];
    for (const other of variants) expect(measure(hear([one, other])).layout).toBe('fake-stereo');
    expect(measure(hear([one, one.map((sample) => -sample)])).flags).toContain('INVERTED_COPY');
  });

  it('gives a mono recording as mixed, without overlaps', () => {
    const acoustics = measure(hear([synthChannel(10_000, leftTalk)]));
    expect(acoustics.layout).toBe('mono');
    expect(Object.keys(acoustics.parties)).toEqual(['mixed']);
    expect(acoustics.overlaps).toEqual([]);
  });

  it('says when a channel or the whole recording holds no speech', () => {
    const one = measure(hear([synthChannel(10_000, leftTalk), synthChannel(10_000, [], -75, 3)]));
    expect(one.layout).toBe('one-party');
    expect(one.flags).toContain('MISSING_CHANNEL');
    expect(measure(hear([new Float64Array(80_000), new Float64Array(80_000)])).flags).toContain('NO_SPEECH');
  });

  it('classes someone talking over the floor holder until it stops as an interruption', () => {
    const left = synthChannel(12_000, [{ startMs: 1000, endMs: 5000 }]);
    const right = synthChannel(12_000, [{ startMs: 4000, endMs: 8000 }], -60, 5);
    const [overlap] = measure(hear([left, right])).overlaps;
    expect(overlap).toMatchObject({
      class: 'interruption',
      outcome: 'took-floor',
      floor: 'left',
      incoming: 'right',
    });
  });

  it('calls a recording one-party when the other side holds only noise and echo of the first', () => {
    const left = synthChannel(30_000, [
      { startMs: 1000, endMs: 9000 },
      { startMs: 12_000, endMs: 27_000 },
    ]);
    const silent = synthChannel(30_000, [], -56, 7);
    const echo = (n: number) => 0.035 * (left[n - 200] ?? 0) + 0.02 * (left[n - 1400] ?? 0);
    const { layout, parties } = measure(hear([left, silent.map((sample, n) => sample + echo(n))]));
    expect(layout).toBe('one-party');
    expect(parties.right?.speechMs).toBe(0);
  });

  it('keeps a short answer of a side that otherwise holds only echo', () => {
    const left = synthChannel(30_000, [
      { startMs: 1000, endMs: 9000 },
      { startMs: 12_000, endMs: 27_000 },
    ]);
    const right = synthChannel(30_000, [{ startMs: 9600, endMs: 10_700 }], -56, 7);
    const { parties } = measure(
      hear([left, right.map((sample, n) => sample + 0.035 * (left[n - 200] ?? 0))]),
    );
    expect(parties.right?.speech).toHaveLength(1);
    expect(Math.abs((parties.right?.speech[0]?.[0] ?? 0) - 9600)).toBeLessThanOrEqual(100);
  });

  it('does not take murmur 10 dB down for speech', () => {
    const voices = [31, 62, 93, 124].map((seed) =>
      synthChannel(16_000, [{ startMs: 0, endMs: 16_000, levelDb: -36 }], -90, seed),
    );
    const behind = (n: number) =>
      voices.reduce((sum, voice, index) => sum + (voice[(n + 7919 * index) % voice.length] ?? 0), 0);
    const talk = [
      { startMs: 1000, endMs: 5000 },
      { startMs: 11_000, endMs: 15_000 },
    ];
    const left = synthChannel(16_000, talk).map((sample, n) => sample + behind(n));
    const right = synthChannel(16_000, [{ startMs: 5500, endMs: 10_500 }], -60, 9);
    const { parties } = measure(hear([left, right]));
    expect(Math.abs((parties.left?.speechMs ?? 0) - 8000)).toBeLessThanOrEqual(800);
  });
});
