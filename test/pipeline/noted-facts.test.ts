import { describe, expect, it } from 'vitest';
import { notedFacts } from '../../src/pipeline/noted-facts.ts';

// a Monday
const call = { version: 1, startedAt: '2026-03-02T09:14:05+08:00' } as const;
const noted = (text: string, fields = {}) => notedFacts({ version: 1, text, fields }, call);

describe('what reports read from a note', () => {
  it('takes the next day the note names as the day the customer is due', () => {
    expect(noted('客户有兴趣，周三下午三点回电。', { intent: 'interested' })).toMatchObject({
      intent: 'interested',
      due: '2026-03-04',
      isDueStated: true,
    });
    expect(noted('Interested, call back on 16 March.', { intent: 80 })?.due).toBe('2026-03-16');
  });

  it('gives an interested customer a week where no day is named', () => {
    expect(noted('有兴趣', { intent: 'interested' })).toMatchObject({
      due: '2026-03-09',
      isDueStated: false,
    });
    expect(noted('不需要', { intent: 'not-interested' })?.due).toBeNull();
  });

  it('takes no day before the call, nor the day of the call, for the next contact', () => {
    expect(noted('2026-03-02 通话，2 月 20 日曾联系过。', { intent: 'interested' })?.isDueStated).toBe(false);
  });

  it('says nothing without a note', () => {
    expect(notedFacts(null, call)).toBeNull();
  });
});
