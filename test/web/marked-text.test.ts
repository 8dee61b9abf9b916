import { describe, expect, it } from 'vitest';
import { cutAtMarks } from '../../src/web/call/marked-text.ts';

const textOf = (pieces: { text: string }[]) => pieces.map(({ text }) => text);

describe('cutting a turn at its marks', () => {
  it('keeps every letter of the turn in order', () => {
    const text = 'You really should take it now, the price goes up.';
    const pieces = cutAtMarks(text, [{ quote: 'take it now' }, { quote: 'the price' }]);
    expect(textOf(pieces).join('')).toBe(text);
    expect(textOf(pieces.filter(({ marks }) => marks.length > 0))).toEqual(['take it now', 'the price']);
  });

  it('cuts where marks overlap, and each piece knows all of its marks', () => {
    const first = { quote: 'should take' };
    const second = { quote: 'take it' };
    const pieces = cutAtMarks('You should take it', [first, second]);
    expect(pieces.map(({ text, marks }) => [text, marks.length])).toEqual([
      ['You ', 0],
      ['should ', 1],
      ['take', 2],
      [' it', 1],
    ]);
  });

  it('finds a quote in another case, and the head of one that runs over into the next turn', () => {
    expect(textOf(cutAtMarks('so GOOD MORNING', [{ quote: 'Good morning' }]))[1]).toBe('GOOD MORNING');
    const pieces = cutAtMarks('我们这里是海港', [{ quote: '这里是海港保险公司' }]);
    expect(textOf(pieces)).toEqual(['我们', '这里是海港']);
  });

  it('marks nothing for a quote that is not there', () => {
    expect(cutAtMarks('Yes.', [{ quote: 'No.' }])).toEqual([{ text: 'Yes.', marks: [] }]);
  });
});
