import { describe, expect, it } from 'vitest';
import { chineseReview } from '../../src/web/review/chinese-review.ts';
import { englishReview } from '../../src/web/review/english-review.ts';

/** Every text by its path; functions are called with samples. */
function flatten(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string][] => {
    const here = `${path}${name}`;
    if (typeof value === 'function') return [[here, String(value(2, 3, 4, 5))]];
    return typeof value === 'string' ? [[here, value]] : flatten(value as object, `${here}.`);
  });
}

describe('the texts of reviewing', () => {
  it('exist in both languages, each in its own', () => {
    const inChinese = new Map(flatten(chineseReview));
    const inEnglish = flatten(englishReview);
    expect([...inChinese.keys()].sort()).toEqual(inEnglish.map(([path]) => path).sort());
    for (const [path, text] of inEnglish) {
      expect(inChinese.get(path), path).toMatch(/\p{Script=Han}/u);
      expect(text, path).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
