import type { Language } from '../../src/domain/call.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import { callOf } from '../criteria/made-calls.ts';

const english = [
  'agent: Good morning, this is Jane from Brightwater Insurance, how may I help you today?',
  'customer: Hi, I got a letter about my home cover and I would like to know what it means for me.',
  'agent: Of course, let me look that up for you. Which policy is it, the one for the house or the one for the car?',
  'customer: The house, it says the premium goes up to two hundred and forty pounds from the third of May.',
  'agent: So that is two hundred and forty pounds from the third of May, is that right?',
  'customer: Yes, and it seems a lot to me, last year it was much less than that.',
  'agent: I understand. It covers water, fire and storm, and from this year the garden shed as well.',
  'customer: I see, I did not know about the shed, could you send me that in writing please?',
];
const chinese = [
  'agent: 您好，这里是晨光保险，我是小李，请问有什么可以帮您？',
  'customer: 你好，我收到一封关于房屋保险的信，想问一下是什么意思。',
  'agent: 好的，我帮您查一下，请问是房屋的保单还是车辆的保单？',
  'customer: 房屋的，信上说从五月三号起保费涨到两百四十块。',
  'agent: 跟您核对一下，从五月三号起保费两百四十块，对吗？',
  'customer: 对，我觉得有点贵，去年比这个少很多。',
  'agent: 我理解。这份保险包括水、火和暴风，今年起还包括院子里的棚子。',
  'customer: 哦，棚子的事我不知道，麻烦您发一份书面的给我。',
];

/** A made call of about ten minutes of ordinary talk with word times, the same every time. */
export function tenMinuteCall(language: Language): ScoringInput {
  const round = language === 'zh' ? chinese : english;
  const lines: string[] = [];
  for (;;) {
    const call = callOf({ language, lines });
    if (call.durationMs >= 600_000) return call;
    lines.push(...(lines.length === 0 ? round : round.slice(1)));
  }
}
