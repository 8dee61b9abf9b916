import { describe, expect, it } from 'vitest';
import { topicIds, topics } from '../../src/criteria/lexicon/topics.ts';
import { findSayings } from '../../src/criteria/sayings.ts';
import { callOf } from './made-calls.ts';

type TopicId = (typeof topicIds)[number];

function isSaid(topic: TopicId, line: string): boolean {
  const input = callOf({ lines: [`agent: ${line}`] });
  const window = { startMs: 0, endMs: input.durationMs };
  return findSayings(input, { by: 'agent', topics: [topic] }, window).length > 0;
}

const said: readonly [TopicId, readonly string[]][] = [
  ['company-confirmed', ['你好，请问这里是远山集团吗？', 'Hi, is this Northgate Motors company?']],
  ['caller-named', ['我是澜声传媒的小李。', 'my name is Laura from Tidewell Media']],
  [
    'asks-who-decides',
    [
      '请问市场推广这块是哪位负责？',
      '麻烦帮我转一下你们市场部经理',
      'who is in charge of advertising',
      'could i speak to the person responsible for marketing',
    ],
  ],
  ['asks-extension', ['他的分机号是多少？', 'could you give me his extension']],
  ['asks-surname', ['请问您贵姓？', 'may i have your name please', 'who am i speaking with']],
  ['uses-surname', ['张小姐，谢谢您', '王总您好', 'thank you miss carter']],
  ['thanks', ['好的，谢谢您', 'thanks a lot']],
  [
    'asks-convenience',
    ['您现在方便接电话吗？', '想占用您两分钟时间', 'is this a good time to talk', 'do you have a minute'],
  ],
  ['decision-maker', ['我就是，请讲', '这块由我负责', "yes that's me", 'i am the owner']],
  [
    'gatekeeper-answers',
    ['稍等，我帮您转接', '我们经理不在', "i'll put you through", 'he is in a meeting right now'],
  ],
  [
    'contact-noted',
    ['您记一下我的电话', 'let me give you my direct number', 'you can reach me at five five five'],
  ],
  ['second-contact', ['方便加一下您的微信吗', '您的邮箱是多少', "what's the best email for you"]],
  [
    'next-step',
    ['我明天下午再给您打电话', "i'll call you back on monday", "we'll send you the contract today"],
  ],
  [
    'next-call-reason',
    ['您看完资料我再给您打电话听听您的意见', "once you've looked at it i'll call you to hear what you think"],
  ],
  ['farewell', ['那不打扰您了，再见', 'have a great day', 'thank you for calling']],
  [
    'need',
    [
      '您主要想在哪些地方投放？',
      '您这边有什么需求',
      'what are you looking for',
      'do you currently advertise anywhere',
    ],
  ],
  ['interest', ['您觉得我们的方案怎么样', 'does that sound interesting to you', 'what did you think of it']],
  ['budget', ['您今年的预算大概是多少', 'what is your budget', 'how much do you spend on ads']],
  ['advantages', ['我们覆盖全市的地铁，人流量大', 'it reaches over ten thousand homes']],
  ['benefit', ['这样您能省下一半的费用', "you'll save twenty dollars a month", 'this saves you time']],
  ['pitch', ['我给您介绍一下我们的套餐', 'we have a new package', "i'd like to offer you a plan"]],
  ['material-offered', ['我把资料发到您邮箱', '我给您寄一份样刊', 'i can email you our brochure']],
  ['invitation', ['欢迎您来公司参观', '我上门拜访您可以吗', 'could we set up a meeting next week']],
  ['late-apology', ['不好意思让您久等了', 'sorry for the wait', 'thanks for holding']],
  ['earlier-contact', ['上周我们通过电话', 'when we last spoke']],
  ['private-chat', ['昨晚看球了吗', 'did you watch the game']],
  ['ownership-dispute', ['您是我的客户，他抢了我的客户', 'you are my customer', 'he stole my client']],
  ['colleague-disparaged', ['我那个同事什么都不懂', 'my colleague is incompetent']],
  ['competitor-disparaged', ['他们家都是骗子', 'those guys are crooks']],
  ['outside-dealing', ['您把钱转到我个人账户', '私下给我钱就行', 'wire it to my personal account']],
  ['personal-attack', ['听说我们经理出轨了', 'i heard my boss is having an affair']],
  ['guaranteed-claim', ['保证您赚钱，稳赚不赔', 'i guarantee you double your money']],
];

const notSaid: readonly [TopicId, readonly string[]][] = [
  ['asks-who-decides', ['这件事我负责跟进', 'i will take care of that']],
  ['asks-surname', ['您的地址是哪里', 'what is your address']],
  ['uses-surname', ['请问先生怎么称呼', '找一下经理', 'thank you for that']],
  ['decision-maker', ['我不负责这块', 'i work here']],
  ['gatekeeper-answers', ['我在家，您说吧', 'yes go ahead']],
  ['second-contact', ['我的邮箱是公司的', 'i got the email']],
  ['budget', ['今天天气不错', 'it is a nice day']],
  ['private-chat', ['您周末有时间来看房吗', 'are you free this weekend for the viewing']],
  [
    'ownership-dispute',
    [
      '您是我们的老客户',
      'you are our customer',
      'you are my customer service contact',
      '我不是说您是我的客户',
    ],
  ],
  ['colleague-disparaged', ['我同事会联系您', 'my colleague will call you', '我让更懂的同事给您讲']],
  ['competitor-disparaged', ['别的公司也有类似产品', 'other companies offer this too', '谨防骗子']],
  ['outside-dealing', ['请转到公司账户', 'please pay into the company account', '退款会转到您的银行卡']],
  ['personal-attack', ['听说您在看房', 'i heard you are looking for a plan']],
  ['guaranteed-claim', ['我们不能保证收益', "we can't guarantee any returns", '保证您的信息安全']],
  ['late-apology', ['您好，请讲', 'good morning']],
  ['asks-convenience', ['我们的服务很方便', 'that is a nice plan']],
];

describe('topics', () => {
  it('are all tried in both languages', () => {
    expect(said.map(([topic]) => topic).sort()).toEqual(
      topicIds.filter((id) => !['doubt-answered', 'customer-doubt', 'need-stated'].includes(id)).sort(),
    );
    for (const [, lines] of said) {
      expect(lines.some((line) => /[\u4e00-\u9fff]/.test(line))).toBe(true);
      expect(lines.some((line) => /^[a-z' ,?.]+$/i.test(line))).toBe(true);
    }
  });

  it.each(said.flatMap(([topic, lines]) => lines.map((line) => [topic, line] as const)))(
    '%s is found in "%s"',
    (topic, line) => expect(isSaid(topic, line)).toBe(true),
  );

  it.each(notSaid.flatMap(([topic, lines]) => lines.map((line) => [topic, line] as const)))(
    '%s is not found in "%s"',
    (topic, line) => expect(isSaid(topic, line)).toBe(false),
  );

  it('have titles in both languages and patterns that find every place', () => {
    for (const { title, patterns } of Object.values(topics)) {
      expect(title.en && title.zh).toBeTruthy();
      for (const pattern of patterns) expect(pattern.flags).toBe('gm');
    }
  });
});
