import { describe, expect, it } from 'vitest';
import type { SideTurn } from '../../src/domain/transcript.ts';
import { flagLanguage, flagTurns } from '../../src/stages/flag-turns.ts';

const turn = (startMs: number, endMs: number, text: string): SideTurn => ({ startMs, endMs, text });
const flagsOf = (...args: Parameters<typeof flagTurns>) => flagTurns(...args).map((one) => one.flags);

describe('doubts about recognized turns', () => {
  it('flags text where nobody speaks, with room at the edges (AUD-11, ASR-12)', () => {
    const speech = [[1000, 2000]] as const;
    expect(flagsOf([turn(1200, 1900, 'hello')], speech)).toEqual([undefined]);
    expect(flagsOf([turn(800, 2400, 'hello')], speech)).toEqual([undefined]);
    expect(flagsOf([turn(5000, 6000, 'hello')], speech)).toEqual([['no-speech']]);
    expect(flagsOf([turn(5000, 6000, 'hello')], null)).toEqual([undefined]);
  });

  it('flags sentences recognizers are known to invent, not those that hold one among others', () => {
    const speech = [[0, 9000]] as const;
    for (const text of [
      '请不吝点赞 订阅 转发',
      'Thanks for watching!',
      '谢谢观看',
      '字幕由Amara.org社区提供',
    ]) {
      expect(flagsOf([turn(0, 1000, text)], speech)).toEqual([['hallucinated']]);
    }
    const said = 'Thanks for watching the webinar last week, I am calling to hear what you thought of it';
    expect(flagsOf([turn(0, 1000, said)], speech)).toEqual([undefined]);
  });

  it('flags a side that is in another language than the call (ASR-05)', () => {
    const english = [turn(0, 1, 'Hello, I would like to know more about this product.')];
    expect(flagLanguage(english, 'zh')[0]?.flags).toEqual(['wrong-language']);
    expect(flagLanguage(english, 'en')[0]?.flags).toBeUndefined();
    expect(flagLanguage([turn(0, 1, 'OK, bye bye')], 'zh')[0]?.flags).toBeUndefined();
  });
});
