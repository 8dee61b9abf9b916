import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-06-invoice-question',
  seed: 206,
  language: 'en',
  about: {
    en: 'A question about an invoice, nothing sold: no company name, one interruption, hold music, a note without most fields.',
    zh: '一次发票查询，没有推销：未报公司名称，抢话一次，中间有保持音乐，通话记录缺少大部分字段。',
  },
  audio: { coding: 'mp3', layout: 'two-party', agentChannel: 'left', leakDb: -32, noiseSnrDb: 30 },
  voices: { agent: 'slt', customer: 'rms' },
  lines: [
    agent('Good afternoon, how may I help you?'),
    customer(
      'Good afternoon. I have a question about an invoice. The invoice number is {3306|three three oh six}, and the amount is 780 dollars.',
    ),
    agent('Invoice number {3306|three three oh six}. One moment please, I will look it up for you.'),
    agent('Thank you for waiting. The invoice is paid.', { gapMs: 600 }),
    customer(
      'That is strange, because we have just got a letter from you, and ^our bookkeeper told me again that it was still open and overdue.',
    ),
    agent('That letter crossed with your payment, so please just put it aside.', { cutsIn: true }),
    customer('All right. And could you send me a copy by post?'),
    agent('Yes, I will send you a copy by post. Is there anything else I can help you with?'),
    customer('No, that is all. Goodbye.'),
    agent('Thank you for calling. Goodbye.'),
  ],
  sounds: [{ kind: 'hold-music', channelOf: 'agent', amount: 9000, beforeLine: 3 }],
  call: {
    version: 1,
    callId: 'sample-en-06',
    startedAt: '2026-03-06T14:10:00+08:00',
    direction: 'inbound',
    agent: { id: 'A203', name: 'Grace Turner', team: 'south' },
    customer: { id: 'C2006' },
    company: 'Tidewell Media',
    rings: 2,
    kind: 'enquiry',
    channels: { agent: 0, customer: 1 },
    language: 'en',
  },
  callIn: 'file',
  note: {
    writtenAt: '2026-03-06T14:18:00+08:00',
    text: 'Question about invoice 3306, 780 dollars.',
    fields: { person: 'Caller' },
  },
  hasTranscript: true,
  expected: {
    greeting: 'unmet',
    tone: 'met',
    'pushy-selling': 'met',
    interruption: 'partly',
    restatement: 'partly',
    note: 'unmet',
  },
  why: {
    greeting: 'The company is never named.',
    interruption: 'The agent cuts in once while the customer is speaking.',
    restatement: 'The invoice number is said back, the amount is not.',
    note: 'Time, outcome and intent are missing.',
  },
};
