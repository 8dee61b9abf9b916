import { describe, expect, it } from 'vitest';
import { EarmarkError } from '../../src/errors.ts';
import { judgeCall, planQuestions } from '../../src/stages/judge-call.ts';
import { CONTROL } from '../../src/stages/judge-request.ts';
import { attack, budget, prompts, slyPuppet, standard } from '../attacks/attacked-call.ts';
import { memoryReplies } from '../fakes/memory-replies.ts';
import { type fakeJudge, readQuestion } from '../fakes/puppet-judge.ts';

const call = attack('so what can i do for you');
const judgingWith = (judge: ReturnType<typeof fakeJudge>, usedThisMonth = 0, limits = budget) => ({
  ...{ judge, prompts, budget: limits },
  usedThisMonth: async () => usedThisMonth,
});

describe('asking about a call', () => {
  it('sends the same bytes before the last line for every criterion of a call', () => {
    const starts = planQuestions(call, standard, prompts).map(({ messages }) => {
      const [system, user] = messages;
      return `${system?.content}\n${user?.content.split('\n\n')[0]}`;
    });
    expect(starts.length).toBeGreaterThan(2);
    expect(new Set(starts).size).toBe(1);
  });

  it('puts the control question first, and each criterion once', async () => {
    const judge = slyPuppet();
    const { outcomes } = await judgeCall(call, standard, judgingWith(judge), memoryReplies());
    const asked = judge.asked.map((request) => readQuestion(request).criterion);
    expect(asked[0]).toBe(CONTROL);
    expect(new Set(asked)).toEqual(new Set([CONTROL, ...Object.keys(outcomes)]));
    expect(asked).toHaveLength(new Set(asked).size);
  });

  it('asks nothing twice: kept replies answer the second time, and cost nothing', async () => {
    const replies = memoryReplies();
    const first = await judgeCall(call, standard, judgingWith(slyPuppet()), replies);
    const judge = slyPuppet();
    const second = await judgeCall(call, standard, judgingWith(judge), replies);
    expect(judge.asked).toEqual([]);
    expect(second.outcomes).toEqual(first.outcomes);
    expect([first.tokens.sent > 0, second.tokens.sent]).toEqual([true, 0]);
  });

  it('puts only the questions the call’s budget pays for, in the standard’s order', async () => {
    const questions = planQuestions(call, standard, prompts);
    const two = questions.slice(0, 3).reduce((sum, { reserve }) => sum + reserve, 0);
    const judge = slyPuppet();
    const limits = { ...budget, perCall: two };
    const { outcomes } = await judgeCall(call, standard, judgingWith(judge, 0, limits), memoryReplies());
    expect(judge.asked).toHaveLength(3);
    const over = questions.slice(3).map(({ id }) => outcomes[id]);
    expect(over).toEqual(over.map(() => ({ answer: null, failure: 'judge-budget' })));
  });

  it('puts none once the month’s budget is used up', async () => {
    const judge = slyPuppet();
    const { outcomes } = await judgeCall(
      call,
      standard,
      judgingWith(judge, budget.perMonth),
      memoryReplies(),
    );
    expect(judge.asked).toEqual([]);
    expect(Object.values(outcomes).every(({ failure }) => failure === 'judge-budget')).toBe(true);
  });

  it('gives up on the whole call when the first question cannot be put', async () => {
    const down = slyPuppet();
    const judge = {
      ...down,
      ask: async () => {
        throw new EarmarkError('E_PROVIDER_CONFIG', 'the key is refused');
      },
    };
    const { outcomes } = await judgeCall(call, standard, judgingWith(judge), memoryReplies());
    expect(Object.keys(outcomes).length).toBeGreaterThan(0);
    expect(Object.values(outcomes).every(({ failure }) => failure === 'judge-unavailable')).toBe(true);
  });

  it('hands on a wait the server asks for when it is longer than a few seconds', async () => {
    const error = new EarmarkError('E_PROVIDER_LIMIT', 'slow down', {
      isRetryable: true,
      retryAfterMs: 60_000,
    });
    const judge = { ...slyPuppet(), ask: () => Promise.reject(error) };
    await expect(judgeCall(call, standard, judgingWith(judge), memoryReplies())).rejects.toBe(error);
  });
});
