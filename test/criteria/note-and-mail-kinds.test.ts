import { describe, expect, it } from 'vitest';
import type { CriterionKind } from '../../src/criteria/kind.ts';
import { privateCall } from '../../src/criteria/private-call.ts';
import { problemReport } from '../../src/criteria/problem-report.ts';
import { referral } from '../../src/criteria/referral.ts';
import { voiceMail } from '../../src/criteria/voice-mail.ts';
import type { CallMetadata } from '../../src/domain/call.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

interface Made {
  readonly note?: string;
  readonly writtenAt?: string;
  readonly call?: Partial<CallMetadata>;
  readonly settings?: object;
  readonly durationMs?: number;
}

const scoreWith = <S>(kind: CriterionKind<S>, lines: readonly string[], made: Made = {}): Decision =>
  kind.score(
    callOf({
      lines,
      note:
        made.note === undefined
          ? null
          : { version: 1, text: made.note, fields: {}, ...(made.writtenAt && { writtenAt: made.writtenAt }) },
      ...(made.call && { call: made.call }),
      ...(made.durationMs && { durationMs: made.durationMs }),
    }),
    criterionOf(kind.kind, kind.settings.parse(made.settings ?? {})),
  );

describe('a customer brought by another', () => {
  const zh = ['customer: 是我朋友介绍我来看房的', 'agent: 欢迎'];
  const en = ['customer: a friend of mine recommended you', 'agent: lovely'];

  it.each([
    [zh, '客户李女士，由张伟介绍，归属销售小陈', 'met', 'owner-named'],
    [en, 'Referred by Anna Bell, owner Mark', 'met', 'owner-named'],
    [zh, '老带新客户，约周六看房', 'partly', 'owner-not-named'],
    [en, 'Came through a referral', 'partly', 'owner-not-named'],
    [zh, '客户约周六看房', 'unmet', 'referral-not-noted'],
    [en, 'Wants to see the flat on Saturday', 'unmet', 'referral-not-noted'],
  ])('%s with the note "%s" is %s', (lines, note, verdict, code) => {
    expect(scoreWith(referral, lines, { note })).toMatchObject({ verdict, reason: { code } });
  });

  it('needs a note, and is no matter where nobody was named', () => {
    expect(scoreWith(referral, zh).verdict).toBe('not-assessable');
    expect(scoreWith(referral, ['customer: 给我介绍一下户型', 'agent: 好']).verdict).toBe('not-applicable');
    expect(scoreWith(referral, ['customer: can you recommend a flat', 'agent: sure']).verdict).toBe(
      'not-applicable',
    );
  });

  it.each([
    [['agent: 您本来是我的客户，小陈抢了我的客户', 'customer: 啊']],
    [['agent: he stole my customer, the commission is mine', 'customer: oh']],
  ])('is never argued about before the customer', (lines) => {
    expect(scoreWith(referral, lines)).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'ownership-dispute' },
    });
  });
});

describe('a problem the customer tells of', () => {
  const zh = ['customer: 你们上次装的灯箱坏了，一直没人处理', 'agent: 抱歉'];
  const en = ['customer: the screen you installed is broken and nobody came', 'agent: sorry'];

  it.each([
    [zh, '客户反映灯箱坏了，已报修', 'met'],
    [en, 'Screen broken, reported to service', 'met'],
    [zh, '客户有投诉', 'partly'],
    [en, 'Customer has a complaint', 'partly'],
    [['customer: 我的手机坏了所以换了号码', 'agent: 好'], '客户意向一般', 'partly'],
    [zh, '客户意向一般，下周再联系', 'unmet'],
    [en, 'Call again next week', 'unmet'],
  ])('%s with the note "%s" is %s', (lines, note, verdict) => {
    expect(scoreWith(problemReport, lines, { note }).verdict).toBe(verdict);
  });

  it.each([
    [['customer: 没问题，就这样', 'agent: 好']],
    [['customer: 我有个问题想咨询', 'agent: 好']],
    [['customer: no problem at all', 'agent: fine']],
  ])('does not arise from %s', (lines) => {
    expect(scoreWith(problemReport, lines, { note: '' }).verdict).toBe('not-applicable');
  });
});

describe('a private call', () => {
  const zh = ['agent: 老婆，我今晚晚点回', 'customer: 行，下班一起吃火锅吧', 'agent: 好，爱你哦'];
  const en = ['agent: honey what are you doing tonight', 'customer: have dinner with me', 'agent: love you'];

  it.each([[zh], [en]])('is flagged, and unmet over three minutes', (lines) => {
    expect(scoreWith(privateCall, lines)).toMatchObject({
      verdict: 'partly',
      reason: { code: 'private-call' },
    });
    expect(scoreWith(privateCall, lines, { durationMs: 200_000 })).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'long-private-call' },
    });
  });

  it.each([
    [['agent: 您好，请问您的保单', 'customer: 我老婆晚上去吃饭，晚点再说', 'agent: 好的']],
    [['agent: calling about your policy', 'customer: we have dinner now', 'agent: sorry']],
  ])('is not a business call: %s', (lines) => {
    expect(scoreWith(privateCall, lines)).toMatchObject({
      verdict: 'met',
      reason: { code: 'business-call' },
    });
  });
});

describe('a voice mail', () => {
  const zh = ['customer: 我要投诉，你们的理赔一直没处理，请尽快给我回电话'];
  const en = ['customer: I want to make a complaint, please call me back as soon as possible'];
  const check = (name: string, lines: readonly string[], made: Made = {}): Decision =>
    scoreWith(voiceMail, lines, { ...made, settings: { check: name } });

  it.each([
    ['class', zh, '留言类别：投诉，紧急，转理赔部处理', 'met'],
    ['class', en, 'Complaint, urgent, assigned to claims team', 'met'],
    ['class', zh, '类别：建议', 'unmet'],
    ['class', en, 'A suggestion from a caller', 'unmet'],
    ['class', zh, '有人留言', 'unmet'],
    ['urgency', zh, '投诉，紧急', 'met'],
    ['urgency', en, 'Complaint about a claim', 'unmet'],
    ['owner', zh, '投诉，转理赔部处理', 'met'],
    ['owner', en, 'Complaint, forwarded to Anna', 'met'],
    ['owner', en, 'A complaint came in', 'unmet'],
  ])('its %s: %s noted as "%s" is %s', (name, lines, note, verdict) => {
    expect(check(name, lines, { note }).verdict).toBe(verdict);
  });

  it('is not blamed where words do not tell the class or the urgency', () => {
    expect(check('class', ['customer: 我是老王，回个电话'], { note: '咨询' }).verdict).toBe('not-assessable');
    expect(check('urgency', ['customer: 不着急，有空回电'], { note: '咨询' }).verdict).toBe('not-applicable');
    expect(check('class', zh).verdict).toBe('not-assessable');
  });

  it('is worked on in time, sooner when urgent', () => {
    const call = { startedAt: '2026-03-02T09:00:00+08:00' };
    const note = '投诉';
    expect(check('time', zh, { call, note, writtenAt: '2026-03-02T11:00:00+08:00' }).verdict).toBe('met');
    expect(check('time', zh, { call, note, writtenAt: '2026-03-02T18:00:00+08:00' }).verdict).toBe('unmet');
    const calm = ['customer: 我想咨询一下价格'];
    expect(check('time', calm, { call, note, writtenAt: '2026-03-02T18:00:00+08:00' }).verdict).toBe('met');
    expect(check('time', calm, { note }).verdict).toBe('not-assessable');
  });
});
