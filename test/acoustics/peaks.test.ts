import { describe, expect, it } from 'vitest';
import { createPeakMeter } from '../../src/acoustics/peaks.ts';

const second = (heights: readonly number[]) =>
  Int16Array.from({ length: 8000 * heights.length }, (_, i) => heights[i % heights.length] as number);

describe('createPeakMeter', () => {
  it('gives the largest absolute sample of every 10 ms per side', () => {
    const meter = createPeakMeter({ channels: 2 });
    const samples = new Int16Array(2 * 160);
    samples[2 * 3] = -32768;
    samples[2 * 100 + 1] = 16384;
    meter.push(samples);
    expect(meter.finish()).toEqual({
      version: 1,
      durationMs: 20,
      bucketMs: 10,
      sides: { left: [1, 0], right: [0, 0.5] },
    });
  });

  it('calls the only side of a mono recording mixed', () => {
    const meter = createPeakMeter({ channels: 1 });
    meter.push(Int16Array.of(3277));
    expect(meter.finish()).toMatchObject({ durationMs: 0, sides: { mixed: [0.1] } });
  });

  it('gives the same whatever the blocks', () => {
    const samples = second([5000, -9000]).map((sample, i) => sample + (i % 700));
    const whole = createPeakMeter({ channels: 2 });
    whole.push(samples);
    const pieces = createPeakMeter({ channels: 2 });
    for (let at = 0; at < samples.length; at += 334) pieces.push(samples.subarray(at, at + 334));
    expect(pieces.finish()).toEqual(whole.finish());
  });

  it('keeps at most 4096 stretches a side, however long the call, and loses no peak', () => {
    const meter = createPeakMeter({ channels: 2 });
    for (let i = 0; i < 600; i++) {
      const block = second([100, 200]);
      if (i === 432) block[0] = 20_000;
      meter.push(block);
    }
    const { bucketMs, sides, durationMs } = meter.finish();
    expect(durationMs).toBe(600_000);
    expect(bucketMs).toBe(160);
    expect(sides.left).toHaveLength(600_000 / 160);
    expect(sides.left?.indexOf(0.61)).toBe(432_000 / 160);
    expect(new Set(sides.right)).toEqual(new Set([0.006]));
  });
});
