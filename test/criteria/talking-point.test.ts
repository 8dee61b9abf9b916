import { describe, expect, it } from 'vitest';
import { talkingPoint } from '../../src/criteria/talking-point.ts';
import type { CallMetadata } from '../../src/domain/call.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import { callOf, criterionOf, withSound } from './made-calls.ts';

function decide(input: ScoringInput, settings: object) {
  return talkingPoint.score(input, criterionOf('talking-point', talkingPoint.settings.parse(settings)));
}

const verdictOf = (lines: readonly string[], settings: object, call: Partial<CallMetadata> = {}): string => {
  const { verdict, reason } = decide(callOf({ lines, call }), settings);
  return `${verdict} ${reason.code}`;
};

const answered = ['agent: 您好，澜声传媒', 'customer: 你好，我问一下广告', 'agent: 好的，您请讲'];

describe('a talking point', () => {
  it('is met by any of its topics, with every place as an event', () => {
    const input = callOf({
      lines: ['agent: what is your budget', 'customer: not much', 'agent: and how much do you spend on ads'],
    });
    const decision = decide(input, { topics: ['budget', 'interest'] });
    expect(decision.verdict).toBe('met');
    expect(decision.events.map(({ kind, turn }) => [kind, turn])).toEqual([
      ['budget', 0],
      ['budget', 2],
    ]);
    expect(decision.evidence[0]).toMatchObject({ kind: 'quote', turn: 0, verified: true });
  });

  it('counts in part when all topics are due and some are missing', () => {
    const settings = { topics: ['budget', 'interest'], need: 'all' };
    expect(verdictOf(['agent: 您今年的预算大概是多少', 'customer: 五万'], settings)).toBe('partly not-said');
    expect(verdictOf(['agent: 您预算多少，您觉得怎么样', 'customer: 五万'], settings)).toBe('met said');
  });

  it('is unmet with the record of the search, never on a poor transcript', () => {
    const decision = decide(callOf({ lines: answered }), { topics: ['budget'] });
    expect(decision).toMatchObject({
      verdict: 'unmet',
      score: 0,
      evidence: [{ kind: 'search', party: 'agent' }],
    });
    const input = withSound(
      callOf({ lines: answered }),
      {},
      { agent: { speech: [[0, 60_000]], speechMs: 60_000 } },
    );
    expect(decide(input, { topics: ['budget'] }).reason.code).toBe('not-transcribed');
  });

  it('does not take the customer’s words for the agent’s', () => {
    expect(verdictOf(['agent: 您好', 'customer: 您今年的预算大概是多少'], { topics: ['budget'] })).toBe(
      'unmet not-said',
    );
  });

  it('takes the company’s own phrases', () => {
    const lines = ['agent: 我帮您开个小金库', 'customer: 好', 'agent: that is our piggy plan'];
    expect(verdictOf(lines, { topics: ['budget'] })).toBe('unmet not-said');
    expect(verdictOf(lines, { topics: ['budget'], also: { zh: ['小金库'] } })).toBe('met said');
    expect(verdictOf(lines, { topics: ['budget'], also: { en: ['piggy (plan|scheme)'] } })).toBe('met said');
    expect(verdictOf(lines, { topics: ['budget'], also: { en: ['pig'] } })).toBe('unmet not-said');
  });

  it('applies only after what triggers it', () => {
    const settings = {
      topics: ['doubt-answered'],
      appliesIf: { said: { by: 'customer', topics: ['customer-doubt'] } },
      afterTrigger: true,
    };
    expect(verdictOf(['agent: 因为我们有优惠', 'customer: 好的'], settings)).toBe(
      'not-applicable not-triggered',
    );
    expect(verdictOf(['agent: 因为优惠', 'customer: 这个靠谱吗', 'agent: 嗯'], settings)).toBe(
      'unmet not-said',
    );
    expect(verdictOf(['agent: 嗯', 'customer: 这个靠谱吗', 'agent: 您放心，合同里都有'], settings)).toBe(
      'met said',
    );
  });

  it('owes an apology only for a late answer', () => {
    const settings = { topics: ['late-apology'], appliesIf: { minRings: 5 } };
    const late = { direction: 'inbound', rings: 6 } as const;
    expect(verdictOf(answered, settings, { ...late, rings: 4 })).toBe('not-applicable not-triggered');
    expect(verdictOf(answered, settings, { direction: 'outbound' })).toBe('not-applicable not-triggered');
    expect(verdictOf(answered, settings, { direction: 'inbound' })).toBe('not-assessable no-rings');
    expect(verdictOf(answered, settings)).toBe('not-assessable no-direction');
    expect(verdictOf(answered, settings, late)).toBe('unmet not-said');
    expect(verdictOf(['agent: 抱歉让您久等了', 'customer: 没事'], settings, late)).toBe('met said');
    expect(verdictOf(['agent: sorry for the wait', 'customer: ok'], settings, late)).toBe('met said');
  });

  it('owes no closing to a customer who hung up', () => {
    const settings = { topics: ['farewell'], excusedByHangUp: true };
    expect(verdictOf(['agent: we have a new plan', 'customer: not interested'], settings)).toBe(
      'not-applicable customer-hung-up',
    );
    expect(verdictOf(['agent: hello', 'customer: ok', 'agent: that is all'], settings)).toBe(
      'unmet not-said',
    );
  });

  it('can be informative', () => {
    expect(verdictOf(answered, { topics: ['earlier-contact'], ifAbsent: 'not-applicable' })).toBe(
      'not-applicable not-said',
    );
  });

  it('refuses phrases without words and topics nobody knows', () => {
    expect(talkingPoint.settings.safeParse({ topics: ['weather'] }).success).toBe(false);
    expect(talkingPoint.settings.safeParse({ topics: ['budget'], also: { en: ['(.*)+'] } }).success).toBe(
      false,
    );
  });
});
