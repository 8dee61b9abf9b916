import { describe, expect, it } from 'vitest';
import { decibels } from '../../src/acoustics/feature-table.ts';
import { createListener } from '../../src/acoustics/listen.ts';
import { hear, synthChannel } from './synth-call.ts';

describe('listen', () => {
  const left = synthChannel(3000, [{ startMs: 500, endMs: 1500 }]);
  const right = synthChannel(3000, [{ startMs: 1700, endMs: 2600 }], -60, 2);

  it('gives the same table however the blocks are cut', () => {
    expect(hear([left, right], 333)).toEqual(hear([left, right], 8192));
  });

  it('tells the two channels apart', () => {
    const both = hear([left, right]);
    expect(both.channels[0]?.level).toEqual(hear([left]).channels[0]?.level);
    expect(both.channels[1]?.level).toEqual(hear([right]).channels[0]?.level);
  });

  it('reads a full-scale sine as -3 dBFS', () => {
    const sine = Float64Array.from({ length: 8000 }, (_, n) => Math.sin((2 * Math.PI * 1000 * n) / 8000));
    const level = hear([sine]).channels[0]?.level[50] ?? 0;
    expect(decibels(level)).toBeCloseTo(-3, 0);
  });

  it('gives an empty table for an empty recording', () => {
    const table = createListener({ channels: 2 }).finish();
    expect(table.hops).toBe(0);
    expect(table.frames).toBe(0);
  });
});
