import type { CriterionResult } from '../../src/domain/scorecard.ts';
import type { Transcript } from '../../src/domain/transcript.ts';
import { englishCriteria } from './fixture-english.ts';

const turn = (party: 'agent' | 'customer', startMs: number, endMs: number, text: string) => ({
  party,
  startMs,
  endMs,
  text,
});

/** A Mandarin call that went well. */
export const chineseTranscript: Transcript = {
  version: 1,
  language: 'zh',
  turns: [
    turn('agent', 500, 4200, '您好，这里是海港保险客户服务部，我姓陈，请问是王先生吗？'),
    turn('customer', 4500, 6300, '对，我是。'),
    turn('agent', 6600, 11900, '王先生，今天来电是想跟您确认一下您车险保单的到期时间，方便说两分钟吗？'),
    turn('customer', 12100, 14500, '可以，保单尾号是四四七九。'),
    turn('agent', 14700, 18400, '好的，跟您复述一遍，尾号四四七九，对吗？'),
    turn('customer', 18700, 20000, '对，没错。'),
    turn('agent', 20300, 27500, '谢谢您。您的保单下个月十五号到期，到时候我们会再短信提醒您。'),
    turn('customer', 28000, 30400, '好，谢谢，再见。'),
  ],
};

const [greeting, tone, , interruption, restatement] = englishCriteria;

/** Its criteria: four met, one that did not apply. */
export const chineseCriteria: CriterionResult[] = [
  {
    ...(greeting as CriterionResult),
    verdict: 'met',
    score: 1,
    reason: { code: 'complete', en: 'Everything a greeting needs was said.', zh: '问候语要素齐全。' },
    evidence: [
      {
        kind: 'quote',
        party: 'agent',
        turn: 0,
        quote: '您好，这里是海港保险客户服务部',
        startMs: 500,
        endMs: 2600,
        verified: true,
      },
    ],
    events: [
      { kind: 'greeting', party: 'agent', turn: 0, startMs: 500, endMs: 900, quote: '您好' },
      {
        kind: 'purpose',
        party: 'agent',
        turn: 2,
        startMs: 7200,
        endMs: 10_000,
        quote: '确认一下您车险保单的到期时间',
      },
    ],
  },
  { ...(tone as CriterionResult), events: [] },
  {
    ...(interruption as CriterionResult),
    verdict: 'met',
    score: 1,
    reason: { code: 'none', en: 'The customer was never interrupted.', zh: '没有打断客户。' },
    events: [],
  },
  {
    ...(restatement as CriterionResult),
    evidence: [
      {
        kind: 'quote',
        party: 'agent',
        turn: 4,
        quote: '尾号四四七九',
        startMs: 16_000,
        endMs: 17_400,
        verified: true,
      },
    ],
    events: [],
  },
  {
    id: 'pushy-selling',
    clauses: ['5/4.2'],
    title: { en: 'No pushy selling', zh: '不强行推销' },
    kind: 'rule',
    method: 'rule',
    critical: true,
    weight: 25,
    verdict: 'not-applicable',
    score: null,
    reason: { code: 'other-call', en: 'Applies only where something is sold.', zh: '仅在有销售内容时适用。' },
    evidence: [
      {
        kind: 'condition',
        condition: { en: 'the call is of kind sales', zh: '通话类型为 sales' },
        value: 'reminder',
        startMs: 0,
        endMs: 60_000,
        verified: true,
      },
    ],
    events: [],
  },
];
