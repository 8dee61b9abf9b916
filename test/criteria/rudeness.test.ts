import { describe, expect, it } from 'vitest';
import { tone } from '../../src/criteria/tone/tone.ts';
import { findCourtesy, findRudeness } from '../../src/criteria/tone/wording.ts';
import { callOf, criterionOf } from './made-calls.ts';

const rude = (line: string): string[] => {
  const call = callOf({ lines: [`agent: ${line}`, 'customer: 嗯'] });
  return findRudeness(call, { startMs: 0, endMs: call.durationMs }).certain.map(({ event }) => event.quote);
};

describe('contempt without a swear word', () => {
  it.each([
    'only a fool would sign that',
    'any idiot can see that',
    'do i have to draw you a picture',
    'which part of no do you not understand',
    'were you born yesterday',
    'you are not very bright, are you',
    'get someone with half a brain',
    "you're being ridiculous and a complete time waster",
    'what are you, five years old?',
    "if you'd bothered to read the letter you would know",
    'serves you right',
    'go cry to somebody else',
    'Yeah, whatever.',
    "don't waste my time",
    'nobody is going to believe you',
    'tell it to someone who cares',
    'Idiot. Next.',
    'Well, get lost.',
    'how the hell should i know',
    'for fuck’s sake read the form',
    '只有傻子才会签',
    '三岁小孩都知道',
    '你动动脑子行不行',
    '找个听得懂的人来跟我说',
    '怎么又是你',
    '就你事多',
    '问什么问',
    '你管我叫什么',
    '神经病，退什么退',
    '这点钱都没有还买保险',
    '做梦去吧',
    '跟你说了也白说',
    '说了你也不懂',
    '少跟我装糊涂',
    '一把年纪了还这么不讲理',
    '真没素质',
    '你吃错药了吧',
    '省省吧你',
  ])('is found in "%s"', (line) => {
    expect(rude(line)).not.toEqual([]);
  });
});

describe('words of rudeness that are none', () => {
  it.each([
    ['quoted', 'She told you to shut up, and then?'],
    ['quoted', 'So you were called a liar by our clerk?'],
    ['denied', 'Nobody should call you an idiot.'],
    ['denied', "I would never say it's not my problem."],
    ['denied', "I don't mean to make you feel stupid."],
    ['of oneself', 'Thank you, stupid me.'],
    ['of oneself', 'What an idiot I am.'],
    ['of another', 'He told the other driver to get lost.'],
    ['literal', 'When you shut up the shop, was the alarm on?'],
    ['literal', 'Are you deaf or hard of hearing?'],
    ['literal', 'Are you deaf in the left ear?'],
    ['literal', 'Did you have a pain in the neck?'],
    ['literal', 'Is the fault your own or the other driver’s?'],
    ['literal', 'That’s what you get with the premium plan.'],
    ['literal', 'Any child would be covered under the plan.'],
    ['literal', 'Do you speak English?'],
    ['literal', 'I don’t want to waste your time.'],
    ['literal', 'We love customers like you.'],
    ['quoted', '她叫您闭嘴，然后呢？'],
    ['quoted', '她骂您骗子，我记下来了。'],
    ['denied', '骂客户白痴是绝对不允许的。'],
    ['denied', '怎么会不关我的事呢，我来帮您。'],
    ['denied', '我不是嫌您烦。'],
    ['of oneself', '瞧我这脑子，真笨。'],
    ['of another', '那个师傅叫对方司机滚。'],
    ['literal', '您有病史吗？'],
    ['literal', '您要求多大面积的？'],
    ['literal', '这也要问一下您。'],
    ['literal', '您养了多少头猪？狗从楼上滚下来没有？'],
    ['literal', '婆婆妈妈都可以投保。'],
    ['literal', '那您就等着收保单。'],
    ['literal', '操作简单，小学生都会用。'],
  ])('%s: "%s"', (_, line) => {
    expect(rude(line)).toEqual([]);
  });
});

describe('courtesy', () => {
  it.each(['请给我十分钟', '您好', 'Would you mind holding?', 'My pleasure.', 'How can I help?'])(
    'is heard in "%s"',
    (line) => {
      const call = callOf({ lines: [`agent: ${line}`, 'customer: hm'] });
      expect(findCourtesy(call, { startMs: 0, endMs: call.durationMs })).not.toEqual([]);
    },
  );
});

describe('wording whose meaning only a person can tell', () => {
  const wordingOf = (...lines: string[]) => {
    const call = callOf({ lines });
    return findRudeness(call, { startMs: 0, endMs: call.durationMs });
  };

  it.each([
    [['customer: your colleague called me names', 'agent: i noted his exact words shut up and stop whining']],
    [['customer: 你们同事骂我', 'agent: 好的我把爱买不买这句也记下来了']],
    [['customer: 对方司机下车就骂我', 'agent: 那真是太没素质了']],
    [['customer: 网站打不开', 'agent: 这系统又卡了真烦人我给您再查一次']],
    [['customer: is it long', 'agent: not rocket science']],
  ])('is doubtful in %j', (lines) => {
    const { certain, doubtful } = wordingOf(...lines);
    expect(certain).toEqual([]);
    expect(new Set(doubtful.map(({ event }) => event.kind))).toEqual(new Set(['doubtful-rudeness']));
  });

  it.each([
    'well done genius',
    'it is written in english figure it out yourself',
    'are you thick or something',
    'oh boo hoo',
    '跟你说不清楚',
    '爱听不听',
    '你耳朵长着是摆设啊',
    '就你聪明',
    '谁逼你买了',
  ])('is not, where it is aimed beyond doubt, as in "%s"', (line) => {
    expect(wordingOf(`agent: ${line}`, 'customer: 嗯').certain).toHaveLength(1);
  });

  it.each([
    'you can look it up yourself on our website',
    'if you want us to stop calling you just say so',
    'you will get over it soon',
    'does the noise drive you crazy',
    "that's your problem right there the router is off",
    '孩子几岁了上过学吗',
    '这个跟我没有关系是系统自动扣的',
    '您想安装什么宽带',
    '低能耗的空调',
    '没有谁逼您今天定',
  ])('is neither in "%s"', (line) => {
    expect(wordingOf(`agent: ${line}`, 'customer: 嗯')).toEqual({ certain: [], doubtful: [] });
  });

  it('asks for a person and accuses nobody', () => {
    const input = callOf({ lines: ['agent: 您好', 'customer: 你们同事骂我', 'agent: 那真是太没素质了'] });
    const criterion = criterionOf('tone', tone.settings.parse({}));
    expect(tone.score(input, criterion)).toMatchObject({
      verdict: 'not-assessable',
      reason: { code: 'rudeness-doubtful' },
    });
  });
});
