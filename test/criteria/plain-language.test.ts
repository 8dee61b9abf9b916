import { describe, expect, it } from 'vitest';
import { plainLanguage } from '../../src/criteria/plain-language.ts';
import { companySchema } from '../../src/domain/company.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

const company = companySchema.parse({
  version: 1,
  name: '澜声传媒',
  jargon: [
    { term: '千人成本', plain: '每一千个人看到广告要花的钱' },
    { term: '上刊', plain: '广告开始播出或张贴' },
    { term: 'drive time', plain: 'the hours in which most people sit in their cars' },
    { term: 'reach', plain: 'how many different people see it' },
  ],
});
const score = (...lines: string[]): Decision =>
  plainLanguage.score(
    callOf({ lines, company }),
    criterionOf('plain-language', plainLanguage.settings.parse({})),
  );

describe('plain language', () => {
  it.each([
    ['agent: 我们的千人成本很低，上刊也快，上刊之后千人成本还会降。', 'customer: 哦'],
    ['agent: Drive time has great reach. In drive time the reach doubles.', 'customer: oh'],
  ])('is unmet by many unexplained terms', (...lines) => {
    const decision = score(...lines);
    expect(decision).toMatchObject({ verdict: 'unmet', reason: { code: 'many-terms' } });
    expect(decision.evidence[0]).toMatchObject({ kind: 'measure', name: 'jargon-rate' });
    expect(decision.events).toHaveLength(4);
  });

  it.each([
    ['agent: 千人成本，也就是每一千个人看到广告要花的钱，很低。千人成本还会降。', 'customer: 哦'],
    ['agent: Reach, that is how many different people see it, is high. Our reach grows.', 'customer: oh'],
    ['customer: 你们千人成本多少', 'agent: 千人成本是三十元。'],
    ['agent: We never overreach and we go the distance.', 'customer: oh'],
    ['agent: 您好，请问有什么可以帮您？', 'customer: 我想问价格'],
  ])('is met where terms are explained, the customer\'s own, or absent: "%s"', (...lines) => {
    expect(score(...lines)).toMatchObject({ verdict: 'met', reason: { code: 'plain-language' } });
  });

  it('is partly met where the customer had to ask', () => {
    const decision = score('agent: 我们下周一可以上刊。', 'customer: 上刊是什么意思', 'agent: 您稍等。');
    expect(decision).toMatchObject({ verdict: 'partly', reason: { code: 'term-not-understood' } });
  });

  it('cannot be known without a list of terms', () => {
    const bare = plainLanguage.score(
      callOf({ lines: ['agent: 千人成本很低'] }),
      criterionOf('plain-language', plainLanguage.settings.parse({})),
    );
    expect(bare.verdict).toBe('not-assessable');
  });
});
