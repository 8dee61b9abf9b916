import { describe, expect, it } from 'vitest';
import { compileName, findName } from '../../../src/criteria/text/match-names.ts';
import { normalise } from '../../../src/criteria/text/normalise.ts';
import { isAnotherName } from '../../../src/criteria/text/other-names.ts';

function isHeard(name: string, text: string, notThese: readonly string[] = []): boolean {
  const normal = normalise(text);
  const match = findName([compileName(name)], normal);
  return match !== null && !isAnotherName(match, normal, notThese.map(compileName));
}

describe('a name that sounds like the wanted one', () => {
  it.each([
    ['新华保险', '您好这里是兴华保险'],
    ['兴华保险', '您好，新华保险的客服'],
    ['中信银行', '您好这里是中兴银行'],
    ['恒远保险', '您好这里是宏远保险'],
  ])('is another well-known company as it is written: %s in %s', (name, text) => {
    expect(isHeard(name, text)).toBe(false);
  });

  it.each([
    ['新华保险', '您好这里是新花保险'],
    ['新华保险', '您好这里是新华保险'],
    ['恒远保险', '您好这里是横远保险'],
    ['恒远保险', '您好这里是痕远保险'],
    ['Harper Valley National Bank', 'thanks for calling happy valley'],
  ])('is the wanted one where nobody else is called so: %s in %s', (name, text) => {
    expect(isHeard(name, text)).toBe(true);
  });

  it.each([
    ['Brightwater Insurance', 'thank you for calling bridgewater insurance', 'Bridgewater'],
    ['Harper Valley National Bank', 'thanks for calling happy valley', 'Happy Valley'],
    ['澜声广告', '您好这里是兰生广告', '兰生'],
  ])('is not it where the company file says so: %s in %s', (name, text, other) => {
    expect(isHeard(name, text)).toBe(true);
    expect(isHeard(name, text, [other])).toBe(false);
  });

  it('stays the wanted one when it is written as it is, whatever else is listed', () => {
    expect(isHeard('澜声广告', '您好这里是澜声广告', ['兰生'])).toBe(true);
    expect(isHeard('Brightwater Insurance', 'this is brightwater insurance', ['Bridgewater'])).toBe(true);
  });
});
