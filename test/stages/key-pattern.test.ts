import { describe, expect, it } from 'vitest';
import { compileKeyPattern, matchKeyPattern } from '../../src/stages/key-pattern.ts';

const match = (pattern: string, key: string) => {
  const found = matchKeyPattern(compileKeyPattern(pattern), key);
  return found && Object.fromEntries(found);
};

describe('a key pattern', () => {
  it('reads a usual recording key', () => {
    const pattern = '{team}/{agent}_{customer}_{direction}_{startedAt:yyyyMMdd-HHmmss}';
    expect(match(pattern, '华东 一组/1001_13800138000_out_20260302-091405')).toEqual({
      'agent.team': '华东 一组',
      'agent.id': '1001',
      'customer.id': '13800138000',
      direction: 'out',
      startedAt: '2026-03-02T09:14:05',
    });
    expect(match(pattern, '1001_1_out_20260302-091405')).toBeNull();
    expect(match(pattern, 'a/1001_1_out_20260302-091405x')).toBeNull();
    expect(match(pattern, 'a/b/1001_1_out_20260302-091405')).toBeNull();
  });

  it('reads a time spread over folders, an offset and epoch seconds', () => {
    expect(match('{startedAt:yyyy/MM/dd}/{startedAt:HH.mm}_{agent}', '2026/03/02/09.14_7')).toEqual({
      startedAt: '2026-03-02T09:14:00',
      'agent.id': '7',
    });
    expect(match('{startedAt:yyyyMMddHHmmssZ}', '20260302091405+0800')).toEqual({
      startedAt: '2026-03-02T09:14:05+0800',
    });
    expect(match('{agent}-{startedAt:X}', '7-1772414045')).toEqual({
      'agent.id': '7',
      startedAt: '2026-03-02T01:14:05.000Z',
    });
  });

  it('stands for any folders with **/ and for anything with {_}', () => {
    expect(match('**/{agent}_{_}', 'x/y/1001_zzz')).toEqual({ 'agent.id': '1001' });
    expect(match('**/{team}/{agent}', 'x/y/1001')).toEqual({ 'agent.team': 'y', 'agent.id': '1001' });
  });

  it('treats the user’s text as text, never as a regular expression', () => {
    expect(match('(a+)+$.*{agent}', '(a+)+$.*7')).toEqual({ 'agent.id': '7' });
    expect(match('(a+)+$.*{agent}', 'aaaa7')).toBeNull();
    const long = `${'a_'.repeat(50_000)}x`;
    const startedMs = performance.now();
    match('{_}_{_}_{_}_{_}_{_}_{agent}z', long);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });

  it('is refused with the reason when it cannot be meant', () => {
    expect(() => compileKeyPattern('{agnet}')).toThrow('no field {agnet}');
    expect(() => compileKeyPattern('{__proto__}')).toThrow('no field');
    expect(() => compileKeyPattern('{agent}{customer}')).toThrow('side by side');
    expect(() => compileKeyPattern('{agent')).toThrow('brace');
    expect(() => compileKeyPattern('{startedAt:yyyyQQ}')).toThrow('time format');
    expect(() => compileKeyPattern('{startedAt:yyyyMMdd}')).toThrow('lacks a part');
  });
});
