import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-07-guilt',
  seed: 207,
  language: 'en',
  about: {
    en: 'Fear and guilt after a refusal, two interruptions, no courteous word, and a note that says the opposite.',
    zh: '客户拒绝后用恐吓和内疚施压，抢话两次，没有礼貌用语，通话记录与通话相反。',
  },
  audio: { coding: 'mulaw-wav', layout: 'two-party', agentChannel: 'left', leakDb: -32, noiseSnrDb: 30 },
  voices: { agent: 'rms', customer: 'slt' },
  lines: [
    agent(
      'This is Tom from Tidewell Media. All your competitors are on the radio now, and I have a plan for you.',
    ),
    customer(
      'I am not interested. We do not need any radio spots, because ^the shop is closed for repairs and there is nothing to sell.',
    ),
    agent('If you do not book now, you will lose your customers, and you will regret it.', { cutsIn: true }),
    customer(
      'No. I do not want it. We have already talked about it, and ^the owner has told all of us that we stay with the newspaper.',
    ),
    agent('Think of your staff. It will be your fault if they lose their jobs.', { cutsIn: true }),
    customer('I said no. Do not call me again.'),
    agent('The plan is 2,400 dollars a week, and I can book it for you right now.'),
    customer('No. Goodbye.'),
  ],
  call: {
    version: 1,
    callId: 'sample-en-07',
    startedAt: '2026-03-09T10:40:00+08:00',
    direction: 'outbound',
    agent: { id: 'A204', name: 'Tom Hale', team: 'south' },
    customer: { id: 'C2007' },
    company: 'Tidewell Media',
    rings: 3,
    kind: 'cold-call',
    channels: { agent: 0, customer: 1 },
    language: 'en',
  },
  callIn: 'file',
  note: {
    writtenAt: '2026-03-09T10:45:00+08:00',
    text: 'Told the customer about the radio plan at 2,400 dollars a week. She wants to book.',
    fields: {
      time: '2026-03-09 10:40',
      person: 'Shop manager',
      outcome: 'Wants to book',
      intent: 'interested',
    },
  },
  hasTranscript: true,
  expected: {
    greeting: 'partly',
    tone: 'partly',
    'pushy-selling': 'unmet',
    interruption: 'unmet',
    restatement: 'not-applicable',
    note: 'unmet',
  },
  why: {
    greeting: 'The company is named at once, but nobody is greeted.',
    tone: 'No courteous word in the whole call, and no rude one.',
    'pushy-selling': 'Fear and guilt are used, and the pitch goes on after a final no.',
    interruption: 'The agent takes the floor twice while the customer is in the middle of a sentence.',
    restatement: 'The customer states no number, name, date or time and shows no confusion.',
    note: 'The note says she wants to book; she refused three times.',
  },
};
