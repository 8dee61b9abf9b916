import { describe, expect, it } from 'vitest';
import { type ToneSettings, tone } from '../../src/criteria/tone/tone.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { harperValleyCalls, noHarperValley } from './harper-valley.ts';
import { callOf, criterionOf, withSound } from './made-calls.ts';

const score = (input: ScoringInput, settings: Partial<ToneSettings> = {}): Decision =>
  tone.score(input, criterionOf('tone', tone.settings.parse(settings)));
const said = (line: string): Decision =>
  score(
    callOf({
      lines: /[\u4e00-\u9fff]/.test(line)
        ? ['agent: 您好', 'customer: 你好', `agent: ${line}`, 'customer: 嗯']
        : ['agent: thank you for calling', 'customer: hi', `agent: ${line}`, 'customer: okay'],
    }),
  );

const polite = callOf({
  lines: [
    'agent: 您好，请问有什么可以帮您？',
    'customer: 我想查一下保单。',
    'agent: 好的，麻烦您报一下保单号，谢谢。',
    'customer: 三五七八。',
  ],
});
const plain = callOf({
  lines: ['agent: yeah what policy', 'customer: the car one', 'agent: number', 'customer: three five seven'],
});

describe('rude wording', () => {
  it.each([
    '你是不是听不懂人话',
    '你怎么这么笨',
    '爱买不买，随你便',
    '关我什么事',
    '你有病吧',
    '我都跟你说了多少遍了',
    '买不起就别问',
    '闭嘴听我说',
    '你脑子进水了吧',
    '神经病',
    '有本事你去投诉啊',
    '没空跟你废话',
    '你這個人真是不可理喻',
    '你他妈有完没完',
    '别浪费我的时间',
    '這麼簡單你都不懂嗎',
    'you are such an idiot',
    'what is wrong with you',
    'are you deaf',
    'shut up and listen',
    "i don't care what you think",
    "that's your problem not mine",
    'stop wasting my time',
    'how many times do i have to tell you',
    "that's a stupid question",
    "don't be ridiculous",
    'this is bullshit',
    'none of your business',
    '我懒得理你',
    '你投诉去吧',
    '你傻吗',
    '你吼什么吼',
    'i already told you that ten times',
    'learn to read',
    "you don't know what you're talking about",
    'you people are unbelievable you are so stupid',
  ])('is found in "%s"', (line) => {
    const decision = said(line);
    expect(decision).toMatchObject({ verdict: 'unmet', score: 0, reason: { code: 'rude-wording' } });
    expect(decision.events.some((event) => event.kind === 'rudeness' && event.turn === 2)).toBe(true);
  });

  it.each([
    '我不是说您不懂，我是怕我没说清楚',
    '没有人说您笨',
    '您好麻烦您报一下身份证号',
    '您太客气了，像您这样的老客户我们有优惠',
    '您有病史吗，之前住过院吗',
    '您的狗也可以投保宠物险',
    '麻烦您配合一下',
    '您妈妈的保单也在这边',
    '您妈的身份证号报一下',
    '我真笨，刚才没听清',
    '刚才那位客户骂我傻子',
    '我晚点再打您',
    '您给我说一下您的地址',
    '您听好我给您报一下号码',
    '您不办也没关系，不办就算了',
    '这都不会影响您的权益',
    '您想怎么办理都可以',
    '账户里没钱就扣不了款',
    '谨防骗子，我们不是骗子',
    '您看不懂是吗，我给您解释一下',
    '这个设备比较笨重',
    '垃圾短信您可以拦截',
    '我不管这块业务，帮您转一下',
    '您方便的话随时打给我',
    '如果您懂什么是复利就好办了',
    '没关系的，您慢慢想',
    '生活该怎么样还怎么样',
    '您反映过好几次了对吧',
    '您要投诉的话我可以帮您登记',
    '您这么年轻就有这个意识真不错',
    '滚动播放的广告每天三十次',
    '爱车保养您可以预约',
    '不关您的事，是我们系统的问题',
    '那您妈的年龄是多少',
    "i'm not saying you are stupid",
    "i'm so stupid i forgot to ask",
    'sorry about my stupid computer',
    'the customer before you called me an idiot',
    'would you like a cheap restaurant',
    'you can get a life insurance policy with us',
    'lost or stolen cards get lost in the mail',
    'we will deal with it for you',
    'how is your pain today',
    'when your kids grow up',
    "there's no such thing as a stupid question",
    'what is wrong with your phone',
    'i do care about you',
    'i do not want to waste your time',
    'before you get off the phone',
    "can't you hear me",
    'are you into jazz',
    'stop wasting money on rent',
    'so what would you like to do',
  ])('is not found in "%s"', (line) => {
    const decision = said(line);
    expect(decision.events.filter((event) => event.kind === 'rudeness')).toEqual([]);
    expect(decision.verdict).toBe('met');
  });

  it('of the customer never counts against the agent', () => {
    const input = callOf({
      lines: ['agent: 您好', 'customer: 你怎么这么笨，闭嘴', 'agent: 对不起', 'customer: 滚蛋'],
    });
    expect(score(input).verdict).toBe('met');
  });

  it('goes to a person when no voice lies under it', () => {
    const input = callOf({ lines: ['agent: 您好', 'customer: 你好', 'agent: 闭嘴', 'customer: 嗯'] });
    const silent = withSound(input, {}, { agent: { speech: [[500, 940]] } });
    expect(score(silent)).toMatchObject({ verdict: 'not-assessable', reason: { code: 'evidence-rejected' } });
  });

  it('is not found in the three bank calls', (context) => {
    if (noHarperValley) context.skip(noHarperValley);
    const calls = [...harperValleyCalls('human_transcript'), ...harperValleyCalls('transcript')];
    expect(calls.map((call) => score(call).verdict)).toEqual(Array(6).fill('met'));
  });
});

describe('tone', () => {
  it('is met by courteous wording and an even level', () => {
    const decision = score(withSound(polite));
    expect(decision).toMatchObject({ verdict: 'met', score: 1, reason: { code: 'courteous-and-even' } });
    expect(decision.evidence.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['quote', 'search', 'measure']),
    );
  });

  it('is partly met without a courteous word', () => {
    expect(score(withSound(plain))).toMatchObject({ verdict: 'partly', reason: { code: 'no-courtesy' } });
  });

  it('does not ask for courtesy where the standard only bans rudeness', () => {
    expect(score(plain, { parts: ['wording'], courtesyDue: false }).verdict).toBe('met');
  });

  it.each([
    [[[1000, 3200]], 'partly', 'raised-stretch'],
    [[[1000, 8000]], 'unmet', 'shouting'],
    [[], 'met', 'courteous-and-even'],
  ] as const)('with raised stretches %j is %s', (raised, verdict, code) => {
    const long = withSound(polite, {}, { agent: { raised, speechMs: 60_000 } });
    expect(score(long)).toMatchObject({ verdict, reason: { code } });
  });

  it('is partly met when much of the agent is too faint', () => {
    const input = withSound(polite, {}, { agent: { faint: [[1000, 6000]], speechMs: 10_000 } });
    expect(score(input)).toMatchObject({ verdict: 'partly', reason: { code: 'faint' } });
  });

  it('says that the level was not measured when there is no recording', () => {
    expect(score(polite)).toMatchObject({ verdict: 'met', reason: { code: 'courteous-level-unmeasured' } });
    expect(score(polite, { parts: ['level'] })).toMatchObject({
      verdict: 'not-assessable',
      reason: { code: 'no-levels' },
    });
  });

  it.each([
    ['mono', { layout: 'mono' as const }],
    ['low-snr', { flags: ['LOW_SNR' as const] }],
  ])('makes nothing of levels it cannot trust: %s', (code, changes) => {
    const shouting = withSound(polite, changes, { agent: { raised: [[0, 9000]] } });
    expect(score(shouting, { parts: ['level'] })).toMatchObject({
      verdict: 'not-assessable',
      reason: { code },
    });
  });

  it('does not call a half-transcribed agent polite', () => {
    const input = withSound(
      polite,
      {},
      {
        agent: {
          speech: [
            [500, 4000],
            [10_000, 60_000],
          ],
        },
      },
    );
    expect(score(input)).toMatchObject({ verdict: 'not-assessable', reason: { code: 'not-transcribed' } });
  });

  it('does not depend on polite filler when the wording is rude', () => {
    const lines = ['agent: 谢谢您，非常感谢您，祝您愉快，你怎么这么笨', 'customer: 什么', 'agent: 谢谢谢谢'];
    expect(score(callOf({ lines })).verdict).toBe('unmet');
  });
});
