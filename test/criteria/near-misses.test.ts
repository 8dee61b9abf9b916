import { describe, expect, it } from 'vitest';
import { findParts } from '../../src/criteria/opening/opening-parts.ts';
import { findConfusions } from '../../src/criteria/restatement/restatement-confusion.ts';
import { findRestatements } from '../../src/criteria/restatement/restatement-turns.ts';
import { refusalTimeline } from '../../src/criteria/selling/refusal-timeline.ts';
import { findPressure } from '../../src/criteria/selling/sales-pressure.ts';
import { allTurns } from '../../src/criteria/text/turns.ts';
import { findRudeness } from '../../src/criteria/tone/wording.ts';
import type { Language } from '../../src/domain/call.ts';
import { aCall } from './a-call.ts';

function kindsIn(language: Language, lines: readonly string[], index: number): string[] {
  const call = aCall(language, lines);
  const placed = allTurns(call)[index];
  return placed ? findParts(call, placed).map(({ part }) => part) : [];
}

describe('a greeting', () => {
  it.each([
    ['en', 'A:Tomorrow morning it is, I have a note of that.'],
    ['en', 'A:It went through on Monday, have a good day.'],
    ['zh', 'A:这款产品您好好考虑一下'],
    ['zh', 'A:我忙了一个星期你好意思吗'],
  ] as const)('is not heard in other words (%s: %s)', (language, line) => {
    expect(kindsIn(language, [line], 0)).not.toContain('greeting');
  });

  it('is thanks for the call at its start, not at its end', () => {
    const lines = [
      'A:Thank you for calling, Dana speaking',
      'C:When do you open?',
      'A:At nine, thanks for calling',
    ];
    expect(kindsIn('en', lines, 0)).toContain('greeting');
    expect(kindsIn('en', lines, 2)).not.toContain('greeting');
    expect(kindsIn('zh', ['A:您好', 'C:几点开门', 'A:九点，感谢您的来电'], 2)).not.toContain('greeting');
  });

  it('leaves the question for more at the end out of the need questions', () => {
    expect(kindsIn('zh', ['A:请问还有其他可以帮您的吗'], 0)).not.toContain('need-question');
    expect(kindsIn('zh', ['A:请问有什么可以帮您'], 0)).toContain('need-question');
  });
});

describe('confusion', () => {
  it.each([
    ['en', ['A:Are you stupid?', 'C:Excuse me?', 'A:Read the letter.'], 0],
    ['en', ['A:Your policy is indexed.', 'C:Excuse me?', 'A:It grows each year.'], 1],
    ['zh', ['A:你有病吧', 'C:你说什么？', 'A:自己看信'], 0],
    ['zh', ['A:保额是递增的', 'C:你说什么？', 'A:每年多赔一点'], 1],
  ] as const)('is no offence taken (%s %j)', (language, lines, signs) => {
    expect(findConfusions(aCall(language, lines))).toHaveLength(signs);
  });

  it('is ignored where the agent turns to something else', () => {
    const call = aCall('en', [
      'A:The treaty was reindexed.',
      'C:I do not understand.',
      'A:Anyway, your card expires soon.',
    ]);
    expect(findConfusions(call)[0]?.answer).toBe('ignored');
  });
});

describe('a restatement', () => {
  it('is a number read back whatever else the turn holds', () => {
    const call = aCall('zh', [
      'A:您请说',
      'C:我的电话是13512346631',
      'A:13512346631，好的，明天给您回电，谢谢',
    ]);
    expect(findRestatements(call)).toHaveLength(1);
  });

  it('is not the answer to a question in the words of the question', () => {
    const call = aCall('en', [
      'A:How can I help?',
      'C:Could you check whether my direct debit went through?',
      'A:It went through on Monday.',
    ]);
    expect(findRestatements(call)).toHaveLength(0);
  });
});

describe('pressure', () => {
  it.each([
    ['en', 'A:What will happen to your children if you die tomorrow?', 1],
    ['en', 'A:What happens to the children on the ticket?', 0],
    ['en', "A:You'll be in trouble with your boss.", 1],
    ['zh', 'A:你今天不办，以后出了事我们一分钱都不赔', 1],
    ['zh', 'A:逾期还款会影响您的征信，请您留意', 0],
  ] as const)('is told from plain facts (%s: %s)', (language, line, found) => {
    expect(findPressure(aCall(language, [line])).length > 0).toBe(found === 1);
  });
});

describe('a push', () => {
  const responseTo = (language: Language, lines: readonly string[]) =>
    refusalTimeline(aCall(language, lines)).map(({ response }) => response)[0];

  it('is heard when a no is brushed aside', () => {
    expect(responseTo('zh', ['A:给您介绍一下这款产品', 'C:以后再说吧', 'A:您现在就应该办，真的很划算'])).toBe(
      'pushed-on',
    );
    expect(
      responseTo('en', [
        'A:Would you like to buy it?',
        "C:I'm not interested",
        'A:But it is only nine pounds a month',
      ]),
    ).toBe('pushed-on');
  });

  it('is not a cancellation promised at once', () => {
    expect(responseTo('zh', ['A:给您介绍一下这款产品', 'C:别再给我打电话了', 'A:好的，我马上帮您取消'])).toBe(
      'accepted',
    );
  });
});

describe('an insult', () => {
  it('is not one that is said of nobody', () => {
    const call = aCall('en', [
      'A:Nobody here thinks you are stupid, and I am sorry it came across like that.',
    ]);
    expect(findRudeness(call, { startMs: 0, endMs: call.durationMs }).certain).toHaveLength(0);
    const rude = aCall('en', ['A:Everybody here thinks you are stupid.']);
    expect(findRudeness(rude, { startMs: 0, endMs: rude.durationMs }).certain).toHaveLength(1);
  });
});

describe('a refusal', () => {
  it('is heard after a sentence with a "when" that asks nothing', () => {
    const call = aCall('en', [
      'A:You have to decide right now, this price is gone when we hang up.',
      "C:I'd have to talk to my husband first.",
      'A:All right.',
    ]);
    expect(refusalTimeline(call).map(({ strength }) => strength)).toEqual(['soft']);
  });
});

describe('a mistaken amount', () => {
  it('is said back with its digits in another order', () => {
    const call = aCall('zh', ['A:您请说', 'C:我要交两百五的保费', 'A:好的，给您扣205元']);
    expect(findRestatements(call)[0]?.slots[0]?.match).toBe('mismatch');
  });
});
