import { agent, type CallScript } from '../make/call-script.ts';

export const script: CallScript = {
  name: 'zh-08-silent-customer',
  seed: 108,
  language: 'zh',
  about: {
    en: 'Nothing but line noise on the customer’s side.',
    zh: '客户一侧只有线路噪声。',
  },
  audio: { coding: 'mp3', layout: 'two-party', agentChannel: 'left', leakDb: -36, noiseSnrDb: 34 },
  voices: { agent: 'f4', customer: 'm3' },
  lines: [
    agent('您好，这里是澜声传媒，我是王丽，想跟您确认一下社区屏续约的事情。'),
    agent('喂，您好，请问您听得到我说话吗？', { gapMs: 3500 }),
    agent('我这边听不到您的声音，麻烦您换个地方再试一试。', { gapMs: 3500 }),
    agent('可能是信号不太好，那我晚一点再给您打过来，谢谢您，再见。', { gapMs: 4500 }),
  ],
  call: {
    version: 1,
    callId: 'sample-zh-08',
    startedAt: '2026-03-10T09:45:00+08:00',
    direction: 'outbound',
    agent: { id: 'A103', name: '王丽', team: 'west' },
    customer: { id: 'C1008' },
    company: '澜声传媒',
    rings: 4,
    kind: 'follow-up-1',
    channels: { agent: 0, customer: 1 },
    language: 'zh',
  },
  callIn: 'file',
  note: null,
  hasTranscript: true,
  expected: {
    greeting: 'met',
    tone: 'met',
    'pushy-selling': 'not-assessable',
    interruption: 'not-assessable',
    restatement: 'not-assessable',
    note: 'not-assessable',
  },
  why: {
    'pushy-selling': 'The customer’s side is silent, so nobody can tell whether anything was refused.',
    interruption: 'The customer’s side is silent.',
    restatement: 'The customer’s side is silent, so nobody can tell what there was to say back.',
    note: 'No note was supplied.',
  },
};
