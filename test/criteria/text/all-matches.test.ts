import { describe, expect, it } from 'vitest';
import { allMatches } from '../../../src/criteria/text/all-matches.ts';

describe('allMatches', () => {
  it.each([
    ['a1b22', /[0-9]+/g],
    ['𠮷a𠮷', /x*/gu],
    ['𠮷a𠮷', /x*/g],
    ['', /x*/g],
    ['三点三点', /三点/gu],
    ['none', /z/g],
  ])('finds in %j what matchAll finds with %s, also the second time', (text, pattern) => {
    const places = (all: Iterable<RegExpExecArray>) => [...all].map((found) => [found.index, found[0]]);
    const expected = places(text.matchAll(pattern));
    expect(places(allMatches(text, pattern))).toEqual(expected);
    expect(places(allMatches(text, pattern))).toEqual(expected);
  });

  it('refuses a pattern that would find one match for ever', () => {
    expect(() => allMatches('aa', /a/)).toThrow(TypeError);
  });
});
