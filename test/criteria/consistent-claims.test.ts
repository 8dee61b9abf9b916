import { describe, expect, it } from 'vitest';
import { consistentClaims } from '../../src/criteria/consistent-claims.ts';
import { companySchema } from '../../src/domain/company.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

const company = companySchema.parse({
  version: 1,
  name: '澜声传媒',
  facts: [
    { id: 'light-box', subject: '地铁灯箱', spoken: ['灯箱'], value: 13800, unit: '元/月' },
    { id: 'screens', subject: '社区屏', value: 4200, unit: '元/两周' },
    { id: 'flat', subject: '三号楼样板房', value: '98平米' },
    { id: 'opening', subject: '交房', value: '2027年6月30日' },
    { id: 'radio', subject: 'weekend radio plan', spoken: ['radio plan'], value: 2400, unit: 'dollars/week' },
    { id: 'homes', subject: 'city magazine', value: 9000, unit: 'homes' },
    { id: 'manners', subject: '退订', value: '随时可以退订' },
  ],
});
const score = (...lines: string[]): Decision =>
  consistentClaims.score(
    callOf({ lines, company }),
    criterionOf('consistent-claims', consistentClaims.settings.parse({})),
  );

describe('what the agent states', () => {
  it.each([
    'agent: 灯箱一个月是一万三千八百块。',
    'agent: 地铁灯箱每月13800元。',
    'agent: 社区屏两周四千二百元。',
    'agent: 三号楼样板房是九十八平米。',
    'agent: The radio plan is two thousand four hundred dollars a week.',
    'agent: The city magazine goes to 9000 homes.',
  ])('agrees with the fact sheet in "%s"', (line) => {
    const decision = score(line, 'customer: 好');
    expect(decision).toMatchObject({ verdict: 'met', reason: { code: 'claims-consistent' } });
    expect(decision.evidence.some(({ kind }) => kind === 'quote')).toBe(true);
  });

  it.each([
    ['agent: 灯箱一个月是一万二千八百块。', '13800'],
    ['agent: 社区屏两周三千九百元。', '4200'],
    ['agent: 三号楼样板房是一百一十平米。', '98'],
    ['agent: 交房时间是2027年9月30日。', '2027'],
    ['agent: The radio plan is two thousand one hundred dollars a week.', '2400'],
    ['agent: The city magazine goes to 12500 homes.', '9000'],
  ])('contradicts the fact sheet in "%s"', (line, listed) => {
    const decision = score(line, 'customer: 好');
    expect(decision).toMatchObject({ verdict: 'unmet', reason: { code: 'claim-contradicts-facts' } });
    const [said, fact] = decision.evidence;
    expect(said).toMatchObject({ kind: 'quote', party: 'agent', verified: true });
    expect(fact).toMatchObject({ kind: 'condition', value: expect.stringContaining(listed) });
  });

  it.each([
    ['customer: 灯箱多少钱？', 'agent: 一个月一万二千八。'],
    ['customer: How much is the radio plan?', 'agent: It is 2600 dollars.'],
    [
      'agent: 我给您介绍一下地铁灯箱。',
      'customer: 多少钱',
      'agent: 您稍等',
      'customer: 嗯',
      'agent: 一个月13080元，先做两个月。',
    ],
    [
      'agent: About our radio plan.',
      'customer: yes?',
      'agent: So.',
      'customer: Well?',
      'agent: It costs 2600 dollars a week.',
    ],
  ])('contradicts it also where the subject was named before', (...lines) => {
    expect(score(...lines).verdict).toBe('unmet');
  });

  it.each([
    ['agent: 灯箱三个月一共四万一千四百元。'],
    ['agent: 灯箱现在优惠一千元。'],
    ['agent: 别家的灯箱要一万六千元。'],
    ['agent: 灯箱一年的话是十五万元。'],
    ['agent: 灯箱有三百多个客户在用。'],
    ['agent: 我给您介绍一下地铁灯箱。', 'customer: 我们发传单', 'agent: 那您现在花五千元一个月，对吗？'],
    ['agent: 灯箱和社区屏都有。', 'customer: 哦', 'agent: 一个月五千元就能做。'],
    ['agent: Our radio plan.', 'customer: hm', 'agent: So you can spend 1500 dollars a week.'],
    ['customer: 灯箱是一万二吧？', 'agent: 我查一下。'],
    ['agent: The radio plan saves you 300 dollars.'],
    ['agent: You said your radio budget was 2000 dollars.'],
    ['agent: Five thousand people listen to the radio plan.'],
  ])('is no contradiction in "%s"', (...lines) => {
    expect(score(...lines, 'customer: ok').verdict).not.toBe('unmet');
  });

  it('is only partly wrong when put right later', () => {
    const decision = score(
      'agent: 灯箱每月12800元。',
      'customer: 好',
      'agent: 不好意思，灯箱是每月13800元。',
    );
    expect(decision).toMatchObject({ verdict: 'partly', reason: { code: 'claim-corrected' } });
  });

  it('does not apply without a stated value, and cannot be known without a fact sheet', () => {
    expect(score('agent: 您好', 'customer: 你好').verdict).toBe('not-applicable');
    const bare = consistentClaims.score(
      callOf({ lines: ['agent: 灯箱每月12800元。'] }),
      criterionOf('consistent-claims', consistentClaims.settings.parse({})),
    );
    expect(bare).toMatchObject({ verdict: 'not-assessable', reason: { code: 'no-fact-sheet' } });
  });
});
