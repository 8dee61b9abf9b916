import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../../src/criteria/text/compare-facts.ts';
import { daysMeant } from '../../../src/criteria/text/days-meant.ts';
import type { Fact } from '../../../src/criteria/text/fact.ts';
import { extractFacts } from '../../../src/criteria/text/facts.ts';

/** A Thursday. */
const day = '2026-03-05';

function dated(text: string): Fact {
  const fact = extractFacts(text, 'zh').find(({ type }) => type === 'date');
  if (fact === undefined) throw new Error(`no date in ${text}`);
  const days = daysMeant(fact, day);
  return days === null ? fact : { ...fact, days };
}

const compare = (said: string, repeated: string): string => compareFacts(dated(said), dated(repeated));

describe('daysMeant, on a Thursday', () => {
  it.each([
    ['明天', [1]],
    ['tomorrow', [1]],
    ['大后天', [3]],
    ['下周二', [5]],
    ['这周五', [1]],
    ['下下周一', [11]],
    ['上周三', [-8]],
    ['周五', [1, 8]],
    ['next Tuesday', [5, 5]],
    ['next Friday', [8, 1]],
    ['next Thursday', [7, 7]],
    ['2026-03-10', [5]],
    ['下周末', [9, 10]],
  ])('%s is %j days ahead', (text, days) => {
    expect(dated(text).days).toEqual(days);
  });

  it.each(['明年', '2026年'])('leaves %s open', (text) => {
    expect(dated(text).days).toBeUndefined();
  });
});

describe('compareFacts with the days known', () => {
  it.each([
    ['下周二', '三月十号'],
    ['三月十号', '下周二'],
    ['下周二', '十号'],
    ['明天', '三月六号'],
    ['后天', '周六'],
    ['下周', '三月九号'],
    ['下个月', '四月一号'],
    ['next Tuesday', 'March 10th'],
    ['tomorrow', 'Friday'],
    ['Friday', 'March the sixth'],
    ['the 13th', 'next Friday'],
    ['next month', 'April 2nd'],
    ['next week', 'the twelfth of March'],
    ['this weekend', 'Saturday'],
  ])('takes %s and %s for one day', (said, repeated) => {
    expect(compare(said, repeated)).toBe('match');
  });

  it.each([
    ['下周二', '三月十一号'],
    ['下周二', '三月三号'],
    ['下周二', '三月十七号'],
    ['明天', '三月七号'],
    ['明天', '周六'],
    ['下周', '三月六号'],
    ['下周', '三月十六号'],
    ['下个月', '三月三十一号'],
    ['next Tuesday', 'March 11th'],
    ['next Tuesday', 'March 17th'],
    ['tomorrow', 'Saturday'],
    ['Friday', 'March the seventh'],
    ['next month', 'March 31st'],
  ])('tells %s and %s apart', (said, repeated) => {
    expect(compare(said, repeated)).toBe('mismatch');
  });
});
