import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-02-shouting',
  seed: 202,
  language: 'en',
  about: {
    en: 'The agent raises his voice for seconds and passes over a question; the note has no outcome.',
    zh: '坐席连续数秒大声喊叫，对客户的疑问置之不理；通话记录缺少结果。',
  },
  audio: { coding: 'mp3', layout: 'two-party', agentChannel: 'left', leakDb: -34, noiseSnrDb: 40 },
  voices: { agent: 'rms', customer: 'slt' },
  lines: [
    agent(
      'Hello, this is Tom from Tidewell Media. Thank you for taking my call. I would like to offer you a second month for your billboard.',
      { gainDb: -6 },
    ),
    customer('Hello. The start of the first month is wrong. It should be the second of May.'),
    agent(
      'The start is fixed in our planning, and your billboard is part of the same planning as all the others.',
      { gainDb: -6 },
    ),
    customer("I don't understand. What do you mean by fixed?"),
    agent('It is in the planning, as it always was.', { gainDb: -6 }),
    customer('But I told you so in my order. The order number is {4471|four four seven one}.'),
    agent(
      'I have told you that the planning is closed and that I can not change a single day of it for you or for anybody else in this town so there is nothing at all that I will do about your order today.',
      { gainDb: 11 },
    ),
    customer('Please do not shout at me. And I do not want a second month.'),
    agent(
      'All right. You can write a letter to our office in the city, and my colleagues will look at it in the course of the week.',
      { gainDb: -6 },
    ),
    customer('Then I will write to them.'),
    agent('Thank you. Goodbye.', { gainDb: -6 }),
  ],
  call: {
    version: 1,
    callId: 'sample-en-02',
    startedAt: '2026-03-03T15:20:00+08:00',
    direction: 'outbound',
    agent: { id: 'A204', name: 'Tom Hale', team: 'south' },
    customer: { id: 'C2002' },
    company: 'Tidewell Media',
    rings: 2,
    kind: 'follow-up-1',
    channels: { agent: 0, customer: 1 },
    language: 'en',
  },
  callIn: 'file',
  note: {
    writtenAt: '2026-03-03T15:30:00+08:00',
    text: 'Order 4471: customer says the start should be 2 May. Does not want a second month.',
    fields: { time: '2026-03-03 15:20', person: 'Owner of order 4471', intent: 'not-interested' },
  },
  hasTranscript: true,
  expected: {
    greeting: 'met',
    tone: 'unmet',
    'pushy-selling': 'met',
    interruption: 'met',
    restatement: 'unmet',
    note: 'partly',
  },
  why: {
    tone: 'The agent speaks far above his own usual level for more than three seconds.',
    restatement: 'Neither the date nor the order number is said back, and the question is passed over.',
    note: 'The outcome is missing.',
  },
};
