import { describe, expect, it } from 'vitest';
import { intentNextStep } from '../../src/criteria/note/intent-next-step.ts';
import { noteSchema } from '../../src/domain/note.ts';
import { callOf, criterionOf } from './made-calls.ts';

const noteWith = (intent: number | string) => noteSchema.parse({ version: 1, text: 'x', fields: { intent } });

function verdictOf(lines: readonly string[], intent: number | string | null, settings: object = {}): string {
  const input = callOf({ lines, note: intent === null ? null : noteWith(intent) });
  const { verdict, reason } = intentNextStep.score(
    input,
    criterionOf('intent-next-step', intentNextStep.settings.parse(settings)),
  );
  return `${verdict} ${reason.code}`;
}

const invitedZh = ['agent: 您周六方便的话来我们展厅看看吧', 'customer: 可以', 'agent: 好的，再见'];
const invitedEn = [
  'agent: would you like to come and see the show flat on saturday',
  'customer: sure',
  'agent: great, bye',
];
const laterZh = ['agent: 那我下周三再给您打电话', 'customer: 行', 'agent: 好的，再见'];
const laterEn = ["agent: i'll call you back next wednesday", 'customer: fine', 'agent: bye'];
const nothingZh = ['agent: 您好，资料您看过了吗', 'customer: 看过了', 'agent: 好的，再见'];
const nothingEn = ['agent: hello, did you read the brochure', 'customer: yes', 'agent: all right, bye'];

describe('the step that the noted intent calls for', () => {
  it.each([
    [invitedZh, 80, 'met invited'],
    [invitedEn, 80, 'met invited'],
    [laterZh, 40, 'met follow-up-agreed'],
    [laterEn, 40, 'met follow-up-agreed'],
    [nothingZh, 80, 'unmet not-invited'],
    [nothingEn, 80, 'unmet not-invited'],
    [nothingZh, 40, 'partly no-follow-up'],
    [nothingEn, 40, 'partly no-follow-up'],
  ])('of %j at %s is %s', (lines, intent, expected) => expect(verdictOf(lines, intent)).toBe(expected));

  it('is an invitation only above the standard’s percentage', () => {
    expect(verdictOf(laterEn, 60)).toBe('met follow-up-agreed');
    expect(verdictOf(laterEn, 61)).toBe('unmet not-invited');
    expect(verdictOf(laterEn, 61, { invitePercent: 70 })).toBe('met follow-up-agreed');
  });

  it.each([
    ['agent: 您好', 'customer: 周六我来你们展厅看看吧', 'agent: 好的，再见'],
    ['agent: hello', 'customer: can I come and see the show flat', 'agent: okay, bye'],
  ])('is not taken by the customer’s words: %s, %s', (...lines) => {
    expect(verdictOf(lines, 80)).toBe('unmet not-invited');
  });

  it.each([nothingZh, nothingEn])('is not owed where the customer hangs up: %s', (...lines) => {
    expect(verdictOf(lines.slice(0, 2), 80)).toBe('not-applicable customer-hung-up');
  });

  it.each(['interested', 'not-interested'])('cannot be told without a percentage: "%s"', (intent) => {
    expect(verdictOf(invitedZh, intent)).toBe('not-assessable no-intent-percentage');
  });

  it('cannot be told without a note', () => {
    expect(verdictOf(invitedZh, null)).toBe('not-assessable no-intent-percentage');
  });
});
