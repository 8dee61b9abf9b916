import { describe, expect, it } from 'vitest';
import { giveBack } from '../../src/acoustics/give-back.ts';

describe('giveBack', () => {
  it('leaves no element and no memory behind', () => {
    const column = new Uint8Array(1000).fill(7);
    giveBack(column);
    expect(column.length).toBe(0);
    expect(column.buffer.byteLength).toBe(0);
  });
});
