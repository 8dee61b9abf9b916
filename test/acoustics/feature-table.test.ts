import { describe, expect, it } from 'vitest';
import { decodeFeatures, encodeFeatures } from '../../src/acoustics/feature-table.ts';
import { EarmarkError } from '../../src/errors.ts';
import { hear, synthChannel } from './synth-call.ts';

describe('feature table', () => {
  const table = hear([synthChannel(1000, [{ startMs: 200, endMs: 800 }]), synthChannel(1000, [])]);

  it('comes back from its bytes unchanged', () => {
    expect(decodeFeatures(encodeFeatures(table))).toEqual(table);
  });

  it('refuses bytes that were changed, cut or are of another kind', () => {
    const bytes = encodeFeatures(table);
    const changed = bytes.slice();
    changed[100] = (changed[100] ?? 0) ^ 1;
    for (const bad of [changed, bytes.slice(0, -1), bytes.slice(0, 10), new Uint8Array(200)]) {
      expect(() => decodeFeatures(bad)).toThrow(EarmarkError);
    }
  });
});
