import type { Language } from '../../src/domain/call.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import { callOf, turnAt, withSound } from '../criteria/made-calls.ts';

/** Exchanges of two to four turns; `{n}`, `{day}`, `{name}` and the like are filled in anew each time. */
const english = [
  'customer: Hi, I got a letter about my {thing} and I would like to know what it means for me.|agent: Of course, let me look that up for you. Which policy is it, the one for the house or the one for the {thing}?',
  'customer: It says the premium goes up to {amount} pounds from the {day}.|agent: So that is {amount} pounds from the {day}, is that right?|customer: Yes, and it seems a lot to me.',
  'agent: I understand. It covers water, fire and storm, and from this year the {thing} as well.|customer: I see, I did not know about the {thing}, could you send me that in writing please?',
  'customer: Can somebody call me back on {digits} after {hour}?|agent: {digits}, after {hour}. I have made a note of it.',
  'agent: May I have your name and the postcode, please?|customer: Yes it is {name}, {number} {street}.|agent: Thank you, {number} {street}.',
  'customer: um my neighbour {name} told me it was cheaper with you but i have not seen anything yet|agent: It depends on the {thing} and on how long you have been with us, to be honest.',
  'customer: What do you mean by excess?|agent: It is the first {amount} pounds of a claim, which you pay yourself.|customer: Oh okay, that makes sense.',
  'agent: Do you have any other cover at the moment, for the {thing} maybe?|customer: No, I am not interested in that right now.|agent: That is fine, I will leave it there.',
  'customer: It is a bit expensive, is there nothing you can do?|agent: You could pay by the year, which saves {amount} pounds, or raise the excess to {amount} pounds.',
  'customer: My reference number is {code}.|agent: {code}, thank you, I have it on the screen now.',
  'customer: The man who came on {day} said the {thing} was fine, and then on {day} it broke.|agent: I am sorry about that, let me arrange another visit.',
  'agent: Let me just go through it once more, you would like the {thing} covered from the {day} and the letter sent to {number} {street}.|customer: Yes please.',
  'customer: I will have to talk to my wife about it.|agent: Of course, take your time, I will ring you on {day} if that suits you.|customer: Yes, about {hour}.',
  'agent: Is there anything else I can help you with today?|customer: Well, I wanted to ask about the {thing} too.|agent: Sure, go ahead.',
];
const chinese = [
  'customer: 你好，我收到一封关于{thing}的信，想问一下是什么意思。|agent: 好的，我帮您查一下，请问是房屋的保单还是{thing}的保单？',
  'customer: 信上说从{day}起保费涨到{amount}块。|agent: 跟您核对一下，从{day}起保费{amount}块，对吗？|customer: 对，我觉得有点贵，去年比这个少很多。',
  'agent: 我理解。这份保险包括水、火和暴风，今年起还包括{thing}。|customer: 哦，{thing}的事我不知道，麻烦您发一份书面的给我。',
  'customer: {hour}以后打我电话{digits}行吗？|agent: {digits}，{hour}以后，我记下了。',
  'agent: 请问您贵姓，住在哪里？|customer: 我姓{name}，住在{street}{number}号。|agent: {street}{number}号，好的{name}先生。',
  'customer: 嗯那个我邻居小{name}跟我说你们这边便宜一点可是我还没看到|agent: 这个要看{thing}的情况，还有您在我们这边多久了。',
  'customer: 免赔额是什么意思啊？|agent: 就是每次理赔，前面{amount}块由您自己出。|customer: 哦，明白了。',
  'agent: 您现在{thing}有别的保障吗？|customer: 没有，我暂时不需要。|agent: 好的，那我就不多说了。',
  'customer: 有点贵啊，能不能便宜点？|agent: 您可以按年交，能省{amount}块，或者把免赔额提到{amount}块。',
  'customer: 我的单号是{code}。|agent: {code}，谢谢，我这边看到了。',
  'customer: {day}来的师傅说{thing}没问题，结果{day}就坏了。|agent: 非常抱歉，我再给您安排一次上门。',
  'agent: 我再跟您确认一遍，{thing}从{day}起保，资料寄到{street}{number}号。|customer: 对的，麻烦了。',
  'customer: 我得跟我爱人商量一下。|agent: 没关系，您慢慢考虑，我{day}再给您打电话，可以吗？|customer: 可以，{hour}左右吧。',
  'agent: 请问还有其他可以帮您的吗？|customer: 我还想问问{thing}的事。|agent: 您请说。',
];
const openings = {
  en: 'agent: Good morning, this is Jane from Brightwater Insurance, how may I help you today?',
  zh: 'agent: 您好，这里是晨光保险，我是小李，请问有什么可以帮您？',
} as const;
const slots = {
  en: {
    thing: 'home|car|garden shed|boiler|bicycle|travel plan|piano|caravan|laptop|conservatory'.split('|'),
    name: 'Ann Fowler|Mark Tilley|Joan Price|Peter Ogden|Ruth Keane|Owen Marsh'.split('|'),
    street: 'Canal Street|Orchard Close|Bridge Lane|Mill Road|Harbour Road'.split('|'),
    day: 'third of May|tenth of June|first of July|twentieth of August|second of March'.split('|'),
    hour: "three o'clock|half past four|ten thirty|six pm|noon".split('|'),
  },
  zh: {
    thing: '房屋|车辆|院子里的棚子|锅炉|自行车|旅行|钢琴|房车|电脑|阳台'.split('|'),
    name: '张|王|李|赵|周|陈'.split('|'),
    street: '枫林路|青石路|建设路|龙翔路|人民路'.split('|'),
    day: '五月三号|六月十号|七月一号|八月二十号|三月二号'.split('|'),
    hour: '下午三点|四点半|十点半|晚上六点|中午十二点'.split('|'),
  },
} as const;
const TEN_MINUTES_MS = 600_000;
/** Pause between two turns, as made calls have it. */
const PAUSE_MS = 400;
const zhDigits = '零幺二三四五六七八九';

/** Numbers from 0 to 1 that follow from the seed alone. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function filler(language: Language, next: () => number): (slot: string) => string {
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(next() * 10)).join('');
  const spoken = (text: string): string =>
    language === 'zh' ? [...text].map((digit) => zhDigits[Number(digit)]).join('') : [...text].join(' ');
  return (slot) => {
    if (slot === 'digits') return spoken(language === 'zh' ? `13${digits(9)}` : `555${digits(7)}`);
    if (slot === 'code') return digits(6);
    if (slot === 'number') return String(1 + Math.floor(next() * 200));
    if (slot === 'amount') return String(20 + Math.floor(next() * 900));
    const words: readonly string[] = slots[language][slot as keyof (typeof slots)['en']];
    return words[Math.floor(next() * words.length)] ?? slot;
  };
}

/**
 * A made call of about ten minutes with word times and sound, whose words differ from seed to seed, so that nothing
 * kept from one call helps much with the next.
 */
export function variedCall(language: Language, seed: number): ScoringInput {
  const next = seeded(seed);
  const fill = filler(language, next);
  const exchanges = language === 'zh' ? chinese : english;
  const lines: string[] = [openings[language]];
  let spokenMs = 0;
  while (spokenMs < TEN_MINUTES_MS) {
    const exchange = exchanges[Math.floor(next() * exchanges.length)] ?? '';
    const filled = new Map<string, string>();
    for (const line of exchange.split('|')) {
      const said = line.replace(/\{(\w+)\}/g, (_, slot: string) => {
        const kept = filled.get(slot) ?? fill(slot);
        filled.set(slot, kept);
        return kept;
      });
      lines.push(said);
      spokenMs += turnAt('agent', said.slice(said.indexOf(' ') + 1), PAUSE_MS, language).endMs;
    }
  }
  return withSound(callOf({ language, lines }));
}
