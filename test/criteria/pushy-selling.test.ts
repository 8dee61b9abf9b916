import { describe, expect, it } from 'vitest';
import { pushySelling } from '../../src/criteria/selling/pushy-selling.ts';
import type { Language } from '../../src/domain/call.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { aCall } from './a-call.ts';

const criterion = {
  id: 'pushy-selling',
  clauses: ['5/6.3'],
  title: { en: 'No pushy selling', zh: '不强行推销' },
  kind: 'pushy-selling',
  weight: 20,
  critical: false,
  partly: 0.5,
  methods: ['rule' as const],
  settings: pushySelling.settings.parse({}),
};

function decide(language: Language, ...lines: string[]): Decision {
  return pushySelling.score(aCall(language, lines), criterion);
}

const found = (decision: Decision, kind: string): string[] =>
  decision.events.filter((event) => event.kind === kind).map((event) => event.strength ?? event.detail ?? '');

const pitchZh = 'A:您好我这边是某某教育的 给您推荐一个英语课程 现在有试听活动';
const pitchEn = 'A:hi this is john from acme we have a great deal on solar panels can i tell you more';

describe('pushy selling in Mandarin', () => {
  it('is met when a clear refusal is accepted', () => {
    const decision = decide('zh', pitchZh, 'C:不需要', 'A:好的打扰您了再见');
    expect(decision.verdict).toBe('met');
    expect(found(decision, 'refusal')).toEqual(['clear']);
    expect(found(decision, 'push')).toEqual([]);
  });

  it('is partly met after one push against a clear refusal and letting go then', () => {
    const decision = decide(
      'zh',
      pitchZh,
      'C:不用了',
      'A:其实现在报名很划算的 还送您一套教材',
      'C:真不用',
      'A:好的那不打扰您了',
    );
    expect(decision.verdict).toBe('partly');
    expect(found(decision, 'push')).toEqual(['pushed-on']);
  });

  it('is unmet when the pitch goes on after two clear refusals, with both sides quoted', () => {
    const decision = decide(
      'zh',
      pitchZh,
      'C:不需要谢谢',
      'A:您先别急着拒绝 这个课程现在免费试听',
      'C:我真的不需要',
      'A:现在都要学英语的 很多家长都报名了 您可以先了解一下',
    );
    expect(decision.verdict).toBe('unmet');
    expect(decision.evidence.every((one) => one.kind === 'quote' && one.verified)).toBe(true);
  });

  it('is unmet when the agent goes on after a final refusal', () => {
    const decision = decide('zh', pitchZh, 'C:没有 别再打了', 'A:我们优惠力度很大的 您考虑一下');
    expect(decision.verdict).toBe('unmet');
    expect(decision.reason.code).toBe('pushed-after-final-refusal');
  });

  it('is met after a soft no and one polite question', () => {
    const decision = decide(
      'zh',
      pitchZh,
      'C:我再考虑考虑吧',
      'A:好的 那您主要是考虑价格还是时间呢',
      'C:时间',
      'A:明白 那我下周再联系您 再见',
    );
    expect(decision.verdict).toBe('met');
    expect(decision.events[0]).toMatchObject({ kind: 'refusal', strength: 'soft', detail: 'asked-why' });
  });

  it.each([
    ['谢绝发票', 'A:需要给您开发票吗', 'C:不用了'],
    ['没有别的问题', 'A:请问还有什么可以帮您', 'C:没有了 谢谢'],
    ['问产品', 'A:这个课程是免费体验的', 'C:真的不要钱吗'],
    ['问手续费', 'A:您请说', 'C:你们这个不需要手续费吗'],
    ['客气话', 'A:我给您发个短信可以吗', 'C:没问题 不用谢'],
    ['否认拒绝', 'A:您是不需要是吧', 'C:我不是不需要 我是想问问价格'],
    ['病史', 'A:您之前有住院过吗', 'C:没有'],
    ['认错人', 'A:请问是王女士吗', 'C:不是 你打错了'],
    ['没收到', 'A:您收到短信了吗', 'C:没有'],
    ['不了解公司', 'A:您对我们公司了解吗', 'C:不了解'],
    ['改日期', 'A:给您订三月五号的房间可以吗', 'C:不要五号的 我要六号的'],
  ])('takes %s for no refusal', (_, ...lines) => {
    expect(found(decide('zh', ...lines, 'A:好的'), 'refusal')).toEqual([]);
  });

  it.each([
    ['A:你不同意升级的话我们就直接给您停机', 'threat'],
    ['A:这个事情耽误了你负得起责任吗', 'intimidation'],
    ['A:您现在不买保险等生了大病就晚了 到时候后悔都来不及', 'fear'],
    ['A:您就不为孩子的将来考虑吗', 'guilt'],
  ])('is unmet under severe pressure: %s', (line, kind) => {
    const decision = decide('zh', line, 'C:你怎么能这样');
    expect(decision.verdict).toBe('unmet');
    expect(found(decision, 'pressure')).toEqual([kind]);
  });

  it('takes a plain date or a benefit for no pressure', () => {
    const decision = decide('zh', 'A:万一发生意外 我们最高赔付五十万 活动到这周五结束', 'C:好的');
    expect(decision.verdict).toBe('met');
    expect(found(decision, 'pressure')).toEqual([]);
  });

  it.each([
    ['A:您看要不要给您升级一下那个百兆宽带呢', 'C:哎呀不用不用我现在用的挺好的', 'clear'],
    ['A:您家最近有装修的计划吗', 'C:没有啊', 'clear'],
    ['A:那我现在给您办理好吗', 'C:我得跟我老公商量一下', 'soft'],
    ['A:我给您介绍一下我们的会员卡吧', 'C:现在没时间', 'soft'],
    ['A:这款净水器现在打折', 'C:我不买 家里有', 'clear'],
    ['A:您好我们是做贷款的', 'C:你们怎么又打电话 再打我投诉你了', 'final'],
    ['A:我们这个利率最低三厘', 'C:行行行有需要我联系你', 'soft'],
  ])('hears in %s / %s a %s refusal', (offer, answer, strength) => {
    expect(found(decide('zh', offer, answer, 'A:好的打扰了'), 'refusal')).toEqual([strength]);
  });

  it('reads refusals out of recognized speech without punctuation', () => {
    const decision = decide(
      'zh',
      'A:喂你好我这边是那个平安普惠的然后想问一下您这边最近有没有贷款的需求呢',
      'C:嗯没有没有不需要',
      'A:哦好的打扰了',
    );
    expect(found(decision, 'refusal')).toEqual(['clear']);
  });
});

describe('pushy selling in English', () => {
  it('is unmet when the pitch goes on after two clear refusals', () => {
    const decision = decide(
      'en',
      pitchEn,
      "C:no thanks i'm not interested",
      'A:i understand but just give me one minute you could save fifty percent',
      "C:i said i'm not interested",
      'A:most of our customers said that at first are you sure',
      'C:goodbye',
    );
    expect(decision.verdict).toBe('unmet');
    expect(found(decision, 'push')).toEqual(['pushed-on', 'pushed-on']);
  });

  it('is met when a final refusal is respected', () => {
    const decision = decide(
      'en',
      pitchEn,
      'C:stop calling me',
      "A:okay i'll take you off our list sorry to bother you have a good day",
    );
    expect(decision.verdict).toBe('met');
    expect(found(decision, 'refusal')).toEqual(['final']);
  });

  it('is met after a soft no and one polite question', () => {
    const decision = decide(
      'en',
      pitchEn,
      'C:maybe later i need to think about it',
      'A:sure is there anything in particular holding you back',
      'C:just the price',
      'A:okay have a great day',
    );
    expect(decision.verdict).toBe('met');
    expect(found(decision, 'refusal')).toEqual(['soft']);
  });

  it.each([
    ['done', 'A:is there anything else i can help you with', "C:no that's all thank you"],
    ['a correction', 'A:please confirm you want 4 tickets to the game', 'C:no i only want 3 tickets'],
    ['an answer', 'A:do you have any allergies', 'C:no'],
    ['a reassurance', 'A:sorry about the wait', 'C:no problem'],
    ['a preference', 'A:which seat do you prefer', "C:i don't want the window seat i want the aisle"],
    ['not having heard', 'A:Did you know that every child matters?', 'C:no i didnt'],
    ['not yet', 'A:have you received your package', 'C:not yet'],
    ['a complaint', 'A:how can i help you', "C:i don't want to wait so long for my card"],
  ])('takes %s for no refusal', (_, ...lines) => {
    expect(found(decide('en', ...lines, 'A:okay'), 'refusal')).toEqual([]);
  });

  it('takes a no to an offer for a refusal', () => {
    const decision = decide(
      'en',
      'A:Do you want tickets?',
      'C:Not now, that is all I need.',
      'A:Have a great day then.',
    );
    expect(found(decision, 'refusal')).toEqual(['soft']);
    expect(decision.verdict).toBe('met');
  });

  it.each([
    ['A:would you be interested in switching your plan today', "C:uh yeah no i'm i'm good thanks", 'clear'],
    ['A:would you consider a donation', 'C:maybe im not sure if i can', 'soft'],
    ['A:would you like to donate', "C:I think I'd rather keep my money, sorry.", 'clear'],
    ['A:we can give you two months free', 'C:nah not really interested man', 'clear'],
    ['A:do you want us to come by for an estimate', "C:i'll have to talk to my wife", 'soft'],
    ['A:we have a deal on insurance', 'C:take me off your list', 'final'],
  ])('hears in "%s" / "%s" a %s refusal', (offer, answer, strength) => {
    expect(found(decide('en', offer, answer, 'A:okay have a good one'), 'refusal')).toEqual([strength]);
  });

  it('does not hold negated pressure against the agent', () => {
    expect(found(decide('en', "A:you won't regret it", 'C:ok'), 'pressure')).toEqual([]);
  });
});

describe('talking over a refusal', () => {
  const call = aCall('en', [pitchEn, "C:no thanks i'm not interested", 'A:okay have a good day']);
  const refusal = call.transcript?.turns[1];
  const acoustics = (outcome: 'took-floor' | 'gave-way') =>
    ({
      version: 1,
      durationMs: call.durationMs,
      layout: 'two-party',
      timing: 'words',
      parties: {},
      overlaps: [
        {
          startMs: (refusal?.startMs ?? 0) + 500,
          endMs: (refusal?.startMs ?? 0) + 1500,
          floor: 'customer',
          incoming: 'agent',
          class: 'interruption',
          outcome,
          why: 'test',
        },
      ],
      silences: [],
      talkShare: {},
      responseMs: {},
      flags: [],
    }) as const;

  it('is partly met when the agent takes the floor, and shows the overlap', () => {
    const decision = pushySelling.score({ ...call, acoustics: acoustics('took-floor') }, criterion);
    expect(decision.verdict).toBe('partly');
    expect(decision.evidence[0]).toMatchObject({ kind: 'measure', value: 1000, unit: 'ms' });
  });

  it('is met when the agent gives way', () => {
    expect(pushySelling.score({ ...call, acoustics: acoustics('gave-way') }, criterion).verdict).toBe('met');
  });
});

describe('what cannot be known', () => {
  it('is not assessable when nothing the customer said is transcribed', () => {
    const decision = decide('en', pitchEn, 'A:hello are you there');
    expect(decision.verdict).toBe('not-assessable');
    expect(decision.reason.code).toBe('customer-not-heard');
  });

  it('is not assessable when parts of the customer are not transcribed', () => {
    const input = aCall('en', [pitchEn, 'C:okay tell me', 'A:it is a good plan']);
    const speech = { speech: [[0, input.durationMs]], speechMs: input.durationMs } as const;
    const party = {
      ...speech,
      levelDb: null,
      noiseDb: null,
      snrDb: null,
      clippedPercent: null,
      levelTrack: { stepMs: 100, db: [] },
      raised: [],
      faint: [],
      hold: [],
      tones: [],
      pace: null,
    };
    const acoustics = {
      version: 1,
      durationMs: input.durationMs,
      layout: 'two-party',
      timing: 'audio',
      parties: { agent: party, customer: party },
      overlaps: [],
      silences: [],
      talkShare: {},
      responseMs: {},
      flags: [],
    } as const;
    expect(pushySelling.score({ ...input, acoustics }, criterion).verdict).toBe('not-assessable');
  });
});
