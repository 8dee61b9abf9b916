import { describe, expect, it } from 'vitest';
import { answerSpeed } from '../../src/criteria/answer-speed.ts';
import { callHours } from '../../src/criteria/call-hours.ts';
import { callLength } from '../../src/criteria/call-length.ts';
import type { CriterionKind } from '../../src/criteria/kind.ts';
import type { CallMetadata } from '../../src/domain/call.ts';
import { type Company, companySchema } from '../../src/domain/company.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import { criterionSchema } from '../../src/domain/standard.ts';

const company: Company = companySchema.parse({
  version: 1,
  name: 'Example',
  timeZone: 'Asia/Shanghai',
  calendar: {
    workingHours: [
      ['08:00', '11:30'],
      ['12:00', '18:00'],
    ],
    quietHours: [['12:00', '14:00']],
    holidays: ['2026-10-01'],
  },
});

function decide(kind: CriterionKind, call: Partial<CallMetadata>, more: Partial<ScoringInput> = {}) {
  const criterion = criterionSchema.parse({
    id: 'x',
    clauses: ['5/5.1'],
    title: { en: 'X', zh: '某项' },
    kind: kind.kind,
    weight: 100,
  });
  const input: ScoringInput = {
    call: { version: 1, ...call },
    language: 'zh',
    durationMs: 60_000,
    transcript: null,
    acoustics: null,
    note: null,
    company,
    roles: { agent: null, customer: null, from: 'none', confidence: 0, isCertain: false },
    ...more,
  };
  const { verdict, reason } = kind.score(input, { ...criterion, settings: kind.settings.parse({}) });
  return `${verdict} ${reason.code}`;
}

describe('call hours', () => {
  const outbound = (startedAt: string) => decide(callHours, { startedAt, direction: 'outbound' });

  it('are read in the company zone, whatever the offset of the time', () => {
    expect(outbound('2026-03-02T09:14:05+08:00')).toBe('met in-working-hours');
    expect(outbound('2026-03-02T01:14:05Z')).toBe('met in-working-hours');
    expect(outbound('2026-03-02T09:14:05Z')).toBe('met in-working-hours');
    expect(outbound('2026-03-02T10:14:05Z')).toBe('unmet outside-working-hours');
  });

  it('exclude weekends, holidays and, for outbound calls only, quiet hours', () => {
    expect(outbound('2026-03-01T10:00:00+08:00')).toBe('unmet outside-working-hours');
    expect(outbound('2026-10-01T10:00:00+08:00')).toBe('unmet outside-working-hours');
    expect(outbound('2026-03-02T12:30:00+08:00')).toBe('unmet in-quiet-hours');
    const inbound = { startedAt: '2026-03-02T12:30:00+08:00', direction: 'inbound' } as const;
    expect(decide(callHours, inbound)).toBe('met in-working-hours');
    expect(decide(callHours, { startedAt: inbound.startedAt })).toBe('not-assessable no-direction');
  });

  it('take the end of a stretch as outside', () => {
    expect(outbound('2026-03-02T17:59:59+08:00')).toBe('met in-working-hours');
    expect(outbound('2026-03-02T18:00:00+08:00')).toBe('unmet outside-working-hours');
  });

  it('are not assessable without a start time or a calendar, by name', () => {
    expect(decide(callHours, {})).toBe('not-assessable no-start-time');
    const bare = companySchema.parse({ version: 1, name: 'Bare' });
    expect(decide(callHours, { startedAt: '2026-03-02T09:00:00Z' }, { company: bare })).toBe(
      'not-assessable no-calendar',
    );
  });
});

describe('answer speed', () => {
  it('counts rings of inbound calls', () => {
    const rung = (rings: number) => decide(answerSpeed, { direction: 'inbound', rings });
    expect([3, 4, 5].map(rung)).toEqual([
      'met answered-in-time',
      'partly answered-late',
      'unmet answered-very-late',
    ]);
  });

  it('does not apply to outbound calls and is not assessable without rings', () => {
    expect(decide(answerSpeed, { direction: 'outbound', rings: 9 })).toBe('not-applicable outbound');
    expect(decide(answerSpeed, { direction: 'inbound' })).toBe('not-assessable no-rings');
    expect(decide(answerSpeed, { rings: 9 })).toBe('not-assessable no-direction');
  });
});

describe('call length', () => {
  it('is met, partly and unmet by its two bounds', () => {
    const lasting = (minutes: number) => decide(callLength, {}, { durationMs: minutes * 60_000 });
    expect([15, 16, 30].map(lasting)).toEqual(['met length-in-range', 'partly long', 'unmet too-long']);
  });
});
