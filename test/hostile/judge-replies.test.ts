import { describe, expect, it } from 'vitest';
import { openAiJudge } from '../../src/adapters/openai-judge.ts';
import type { JudgeOutcome } from '../../src/domain/judge.ts';
import { loadPrompts } from '../../src/pipeline/load-prompts.ts';
import { judgeCriterion } from '../../src/stages/judge-criterion.ts';
import { maskCall } from '../../src/stages/judge-mask.ts';
import { buildMessages, buildPrefix } from '../../src/stages/judge-request.ts';
import { weighJudge } from '../../src/stages/judge-verdict.ts';
import { callOf } from '../criteria/made-calls.ts';
import { type JudgeServerAnswer, startJudgeServer } from '../fakes/judge-server.ts';
import { judgedCriterion, mustDo, ruled, weighed } from '../fakes/judged-case.ts';
import { memoryReplies } from '../fakes/memory-replies.ts';

const call = callOf({
  lines: [
    'agent: Good morning, this is Jane from Brightwater Insurance.',
    'customer: Hi, I would like to ask about my policy.',
    'agent: Of course, which policy do you have with us?',
    'customer: The green one, for the house.',
  ],
});
const quotes = [{ turn: 'a0', quote: 'this is Jane from Brightwater Insurance' }];
const good = { criterion: 'greeting', reasons: 'Named in the first turn.', quotes, verdict: 'met' };
const goodText = JSON.stringify(good);
const prompts = await loadPrompts('prompts');
const prefix = buildPrefix(maskCall(call), [judgedCriterion], prompts);
const messages = buildMessages(prefix, judgedCriterion.id, { startMs: 0, endMs: call.durationMs }, call);

/** What the stage makes of a server's answers, in order. */
async function judged(...answers: JudgeServerAnswer[]) {
  await using server = await startJudgeServer();
  server.answers.push(...answers);
  server.otherwise = () => ({ content: 'no more answers' });
  const judge = openAiJudge({ baseUrl: server.baseUrl, model: 'judge-1', maxAtOnce: 1 });
  const replies = memoryReplies();
  const spent: number[] = [];
  const ports = { judge, replies, spent: (t: { sent: number }) => spent.push(t.sent) };
  const outcome = await judgeCriterion('greeting', messages, prefix.canary, ports);
  return { outcome, seen: server.seen, kept: [...replies.kept.values()], spent };
}

/** Where a rule cannot tell, such an outcome is no verdict; where it decided, its verdict stands. */
function expectNoVerdict(outcome: JudgeOutcome, failure: string): void {
  expect(outcome).toEqual({ answer: null, failure });
  const undecided = weighJudge(call, judgedCriterion, mustDo, ruled(call), outcome);
  expect(undecided).toMatchObject({ verdict: 'not-assessable', score: null, reason: { code: failure } });
  for (const verdict of ['met', 'unmet'] as const) {
    const rule = ruled(call, verdict);
    expect(weighJudge(call, judgedCriterion, mustDo, rule, outcome)).toEqual(rule);
  }
}

describe('a readable answer', () => {
  it('is taken as it is, with one request', async () => {
    const { outcome, seen, kept } = await judged({ content: goodText });
    expect(outcome).toEqual({ answer: good, failure: null });
    expect(seen).toHaveLength(1);
    expect(kept).toHaveLength(1);
  });
});

describe('LLM-01 prose, fenced JSON, two JSON objects', () => {
  const broken = [
    'The agent did well, so it is met.',
    `\`\`\`json\n${goodText}\n\`\`\``,
    `${goodText}\n${goodText}`,
    `Sure! ${goodText}`,
    '[]',
    '"met"',
  ];
  it.each(broken)('are repaired once: %s', async (content) => {
    const { outcome, seen } = await judged({ content }, { content: goodText });
    expect(outcome.answer).toEqual(good);
    expect(seen).toHaveLength(2);
    expect(seen[1]?.body.messages.slice(0, 2)).toEqual(seen[0]?.body.messages);
  });

  it.each(broken)('are no verdict the second time: %s', async (content) => {
    const { outcome, seen, kept } = await judged({ content }, { content });
    expectNoVerdict(outcome, 'judge-unreadable');
    expect(seen).toHaveLength(2);
    expect(kept).toHaveLength(2);
  });
});

describe('LLM-02 a verdict nobody knows', () => {
  it.each(['mostly met', '是', null, 1, 'MET', ['met']])('%j is none', async (verdict) => {
    const content = JSON.stringify({ ...good, verdict });
    expectNoVerdict((await judged({ content }, { content })).outcome, 'judge-unreadable');
  });
});

describe('LLM-03 criterion ids', () => {
  it('missing is unreadable', async () => {
    const { criterion: _, ...rest } = good;
    const content = JSON.stringify(rest);
    expectNoVerdict((await judged({ content }, { content })).outcome, 'judge-unreadable');
  });

  it('of another criterion is repaired once, and then no verdict', async () => {
    const content = JSON.stringify({ ...good, criterion: 'tone' });
    expect((await judged({ content }, { content: goodText })).outcome.answer).toEqual(good);
    expectNoVerdict((await judged({ content }, { content })).outcome, 'judge-wrong-criterion');
  });

  it('beside the one asked for are dropped', async () => {
    const content = JSON.stringify({
      ...good,
      tone: 'met',
      results: [{ criterion: 'note', verdict: 'met' }],
    });
    expect((await judged({ content })).outcome.answer).toEqual(good);
  });
});

describe('LLM-04 quotes that do not stand in the call', () => {
  it.each([
    ['nowhere in the call', 'a0', 'thank you for calling Brightwater how may I help', 'Q3'],
    ['altered by one character', 'a0', 'this is June from Brightwater Insurance', 'Q2'],
    ['of the caller', 'c1', 'I would like to ask about my policy', 'Q4'],
    ['of the prompt', 'a0', 'Good morning, Brightwater Insurance, how can I help?', 'Q3'],
    ['empty', 'a0', '', 'Q1'],
    ['of one character', 'a0', 'G', 'Q1'],
  ])('%s: no verdict', (_, turn, quote, code) => {
    const decision = weighed(call, { quotes: [{ turn, quote }] });
    expect(decision).toMatchObject({ verdict: 'not-assessable', reason: { code: 'judge-quotes-rejected' } });
    expect(decision.evidence[0]).toMatchObject({ verified: false, rejectedBy: code });
  });
});

describe('LLM-05 the right quote under a wrong turn', () => {
  it.each(['a2', 'c3', 'a99', 'x', '', '-1', '1e0'])('"%s" is no verdict', (turn) => {
    const decision = weighed(call, { quotes: quotes.map((one) => ({ ...one, turn })) });
    expect(decision).toMatchObject({ verdict: 'not-assessable', reason: { code: 'judge-quotes-rejected' } });
  });

  it('counts when it stands in the named turn', () => {
    expect(weighed(call, { quotes }).verdict).toBe('met');
  });
});

describe('LLM-06 masked text', () => {
  const input = callOf({
    call: { agent: { id: 'a7', name: 'Jane Porter' } },
    lines: [
      'agent: Hello, this is Jane from Brightwater, your number is 555 0142 777, right?',
      'customer: Yes, and my mail is mary.poe@example.org.',
    ],
  });
  const sent = buildPrefix(maskCall(input), [judgedCriterion], prompts).call;

  it('is all the judge ever sees', () => {
    expect(sent).toContain('this is NNNN from Brightwater, your number is xxx xxxx xxx');
    expect(sent).not.toMatch(/Jane|0142|mary|example/);
  });

  it('is what a quote is matched against, and what is shown', () => {
    const decision = weighed(input, {
      quotes: [{ turn: 'a0', quote: 'your number is xxx xxxx xxx, right' }],
    });
    expect(decision).toMatchObject({
      verdict: 'met',
      evidence: [{ verified: true, quote: 'your number is xxx xxxx xxx, right' }],
    });
  });

  it('is not unmasked by a judge that guesses the number', () => {
    const decision = weighed(input, { quotes: [{ turn: 'a0', quote: 'your number is 555 0142 777' }] });
    expect(decision.verdict).toBe('not-assessable');
  });

  it('hides spoken digits in both languages', () => {
    const spoken = callOf({
      lines: ['agent: 您的电话是幺三八零零幺三八零零零，对吗？', 'customer: 对，一万三千八。'],
    });
    const shown = buildPrefix(maskCall(spoken), [judgedCriterion], prompts).call;
    expect(shown).toContain('您的电话是xxxxxxxxxxx');
    expect(shown).toContain('一万三千八');
  });
});

describe('LLM-07 confidence and points', () => {
  it.each(['2', '-1', '"high"'])('%s is dropped', async (confidence) => {
    const content = goodText.replace('{', `{"confidence":${confidence},"points":999,"score":-5,`);
    expect((await judged({ content })).outcome.answer).toEqual(good);
  });

  it('NaN is no JSON', async () => {
    const content = goodText.replace('{', '{"confidence":NaN,');
    expectNoVerdict((await judged({ content }, { content })).outcome, 'judge-unreadable');
  });
});

describe('LLM-08 reasons that contradict the verdict', () => {
  it('change nothing: the verdict stands on its evidence', () => {
    const decision = weighed(call, { quotes, reasons: 'The company was never named.' });
    expect(decision).toMatchObject({ verdict: 'met', score: 1, reason: { code: 'judge-met' } });
  });
});

describe('LLM-09 a field twice', () => {
  it('is no verdict', async () => {
    const content = goodText.replace('{', '{"verdict":"unmet",');
    expectNoVerdict((await judged({ content }, { content })).outcome, 'judge-unreadable');
  });
});

describe('LLM-10 JSON made to hurt', () => {
  it.each([
    ['a __proto__ key', goodText.replace('{', '{"__proto__":{"verdict":"met"},')],
    ['a million elements', goodText.replace('[', `[${'1,'.repeat(400_000)}`)],
    ['ten thousand levels', goodText.replace('{', `{"deep":${'['.repeat(9000)}${']'.repeat(9000)},`)],
    ['nine levels', goodText.replace('{', `{"deep":${'['.repeat(9)}${']'.repeat(9)},`)],
  ])('%s is no verdict', async (_, content) => {
    expectNoVerdict((await judged({ content }, { content })).outcome, 'judge-unreadable');
    expect(({} as { verdict?: string }).verdict).toBeUndefined();
  });
});

describe('LLM-11 markup and control characters in the reasons', () => {
  it('are shown as plain text on one line', () => {
    const reasons =
      '<img src=x onerror=alert(1)>\n[a](http://evil.example)\u001b[31mred\u001b[0m\u202eright\u0007';
    const { reason } = weighed(call, { quotes, reasons });
    expect(reason.en).toBe('The judge found: <img src=x onerror=alert(1)> [a](http://evil.example)red right');
    expect(reason.zh).not.toMatch(/\p{C}/u);
  });

  it('are cut when they go on for ever', () => {
    expect(weighed(call, { quotes, reasons: 'so '.repeat(4000) }).reason.en.length).toBeLessThan(450);
  });
});

describe('LLM-12 refusals, silence and cuts', () => {
  it('a refusal is no verdict, and not asked again', async () => {
    const { outcome, seen } = await judged({ content: null, refusal: 'I cannot help with that.' });
    expectNoVerdict(outcome, 'judge-refused');
    expect(seen).toHaveLength(1);
  });

  it('a content filter is no verdict', async () => {
    expectNoVerdict((await judged({ content: goodText, finish: 'content_filter' })).outcome, 'judge-refused');
  });

  it.each([null, '', '   '])('empty text %j is asked once more and then no verdict', async (content) => {
    const { outcome, seen } = await judged({ content }, { content });
    expectNoVerdict(outcome, 'judge-unreadable');
    expect(seen).toHaveLength(2);
  });

  it('a cut answer is asked once more with more room', async () => {
    const { outcome, seen } = await judged(
      { content: goodText.slice(0, 30), finish: 'length' },
      { content: goodText },
    );
    expect(outcome.answer).toEqual(good);
    expect(seen.map(({ body }) => body.max_tokens)).toEqual([600, 2000]);
  });

  it('an answer cut twice is no verdict, even where its text could be read', async () => {
    const { outcome, seen } = await judged(
      { content: goodText, finish: 'length' },
      { content: goodText, finish: 'length' },
    );
    expectNoVerdict(outcome, 'judge-cut-off');
    expect(seen).toHaveLength(2);
  });
});

describe('LLM-13 another model than was asked for', () => {
  it.each(['judge-2', 'judge-1-mini', 'cheap', 'judge-10'])('%s is kept and not counted', async (model) => {
    const { outcome, kept } = await judged({ content: goodText, model });
    expectNoVerdict(outcome, 'judge-substituted');
    expect(kept[0]).toMatchObject({ modelAsked: 'judge-1', modelReported: model });
  });

  it.each(['judge-1', 'judge-1-2026-08-06', 'vendor/judge-1', 'judge-1:latest'])(
    '%s is the model asked for',
    async (model) => {
      expect((await judged({ content: goodText, model })).outcome.answer).toEqual(good);
    },
  );
});

describe('LLM-14 counts of tokens that cannot be true', () => {
  it.each([
    ['missing', null],
    ['negative', { prompt_tokens: -5, completion_tokens: 1 }],
    ['huge', { prompt_tokens: 9e12, completion_tokens: 1 }],
    ['zero', { prompt_tokens: 0, completion_tokens: 0 }],
    [
      'more cached than sent',
      { prompt_tokens: 900, completion_tokens: 1, prompt_tokens_details: { cached_tokens: 901 } },
    ],
    ['text', { prompt_tokens: 'many', completion_tokens: 1 }],
  ])('%s: the estimate is kept instead', async (_, usage) => {
    const { kept } = await judged({ content: goodText, usage: usage ?? {} });
    expect(kept[0]?.tokens).toMatchObject({ cached: 0, received: 600 });
    expect(kept[0]?.tokens?.sent).toBeGreaterThan(200);
  });
});

describe('LLM-15 words of another call', () => {
  it('are no evidence', () => {
    const foreign = [{ turn: 'a0', quote: 'welcome to Harbour Bank, your balance is nine hundred' }];
    expect(weighed(call, { quotes: foreign })).toMatchObject({
      verdict: 'not-assessable',
      evidence: [{ verified: false, rejectedBy: 'Q3' }],
    });
  });
});

describe('LLM-16 an answer that breaks off', () => {
  it('is asked again and never kept', async () => {
    const { outcome, kept, seen } = await judged({ content: goodText, isCut: true }, { content: goodText });
    expect(outcome.answer).toEqual(good);
    expect(kept).toHaveLength(1);
    expect(seen).toHaveLength(2);
  });

  it('is no verdict when it breaks off every time', async () => {
    const cut = { content: goodText, isCut: true };
    const { outcome, kept, seen } = await judged(cut, cut, cut);
    expectNoVerdict(outcome, 'judge-unavailable');
    expect(kept).toEqual([]);
    expect(seen).toHaveLength(3);
  });
});

describe('LLM-17 full marks for everything', () => {
  it('count for nothing without words that stand in the call', () => {
    expect(weighed(call, { quotes: [] }).verdict).toBe('not-assessable');
  });

  it('never outvote a rule that found the opposite', () => {
    const decision = weighed(call, { quotes }, { rule: ruled(call, 'unmet') });
    expect(decision).toMatchObject({ verdict: 'not-assessable', reason: { code: 'rule-and-judge-differ' } });
  });
});
