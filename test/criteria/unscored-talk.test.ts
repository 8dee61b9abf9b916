import { describe, expect, it } from 'vitest';
import { findUnscoredTalk } from '../../src/criteria/unscored-talk.ts';
import type { CallMetadata } from '../../src/domain/call.ts';
import { callOf } from './made-calls.ts';

const find = (lines: readonly string[], call: Partial<CallMetadata> = {}) =>
  findUnscoredTalk(callOf({ lines, call }));

describe('talk that is not scored', () => {
  it.each([
    ['machine', ['customer: 您拨打的电话暂时无人接听，请在滴声后留言', 'agent: 您好，我是晨光保险的小李']],
    ['machine', ['customer: hi this is tom please leave a message after the beep', 'agent: hi tom']],
    ['wrong-number', ['agent: 您好，请问是张先生吗', 'customer: 你打错了', 'agent: 不好意思']],
    [
      'wrong-number',
      ['agent: hello is this mr cole', "customer: no you've got the wrong number", 'agent: sorry'],
    ],
  ])('is %s in %j', (expected, lines) => expect(find(lines)).toBe(expected));

  it.each([
    [['agent: 您好', 'customer: 请讲', 'agent: 您可以在滴声后留言', 'customer: 好的']],
    [
      [
        'agent: hello',
        'customer: leave a message after the beep',
        'agent: hi',
        'customer: oh i am here',
        'customer: go on',
      ],
    ],
    [['agent: 您是不是打错了', 'customer: 没有，我要报案']],
    [['agent: 您好', 'customer: 我没打错吧，是保险公司吗']],
    [['agent: 您好', 'customer: 你们把我名字打错了']],
    [['agent: sorry wrong number', 'customer: what do you want']],
    [['agent: may i have your number', 'customer: i gave you the wrong number before it is five five']],
  ])('is not found in %j', (lines) => expect(find(lines)).toBe(null));

  it('is not a wrong number when the call goes on', () => {
    const talk = Array.from({ length: 8 }, () => 'agent: our weekend plan reaches all the homes in the city');
    expect(find(['agent: hi', 'customer: you have the wrong number', ...talk])).toBe(null);
  });

  it('is no machine to a caller who leaves a message with us', () => {
    const lines = ['customer: it said leave a message after the beep'];
    expect(find(lines, { direction: 'inbound' })).toBe(null);
    expect(find(lines, { kind: 'voice-mail' })).toBe(null);
  });
});
