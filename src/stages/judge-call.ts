import type { JudgedKind } from '../criteria/kind.ts';
import { type CallWindow, windowOf } from '../criteria/text/turns.ts';
import type { JudgeBudget, JudgeFailure, JudgeOutcome, JudgeOutcomes, Prompts } from '../domain/judge.ts';
import type { Judge, JudgeMessage, RawReplies, RawReply } from '../domain/ports.ts';
import type { ScoringInput } from '../domain/scoring-input.ts';
import type { Criterion, Standard } from '../domain/standard.ts';
import { findExemption } from './exempt-call.ts';
import { inParallel } from './in-parallel.ts';
import { ANSWER_TOKENS, judgeCriterion, reserveTokens } from './judge-criterion.ts';
import { maskCall } from './judge-mask.ts';
import { buildMessages, buildPrefix, CONTROL } from './judge-request.ts';
import { asksJudge, judgedWindow } from './judge-verdict.ts';
import { decideByRule, kindOf } from './score-call.ts';

/** A judge with its words and limits. */
export interface Judging {
  readonly judge: Judge;
  readonly prompts: Prompts;
  readonly budget: JudgeBudget;
  /** Tokens spent on judging since the month began. */
  readonly usedThisMonth: () => Promise<number>;
}

/** What a judge said of a call, and what that cost now; replies that were kept cost nothing. */
export interface JudgedCall {
  readonly outcomes: JudgeOutcomes;
  readonly tokens: NonNullable<RawReply['tokens']>;
  readonly modelReported: string | null;
  /** sha256 of each prompt used, by its name. */
  readonly promptHashes: Readonly<Record<string, string>>;
}

/** One question that will be put, with the most it may cost in tokens. */
export interface JudgeQuestion {
  /** Id of the criterion, or of the control question. */
  readonly id: string;
  /** Name of its prompt; null for the control question. */
  readonly prompt: string | null;
  readonly messages: readonly JudgeMessage[];
  readonly canary: string;
  readonly reserve: number;
}

/**
 * The questions a call and a standard give rise to: first the control, whose answer is known, then one for each criterion
 * in the standard's order; none for a call that is not scored.
 */
export function planQuestions(call: ScoringInput, standard: Standard, prompts: Prompts): JudgeQuestion[] {
  const input = { ...call, transcriptGate: standard.transcriptGate };
  if (findExemption(input, standard) !== null) return [];
  const allowed = standard.criteria.flatMap((criterion) => {
    const judged = judgedKindOf(criterion, prompts);
    return judged === null ? [] : [{ criterion, judged }];
  });
  const asked = allowed.filter(({ criterion, judged }) => asksJudge(decideByRule(input, criterion), judged));
  if (asked.length === 0) return [];
  const masked = maskCall(input);
  // All judged criteria of the standard, not only those asked about: the same bytes for every call.
  const prefix = buildPrefix(
    masked,
    allowed.map(({ criterion }) => criterion),
    prompts,
  );
  const put = (id: string, prompt: string | null, window: CallWindow): JudgeQuestion => {
    const messages = buildMessages(prefix, id, window, masked);
    const reserve = reserveTokens({ messages, maxAnswerTokens: ANSWER_TOKENS });
    return { id, prompt, messages, canary: prefix.canary, reserve };
  };
  return [
    put(CONTROL, null, windowOf(input, undefined)),
    ...asked.map(({ criterion, judged }) =>
      put(criterion.id, criterion.prompt ?? null, judgedWindow(input, criterion, judged)),
    ),
  ];
}

function judgedKindOf(criterion: Criterion<unknown>, prompts: Prompts): JudgedKind | null {
  const { methods, prompt } = criterion;
  if (!methods.includes('judge') || prompt === undefined || prompts[prompt] === undefined) return null;
  return kindOf(criterion).judged ?? null;
}

/**
 * Asks the judge about every criterion that allows it and where its word could matter. Questions beyond the budget of
 * the call or the month are not put. Fails only when stopped, or when the server asks for a longer wait.
 */
export async function judgeCall(
  input: ScoringInput,
  standard: Standard,
  judging: Judging,
  replies: RawReplies,
  signal?: AbortSignal,
): Promise<JudgedCall> {
  const questions = planQuestions(input, standard, judging.prompts);
  const tokens = { sent: 0, cached: 0, received: 0 };
  let modelReported: string | null = null;
  const ports = {
    judge: judging.judge,
    replies,
    spent: (now: NonNullable<RawReply['tokens']>, reported: string | null) => {
      tokens.sent += now.sent;
      tokens.cached += now.cached;
      tokens.received += now.received;
      modelReported = reported ?? modelReported;
    },
  };
  const ask = ({ id, messages, canary }: JudgeQuestion): Promise<JudgeOutcome> =>
    judgeCriterion(id, messages, canary, ports, signal);
  const affordable = await countAffordable(questions, judging);
  const [control, ...asked] = questions.slice(0, affordable);
  const outcomes = new Map<string, JudgeOutcome>(
    questions.slice(Math.max(1, affordable)).map(({ id }) => [id, { answer: null, failure: 'judge-budget' }]),
  );
  if (control !== undefined && asked.length > 0) {
    // Alone and first: it shows whether this call has turned the judge, and the server then holds the prefix.
    const failure = failureOfControl(await ask(control));
    const answers: JudgeOutcome[] = failure
      ? asked.map(() => ({ answer: null, failure }))
      : await inParallel(asked, judging.judge.maxAtOnce, ask);
    asked.forEach(({ id }, index) => {
      const answer = answers[index];
      if (answer) outcomes.set(id, answer);
    });
  }
  return {
    outcomes: Object.fromEntries(outcomes),
    tokens,
    modelReported,
    promptHashes: hashesOf(questions, judging.prompts),
  };
}

/** Why nothing the judge says of this call counts; null when it knew that the control word was not said. */
function failureOfControl({ answer, failure }: JudgeOutcome): JudgeFailure | null {
  if (answer === null) return failure;
  return answer.verdict === 'met' || answer.verdict === 'partly' ? 'judge-control-failed' : null;
}

/** How many of the questions, in their order, both budgets pay for at worst. */
async function countAffordable(questions: readonly JudgeQuestion[], judging: Judging): Promise<number> {
  if (questions.length === 0) return 0;
  const { perCall, perMonth } = judging.budget;
  const left = Math.min(perCall, perMonth - (await judging.usedThisMonth()));
  let reserved = 0;
  const over = questions.findIndex(({ reserve }) => {
    reserved += reserve;
    return reserved > left;
  });
  return over < 0 ? questions.length : over;
}

function hashesOf(questions: readonly JudgeQuestion[], prompts: Prompts): Record<string, string> {
  if (questions.length === 0) return {};
  const names = ['judge', ...questions.flatMap(({ prompt }) => prompt ?? [])];
  return Object.fromEntries(names.flatMap((name) => (prompts[name] ? [[name, prompts[name].hash]] : [])));
}
