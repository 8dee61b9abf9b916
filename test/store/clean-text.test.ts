import { describe, expect, test } from 'vitest';
import { cleanText, countUnstorable, toSearched } from '../../src/store/clean-text.ts';

describe('text for a column', () => {
  test('loses NUL and lone surrogates, and nothing else', () => {
    expect(cleanText('a\u0000\uD800b\uDC00😀\u202E')).toBe('a\uFFFD\uFFFDb\uFFFD😀\u202E');
    expect(countUnstorable('a\u0000\uD800b\uDC00😀\u202E')).toBe(3);
    expect(countUnstorable('\uD800\uD800\uDC00')).toBe(1);
  });

  test('is searched without regard to case and width', () => {
    expect(toSearched('ＬＩ ①李')).toBe('li 1李');
  });
});
