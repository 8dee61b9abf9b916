import { describe, expect, it } from 'vitest';
import { forbiddenTalk } from '../../src/criteria/forbidden-talk.ts';
import type { CriterionKind } from '../../src/criteria/kind.ts';
import { monologue } from '../../src/criteria/monologue.ts';
import { order } from '../../src/criteria/order.ts';
import { steps } from '../../src/criteria/steps.ts';
import { companySchema } from '../../src/domain/company.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import { callOf, criterionOf, heardParty, withSound } from './made-calls.ts';

function decide(kind: CriterionKind, input: ScoringInput, settings: object) {
  return kind.score(input, criterionOf(kind.kind, kind.settings.parse(settings)));
}

function verdictOf(kind: CriterionKind, input: ScoringInput, settings: object): string {
  const { verdict, reason } = decide(kind, input, settings);
  return `${verdict} ${reason.code}`;
}

const company = companySchema.parse({
  version: 1,
  name: '澜声传媒',
  confidential: ['采购底价', 'purchase price', 'expansion plan'],
  forbiddenClaims: ['保证销量翻倍', 'guaranteed to double your sales'],
});
const talk = (line: string) =>
  verdictOf(forbiddenTalk, callOf({ lines: ['customer: 喂', `agent: ${line}`], company }), {
    lists: ['confidential', 'forbiddenClaims'],
  });

describe('forbidden talk', () => {
  it.each([
    '我们的采购底价是三千块一个月',
    '投了我们的灯箱保证销量翻倍',
    'our purchase price is two thousand dollars',
    'this campaign is guaranteed to double your sales',
  ])('is unmet by "%s"', (line) => expect(talk(line)).toBe('unmet forbidden-said'));

  it.each(['您问的采购底价，我帮您问问', 'so you would like to hear about the expansion plan'])(
    'counts in part where a confidential topic is only named: "%s"',
    (line) => expect(talk(line)).toBe('partly confidential-named'),
  );

  it.each([
    '采购底价我不方便透露',
    '我们没有说保证销量翻倍',
    '有人说保证销量翻倍，那是骗人的',
    "i can't share our purchase price",
    'nothing is guaranteed to work',
    'the purchase is done and the price is fair',
  ])('is met by "%s"', (line) => expect(talk(line)).toBe('met nothing-forbidden'));

  it('looks for topics of the standard too, in the agent’s words only', () => {
    const settings = { topics: ['colleague-disparaged'] };
    const lines = ['agent: 您好', 'customer: 你那个同事什么都不懂'];
    expect(verdictOf(forbiddenTalk, callOf({ lines }), settings)).toBe('met nothing-forbidden');
    const said = callOf({ lines: ['customer: hello', 'agent: my colleague is clueless'] });
    expect(decide(forbiddenTalk, said, settings)).toMatchObject({
      verdict: 'unmet',
      events: [{ kind: 'colleague-disparaged', turn: 1 }],
    });
  });

  it('is not assessable where the company lists nothing', () => {
    expect(verdictOf(forbiddenTalk, callOf({ lines: ['agent: 您好'] }), { lists: ['confidential'] })).toBe(
      'not-assessable no-company-list',
    );
  });
});

const needFirst = {
  first: { by: 'either', topics: ['need', 'need-stated'] },
  second: { topics: ['pitch'] },
  ifAbsent: 'partly',
};

describe('order', () => {
  it.each([
    ['met in-order', ['agent: 您主要想在哪些地方投放？', 'customer: 地铁', 'agent: 我给您介绍一款套餐']],
    ['met in-order', ['agent: what are you looking for', 'customer: radio', 'agent: we have a new package']],
    ['met in-order', ['agent: 您好', 'customer: 我想了解电台广告', 'agent: 我给您推荐一款套餐']],
    ['partly out-of-order', ['agent: 我给您介绍一款套餐', 'customer: 嗯', 'agent: 您主要想在哪些地方投放？']],
    ['partly first-missing', ['agent: we have a new package', 'customer: okay', 'agent: it is nice']],
    ['not-applicable not-triggered', ['agent: 您好', 'customer: 我想查发票', 'agent: 已经寄出']],
  ])('is %s in %j', (expected, lines) => {
    expect(verdictOf(order, callOf({ lines }), needFirst)).toBe(expected);
  });
});

const gatekeeper = {
  appliesIf: { said: { by: 'customer', topics: ['gatekeeper-answers'] } },
  unmetShare: 0.34,
  steps: [
    { topics: ['company-confirmed'] },
    { topics: ['caller-named'] },
    { topics: ['asks-who-decides'] },
    { topics: ['asks-extension'] },
    { topics: ['asks-surname'] },
    { topics: ['thanks'] },
  ],
};

describe('steps', () => {
  it('are met when all are taken in order, in both languages', () => {
    const zh = [
      'agent: 你好，请问这里是远山集团公司吗',
      'customer: 是的，你哪里',
      'agent: 我是澜声传媒的小李，请问市场推广是哪位负责',
      'customer: 是王经理，我帮您转过去',
      'agent: 他的分机是多少呢，没转通再麻烦您',
      'customer: 八零二',
      'agent: 好的，请问您贵姓？谢谢您',
    ];
    expect(decide(steps, callOf({ lines: zh }), gatekeeper)).toMatchObject({ verdict: 'met' });
    const en = [
      'agent: hello have i reached northgate motors',
      'customer: yes who is calling',
      'agent: this is laura from tidewell media who is in charge of advertising',
      "customer: that's mr cole i'll put you through",
      'agent: could you give me his extension please',
      'customer: eight oh two',
      'agent: and may i have your name thank you so much',
    ];
    expect(decide(steps, callOf({ lines: en }), gatekeeper)).toMatchObject({ verdict: 'met' });
  });

  it('count by their fraction, and are unmet under the share the standard sets', () => {
    const half = [
      'agent: 我是澜声传媒的小李，请问推广是哪位负责',
      'customer: 我帮您转接',
      'agent: 好，谢谢您',
    ];
    expect(decide(steps, callOf({ lines: half }), gatekeeper)).toMatchObject({
      verdict: 'partly',
      score: 0.5,
    });
    const none = ['agent: 叫你们领导听电话', 'customer: 我帮您转接', 'agent: 快点'];
    expect(decide(steps, callOf({ lines: none }), gatekeeper)).toMatchObject({ verdict: 'unmet', score: 0 });
  });

  it('do not apply where no receptionist answers', () => {
    expect(verdictOf(steps, callOf({ lines: ['agent: 您好', 'customer: 你好，我就是'] }), gatekeeper)).toBe(
      'not-applicable not-triggered',
    );
  });

  it('count in part when out of order, unless order does not matter', () => {
    const lines = ['agent: thanks a lot', 'customer: sure', 'agent: what is your budget'];
    const two = { steps: [{ topics: ['budget'] }, { topics: ['thanks'] }] };
    expect(verdictOf(steps, callOf({ lines }), two)).toBe('partly steps-out-of-order');
    expect(verdictOf(steps, callOf({ lines }), { ...two, ordered: false })).toBe('met steps-done');
  });

  it.each([[['agent: 你好', 'customer: 没空，挂了']], [['agent: hello there', 'customer: no time, bye']]])(
    'are excused by a hang-up only where the standard says so: %j',
    (lines) => {
      const due = { steps: [{ topics: ['budget'] }, { topics: ['thanks'] }] };
      const excused = { ...due, excusedByHangUp: true };
      expect(verdictOf(steps, callOf({ lines }), due)).toBe('unmet steps-missing');
      expect(verdictOf(steps, callOf({ lines }), excused)).toBe('not-applicable customer-hung-up');
      const agentLast = callOf({ lines: [...lines, lines[0] ?? ''] });
      expect(verdictOf(steps, agentLast, excused)).toBe('unmet steps-missing');
    },
  );
});

describe('a monologue', () => {
  const spoken = (agent: readonly [number, number][], customer: readonly [number, number][]) => {
    const input = callOf({ lines: ['agent: hello', 'customer: hi'], durationMs: 300_000 });
    return withSound(input, {
      parties: { agent: heardParty(agent), customer: heardParty(customer) },
    });
  };

  it('is measured between two turns of the customer; listening signals do not end it', () => {
    const heard = spoken(
      [
        [0, 40_000],
        [41_000, 80_000],
      ],
      [
        [40_200, 40_600],
        [81_000, 84_000],
      ],
    );
    const decision = decide(monologue, heard, {});
    expect(decision).toMatchObject({
      verdict: 'partly',
      method: 'acoustic',
      evidence: [{ value: 79, unit: 's' }],
    });
    expect(
      verdictOf(
        monologue,
        spoken(
          [
            [0, 40_000],
            [44_000, 80_000],
          ],
          [[40_200, 43_600]],
        ),
        {},
      ),
    ).toBe('met turns-shared');
    expect(verdictOf(monologue, spoken([[0, 130_000]], [[131_000, 134_000]]), {})).toBe(
      'unmet very-long-monologue',
    );
  });

  it('does not count a hold as talk', () => {
    expect(
      verdictOf(
        monologue,
        spoken(
          [
            [0, 20_000],
            [140_000, 150_000],
          ],
          [[151_000, 155_000]],
        ),
        {},
      ),
    ).toBe('met turns-shared');
  });

  it('cannot be told where only one side is there', () => {
    expect(verdictOf(monologue, callOf({ lines: ['agent: hello'] }), {})).toBe('not-assessable one-sided');
  });
});
