import { describe, expect, it } from 'vitest';
import { measure } from '../../src/acoustics/measure.ts';
import { hear, synthChannel } from './synth-call.ts';

const left = () => synthChannel(20_000, [{ startMs: 1000, endMs: 9000 }]);
const right = () => synthChannel(20_000, [{ startMs: 10_000, endMs: 18_000 }], -60, 9);
const flagsOf = (channels: readonly Float64Array[]) => measure(hear(channels)).flags;

describe('signal flags', () => {
  it('are not raised for a good recording', () => {
    expect(flagsOf([left(), right()])).toEqual([]);
  });

  it('name clipping, and say how much of the speech it hits', () => {
    const loud = left().map((sample) => sample * 40);
    const { flags, parties } = measure(hear([loud, right()]));
    expect(flags).toContain('CLIPPED');
    expect(parties.left?.clippedPercent).toBeGreaterThan(10);
    expect(parties.right?.clippedPercent).toBe(0);
  });

  it('name a DC offset, which does not pass for speech', () => {
    const { flags, parties } = measure(hear([left(), right().map((sample) => sample + 0.1)]));
    expect(flags).toContain('DC_OFFSET');
    expect(parties.right?.speech).toHaveLength(1);
  });

  it('name dropouts torn into speech', () => {
    const torn = left();
    for (let hole = 0; hole < 6; hole++) torn.fill(0, 16_700 + hole * 8000, 16_700 + hole * 8000 + 400);
    expect(flagsOf([torn, right()])).toContain('DROPOUTS');
  });

  it('name a noisy side, and then blame nobody for an overlap', () => {
    const noisy = synthChannel(20_000, [{ startMs: 1000, endMs: 9000 }], -28);
    const early = synthChannel(20_000, [{ startMs: 7000, endMs: 18_000 }], -60, 9);
    const { flags, overlaps } = measure(hear([noisy, early]));
    expect(flags).toContain('LOW_SNR');
    expect(overlaps.map((overlap) => overlap.class)).toEqual(['unclear']);
  });

  it('name leak that nobody could tell from a voice, and do not mistake noise for it', () => {
    const talk = left();
    const mixed = (own: number, leak: number) =>
      right().map((sample, n) => own * sample + leak * (talk[n - 80] ?? 0));
    expect(flagsOf([talk, mixed(0.3, 0.6)])).toContain('STRONG_LEAK');
    expect(flagsOf([talk, mixed(1, 0.1)])).not.toContain('STRONG_LEAK');
    const noisy = synthChannel(20_000, [{ startMs: 1000, endMs: 9000 }], -28);
    expect(flagsOf([noisy, right()])).toEqual(['LOW_SNR']);
  });
});
