import { describe, expect, it } from 'vitest';
import { callerLanguage } from '../../src/criteria/caller-language.ts';
import { contactReason } from '../../src/criteria/contact-reason.ts';
import { identityFirst } from '../../src/criteria/identity-first.ts';
import { intake } from '../../src/criteria/intake.ts';
import type { Note } from '../../src/domain/note.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

const noteOf = (text: string): Note => ({ version: 1, text, fields: {} });

describe('identity before disclosure', () => {
  const score = (...lines: string[]): Decision =>
    identityFirst.score(callOf({ lines }), criterionOf('identity-first', identityFirst.settings.parse({})));

  it.each([
    [
      'customer: 我想查保单',
      'agent: 请您报一下身份证号核实一下身份。',
      'customer: 三一零',
      'agent: 您的保单是五月三号到期。',
    ],
    [
      'customer: I want to check my policy',
      'agent: Can I have your full name and date of birth please?',
      'customer: Ann Lee, May third',
      'agent: Your policy expires on June 3.',
    ],
  ])('is met when the check comes first', (...lines) => {
    const decision = score(...lines);
    expect(decision).toMatchObject({ verdict: 'met', reason: { code: 'identity-checked' } });
    expect(decision.events[0]).toMatchObject({ kind: 'identity-check', turn: 1 });
    expect(decision.events.at(-1)).toMatchObject({ kind: 'policy-disclosure', turn: 3 });
  });

  it.each([
    ['agent: 您好请讲', 'customer: 我想查保单', 'agent: 您的保单是五月三号到期。', 'customer: 好'],
    [
      'agent: hello how can I help you',
      'customer: I want to check my policy',
      'agent: Your policy expires on June 3.',
      'customer: thanks',
    ],
  ])('is unmet when nothing was checked', (...lines) => {
    const decision = score(...lines);
    expect(decision).toMatchObject({ verdict: 'unmet', reason: { code: 'identity-not-checked' } });
    expect(decision.evidence.map(({ kind }) => kind)).toEqual(['search', 'quote']);
  });

  it.each([
    ['customer: 我的保单号是三五七八，想查一下', 'agent: 您的保单是五月三号到期。'],
    ['customer: my policy number is 35781, when does it end', 'agent: Your policy expires on June 3.'],
  ])('is partly met when the caller named it unasked', (...lines) => {
    expect(score(...lines).verdict).toBe('partly');
  });

  it.each([
    ['customer: 你们有哪些产品', 'agent: 我们有重疾险和医疗险，保费一年三千元。'],
    ['customer: what is covered', 'agent: Our standard product covers water damage.'],
    ['customer: 查保单', 'agent: 您的保单是什么时候买的？', 'customer: 去年'],
    ['customer: 到期怎么办', 'agent: 如果您的保单到期了，三十天内可以续。'],
    ['customer: what then', 'agent: If your policy expires you have 30 days to renew.'],
    ['customer: hi', 'agent: Is your policy number 35781?', 'customer: yes'],
  ])('does not apply where nothing of a policy is told', (...lines) => {
    expect(score(...lines).verdict).toBe('not-applicable');
  });
});

describe('claim intake', () => {
  const score = (lines: string[], note: string | null): Decision =>
    intake.score(
      callOf({ lines, note: note === null ? null : noteOf(note) }),
      criterionOf('intake', intake.settings.parse({ purpose: 'claim' })),
    );
  const zh = [
    'customer: 我要报案，我的车被人追尾了',
    'agent: 您的保单号是多少？',
    'customer: 三五七八九零一二',
    'agent: 是什么时候、在哪里发生的？',
    'customer: 今天早上八点，在人民路路口',
    'agent: 联系您的电话是多少？',
    'customer: 13800138000',
  ];
  const en = [
    'customer: I want to report an accident, somebody hit my car',
    "agent: What's your policy number?",
    'customer: 35789012',
    'agent: When did it happen, and where was it?',
    'customer: this morning on Main Street',
    "agent: What's the best number to reach you?",
    'customer: 415 555 0134',
  ];

  it.each([
    [zh, '保单号35789012，今天早上八点在人民路路口被追尾，回电13800138000'],
    [en, 'Policy number 35789012, rear-ended this morning on Main Street, call back 4155550134'],
  ])('is met when all is gathered and noted', (lines, note) => {
    const decision = score(lines, note);
    expect(decision).toMatchObject({ verdict: 'met', reason: { code: 'intake-complete' } });
    expect(
      decision.events.filter(({ kind }) => kind === 'intake-slot').map(({ detail }) => detail),
    ).toHaveLength(5);
  });

  it('names what the note lacks, and is unmet when that is most of it', () => {
    expect(score(zh, '保单号35789012，今天早上八点在人民路路口被追尾')).toMatchObject({ verdict: 'partly' });
    expect(score(zh, '客户来电，已登记')).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'intake-not-noted' },
    });
    expect(score(en, null)).toMatchObject({ verdict: 'not-assessable', reason: { code: 'no-note' } });
  });

  it.each([
    [['customer: 我要报案', 'agent: 好的，已经登记了，再见']],
    [['customer: I want to file a claim', 'agent: okay noted, goodbye']],
  ])('is unmet when hardly anything was asked', (lines) => {
    expect(score(lines, null)).toMatchObject({ verdict: 'unmet', reason: { code: 'intake-incomplete' } });
  });

  it.each([
    [['customer: 我想咨询一下价格', 'agent: 请讲']],
    [['customer: what does it cost', 'agent: well']],
  ])('does not apply to another call', (lines) => {
    expect(score(lines, null).verdict).toBe('not-applicable');
  });
});

describe('a report of loss', () => {
  it.each([
    [['customer: 我要报案', 'agent: 您稍等，帮您转到理赔部']],
    [['customer: I want to file a claim', 'agent: I will transfer you to the claims team']],
  ])('owes no intake where the agent passes the call on', (lines) => {
    const decision = intake.score(
      callOf({ lines }),
      criterionOf('intake', intake.settings.parse({ purpose: 'claim' })),
    );
    expect(decision).toMatchObject({ verdict: 'not-applicable', reason: { code: 'passed-on' } });
  });
});

describe('a premium reminder', () => {
  const score = (...lines: string[]): Decision =>
    intake.score(
      callOf({ lines }),
      criterionOf('intake', intake.settings.parse({ purpose: 'reminder', inNote: false })),
    );

  it.each([
    [
      'agent: 您好，请问是王女士吗？',
      'customer: 是',
      'agent: 提醒您保费三千元，五月三号到期，麻烦您按时缴费，谢谢。',
    ],
    [
      'agent: Good morning, am I speaking with Ms Lee?',
      'customer: yes',
      'agent: This is a reminder that your premium of 300 dollars is due on May 3, thank you.',
    ],
  ])('is met with identity, amount, date and courtesy', (...lines) => {
    expect(score(...lines)).toMatchObject({ verdict: 'met' });
  });

  it.each([
    ['agent: 喂，提醒你该续费了啊', 'customer: 哦'],
    ['agent: hey, this is a reminder your payment is due', 'customer: oh'],
  ])('is unmet without most of them', (...lines) => {
    expect(score(...lines)).toMatchObject({ verdict: 'unmet', reason: { code: 'intake-incomplete' } });
  });
});

describe('the language of the caller', () => {
  const score = (...lines: string[]): Decision =>
    callerLanguage.score(
      callOf({ lines }),
      criterionOf('caller-language', callerLanguage.settings.parse({})),
    );

  it.each([
    ['customer: 我想了解一下你们的保险', 'agent: 好的，我给您介绍一下 Plan A 这款产品。'],
    ['customer: I would like to know your rates', 'agent: Sure, I can tell you about them.'],
    [
      'customer: 我想问一下价格',
      'agent: 好的我查一下',
      'customer: can we speak in english please',
      'agent: Of course we can do that.',
    ],
  ])('is kept', (...lines) => {
    expect(score(...lines)).toMatchObject({ verdict: 'met', reason: { code: 'same-language' } });
  });

  it('is not kept by an agent who goes on in another', () => {
    const decision = score(
      'customer: I would like to know your rates please',
      'agent: 您好请您说中文可以吗',
      'customer: sorry I do not speak chinese',
      'agent: 我听不懂您在说什么',
    );
    expect(decision).toMatchObject({ verdict: 'unmet', reason: { code: 'other-language' } });
    expect(decision.evidence.every(({ verified }) => verified)).toBe(true);
  });

  it('may be either of two that a caller mixes', () => {
    const decision = score(
      'customer: 你们有没有 whole life insurance',
      'agent: 有的，就是终身寿险',
      'customer: okay okay thank you so much',
      'agent: 不客气，还有什么可以帮您',
      'customer: no that is all bye',
      'agent: 好的再见祝您愉快',
    );
    expect(decision.verdict).toBe('partly');
  });

  it('counts one slip, and handing over, as partly', () => {
    expect(
      score('customer: I would like to know your rates', 'agent: 请您稍等我帮您转一位会英语的同事').verdict,
    ).toBe('partly');
  });

  it('cannot be known for a dialect or from hardly a word', () => {
    expect(score('customer: 你会讲粤语吗', 'agent: 会的请您讲一下问题').verdict).toBe('not-assessable');
    expect(score('customer: 喂', 'agent: ok').verdict).toBe('not-assessable');
  });
});

describe('the reason for the contact', () => {
  const score = (...lines: string[]): Decision =>
    contactReason.score(callOf({ lines }), criterionOf('contact-reason', contactReason.settings.parse({})));

  it.each([
    ['customer: 我想咨询一下车险多少钱', 'agent: 您这款车一年三千二百元。', 'reason-answered', 'enquiry'],
    ['customer: 我要投诉你们的理赔员', 'agent: 我帮您转到投诉部门。', 'reason-passed-on', 'complaint'],
    ['customer: 我要报案，车撞了', 'agent: 我安排理赔专员联系您。', 'reason-passed-on', 'claim'],
    [
      'customer: I have a suggestion for your website',
      'agent: I will pass it on to the web team.',
      'reason-passed-on',
      'suggestion',
    ],
    ['customer: how much is car insurance', 'agent: It is 300 dollars a year.', 'reason-answered', 'enquiry'],
  ])('"%s" is met by "%s"', (customer, agent, code, detail) => {
    const decision = score('agent: 您好 hello', customer, agent, 'customer: ok');
    expect(decision).toMatchObject({ verdict: 'met', reason: { code } });
    expect(decision.events[0]).toMatchObject({ kind: 'contact-reason', detail });
  });

  it.each([
    ['customer: 我想咨询一下车险多少钱', 'agent: 这个我不清楚。'],
    ['customer: how much is car insurance', "agent: I don't know, sorry."],
  ])('is unmet when left open', (...lines) => {
    expect(score(...lines)).toMatchObject({ verdict: 'unmet', reason: { code: 'reason-left-open' } });
  });

  it.each([
    ['customer: 我想咨询一下车险多少钱', 'agent: 这个我不清楚，我帮您查一下。', 'not-assessable'],
    ['customer: how much is car insurance', "agent: I don't know, let me check for you.", 'not-assessable'],
    [
      'customer: how much is car insurance',
      "agent: I don't know if we cover trucks. Cars are 300 dollars.",
      'met',
    ],
  ])('is not unmet where the agent finds out: %s, %s', (customer, agent, verdict) => {
    expect(score(customer, agent, 'customer: ok').verdict).toBe(verdict);
  });

  it('is met where the answer follows', () => {
    const decision = score(
      'customer: 车险多少钱',
      'agent: 我不太清楚，您稍等。',
      'customer: 好',
      'agent: 一年三千二百元。',
    );
    expect(decision.verdict).toBe('met');
  });

  it('does not arise where the customer asks nothing', () => {
    expect(score('agent: 您好', 'customer: 打错了').verdict).toBe('not-applicable');
  });
});
