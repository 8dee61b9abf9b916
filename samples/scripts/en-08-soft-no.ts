import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-08-soft-no',
  seed: 208,
  language: 'en',
  about: {
    en: 'A soft no and a call back agreed; the customer cuts the agent off once, the agent only murmurs; the note forgets the date.',
    zh: '客户委婉推迟并约好回电；客户抢了坐席一次话，坐席只有附和；通话记录漏了日期。',
  },
  audio: { coding: 'mp3', layout: 'two-party', agentChannel: 'left', leakDb: -30, noiseSnrDb: 30 },
  voices: { agent: 'slt', customer: 'rms' },
  lines: [
    agent(
      'Good morning, this is Grace from Tidewell Media. I am calling about your spring catalogue. Is this a good time?',
    ),
    customer('Good morning, Grace. Yes, go on.'),
    agent(
      'We could print your offer on the ^back page of our city magazine, and it would be in the hands of every family in town.',
    ),
    customer('Sorry, before you go on, how many homes is that?', { cutsIn: true }),
    agent(
      'No problem. It goes to {9,000|nine thousand} homes. May I ask how many people visit your shop in a week?',
    ),
    customer(
      'Around {350|three hundred and fifty} people, ^I would say, and on the market days ^there may be a few more of them.',
    ),
    agent('Right.', { murmurs: true }),
    agent('I see.', { murmurs: true }),
    agent(
      'Around {350|three hundred and fifty} people a week, thank you. That helps me to suggest the right size.',
    ),
    customer('It sounds good, but I need to think about it first. Call me on the eighteenth of March.'),
    agent('Of course, please take your time. I will call you on the eighteenth of March.'),
    customer('Thank you. Goodbye.'),
    agent('Thank you for your time. Goodbye.'),
  ],
  call: {
    version: 1,
    callId: 'sample-en-08',
    startedAt: '2026-03-10T11:15:00+08:00',
    direction: 'outbound',
    agent: { id: 'A203', name: 'Grace Turner', team: 'south' },
    customer: { id: 'C2008' },
    company: 'Tidewell Media',
    rings: 1,
    kind: 'follow-up-1',
    channels: { agent: 0, customer: 1 },
    language: 'en',
  },
  callIn: 'file',
  note: {
    writtenAt: '2026-03-10T11:22:00+08:00',
    text: 'Shop with around 350 visitors a week. Likes the back page of the city magazine, wants to think about it first.',
    fields: {
      time: '2026-03-10 11:15',
      person: 'Shop owner',
      outcome: 'Thinks about it, I call again',
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
    note: 'partly',
  },
  why: { note: 'The day agreed for the call back, 18 March, is not in the note.' },
};
