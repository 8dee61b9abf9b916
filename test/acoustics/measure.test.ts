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
});
