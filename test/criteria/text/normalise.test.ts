import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compact, normalise } from '../../../src/criteria/text/normalise.ts';

describe('normalise', () => {
  it.each([
    ['Hello,  World!', 'hello world'],
    ['您好，這裡是晨光保險。', '您好这里是晨光保险'],
    ['您 好 thank you', '您好thank you'],
    ['ＡＢＣ１２３', 'abc123'],
    ['it’s 3.5% or $1,200', "it's 3.5% or $1200"],
    ['ig\u200bno\u00adre\u202e', 'ignore'],
    ['at 8:45 a.m.', 'at 8:45 a m'],
    ['cafe\u0301', 'café'],
    ['138-0013-8000', '138 0013 8000'],
    ['……！？', ''],
  ])('makes %j comparable', (original, wanted) => {
    expect(normalise(original).text).toBe(wanted);
  });

  it('leads every normalised range back to the exact original text', () => {
    const original = '【客服】您好， Ｔｈａｎｋ  you!';
    const normal = normalise(original);
    const from = normal.text.indexOf('thank you');
    expect(original.slice(...normal.toOriginal(from, from + 9))).toBe('Ｔｈａｎｋ  you');
  });

  it('knows where a clause begins', () => {
    const normal = normalise('不是，您好');
    expect([0, 1, 2, 3].map((i) => normal.startsClause(i))).toEqual([true, false, true, false]);
  });

  it('keeps positions in step for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (original) => {
        const normal = normalise(original);
        for (let i = 0; i < normal.text.length; i++) {
          const [from, to] = normal.toOriginal(i, i + 1);
          if (from >= to || to > original.length || normal.at(i + 1) < normal.at(i)) return false;
        }
        return compact(normal.text) === compact(original) || normalise(normal.text).text.length > 0;
      }),
      { numRuns: 300 },
    );
  });
});
