import { describe, expect, it } from 'vitest';
import { measure } from '../../src/acoustics/measure.ts';
import { nameParties } from '../../src/acoustics/name-parties.ts';
import { hear, synthChannel } from './synth-call.ts';

describe('name parties', () => {
  const left = synthChannel(12_000, [{ startMs: 1000, endMs: 5000 }]);
  const right = synthChannel(12_000, [{ startMs: 3500, endMs: 9000 }], -60, 5);
  const acoustics = measure(hear([left, right]));

  it('puts each side’s measures and overlaps under its party', () => {
    const named = nameParties(acoustics, { agent: 'right', customer: 'left' });
    expect(named.parties.agent).toEqual(acoustics.parties.right);
    expect(named.overlaps[0]).toMatchObject({ floor: 'customer', incoming: 'agent' });
    expect(named.talkShare.customer).toBe(acoustics.talkShare.left);
  });

  it('swaps everything with the roles', () => {
    const one = nameParties(acoustics, { agent: 'left', customer: 'right' });
    const two = nameParties(acoustics, { agent: 'right', customer: 'left' });
    expect(two.overlaps.map((overlap) => overlap.incoming)).toEqual(
      one.overlaps.map((overlap) => overlap.floor),
    );
  });

  it('names nobody without roles or in a mono recording', () => {
    expect(nameParties(acoustics, { agent: null, customer: null })).toMatchObject({
      parties: {},
      overlaps: [],
    });
    const mono = measure(hear([left]));
    expect(nameParties(mono, { agent: 'left', customer: 'right' }).parties).toEqual({});
  });
});
