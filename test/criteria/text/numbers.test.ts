import { describe, expect, it } from 'vitest';
import { findNumbers } from '../../../src/criteria/text/numbers.ts';

const values = (text: string): string[] => findNumbers(text).map((found) => found.value);

describe('findNumbers', () => {
  it.each([
    ['一万三千八', '13800'],
    ['一万三千零八十', '13080'],
    ['一万五', '15000'],
    ['一万零五百', '10500'],
    ['两百五', '250'],
    ['一百零五', '105'],
    ['三千零五', '3005'],
    ['1.3万', '13000'],
    ['3万5', '35000'],
    ['一亿两千万', '120000000'],
    ['三点五', '3.5'],
    ['幺三八零零幺三八零零零', '13800138000'],
    ['幺三八 零零一三 嗯 八零零零', '13800138000'],
    ['二零二六', '2026'],
  ])('reads %s as %s', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it.each([
    ['thirteen thousand eight hundred', '13800'],
    ['thirteen thousand and eighty', '13080'],
    ['a hundred and five', '105'],
    ['fifteen hundred', '1500'],
    ['twenty twenty-six', '2026'],
    ['double three four triple oh', '334000'],
    ['five five five, one two three four', '5551234'],
    ['two point five million', '2500000'],
    ['one hundred twenty three thousand four hundred and fifty six', '123456'],
    ['138 0013 8000', '13800138000'],
    ['(555) 123-4567', '5551234567'],
    ['13,800', '13800'],
  ])('reads "%s" as %s', (text, value) => {
    expect(values(text)).toEqual([value]);
  });

  it('keeps two numbers that belong to two things apart', () => {
    expect(values('I want 2 tickets and 13,800 points')).toEqual(['2', '13800']);
  });

  it('takes an "oh" and a guess such as 三四个 for words, not numbers', () => {
    expect(values('oh well')).toEqual([]);
    expect(values('来了三四个人')).toEqual([]);
  });
});
