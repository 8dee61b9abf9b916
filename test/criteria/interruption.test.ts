import { describe, expect, it } from 'vitest';
import { interruption } from '../../src/criteria/interruption.ts';
import type { Acoustics, Overlap } from '../../src/domain/acoustics.ts';
import type { Party } from '../../src/domain/call.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf, withSound } from './made-calls.ts';

const call = callOf({
  lines: [
    'agent: 您好，这里是晨光保险。',
    'customer: 我想问一下我那个保单为什么',
    'agent: 您先听我说，这个产品很好',
    'customer: 我还没说完',
    'agent: 好的您说',
  ],
});
const overlap = (changes: Partial<Overlap<Party>> = {}): Overlap<Party> => ({
  startMs: 6000,
  endMs: 7200,
  floor: 'customer',
  incoming: 'agent',
  class: 'interruption',
  outcome: 'took-floor',
  why: 'floor-cut',
  ...changes,
});
const score = (overlaps: readonly Overlap<Party>[], changes: Partial<Acoustics<Party>> = {}): Decision =>
  interruption.score(
    withSound(call, { overlaps, ...changes }),
    criterionOf('interruption', interruption.settings.parse({})),
  );

describe('interruption', () => {
  it.each([
    [0, 'met'],
    [1, 'partly'],
    [2, 'unmet'],
    [5, 'unmet'],
  ])('of %i times is %s', (count, verdict) => {
    expect(score(Array.from({ length: count }, () => overlap())).verdict).toBe(verdict);
  });

  it('shows who held the floor, who yielded and what was said', () => {
    const start = call.transcript?.turns[2]?.startMs ?? 0;
    const decision = score([overlap({ startMs: start - 300, endMs: start + 800 })]);
    expect(decision.evidence).toContainEqual(
      expect.objectContaining({
        name: 'overlap',
        value: 1100,
        unit: 'ms',
        floor: 'customer',
        yielded: 'customer',
      }),
    );
    expect(decision.events[0]).toMatchObject({
      kind: 'interruption',
      party: 'agent',
      turn: 2,
      quote: '您先听我说，这个产品很好',
      detail: 'took-floor',
    });
  });

  it.each(['backchannel', 'simultaneous-start', 'turn-end', 'unclear'] as const)('is not a %s', (kind) => {
    expect(score([overlap({ class: kind }), overlap({ class: kind })]).verdict).toBe('met');
  });

  it('lists the agent’s backchannels as events', () => {
    expect(score([overlap({ class: 'backchannel' })]).events).toMatchObject([{ kind: 'backchannel' }]);
  });

  it('by the customer is not held against the agent', () => {
    const byCustomer = overlap({ floor: 'agent', incoming: 'customer' });
    expect(score([byCustomer, byCustomer])).toMatchObject({ verdict: 'met', events: [] });
  });

  it.each([
    ['mono', { layout: 'mono' as const }],
    ['fake-stereo', { layout: 'fake-stereo' as const }],
    ['one-party', { layout: 'one-party' as const }],
    ['low-snr', { flags: ['LOW_SNR' as const] }],
  ])('is not assessable on %s', (code, changes) => {
    expect(score([], changes)).toMatchObject({ verdict: 'not-assessable', score: null, reason: { code } });
  });

  it('is not assessable where turn times alone leave overlaps open', () => {
    const open = overlap({ class: 'unclear', why: 'turn-times-only' });
    expect(score([open], { timing: 'words' }).reason.code).toBe('overlap-unclear');
  });

  it('counts outside the window for nothing', () => {
    const input = withSound(call, { overlaps: [overlap(), overlap({ startMs: 8000, endMs: 9000 })] });
    const criterion = criterionOf('interruption', interruption.settings.parse({}), {
      window: { toMs: 5000 },
    });
    expect(interruption.score(input, criterion).verdict).toBe('met');
  });
});
