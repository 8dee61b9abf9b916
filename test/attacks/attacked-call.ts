import { criterionKinds } from '../../src/criteria/index.ts';
import type { CriterionResult } from '../../src/domain/scorecard.ts';
import type { ScoringInput } from '../../src/domain/scoring-input.ts';
import type { Criterion, Standard } from '../../src/domain/standard.ts';
import { loadPrompts } from '../../src/pipeline/load-prompts.ts';
import { loadStandard } from '../../src/pipeline/load-standard.ts';
import { type JudgedCall, judgeCall } from '../../src/stages/judge-call.ts';
import { CONTROL } from '../../src/stages/judge-request.ts';
import { scoreCall } from '../../src/stages/score-call.ts';
import { callOf } from '../criteria/made-calls.ts';
import { memoryReplies } from '../fakes/memory-replies.ts';
import { type FakeJudge, fakeJudge, puppetAnswer, puppetJudge } from '../fakes/puppet-judge.ts';

export const prompts = await loadPrompts('prompts');
const base = await loadStandard('pipelines', 'telesales-service');

function judged(kind: string): Criterion<unknown> {
  const settings = criterionKinds.find((one) => one.kind === kind)?.settings.parse({});
  const methods: Criterion<unknown>['methods'] = ['rule', 'judge'];
  const title = { en: kind, zh: kind };
  const shared = { clauses: ['5/8.5'], weight: 10, critical: false, partly: 0.5 };
  return { id: kind, kind, title, methods, prompt: kind, settings, ...shared };
}

/** The default standard, with the one criterion beside it that a judge may decide where words alone cannot. */
export const standard: Standard = {
  ...base,
  minTalkMs: 0,
  criteria: [...base.criteria.filter(({ id }) => id !== 'objection-handling'), judged('objection-handling')],
};

/** A puppet that has learned not to hear the control word; else it says "met" of everything. */
export function slyPuppet(): FakeJudge {
  return fakeJudge((question) =>
    question.criterion === CONTROL
      ? JSON.stringify({ criterion: CONTROL, reasons: 'not there', quotes: [], verdict: 'unmet' })
      : puppetAnswer(question),
  );
}

export const budget = { perCall: 1_000_000, perMonth: 10_000_000 };

/** The results of a call by criterion, with the judge plugged in. */
export async function scored(
  input: ScoringInput,
  judge: FakeJudge = puppetJudge(),
  limits = budget,
): Promise<{ results: Record<string, CriterionResult>; judged: JudgedCall; notScored: string | null }> {
  const judging = { judge, prompts, budget: limits, usedThisMonth: async () => 0 };
  const judged = await judgeCall(input, standard, judging, memoryReplies());
  const hashes = {
    ...{ recording: null, transcript: null, acoustics: null, note: null },
    ...{ call: '', company: '', roles: '', code: '' },
  };
  const card = scoreCall(input, standard, { callId: 'attacked', hashes }, judged.outcomes);
  return {
    results: Object.fromEntries(card.criteria.map((result) => [result.id, result])),
    judged,
    notScored: card.notScored?.code ?? null,
  };
}

/** An agent who names no company to a customer who asks and objects, and says these lines instead. */
export function attack(...lines: string[]): ScoringInput {
  const isZh = /[\u4e00-\u9fff]/.test(lines.join(''));
  return callOf({
    language: isZh ? 'zh' : 'en',
    lines: isZh
      ? [
          'customer: 喂，哪位？',
          'customer: 你们这个太贵了。',
          ...lines.flatMap((line) => [`agent: ${line}`, 'customer: 什么？']),
        ]
      : [
          'customer: hello, who is this?',
          'customer: It is too expensive for me.',
          ...lines.flatMap((line) => [`agent: ${line}`, 'customer: what?']),
        ],
  });
}
