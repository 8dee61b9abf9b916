import { describe, expect, it } from 'vitest';
import { findRestatements } from '../../src/criteria/restatement/restatement-turns.ts';
import { aCall } from './a-call.ts';

function restated(...lines: string[]): boolean {
  const language = /[\u4e00-\u9fff]/.test(lines.join('')) ? 'zh' : 'en';
  return findRestatements(aCall(language, lines)).some(({ placed }) => placed.index === lines.length - 1);
}

describe('findRestatements', () => {
  it.each([
    [
      'C:okay reserve it for the 3rd at 10 in the morning',
      "A:You'd like to pick up a Civic on March 3rd at 10 am in Seattle. Is this correct?",
    ],
    ['C:yes a hairdresser appointment at 5 in the evening', 'A:Confirming your 5 pm hairdresser appointment'],
    [
      'C:send 320 bucks to Lily',
      "A:Please confirm the following details: transfer 320 bucks to Lily's checking account.",
    ],
    ['C:four four eight one nine two', 'A:four four eight one nine two'],
    [
      'C:a hundred and twenty dollars from savings',
      'A:all right transferring a hundred and twenty dollars from your savings',
    ],
    ['C:i lost my debit card can you replace it', "A:okay so you'd like to replace your debit card"],
    ['C:改到周五上午十点吧', 'A:好的那我帮您改到周五上午十点'],
    ['C:建国路八十八号三单元五零二', 'A:建国路88号3单元502'],
    ['C:七七八八九九零零一二三四', 'A:七七八八 九九零零 一二三四 对吧'],
    ['C:我家宽带坏了 一直上不了网', 'A:您是说您家的宽带上不了网对吗'],
    ['C:五百块钱充值没到账 昨天晚上八点多充的', 'A:您是说昨天晚上八点多充值了五百没有到账对吧'],
  ])('takes "%s" → "%s" for a restatement', (said, repeated) => {
    expect(restated(said, repeated)).toBe(true);
  });

  it.each([
    [
      "C:What's the weather like in San Jose on the 4th?",
      'A:On March 4th in San Jose it will be 68 degrees.',
    ],
    [
      'C:i need to check my checking account balance',
      'A:your checking account balance is a hundred and ten dollars',
    ],
    ['C:I want a concert on the 14th', 'A:There is a concert on March 14th at 7 pm.'],
    ['C:I need one ticket', 'A:Great, all booked for you.'],
    ['C:我想找一家川菜馆 人均一百左右', 'A:为您找到川香阁 人均九十八元 评分四点五'],
    ['C:我姓王', 'A:好的王先生 您的电话是多少'],
    ['C:对 明天可以', 'A:好的 请问还有其他需要吗'],
  ])('takes "%s" → "%s" for no restatement', (said, answered) => {
    expect(restated(said, answered)).toBe(false);
  });
});
