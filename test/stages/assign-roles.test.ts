import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/domain/acoustics.ts';
import type { CallMetadata } from '../../src/domain/call.ts';
import { companyNamed } from '../../src/domain/company.ts';
import { type Transcript, transcriptSchema } from '../../src/domain/transcript.ts';
import type { FiledTranscription, HeardTranscription } from '../../src/domain/transcription.ts';
import { assignRoles, type RoleInput } from '../../src/stages/assign-roles.ts';
import { heardSpeech } from '../fakes/heard.ts';

const base: RoleInput = {
  transcription: null,
  acoustics: null,
  call: { version: 1 },
  company: null,
  personAgent: null,
};
const leftAgent: CallMetadata = { version: 1, channels: { agent: 0, customer: 1 } };

const turns = [
  { party: 'agent' as const, startMs: 1000, endMs: 4000, text: '您好，我是安心保险的小李。' },
  { party: 'customer' as const, startMs: 4200, endMs: 6000, text: '哦，什么事？' },
  { party: 'agent' as const, startMs: 6500, endMs: 9000, text: '想给您介绍一款产品。' },
];
const filed = (list: Transcript['turns'] = turns): FiledTranscription => ({
  from: 'file',
  format: 'earmark',
  transcript: { version: 1, language: 'zh', turns: list },
  speakers: list.map((turn) => turn.party),
  problems: [],
});
const spansOf = (party: string, list: readonly { party: string; startMs: number; endMs: number }[] = turns) =>
  list.filter((turn) => turn.party === party).map((turn): Span => [turn.startMs, turn.endMs]);
const agentLeft = heardSpeech({ left: spansOf('agent'), right: spansOf('customer') });
const agentRight = heardSpeech({ left: spansOf('customer'), right: spansOf('agent') });

const heard = (left: string[], right: string[], language: 'zh' | 'en' = 'zh'): HeardTranscription => {
  const side = (texts: string[], offsetMs: number) =>
    texts.map((text, index) => ({
      startMs: offsetMs + index * 5000,
      endMs: offsetMs + index * 5000 + 2000,
      text,
    }));
  return {
    from: 'engine',
    engine: { provider: 'p', model: 'm', modelReported: null, settings: {} },
    language,
    sides: { left: side(left, 1000), right: side(right, 3500) },
    problems: [],
  };
};
const twoSides = heardSpeech({ left: [[1000, 20_000]], right: [[3500, 25_000]] });

describe('roles from metadata', () => {
  it('are certain', () => {
    const { roles } = assignRoles({ ...base, acoustics: agentLeft, call: leftAgent });
    expect(roles).toEqual({
      agent: 'left',
      customer: 'right',
      from: 'metadata',
      confidence: 1,
      isCertain: true,
    });
  });

  it('are not certain when a transcript or the opening contradicts them strongly (AUD-14)', () => {
    const byTimes = assignRoles({ ...base, acoustics: agentRight, call: leftAgent, transcription: filed() });
    expect(byTimes).toMatchObject({ isContradicted: true, roles: { agent: 'left', isCertain: false } });
    const transcription = heard(['喂，你是谁？'], ['您好，我是安心保险的客服小李，有什么可以帮您？']);
    const call = { ...leftAgent, company: '安心保险' };
    const byOpening = assignRoles({ ...base, acoustics: twoSides, call, transcription });
    expect(byOpening).toMatchObject({ isContradicted: true, roles: { isCertain: false } });
    const agreeing = assignRoles({ ...base, acoustics: agentLeft, call: leftAgent, transcription: filed() });
    expect(agreeing).toMatchObject({ isContradicted: false, roles: { isCertain: true } });
  });
});

describe('roles from a transcript that names parties', () => {
  it('follow the speech under its turns, even when times are off by a little', () => {
    for (const shiftMs of [-400, 0, 400]) {
      const shifted = turns.map((turn) => ({
        ...turn,
        startMs: turn.startMs + shiftMs,
        endMs: turn.endMs + shiftMs,
      }));
      const { roles } = assignRoles({ ...base, acoustics: agentRight, transcription: filed(shifted) });
      expect(roles).toMatchObject({ agent: 'right', customer: 'left', from: 'transcript', isCertain: true });
    }
  });

  it('are uncertain when the times fit neither way', () => {
    const both = heardSpeech({ left: [[0, 9000]], right: [[0, 9000]] });
    expect(assignRoles({ ...base, acoustics: both, transcription: filed() }).roles.isCertain).toBe(false);
    const elsewhere = heardSpeech({ left: [[60_000, 90_000]], right: [[100_000, 120_000]] });
    expect(assignRoles({ ...base, acoustics: elsewhere, transcription: filed() }).roles.isCertain).toBe(
      false,
    );
  });

  it('hold without channels for the text alone', () => {
    for (const acoustics of [null, heardSpeech({ mixed: [[0, 9000]] })]) {
      const assigned = assignRoles({ ...base, acoustics, transcription: filed(), call: leftAgent });
      expect(assigned.roles).toMatchObject({
        agent: null,
        customer: null,
        from: 'transcript',
        isCertain: true,
      });
      expect(assigned.transcript?.turns).toEqual(turns);
    }
  });

  it('are known with only one side speaking', () => {
    const oneParty = heardSpeech({ left: [], right: spansOf('agent') }, { layout: 'one-party' });
    const onlyAgent = filed(turns.filter((turn) => turn.party === 'agent'));
    expect(assignRoles({ ...base, acoustics: oneParty, transcription: onlyAgent }).roles).toMatchObject({
      agent: 'right',
      isCertain: true,
    });
  });
});

describe('roles from the opening', () => {
  const roles = (
    left: string[],
    right: string[],
    more: Partial<CallMetadata> = {},
    language: 'zh' | 'en' = 'zh',
  ) =>
    assignRoles({
      ...base,
      acoustics: twoSides,
      transcription: heard(left, right, language),
      call: { version: 1, ...more },
    });

  it('go to who greets with company and name, in both languages', () => {
    const zh = roles(['喂'], ['您好，我是安心保险的小李，请问是王先生吗？'], { company: '安心保险' });
    expect(zh.roles).toMatchObject({ agent: 'right', from: 'opening', isCertain: true });
    expect(zh.transcript?.turns.map((turn) => turn.party)).toEqual(['customer', 'agent']);
    const en = roles(
      ['Thank you for calling Tidewell Media, my name is Laura, how may I help you?'],
      ['Hi, I got a bill I do not understand.'],
      { company: 'Tidewell Media' },
      'en',
    );
    expect(en.roles).toMatchObject({ agent: 'left', isCertain: true });
  });

  it('are a guess, and say so, when the opening tells little', () => {
    const { roles: guess, transcript } = roles(['你好'], ['你好'], { direction: 'outbound' });
    expect(guess).toMatchObject({ agent: 'right', from: 'opening', isCertain: false });
    expect(guess.confidence).toBeLessThan(0.85);
    expect(transcript?.turns.map((turn) => turn.party)).toEqual(['customer', 'agent']);
  });

  it('are not taken from text that cannot be trusted', () => {
    const transcription = heard(['您好，我是安心保险的小李'], ['你好']);
    const left =
      transcription.sides.left?.map((turn) => ({ ...turn, flags: ['hallucinated' as const] })) ?? [];
    const doubtful = { ...transcription, sides: { ...transcription.sides, left } };
    const call = { version: 1 as const, company: '安心保险' };
    expect(assignRoles({ ...base, acoustics: twoSides, transcription: doubtful, call }).roles.isCertain).toBe(
      false,
    );
  });

  it('are found for a file that names nobody, by the channel each turn lies on', () => {
    const nameless = filed(turns.map((turn) => ({ ...turn, party: 'other' as const })));
    const call = { version: 1 as const, company: '安心保险' };
    const assigned = assignRoles({ ...base, acoustics: agentRight, transcription: nameless, call });
    expect(assigned.roles).toMatchObject({ agent: 'right', from: 'opening', isCertain: true });
    expect(assigned.transcript?.turns.map((turn) => turn.party)).toEqual(['agent', 'customer', 'agent']);
  });
});

describe('roles from a person', () => {
  it('win over metadata and over the opening', () => {
    const transcription = heard(['您好，我是安心保险的小李'], ['喂']);
    const assigned = assignRoles({
      ...base,
      acoustics: twoSides,
      transcription,
      call: leftAgent,
      personAgent: 'right',
    });
    expect(assigned.roles).toEqual({
      agent: 'right',
      customer: 'left',
      from: 'person',
      confidence: 1,
      isCertain: true,
    });
    expect(assigned.transcript?.turns.map((turn) => turn.party)).toEqual(['customer', 'agent']);
  });

  it('exchange the parties of a transcript that names them the other way', () => {
    const assigned = assignRoles({
      ...base,
      acoustics: agentLeft,
      transcription: filed(),
      personAgent: 'right',
    });
    expect(assigned.transcript?.turns.map((turn) => turn.party)).toEqual(['customer', 'agent', 'customer']);
  });
});

describe('roles without anything to go by', () => {
  it('are none', () => {
    const none = { agent: null, customer: null, from: 'none', isCertain: false };
    expect(assignRoles({ ...base, acoustics: twoSides })).toMatchObject({ roles: none, transcript: null });
    expect(assignRoles(base).roles).toMatchObject(none);
    const mono = { ...heard([], []), sides: { mixed: [{ startMs: 0, endMs: 1, text: '您好' }] } };
    const assigned = assignRoles({
      ...base,
      acoustics: heardSpeech({ mixed: [[0, 1]] }),
      transcription: mono,
    });
    expect(assigned.roles).toMatchObject(none);
    expect(assigned.transcript?.turns[0]?.party).toBe('other');
  });
});

describe('the openings of the samples', () => {
  const folder = new URL('../../samples/calls/', import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.transcript.json'));

  const openings = names.map((name) => {
    const transcript = transcriptSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    const side = (party: string) =>
      transcript.turns.filter((turn) => turn.party === party).map(({ party: _, ...turn }) => turn);
    const company = { ...companyNamed('澜声传媒'), spoken: ['Tidewell Media', 'Tidewell'] };
    const sides = { left: side('customer'), right: side('agent') };
    const transcription = { ...heard([], [], transcript.language), sides };
    return assignRoles({ ...base, acoustics: twoSides, transcription, company }).roles;
  });

  it('never make the customer the agent for certain', () => {
    expect(openings.filter((roles) => roles.isCertain && roles.agent !== 'right')).toEqual([]);
  });

  it('tell the agent of three in four for certain, company known', () => {
    const share =
      openings.filter((roles) => roles.isCertain && roles.agent === 'right').length / openings.length;
    expect(share).toBeGreaterThanOrEqual(0.75);
  });
});
