import { agent, type CallScript, customer } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'en-03-mono',
  seed: 203,
  language: 'en',
  about: {
    en: 'A good call kept in one channel: who spoke over whom cannot be known. The note is plain text.',
    zh: '一次做得好的通话，但只录成单声道，无法判断谁抢了谁的话。通话记录是纯文本。',
  },
  audio: { coding: 'gsm-wav', layout: 'mono', agentChannel: 'left', noiseSnrDb: 34 },
  voices: { agent: 'slt', customer: 'awb' },
  lines: [
    agent('Good afternoon, this is Grace from Tidewell Media. Am I speaking with Mr Cole?'),
    customer('Yes, speaking.'),
    agent(
      'Thank you for your message, Mr Cole. You asked about the neighbourhood screens. Is this a good moment?',
    ),
    customer('Yes, it is. We open on the tenth of June, and we can spend 1,500 dollars.'),
    agent(
      'Let me repeat that. You open on the tenth of June, and you can spend 1,500 dollars. With that you get twelve screens for two weeks.',
    ),
    customer('That sounds good. I would like to go ahead. Could somebody come by on Tuesday at ten?'),
    agent(
      'Certainly. A colleague will visit you on Tuesday at ten. Is there anything else I can do for you?',
    ),
    customer('No, that is all, thank you.'),
    agent('Thank you, Mr Cole. Have a nice day. Goodbye.'),
  ],
  call: {
    version: 1,
    callId: 'sample-en-03',
    startedAt: '2026-03-04T14:30:10+08:00',
    direction: 'outbound',
    agent: { id: 'A203', name: 'Grace Turner', team: 'south' },
    customer: { id: 'C2003', name: 'Mr Cole' },
    company: 'Tidewell Media',
    rings: 2,
    kind: 'follow-up-1',
    language: 'en',
  },
  callIn: 'file',
  note: 'Time: 2026-03-04 14:30\nPerson: Mr Cole\nOutcome: Wants to go ahead with the neighbourhood screens. Opens on 10 June, can spend 1,500 dollars. A colleague visits him on Tuesday at ten.\nIntent: interested\n',
  hasTranscript: true,
  expected: {
    greeting: 'met',
    tone: 'met',
    'pushy-selling': 'met',
    interruption: 'not-assessable',
    restatement: 'met',
    note: 'met',
  },
  why: { interruption: 'Both sides are in one channel.' },
};
