import { describe, expect, it } from 'vitest';
import { hearingSettings, withOverrides } from '../../src/acoustics/hearing-settings.ts';

describe('hearing settings', () => {
  it('lay a standard’s values over the defaults', () => {
    expect(withOverrides({ turnEndMs: 700 })).toEqual({ ...hearingSettings, turnEndMs: 700 });
  });

  it('refuse an unknown name and an absurd value, naming it', () => {
    expect(() => withOverrides({ turnEnd: 700 })).toThrow(/turnEnd/);
    expect(() => withOverrides({ __proto__x: 1 })).toThrow(/__proto__x/);
    expect(() => withOverrides({ turnEndMs: -1 })).toThrow(/turnEndMs/);
    expect(() => withOverrides({ turnEndMs: Number.NaN })).toThrow(/turnEndMs/);
  });
});
