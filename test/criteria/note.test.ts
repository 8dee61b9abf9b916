import { describe, expect, it } from 'vitest';
import { type NoteSettings, note } from '../../src/criteria/note/note.ts';
import { readNoteFields } from '../../src/criteria/note/note-fields.ts';
import { type Note, noteSchema } from '../../src/domain/note.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { callOf, criterionOf } from './made-calls.ts';

const score = (input: ScoringInput, settings: Partial<NoteSettings> = {}): Decision =>
  note.score(input, criterionOf('note', note.settings.parse(settings)));
const startedAt = '2026-03-02T09:14:05+08:00';

const chinese = (filed: Partial<Note> | null, lines = chineseLines): ScoringInput =>
  callOf({ lines, call: { startedAt }, note: filed && noteSchema.parse(filed) });
const chineseLines = [
  'agent: 您好，这里是晨光保险，我是小李。',
  'customer: 你好，我姓王，我对重疾险挺感兴趣的。',
  'agent: 好的王女士，您的预算大概是多少？',
  'customer: 一年8000元左右吧。',
  'agent: 好的，那我们约周三下午三点给您回电，可以吗？',
  'customer: 可以，周三下午三点，打我这个电话13800138000。',
  'agent: 好的，13800138000，周三下午三点，再见。',
];
const fullZh: Partial<Note> = {
  text: '王女士对重疾险感兴趣，预算8000元一年，约周三下午3点回电，电话13800138000。',
  fields: { time: '2026-03-02 09:14', person: '王女士', outcome: '约周三下午三点回电', intent: 'interested' },
};

const english = (filed: Partial<Note> | null, lines = englishLines): ScoringInput =>
  callOf({ lines, call: { startedAt: '2026-03-02T09:14:05-05:00' }, note: filed && noteSchema.parse(filed) });
const englishLines = [
  'agent: Good morning, this is Jane from Brightwater Insurance.',
  'customer: hi my name is robert jones i am interested in the home cover',
  'agent: great what budget do you have in mind',
  'customer: about 1200 dollars a year',
  'agent: shall i call you back on friday at three pm',
  'customer: yes friday at three pm my number is five five five one two three four five six seven',
  'agent: thank you goodbye',
];
const fullEn: Partial<Note> = {
  text: 'Robert Jones, budget $1,200 a year, call back Friday 3pm on 555-123-4567.',
  fields: { time: '2026-03-02 09:14', person: 'Robert Jones', outcome: 'Call back Friday 3pm', intent: 80 },
};

describe('a note', () => {
  it.each([
    ['a form in Chinese', chinese(fullZh)],
    ['a form in English', english(fullEn)],
    [
      'free text in Chinese',
      chinese({
        text: '3月2日9:14与王女士通话，对重疾险感兴趣，预算8000元，约周三下午3点回电13800138000',
      }),
    ],
    [
      'free text in English',
      english({
        text: '3/2 9:14 am spoke with Robert Jones. Interested in home cover, budget 1200 dollars, will call back Friday 3pm, 555-123-4567.',
      }),
    ],
    [
      'labelled lines',
      chinese({
        text: '时间：2026-03-02 09:14\n联系人：王女士\n结果：预算8000元，约周三15:00回电 13800138000\n意向：高',
      }),
    ],
    ['its dates written out', chinese({ ...fullZh, text: '预算8000元，3月4日15点回电，电话13800138000' })],
  ])('is met as %s', (_, input) => {
    const decision = score(input);
    expect([decision.verdict, decision.reason.code]).toEqual(['met', 'note-complete']);
    expect(
      decision.evidence.some((evidence) => evidence.kind === 'note' && evidence.relation === 'supports'),
    ).toBe(true);
  });

  it.each([
    [
      'a field',
      chinese({ ...fullZh, fields: { time: '09:14', person: '王女士', outcome: '约周三回电' } }),
      'field-missing',
    ],
    ['the telephone number', chinese({ ...fullZh, text: '预算8000元，约周三下午三点回电' }), 'fact-missing'],
    ['the budget', english({ ...fullEn, text: 'call back Friday 3pm on 5551234567' }), 'fact-missing'],
  ])('is partly met when it lacks %s', (_, input, code) => {
    expect(score(input)).toMatchObject({ verdict: 'partly', reason: { code } });
  });

  it.each([
    [
      'the amount',
      chinese({ ...fullZh, text: '预算80000元，约周三下午3点回电13800138000' }),
      'note-contradicted',
    ],
    [
      'the telephone number',
      chinese({ ...fullZh, text: '预算8000元，回电13800138001' }),
      'note-contradicted',
    ],
    [
      'the day',
      chinese({
        ...fullZh,
        fields: { ...fullZh.fields, outcome: '约周四下午三点回电' },
        text: '预算8000元13800138000',
      }),
      'note-contradicted',
    ],
    [
      'the hour',
      english({
        ...fullEn,
        fields: { ...fullEn.fields, outcome: 'Call back Friday 5pm' },
        text: '$1200 5551234567',
      }),
      'note-contradicted',
    ],
    [
      'the intent',
      chinese({ ...fullZh, fields: { ...fullZh.fields, intent: 'not-interested' } }),
      'intent-contradicted',
    ],
    [
      'a low percentage',
      english({ ...fullEn, fields: { ...fullEn.fields, intent: 10 } }),
      'intent-contradicted',
    ],
  ])('is unmet when it contradicts the call in %s', (_, input, code) => {
    const decision = score(input);
    expect(decision).toMatchObject({ verdict: 'unmet', reason: { code } });
    expect(decision.evidence).toContainEqual(
      expect.objectContaining({ kind: 'note', relation: 'contradicts', verified: true }),
    );
  });

  it('is unmet when it calls a refusing customer interested', () => {
    const refused = [
      'agent: 您好，这里是晨光保险，想给您介绍一款重疾险。',
      'customer: 不需要，我不感兴趣。',
      'agent: 这个产品真的很好。',
      'customer: 我说了不需要，谢谢。',
    ];
    const fields = { time: '09:14', person: '客户', outcome: '已介绍', intent: 'interested' as const };
    expect(score(chinese({ fields }, refused)).reason.code).toBe('intent-contradicted');
  });

  it('takes the customer’s number over the agent’s slip', () => {
    const lines = [
      'agent: 您好，晨光保险。',
      'customer: 我那个合同是13800元，对吧。',
      'agent: 对，13080元，我记一下。',
      'customer: 嗯。',
    ];
    const fields = { time: '09:14', person: '客户', outcome: '确认13080元', intent: 'interested' as const };
    expect(score(chinese({ fields }, lines)).reason.code).toBe('note-contradicted');
  });

  it('is unmet with two fields missing', () => {
    expect(score(chinese({ fields: { time: '09:14', outcome: '已介绍' } }))).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'field-missing' },
    });
  });

  it('is not assessable when none was supplied, and unmet where one is due', () => {
    expect(score(chinese(null)).verdict).toBe('not-assessable');
    expect(score(chinese(null), { noteDue: true })).toMatchObject({
      verdict: 'unmet',
      reason: { code: 'no-note' },
    });
  });

  it('is not assessable against a call without transcript', () => {
    expect(score({ ...chinese(fullZh), transcript: null })).toMatchObject({
      verdict: 'not-assessable',
      reason: { code: 'no-transcript' },
    });
  });

  it('contradicts nothing where the recognizer was unsure of the number', () => {
    const input = chinese({ ...fullZh, text: '预算8000元，约周三下午三点回电13800138001' });
    const turns = (input.transcript?.turns ?? []).map((turn) => ({
      ...turn,
      words: (turn.words ?? []).map((word) => ({ ...word, confidence: 0.4 })),
    }));
    const unsure = { ...input, transcript: { version: 1 as const, language: 'zh' as const, turns } };
    expect(score(unsure).verdict).not.toBe('unmet');
  });

  it('may hold a name the recognizer spells otherwise', () => {
    const input = chinese({ ...fullZh, fields: { ...fullZh.fields, person: '汪女士' } });
    expect(score(input).verdict).toBe('met');
  });

  it('asks for a percentage where the standard does', () => {
    expect(score(chinese(fullZh), { percentDue: true }).verdict).toBe('partly');
    const fields = { ...fullZh.fields, intent: 70 };
    expect(score(chinese({ ...fullZh, fields }), { percentDue: true }).verdict).toBe('met');
  });
});

describe('filing', () => {
  it.each([
    ['2026-03-02T18:00:00+08:00', 'met'],
    ['2026-03-03T01:00:00Z', 'unmet'],
    [undefined, 'not-assessable'],
  ])('at %s is %s', (writtenAt, verdict) => {
    const input = chinese({ ...fullZh, ...(writtenAt && { writtenAt }) });
    expect(score(input, { checks: ['same-day'] }).verdict).toBe(verdict);
  });

  it('of a novel is not brief', () => {
    expect(score(chinese({ text: '客户说'.repeat(500) }), { checks: ['brief'] }).verdict).toBe('unmet');
    expect(score(chinese(fullZh), { checks: ['brief'] }).verdict).toBe('met');
  });
});

describe('readNoteFields', () => {
  const read = (filed: Partial<Note>) => readNoteFields(noteSchema.parse(filed));

  it.each([
    ['意向：无', 'not-interested'],
    ['意向：A', 'interested'],
    ['意向等级：高', 'interested'],
    ['客户暂无需求', 'not-interested'],
    ['Customer is not interested.', 'not-interested'],
    ['Very interested, wants to book', 'interested'],
    ['intent: 75%', 'interested'],
    ['意向 50%', 'undecided'],
  ])('classes "%s" as %s', (text, wanted) => {
    expect(read({ text }).intent?.class).toBe(wanted);
  });

  it('reads form fields under Chinese names', () => {
    const { fields } = read({
      fields: { 通话时间: '09:14', 联系人: '李总', 处理结果: '已发资料', 意向: '有' } as Note['fields'],
    });
    expect(Object.keys(fields).sort()).toEqual(['intent', 'outcome', 'person', 'time']);
  });

  it('takes an empty label for a missing field', () => {
    const { fields } = read({ text: '时间：09:14\n联系人：\n结果：未填' });
    expect(Object.keys(fields)).toEqual(['time']);
  });
});
