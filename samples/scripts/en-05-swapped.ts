import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-05-swapped',
  seed: 205,
  language: 'en',
  about: {
    en: 'The agent is on the right channel and no metadata says so; one sentence of false urgency, then he lets go.',
    zh: '坐席在右声道，元数据没有说明；有一句制造紧迫感的话，随后不再勉强。',
  },
  audio: { coding: 'opus-ogg', layout: 'two-party', agentChannel: 'right', leakDb: -32, noiseSnrDb: 32 },
  voices: { agent: 'awb', customer: 'slt' },
  lines: [
    agent(
      'Hello, my name is Mark, and I am calling from Tidewell Media. May I ask who takes care of your advertising?',
    ),
    customer('That would be me. My name is Helen Price.'),
    agent(
      'Thank you, Helen Price. We have a weekend radio plan for local shops. The discount ends tonight, so you should really decide today.',
    ),
    customer('I would rather not decide today. Please call me again on Friday at three.'),
    agent('Of course, there is no hurry at all. I will call you again on Friday at three.'),
    customer('Good. I am interested, but I want to talk to my partner first.'),
    agent('That is fine. May I send you the price list by mail?'),
    customer('Yes, please do.', { earlyMs: 200 }),
    agent('Thank you very much, Helen. Goodbye.'),
    customer('Goodbye.'),
  ],
  call: {
    version: 1,
    callId: 'sample-en-05',
    startedAt: '2026-03-05T16:05:00+08:00',
    direction: 'outbound',
    agent: { id: 'A202', name: 'Mark Ellis', team: 'north' },
    customer: { id: 'C2005' },
    company: 'Tidewell Media',
    rings: 2,
    kind: 'cold-call',
    language: 'en',
  },
  callIn: 'file',
  note: {
    writtenAt: '2026-03-05T16:12:00+08:00',
    text: 'Helen Price takes care of the advertising. Interested in the weekend radio plan, wants to talk to her partner first. Call again on Friday at three. Price list goes out by mail.',
    fields: {
      time: '2026-03-05 16:05',
      person: 'Helen Price',
      outcome: 'Call again on Friday at three, send the price list',
      intent: 'interested',
    },
  },
  hasTranscript: true,
  expected: {
    greeting: 'met',
    tone: 'met',
    'pushy-selling': 'partly',
    interruption: 'met',
    restatement: 'met',
    note: 'met',
  },
  why: { 'pushy-selling': 'One sentence presses for a decision today; the agent then lets go at once.' },
};
