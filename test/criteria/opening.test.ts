import { describe, expect, it } from 'vitest';
import { type OpeningSettings, opening } from '../../src/criteria/opening/opening.ts';
import { companySchema, unnamedCompany } from '../../src/domain/company.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Decision } from '../../src/domain/verdict.ts';
import { harperValleyCalls, noHarperValley } from './harper-valley.ts';
import { callOf, criterionOf, withSound } from './made-calls.ts';

const score = (input: ScoringInput, settings: Partial<OpeningSettings> = {}): Decision =>
  opening.score(input, criterionOf('opening', opening.settings.parse(settings)));
const verdictOf = (lines: readonly string[], settings: Partial<OpeningSettings> = {}) =>
  score(callOf({ lines }), settings).verdict;
const kindsIn = (decision: Decision) => decision.events.map(({ kind, quote }) => `${kind}: ${quote}`);

describe('the greeting', () => {
  it.each([
    ['agent: Thank you for calling Brightwater Insurance, this is Jane, how may I help you?', 'customer: hi'],
    ['agent: hello', 'customer: hello', 'agent: hi this is jane from bright water insurance'],
    [
      'customer: hello?',
      'agent: good morning, am I speaking to Mr Smith?',
      'customer: yes',
      'agent: this is Tom with Brightwater',
    ],
    ['agent: 您好，晨光保险，请问有什么可以帮您？', 'customer: 你好'],
    ['customer: 喂，哪位？', 'agent: 您好，我是晨光保险的小李。', 'customer: 哦'],
    ['agent: 喂你好', 'customer: 你好', 'agent: 我这边是陈光保险的客户经理'],
    ['agent: 您好，這裡是晨光保險，很高興為您服務', 'customer: 嗯'],
  ])('is met by greeting and company name: %s', (...lines) => {
    expect(verdictOf(lines)).toBe('met');
  });

  it.each([
    ['agent: Brightwater Insurance, Jane speaking.', 'customer: hi'],
    ['agent: 晨光保险客服中心，请讲。', 'customer: 你好我想问一下'],
  ])('is partly met without a word of greeting: %s', (...lines) => {
    expect(verdictOf(lines)).toBe('partly');
  });

  it.each([
    [
      'agent: hello there',
      'customer: hi',
      'agent: how are you doing today',
      'customer: fine',
      'agent: great',
      'customer: yes',
      'agent: @30 so i am calling from Brightwater Insurance',
      'customer: okay',
    ],
    [
      'agent: 您好',
      'customer: 你好',
      'agent: 请问是张先生吗',
      'customer: 是的',
      'agent: 您现在方便吗',
      'customer: 方便',
      'agent: @32 我是晨光保险的',
      'customer: 嗯',
    ],
  ])('is partly met when the company name comes after the opening: %s', (...lines) => {
    expect(verdictOf(lines)).toBe('partly');
  });

  it.each([
    ['agent: 您好，打扰您一下。', 'customer: 你是哪里的？', 'agent: 我是晨光保险的。', 'customer: 哦'],
    ['agent: hi is this Mr Smith', 'customer: who is calling', 'agent: this is Brightwater Insurance'],
  ])('is partly met when the company is named only on request: %s', (...lines) => {
    const decision = score(callOf({ lines }));
    expect([decision.verdict, decision.reason.code]).toEqual(['partly', 'opening-prompted']);
  });

  it.each([
    ['agent: hello how can i help you', 'customer: i lost my card', 'agent: okay let me see'],
    ['agent: 您好，请问有什么可以帮您？', 'customer: 我想问一下保单', 'agent: 好的您说'],
    ['agent: hello this is First National Bank', 'customer: hi', 'agent: what can i do for you'],
    ['agent: 您好，这里是中国人寿', 'customer: 你好', 'agent: 请问您是张先生吗'],
  ])('is unmet without the company name: %s', (...lines) => {
    const decision = score(callOf({ lines }));
    expect(decision.verdict).toBe('unmet');
    expect(decision.evidence).toContainEqual(expect.objectContaining({ kind: 'search', verified: true }));
  });

  it.each([
    [['greeting', 'company-name', 'need-question'] as const, 'unmet'],
    [['company-name', 'department', 'own-name', 'purpose'] as const, 'partly'],
  ])('of %j without the name it is %s, unless the standard says what is essential', (parts, verdict) => {
    const call = callOf({
      lines: ['agent: hello, my name is Jane, how can i help you', 'customer: hi', 'agent: okay let me see'],
    });
    expect(score(call, { parts: [...parts] }).verdict).toBe(verdict);
    expect(score(call, { parts: [...parts], essential: ['department'] }).verdict).toBe(
      parts[1] === 'department' ? 'unmet' : 'partly',
    );
  });

  it('counts only the agent’s words', () => {
    expect(verdictOf(['customer: 您好，是晨光保险吗', 'agent: 是的请讲', 'customer: 好'])).toBe('unmet');
  });

  it('counts no word that has no voice under it', () => {
    const input = callOf({
      lines: ['agent: hello this is Brightwater Insurance', 'customer: hi', 'agent: yes'],
    });
    const silent = withSound(input, {}, { agent: { speech: [[4500, 5000]] } });
    expect(score(silent)).toMatchObject({ verdict: 'not-assessable', reason: { code: 'evidence-rejected' } });
  });

  it('blames nobody for a name that was nearly heard', () => {
    const input = callOf({
      lines: ['agent: hello this is hartford valley national bank', 'customer: hi', 'agent: yes'],
      company: 'Harper Valley National Bank',
    });
    expect(score(input)).toMatchObject({
      verdict: 'not-assessable',
      reason: { code: 'company-name-unclear' },
    });
  });

  it('blames nobody for an opening that was not transcribed', () => {
    const input = callOf({ lines: ['agent: @8 so how can i help', 'customer: hi', 'agent: okay'] });
    const heard = withSound(
      input,
      {},
      {
        agent: {
          speech: [
            [500, 6000],
            [8000, 10_000],
            [12_000, 13_000],
          ],
        },
      },
    );
    expect(score(heard)).toMatchObject({
      verdict: 'not-assessable',
      reason: { code: 'opening-not-transcribed' },
    });
  });

  it('says what to configure when no company is known', () => {
    const input = callOf({ lines: ['agent: hello', 'customer: hi'], company: unnamedCompany });
    expect(score(input).reason.code).toBe('no-company-name');
  });

  it('finds the company in all three bank calls as people wrote them down', (context) => {
    if (noHarperValley) context.skip(noHarperValley);
    expect(harperValleyCalls('human_transcript').map((call) => score(call).verdict)).toEqual([
      'met',
      'met',
      'met',
    ]);
  });

  it('finds the company in all three bank calls as a machine misheard them', (context) => {
    if (noHarperValley) context.skip(noHarperValley);
    expect(harperValleyCalls('transcript').map((call) => score(call).verdict)).toEqual(['met', 'met', 'met']);
  });
});

describe('the parts of an opening', () => {
  it('are all found in any order', () => {
    const input = callOf({
      lines: [
        'agent: 您好，我是晨光保险客服部的小王，今天给您打电话是想跟您核实一下保单信息，请问您有什么需要吗？',
        'customer: 好的',
      ],
    });
    expect(kindsIn(score(input))).toEqual([
      'greeting: 您好',
      'company-name: 晨光保险',
      'department: 客服部',
      'own-name: 小王',
      expect.stringContaining('purpose: 今天给您打电话是想'),
      expect.stringContaining('您有什么需要'),
    ]);
  });

  it('are all found in English', () => {
    const input = callOf({
      lines: [
        "agent: Good afternoon, my name is Jane and I'm calling from the claims department of Brightwater Insurance. I'm calling about your policy. How can I help you today?",
        'customer: okay',
      ],
    });
    const kinds = new Set(score(input).events.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(
      ['company-name', 'department', 'greeting', 'need-question', 'own-name', 'purpose'].sort(),
    );
  });

  it.each([
    ['own-name', 'agent: hello this is Jane speaking', 'Jane'],
    ['own-name', 'agent: hi this is mark how can i help you', 'mark'],
    ['own-name', 'agent: hi i’m tom from Brightwater Insurance', 'tom'],
    ['own-name', 'agent: 您好我叫王芳', '王芳'],
    ['own-name', 'agent: 您好我姓李', '李'],
    ['own-name', 'agent: 您好，我是晨光保险的客户经理张伟，请问您方便吗', '张伟'],
    ['own-name', 'agent: 您好，工号8023为您服务', '工号8023'],
    ['own-name', 'agent: 晨光保险小陈为您服务', '小陈'],
    ['department', 'agent: this is technical support how can i help', 'technical support'],
    ['department', 'agent: 这里是晨光保险理赔部', '理赔部'],
    ['purpose', "agent: i'm calling to follow up on your quote", "i'm calling to"],
    ['purpose', 'agent: 我打电话是想通知您保单快到期了', '打电话是想'],
    ['need-question', 'agent: what can i do for you', 'what can i do for you'],
    ['need-question', 'agent: 有什么可以帮到您的吗', '有什么可以帮到您'],
    ['need-question', 'agent: 请问您需要什么帮助', '需要什么帮助'],
  ])('%s is found in "%s"', (part, line, wanted) => {
    const decision = score(callOf({ lines: [line, 'customer: ok'] }));
    expect(decision.events.find((event) => event.kind === part)?.quote).toContain(wanted);
  });

  it.each([
    ['own-name', 'agent: this is about your policy'],
    ['own-name', 'agent: 您好，我是想跟您说一下'],
    ['own-name', 'agent: this is Brightwater Insurance'],
    ['need-question', 'agent: is there anything else i can help you with'],
    ['purpose', 'agent: hello how are you'],
    ['department', 'agent: 您好晨光保险'],
  ])('%s is not found in "%s"', (part, line) => {
    const decision = score(callOf({ lines: [line, 'customer: ok'] }));
    expect(decision.events.filter((event) => event.kind === part)).toEqual([]);
  });

  it('count as a fraction when several are asked for', () => {
    const parts = ['company-name', 'department', 'own-name', 'purpose'] as const;
    const input = callOf({
      lines: ['agent: hi this is Jane from Brightwater Insurance', 'customer: yes', 'agent: ok'],
    });
    expect(score(input, { parts: [...parts] })).toMatchObject({ verdict: 'partly', score: 0.5 });
  });

  it('use the company’s own departments and agents', () => {
    const company = companySchema.parse({
      version: 1,
      name: '晨光保险',
      departments: [{ name: '星海俱乐部' }],
      agents: [{ id: 'a1', name: '甄妮' }],
    });
    const input = callOf({
      lines: ['agent: 您好晨光保险星海俱乐部甄妮', 'customer: 好'],
      company,
      call: { agent: { id: 'a1' } },
    });
    expect(kindsIn(score(input))).toEqual([
      'greeting: 您好',
      'company-name: 晨光保险',
      'department: 星海俱乐部',
      'own-name: 甄妮',
    ]);
  });

  it('count once for the verdict when a greeting is repeated 500 times', () => {
    const input = callOf({ lines: [`agent: ${'您好'.repeat(500)}这里是晨光保险`, 'customer: 好'] });
    const once = callOf({ lines: ['agent: 您好这里是晨光保险', 'customer: 好'] });
    expect(score(input).score).toBe(score(once).score);
    expect(score(input).evidence).toHaveLength(2);
  });
});

describe('the length of an introduction', () => {
  const brevity = { metMs: 5000, unmetMs: 15_000 };
  const after = (text: string) =>
    score(callOf({ lines: ['customer: hello', `agent: ${text}`, 'customer: okay then'] }), { brevity });

  it.each([
    ['hi this is Jane from Brightwater Insurance', 'met'],
    ['hi this is Jane from Brightwater '.repeat(3), 'partly'],
    ['hi this is Jane from Brightwater '.repeat(10), 'unmet'],
  ])('of "%s" is %s', (text, verdict) => {
    const decision = after(text);
    expect(decision.verdict).toBe(verdict);
    expect(decision.evidence).toMatchObject([{ kind: 'measure', name: 'introduction', unit: 'ms' }]);
  });

  it('is not known when the customer never answers', () => {
    const input = callOf({ lines: ['customer: hello', 'agent: hi this is Jane'] });
    expect(score(input, { brevity }).verdict).toBe('not-assessable');
  });
});
