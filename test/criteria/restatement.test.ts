import { describe, expect, it } from 'vitest';
import { restatement } from '../../src/criteria/restatement/restatement.ts';
import type { Language } from '../../src/domain/call.ts';
import type { CallEvent, Decision } from '../../src/domain/verdict.ts';
import { aCall } from './a-call.ts';

const criterion = {
  id: 'restatement',
  clauses: ['5/6.2'],
  title: { en: 'Restatement', zh: '复述' },
  kind: 'restatement',
  weight: 15,
  critical: false,
  partly: 0.5,
  methods: ['rule' as const],
  settings: restatement.settings.parse({}),
};

function decide(language: Language, ...lines: string[]): Decision {
  return restatement.score(aCall(language, lines), criterion);
}

const events = (decision: Decision, kind: string): CallEvent[] =>
  decision.events.filter((event) => event.kind === kind);

const slots = (decision: Decision): string[] =>
  events(decision, 'restatement').flatMap((event) =>
    (event.slots ?? []).map(({ said, repeated, match }) => `${said}/${repeated} ${match}`),
  );

describe('restatement in Mandarin', () => {
  it('is met when several facts are said back and confirmed', () => {
    const decision = decide(
      'zh',
      'C:我想订两张三月五号晚上七点的票',
      'A:好的 跟您确认一下 您要两张三月五号晚上七点的票 对吗',
      'C:对',
    );
    expect(decision.verdict).toBe('met');
    expect(events(decision, 'restatement')[0]?.confirmed).toBe('yes');
    expect(slots(decision)).toHaveLength(3);
  });

  it('is unmet and shows the slip when 13800 is said back as 13080', () => {
    const decision = decide('zh', 'C:我要汇一万三千八', 'A:好的 一万三千零八十', 'C:嗯 尽快', 'A:好的 再见');
    expect(decision.verdict).toBe('unmet');
    expect(slots(decision)).toEqual(['一万三千八/一万三千零八十 mismatch']);
    expect(decision.evidence).toHaveLength(2);
    expect(decision.evidence.every(({ verified }) => verified)).toBe(true);
  });

  it('counts a slip as right once the customer said no and the agent corrected it', () => {
    const decision = decide(
      'zh',
      'C:我的电话是幺三八零零幺三八零零零',
      'A:幺三八零零幺八三零零零 对吗',
      'C:不对 是幺三八零零幺三八零零零',
      'A:好的 幺三八零零幺三八零零零',
      'C:对',
    );
    expect(decision.verdict).toBe('met');
    expect(events(decision, 'restatement').map(({ confirmed }) => confirmed)).toEqual(['no', 'yes']);
  });

  it('is unmet when a telephone number is never said back, with the search shown', () => {
    const decision = decide(
      'zh',
      'A:请留一下您的电话',
      'C:幺三八零零幺三八零零零',
      'A:好的 稍后会有专员联系您',
      'C:好',
    );
    expect(decision.verdict).toBe('unmet');
    expect(decision.evidence.map(({ kind }) => kind)).toContain('search');
  });

  it('is partly met when some facts are said back and the number is not', () => {
    const decision = decide(
      'zh',
      'A:请问您几位 什么时候来',
      'C:三个人 周五晚上六点订位 电话幺三九一二三四五六七八',
      'A:好的三位 周五晚上六点',
      'C:对',
      'A:那到时候见',
    );
    expect(decision.verdict).toBe('partly');
  });

  it('puts a number together that is given over several turns', () => {
    const pieces = ['A:请您说一下手机号', 'C:幺三八', 'A:嗯', 'C:零零幺三', 'A:嗯', 'C:八零零零'];
    expect(decide('zh', ...pieces, 'A:幺三八零零幺三八零零零 对吗', 'C:对').verdict).toBe('met');
    expect(decide('zh', ...pieces, 'A:幺三八零零三幺八零零零 好的', 'C:嗯').verdict).toBe('unmet');
    expect(decide('zh', ...pieces, 'A:好的 稍后联系您', 'C:嗯').verdict).toBe('unmet');
  });

  it('owes nothing for what is told in passing', () => {
    const decision = decide(
      'zh',
      'A:请问您对我们的产品了解吗',
      'C:我在这边住了十年了 之前买过三次',
      'A:那太好了 这款产品很适合您',
      'C:嗯',
    );
    expect(decision.verdict).toBe('not-applicable');
    expect(decision.evidence.map(({ kind }) => kind)).toEqual(['condition', 'search']);
  });

  it('is met when a term is put in other words after the customer did not follow', () => {
    const decision = decide(
      'zh',
      'A:这款产品的等待期是九十天',
      'C:等待期是什么意思',
      'A:就是买了以后九十天内出险 是不能赔的',
      'C:哦明白了',
    );
    expect(decision.verdict).toBe('met');
    expect(events(decision, 'confusion')).toHaveLength(1);
    expect(events(decision, 'restatement')[0]?.detail).toBe('after-confusion');
  });

  it('is unmet when the agent goes past a customer who did not follow', () => {
    const decision = decide('zh', 'A:这个是趸交的年金', 'C:什么意思没听懂', 'A:嗯嗯', 'C:我说没听懂', 'A:好');
    expect(decision.verdict).toBe('unmet');
    expect(decision.reason.code).toBe('confusion-ignored');
  });

  it('takes the same words again as help for the ear but not for the understanding', () => {
    const unheard = decide(
      'zh',
      'A:您的订单明天下午送到',
      'C:没听清 再说一遍',
      'A:您的订单明天下午送到',
      'C:好的',
    );
    const unclear = decide('zh', 'A:这个是趸交的年金产品', 'C:不太明白', 'A:这个是趸交的年金产品', 'C:哦');
    expect([unheard.verdict, unclear.verdict]).toEqual(['met', 'partly']);
  });

  it('takes another date put forward and agreed for no slip', () => {
    const decision = decide(
      'zh',
      'C:帮我约周三下午三点',
      'A:周三下午三点约满了 周四下午三点可以吗',
      'C:可以',
      'A:好的 帮您约周四下午三点',
    );
    expect(decision.verdict).toBe('met');
    expect(slots(decision).filter((slot) => slot.endsWith('mismatch'))).toEqual([]);
  });

  it('takes haggling over a price for no restatement', () => {
    const decision = decide(
      'zh',
      'A:这款手机三千八',
      'C:三千八太贵了 三千五卖不卖',
      'A:最低三千六',
      'C:行 那我买了',
    );
    expect(slots(decision)).toEqual([]);
  });

  it.each(['不好意思我在开会', '我明白你的意思', '没什么意思'])('hears no confusion in %s', (line) => {
    expect(events(decide('zh', 'A:您好请问方便吗', `C:${line}`, 'A:好的'), 'confusion')).toEqual([]);
  });

  it.each([
    ['周四下午两点 你们能不能派人过来谈一下', '好的 周四下午两点 我安排同事过去', 'met'],
    ['周四下午两点 你们能不能派人过来谈一下', '可以的 我安排同事过去', 'unmet'],
    ['明天下午三点之前能修好吗', '明天下午三点之前一定修好', 'met'],
    ['明天下午三点之前能修好吗', '等师傅有空再说', 'unmet'],
    ['下周五上午十点你再打给我吧', '好的 下周五上午十点再给您打电话', 'met'],
    ['下周五上午十点你再打给我吧', '好的 回头再说', 'unmet'],
    ['我的合同号是2075', '2075是吧 我查一下', 'met'],
    ['我的合同号是2075', '好的 我查一下', 'unmet'],
    ['发票上的金额是780块', '780块 我看一下', 'met'],
    ['发票上的金额是780块', '好的 我看一下', 'unmet'],
  ])('"%s" answered with "%s" is %s', (said, answered, verdict) => {
    expect(decide('zh', `C:${said}`, `A:${answered}`, 'C:好').verdict).toBe(verdict);
  });

  it.each([
    '三个月之前你们派人来修过',
    '你们昨天下午三点没给我打电话',
    '我们店里有二十个人',
    '上次联系我是周五',
  ])('owes nothing for "%s"', (line) => {
    expect(decide('zh', 'A:您好', `C:${line}`, 'A:好的').verdict).toBe('not-applicable');
  });

  it('is partly met when one of two facts was said back, owed or not', () => {
    const lines = ['C:预算只有4200块', 'A:4200块也可以做', 'C:周四下午两点派人过来吧'];
    expect(decide('zh', ...lines, 'A:我安排同事过去', 'C:行').verdict).toBe('partly');
    expect(decide('zh', ...lines, 'A:周四下午两点我安排同事过去', 'C:行').verdict).toBe('met');
  });

  it('takes an answer that only turns the words round for no explanation', () => {
    const answers = ['年金就是趸交的呀 一直是这样', '就是一次把钱交清 以后每年领钱'];
    const verdicts = answers.map((line) => decide('zh', 'A:这个是趸交的年金', 'C:趸交我没听懂', `A:${line}`));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['partly', 'met']);
  });
});

describe('restatement in English', () => {
  it('finds the turn that sums up the order and compares its values', () => {
    const decision = decide(
      'en',
      'C:I need a table for 4 people at half past 11',
      'A:Confirming: a table for 4 people. The reservation time is 11:30 am today.',
      'C:Yes thanks',
    );
    expect(slots(decision)).toEqual(['4 people/4 people match', 'half past 11/11:30 am match']);
    expect(decision.verdict).toBe('met');
  });

  it('finds an appointment said back without the word confirm', () => {
    const decision = decide(
      'en',
      'A:what day would you like',
      'C:i would like friday',
      'A:what time',
      'C:uh eight forty five a m',
      'A:your appointment has been scheduled for friday at eight forty five a m',
      'C:thank you',
    );
    expect(decision.verdict).toBe('met');
  });

  it('is unmet when two digits of a telephone number are swapped', () => {
    const decision = decide(
      'en',
      'A:can i have your phone number',
      'C:five five five one two three four',
      'A:five five five one two four three',
      'C:um yeah',
      'A:thank you',
    );
    expect(decision.verdict).toBe('unmet');
  });

  it('tells an offer that holds the same date from a restatement', () => {
    const decision = decide(
      'en',
      'C:How about something around NY on the 10th?',
      'A:On March 10th at 7:30 pm I have Mets Vs Braves at Citi Field.',
      'C:Do you have anything else?',
    );
    expect(events(decision, 'restatement')).toEqual([]);
  });

  it.each([
    'Your reservation is confirmed. Have a great time!',
    'How many tickets do you need?',
    'Is there anything else I can help you with?',
    'The address is 123-01 Roosevelt Avenue.',
  ])('takes "%s" for no restatement', (line) => {
    expect(
      events(decide('en', 'C:I want 2 tickets for the 10th', `A:${line}`, 'C:okay'), 'restatement'),
    ).toEqual([]);
  });

  it("takes a complaint such as I don't understand why my bill is high for no confusion", () => {
    const decision = decide(
      'en',
      'A:how can i help',
      "C:i don't understand why my bill is so high",
      'A:let me look into that',
      'C:thanks',
    );
    expect(events(decision, 'confusion')).toEqual([]);
  });

  it.each([
    ['Please call me again on Friday at three.', 'I will call you again on Friday at three.', 'met'],
    ['Please call me again on Friday at three.', 'I will call you again on Thursday at three.', 'partly'],
    ['Please call me again on Friday at three.', 'Of course, there is no hurry.', 'unmet'],
    ['Could you send someone on Monday at ten?', 'Somebody will be there on Monday at ten.', 'met'],
    ['Could you send someone on Monday at ten?', 'Sure, a colleague will come.', 'unmet'],
    ['The order number is 4471.', 'Order 4471, one moment.', 'met'],
    ['The order number is 4471.', 'One moment.', 'unmet'],
    ['The amount is 780 dollars.', '780 dollars, I see.', 'met'],
    ['The amount is 780 dollars.', 'I will look it up.', 'unmet'],
  ])('"%s" answered with "%s" is %s', (said, answered, verdict) => {
    expect(decide('en', `C:${said}`, `A:${answered}`, 'C:Okay.').verdict).toBe(verdict);
  });

  it.each([
    'You promised to call me on Friday at three.',
    "You didn't call me on Friday.",
    'I have been at this address since March the second.',
    'We close at nine. It is 350 people a week.',
  ])('owes nothing for "%s"', (line) => {
    expect(decide('en', 'A:Hello.', `C:${line}`, 'A:I see.').verdict).toBe('not-applicable');
  });

  it('owes the value that puts a wrong one right', () => {
    const lines = [
      'A:I am calling about your billboard.',
      'C:The start is wrong. It should be the second of May.',
    ];
    expect(decide('en', ...lines, 'A:The second of May, I see.', 'C:Yes.').verdict).toBe('met');
    expect(decide('en', ...lines, 'A:I will tell my colleagues today.', 'C:Okay.').verdict).toBe('partly');
  });

  it('is partly met when the number was said back and the amount was not', () => {
    const decision = decide(
      'en',
      'C:The invoice number is 3306, and the amount is 780 dollars.',
      'A:Invoice number 3306. One moment please.',
      'C:Okay.',
    );
    expect(decision.verdict).toBe('partly');
  });

  it.each([
    ['It is in the planning, as it always was.', 'repeated', 'unmet'],
    ['It means that we can not move the day any more.', 'restated', 'partly'],
  ])('takes "%s" after "what do you mean by fixed" for %s', (line, answer, verdict) => {
    const decision = decide(
      'en',
      'A:The start is fixed in our planning.',
      'C:What do you mean by fixed?',
      `A:${line}`,
      'C:My order number is 4471.',
      'A:I see.',
    );
    expect(events(decision, 'confusion').map(({ detail }) => detail)).toEqual([`not-understood: ${answer}`]);
    expect(decision.verdict).toBe(verdict);
  });
});

describe('restatement of a day named in other terms, in a call on Thursday 5 March', () => {
  const decideOn = (startedAt: string, language: Language, ...lines: string[]) => {
    const call = aCall(language, lines);
    return restatement.score({ ...call, call: { ...call.call, startedAt } }, criterion);
  };

  it.each([
    ['zh', '下周二派人过来吧', '好的 三月十号我派人过来', 'met'],
    ['zh', '下周二派人过来吧', '好的 三月十一号我派人过来', 'unmet'],
    ['zh', '帮我约三月十号', '好的 帮您约下周二', 'met'],
    ['zh', '帮我约三月十号', '好的 帮您约下周三', 'unmet'],
    ['zh', '明天派人过来吧', '好的 我周五派人过来', 'met'],
    ['zh', '明天派人过来吧', '好的 我周六派人过来', 'unmet'],
    ['en', 'Please call me back next Tuesday.', 'I will call you back on March 10th.', 'met'],
    ['en', 'Please call me back next Tuesday.', 'I will call you back on March 11th.', 'unmet'],
    ['en', 'Please book it for March 10th.', 'I have booked it for next Tuesday.', 'met'],
    ['en', 'Please book it for March 10th.', 'I have booked it for next Wednesday.', 'unmet'],
  ] as const)('%s: "%s" answered with "%s" is %s', (language, said, answered, verdict) => {
    const lines = [`C:${said}`, `A:${answered}`, language === 'zh' ? 'C:再见' : 'C:Goodbye.'];
    expect(decideOn('2026-03-05T16:05:00+08:00', language, ...lines).verdict).toBe(verdict);
  });

  it('counts the day where the company is, not where the clock of the file is', () => {
    const lines = ['C:明天派人过来吧', 'A:好的 我周五派人过来', 'C:再见'];
    const call = aCall('zh', lines);
    const at = (startedAt: string) =>
      restatement.score(
        { ...call, call: { version: 1, startedAt }, company: { ...call.company, timeZone: 'Asia/Shanghai' } },
        criterion,
      ).verdict;
    expect(at('2026-03-04T22:00:00Z')).toBe('met');
  });

  it('takes what the agent does today for no slip', () => {
    const decision = decideOn(
      '2026-03-05T16:05:00+08:00',
      'en',
      'C:Please call me back on March 10th.',
      'A:To confirm, I will send you the list today and call you back on March 10th.',
      'C:Thanks.',
      'A:I will send it today.',
    );
    expect(decision.verdict).toBe('met');
  });

  it('claims no slip where the day of the call is not known', () => {
    const decision = decide('zh', 'C:帮我约三月十号', 'A:好的 帮您约下周三', 'C:再见');
    expect(slots(decision).filter((slot) => slot.endsWith('mismatch'))).toEqual([]);
  });
});

describe('what cannot be known', () => {
  it('is not assessable when nothing the customer said is transcribed', () => {
    expect(decide('zh', 'A:您好', 'A:听得到吗').verdict).toBe('not-assessable');
  });
});
