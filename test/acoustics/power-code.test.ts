import { describe, expect, it } from 'vitest';
import { decibels } from '../../src/acoustics/feature-table.ts';
import { powerCode } from '../../src/acoustics/power-code.ts';

describe('power code', () => {
  it('is the level rounded to half a decibel, at every level and between', () => {
    for (let db = -127; db < 0; db += 0.013) {
      expect(Math.abs(decibels(powerCode(10 ** (db / 10))) - db)).toBeLessThanOrEqual(0.2501);
    }
  });

  it('stays between 0 and 255 whatever comes', () => {
    for (const power of [0, 1e-300, 1e-20]) expect(powerCode(power)).toBe(0);
    for (const power of [1, 7, 1e6, Number.POSITIVE_INFINITY]) expect(powerCode(power)).toBe(255);
  });
});
