import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-01-full-service',
  seed: 201,
  language: 'en',
  about: {
    en: 'An order taken well: facts said back, a term explained in plain words, only murmurs while the customer talks.',
    zh: '一次做得好的订单电话：信息逐项复述，术语用平常话解释，客户说话时只有附和。',
  },
  audio: { coding: 'mp3', layout: 'two-party', agentChannel: 'left', leakDb: -30, noiseSnrDb: 32 },
  voices: { agent: 'slt', customer: 'rms' },
  lines: [
    agent('Good morning, Tidewell Media, this is Laura speaking. How may I help you?'),
    customer(
      'Hi, I run a small bakery, and ^I would like to book the weekend radio plan for ^four weeks, starting on March the sixteenth.',
    ),
    agent('Uh-huh.', { murmurs: true }),
    agent('Okay.', { murmurs: true }),
    agent(
      'Thank you. So that is the weekend radio plan for four weeks, starting on March the sixteenth. Is that right?',
    ),
    customer('Yes. But what does drive time mean? I did not quite understand that in your letter.'),
    agent(
      'Sorry about that. In other words, it is the time when most people sit in their cars, in the early morning and in the late afternoon.',
    ),
    customer("Ah, I see. And the price is 2,400 dollars a week, isn't it?"),
    agent('Yes, that is 2,400 dollars a week. May I have a number where we can reach you?'),
    customer('Sure, it is {555-0142|five five five, oh one four two}.'),
    agent(
      '{555-0142|five five five, oh one four two}, thank you. I will send you the contract this afternoon.',
    ),
    customer('Wonderful, thanks. Goodbye.'),
    agent('Thank you for calling. Goodbye.'),
  ],
  call: {
    version: 1,
    callId: 'sample-en-01',
    startedAt: '2026-03-02T10:03:20+08:00',
    direction: 'inbound',
    agent: { id: 'A201', name: 'Laura Bennett', team: 'north' },
    customer: { id: 'C2001' },
    company: 'Tidewell Media',
    rings: 2,
    kind: 'sales',
    channels: { agent: 0, customer: 1 },
    language: 'en',
  },
  callIn: 'file',
  note: {
    writtenAt: '2026-03-02T10:08:00+08:00',
    text: 'Bakery owner books the weekend radio plan for four weeks from 16 March at 2,400 dollars a week. Phone 555-0142. Contract goes out this afternoon.',
    fields: {
      time: '2026-03-02 10:03',
      person: 'Bakery owner',
      outcome: 'Booked four weeks, contract to be sent this afternoon',
      intent: 'interested',
    },
  },
  hasTranscript: true,
  expected: {
    greeting: 'met',
    tone: 'met',
    'pushy-selling': 'met',
    interruption: 'met',
    restatement: 'met',
    note: 'met',
  },
  why: {},
};
