import { describe, expect, it } from 'vitest';
import { chinese } from '../../src/web/text/chinese.ts';
import { english } from '../../src/web/text/english.ts';
import { createFormats } from '../../src/web/text/formats.ts';

/** Every text by its path; functions are called with a sample. */
function flatten(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const here = `${path}${name}`;
    if (typeof value === 'function') return [[here, String(value(2, 2))]];
    return typeof value === 'string' ? [[here, value]] : flatten(value as object, `${here}.`);
  });
}

/** What is the same in both languages: names, keys of the keyboard, signs, units. */
const alike = /^(languageName|none|shortcuts\.shift|units\.\w+)$/;

describe('the texts of the pages', () => {
  it('exist in both languages, each in its own', () => {
    const inChinese = new Map(flatten(chinese));
    const inEnglish = flatten(english);
    expect([...inChinese.keys()].sort()).toEqual(inEnglish.map(([path]) => path).sort());
    for (const [path, text] of inEnglish) {
      if (alike.test(path)) continue;
      expect(inChinese.get(path), path).toMatch(/\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}/u);
    }
  });
});

describe('times', () => {
  it('are written as clocks, with tenths inside a call', () => {
    const { clock, moment, span } = createFormats('en');
    expect([clock(0), clock(59_999), clock(3_723_000)]).toEqual(['0:00', '0:59', '1:02:03']);
    expect([moment(12_449), moment(-5)]).toEqual(['0:12.4', '0:00.0']);
    expect(span(500, 61_000)).toBe('0:00.5 – 1:01.0');
  });
});
