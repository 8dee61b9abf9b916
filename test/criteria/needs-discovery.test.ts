import { describe, expect, it } from 'vitest';
import { needsDiscovery } from '../../src/criteria/needs-discovery.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

const score = (...lines: string[]): Decision =>
  needsDiscovery.score(callOf({ lines }), criterionOf('needs-discovery', needsDiscovery.settings.parse({})));

const pitchZh = 'agent: 我给您推荐我们的社区屏套餐，现在有优惠活动，性价比很高。';
const pitchEn = 'agent: I recommend our screen package, it is a special offer and you save a lot.';

describe('needs discovery', () => {
  it.each([
    [
      'agent: 您目前主要用什么方式做推广？',
      'customer: 发传单',
      'agent: 您的预算大概是多少？',
      'customer: 五千',
      pitchZh,
    ],
    [
      'agent: What are you looking for in your advertising?',
      'customer: more visitors at weekends',
      "agent: What's your budget for that?",
      'customer: two thousand',
      pitchEn,
    ],
  ])('is met by two open questions before the pitch', (...lines) => {
    const decision = score(...lines);
    expect(decision).toMatchObject({ verdict: 'met', reason: { code: 'needs-asked' } });
    expect(decision.events.filter(({ kind }) => kind === 'need-question')).toHaveLength(2);
    expect(decision.events.filter(({ kind }) => kind === 'pitch')).toHaveLength(1);
  });

  it('shows where an answer is used', () => {
    const decision = score(
      'agent: 您主要想解决什么问题？',
      'customer: 周末客流太少',
      'agent: 周末客流少的话，社区屏可以提醒附近居民。',
    );
    expect(decision.events.map(({ kind }) => kind)).toContain('need-used');
  });

  it.each([
    [pitchZh, 'customer: 哦', 'agent: 您的预算大概是多少？', 'customer: 五千'],
    [pitchEn, 'customer: oh', "agent: What's your budget?", 'customer: five'],
  ])('is partly met when asked after the pitch', (...lines) => {
    expect(score(...lines)).toMatchObject({ verdict: 'partly', reason: { code: 'needs-asked-late' } });
  });

  it.each([
    ['agent: 您好，这里是澜声。', 'customer: 你好', pitchZh, 'customer: 哦这样'],
    ['agent: Hello, this is Tidewell.', 'customer: hi', pitchEn, 'customer: oh I see'],
  ])('is unmet by a pitch without any question', (...lines) => {
    const decision = score(...lines);
    expect(decision).toMatchObject({ verdict: 'unmet', reason: { code: 'needs-not-asked' } });
    expect(decision.evidence.map(({ kind }) => kind)).toEqual(['search', 'quote']);
  });

  it.each([
    ['customer: 我想给我们店里做个广告', pitchZh],
    ["customer: I'm looking for something to bring people in", pitchEn],
  ])('is not unmet where the customer states the need unasked', (...lines) => {
    expect(score(...lines).verdict).toBe('partly');
  });

  it('does not apply where the customer refuses the pitch, nor where nothing is sold', () => {
    expect(score(pitchZh, 'customer: 我不需要，没兴趣', 'agent: 好的，打扰了。').verdict).toBe(
      'not-applicable',
    );
    expect(score('agent: 您的快递到了', 'customer: 好的谢谢').verdict).toBe('not-applicable');
  });
});
