import { describe, expect, it } from 'vitest';
import { restatement } from '../../src/criteria/restatement/restatement.ts';
import { findConfusions } from '../../src/criteria/restatement/restatement-confusion.ts';
import { findRestatements } from '../../src/criteria/restatement/restatement-turns.ts';
import type { Language } from '../../src/domain/call.ts';
import { aCall } from './a-call.ts';
import { criterionOf } from './made-calls.ts';

const answersIn = (language: Language, lines: readonly string[]): string[] =>
  findConfusions(aCall(language, lines)).map(({ kind, answer }) => `${kind}: ${answer}`);
const restatedIn = (language: Language, lines: readonly string[]): number[] =>
  findRestatements(aCall(language, lines)).map(({ placed }) => placed.index);
const verdictOf = (language: Language, lines: readonly string[]): string => {
  const { verdict, reason } = restatement.score(
    aCall(language, lines),
    criterionOf('restatement', restatement.settings.parse({})),
  );
  return `${verdict} ${reason.code}`;
};

describe('an answer to confusion', () => {
  it.each([
    ['zh', ['A:这个要走质保抵扣', 'C:听不懂', 'A:麻烦您给我们个好评'], 'not-understood: ignored'],
    ['zh', ['A:这个要走质保抵扣', 'C:听不懂', 'A:就是从押金里扣'], 'not-understood: restated'],
    ['zh', ['A:这个要走质保抵扣', 'C:听不懂', 'A:您是哪里不明白呢'], 'not-understood: restated'],
    ['zh', ['A:这个要走质保抵扣', 'C:听不懂', 'A:从您交的押金里面扣这笔钱'], 'not-understood: restated'],
    [
      'en',
      ['A:It is a lien waiver.', "C:I don't understand.", 'A:Can I get your zip code?'],
      'not-understood: ignored',
    ],
    [
      'en',
      ['A:It is a lien waiver.', "C:I don't understand.", 'A:You give up a claim on the house.'],
      'not-understood: restated',
    ],
    [
      'en',
      ['A:It is a lien waiver.', "C:I don't understand.", 'A:Which part is unclear to you?'],
      'not-understood: restated',
    ],
  ] as const)('is ignored only where it asks for something else (%s %j)', (language, lines, expected) => {
    expect(answersIn(language, lines)).toEqual([expected]);
  });

  it.each([
    [
      'zh',
      ['A:安装费首次减免', 'C:你是说头一回不要钱吗', 'A:对，头一回免费，以后收三十'],
      'checks: restated',
    ],
    ['zh', ['A:安装费首次减免', 'C:你是说头一回不要钱吗', 'A:对'], 'checks: confirmed'],
    [
      'en',
      ['A:The fee is deferred.', "C:So you're saying I pay later?", 'A:Right, you pay in March.'],
      'checks: restated',
    ],
    ['en', ['A:The fee is deferred.', "C:So you're saying I pay later?", 'A:Yes.'], 'checks: confirmed'],
  ] as const)('to a check of what was meant may be a bare yes (%s %j)', (language, lines, expected) => {
    expect(answersIn(language, lines)).toEqual([expected]);
    expect(verdictOf(language, lines)).not.toMatch(/^unmet/);
  });

  it('is looked for past an apology', () => {
    const lines = ['A:派单回滚了', 'C:没听明白', 'A:不好意思', 'C:嗯', 'A:就是单子没派出去，我重新派'];
    expect(findConfusions(aCall('zh', lines))[0]?.answeredIn?.index).toBe(4);
  });

  it.each([
    ['zh', ['A:师傅快到了', 'C:啊', 'A:您家几楼']],
    ['zh', ['A:师傅快到了', 'C:你们什么意思，耍我呢', 'A:非常抱歉']],
    ['zh', ['A:请您说一下地址', 'C:你们地址是什么', 'A:枫林路八号']],
    ['en', ['A:He is on his way', 'C:huh', 'A:What floor are you on?']],
    ['en', ['A:I have a price for you', "C:Great, what's the price?", 'A:Ninety pounds']],
    ['en', ['A:It is the blue one', 'C:Great, what is it?', 'A:A kettle']],
  ] as const)(
    'is not owed to an interjection, a reproach, or a question of fact (%s %j)',
    (language, lines) => {
      expect(answersIn(language, lines)).toEqual([]);
    },
  );

  it.each([
    ['zh', ['A:您可以加购延保服务', 'C:延保是啥呀', 'A:就是多保两年'], 1],
    ['zh', ['A:您可以看看', 'C:延保是啥呀', 'A:就是多保两年'], 0],
    ['en', ['A:There is a lien waiver.', "C:What's a lien waiver?", 'A:You give up a claim.'], 1],
    ['en', ['A:Have a look.', "C:What's a lien waiver?", 'A:You give up a claim.'], 0],
  ] as const)('is owed where a word the agent used is asked after (%s %j)', (language, lines, signs) => {
    expect(answersIn(language, lines)).toHaveLength(signs);
  });
});

describe('saying back', () => {
  it.each([
    ['zh', ['A:您的单号', 'C:A K 三九七幺', 'A:AK3971，我看一下'], [2]],
    ['zh', ['A:要点什么', 'C:要三桶水，再加两箱牛奶', 'A:三桶水两箱奶，半小时到'], [2]],
    ['zh', ['A:您贵姓', 'C:姓张，弓长张', 'A:弓长张，好的'], [2]],
    ['zh', ['A:您好', 'C:手机13955203347', 'A:尾号3347，马上回电'], [2]],
    ['zh', ['A:您好', 'C:宽带晚上特别卡，孩子上不了网课', 'A:您是说晚上网慢，孩子没法上网课，对吗'], [2]],
    ['zh', ['A:您好', 'C:宽带晚上特别卡', 'A:您是想了解新套餐吗'], []],
    [
      'en',
      [
        'A:Hello',
        'C:The dryer gets hot but the drum will not turn',
        "A:So you'd like the dryer drum looked at?",
      ],
      [2],
    ],
    ['en', ['A:Hello', 'C:The dryer gets hot', "A:So you'd like to hear about our plans?"], []],
    ['en', ['A:Your name?', 'C:M A R S H', 'A:M A R S H, thank you'], [2]],
    ['en', ['A:Where to?', 'C:When does the store open on Friday?', 'A:On Friday it opens at nine.'], []],
  ] as const)('is known by what is left beside the facts and the need (%s %j)', (language, lines, turns) => {
    expect(restatedIn(language, lines)).toEqual(turns);
  });

  it.each([
    ['zh', ['A:您贵姓', 'C:姓章，立早章', 'A:弓长张，给您登记了', 'C:行吧'], 'unmet restated-wrongly'],
    [
      'zh',
      ['A:哪里', 'C:明天下午三点修洗衣机，建设路15号', 'A:好，建设路15号，明天下午四点，师傅准时到', 'C:好'],
      'unmet restated-wrongly',
    ],
    ['en', ['A:Your name?', 'C:M A R S H', 'A:M A R C H, got it', 'C:Mm'], 'unmet restated-wrongly'],
    [
      'en',
      [
        'A:How much?',
        'C:Put fifteen dollars a month',
        'A:Fifty dollars a month, I have set that up',
        'C:Okay',
      ],
      'unmet restated-wrongly',
    ],
    [
      'en',
      ['A:Where?', "C:It's one sixteen Canal Street", 'A:One sixty Canal Street, thank you', 'C:Bye'],
      'unmet restated-wrongly',
    ],
  ] as const)('wrongly is a slip although the customer lets it pass (%s %j)', (language, lines, expected) => {
    expect(verdictOf(language, lines)).toBe(expected);
  });

  it.each([
    ['zh', ['A:您好', 'C:上次那个人跟我说能返百分之五', 'A:我核实一下，目前的政策是返百分之三', 'C:哦']],
    ['zh', ['A:什么时候', 'C:三点修洗衣机，建设路15号', 'A:建设路15号，三点满了，四点可以吗', 'C:好']],
    [
      'en',
      [
        'A:Hello',
        'C:He told me five percent',
        'A:Let me check that, the current policy is three percent',
        'C:Okay',
      ],
    ],
    ['en', ['A:Your name?', 'C:T A N N E R', 'A:T A M N E R, thanks', 'C:Right']],
    ['en', ['A:Our number is 555 014 4482', 'C:555 014 4482', 'A:Bye then', 'C:Bye']],
    ['en', ['A:Where?', 'C:Deliver it to 88 Jefferson Street', 'A:88 Jefferson, will do', 'C:Thanks']],
  ] as const)(
    'is no fault where the agent has news, misheard a letter, or leaves out the obvious (%s %j)',
    (language, lines) => {
      expect(verdictOf(language, lines)).not.toMatch(/^unmet/);
    },
  );
});
