import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JudgeFailure, JudgeOutcome } from '../domain/judge.ts';
import type { Judge, JudgeMessage, JudgeRequest, RawReplies, RawReply } from '../domain/ports.ts';
import { asEarmarkError } from '../errors.ts';
import { isSubstituted, readAnswer } from './judge-reply.ts';
import { buildRepair } from './judge-request.ts';
import { estimateTokens } from './judge-tokens.ts';

/** Tokens an answer may take, and what it may take once it was cut off. */
export const ANSWER_TOKENS = 600;
const LONGER_ANSWER_TOKENS = 2000;
/** Asking again in place after a passing failure: how often, and the longest wait in ms. */
const RETRIES = 2;
const LONGEST_WAIT_MS = 5000;
/** A count of tokens this many times over the estimate is no count. */
const ABSURD = 20;

export interface JudgePorts {
  readonly judge: Judge;
  readonly replies: RawReplies;
  /** Told of every reply that was paid for now, in tokens. */
  readonly spent: (tokens: NonNullable<RawReply['tokens']>, modelReported: string | null) => void;
}

/**
 * What the judge says of one criterion, from a kept reply where there is one. Asks again at most once for a longer
 * answer and once for a readable one. Fails only when stopped, or when the server asks for a longer wait.
 */
export async function judgeCriterion(
  criterion: string,
  messages: readonly JudgeMessage[],
  canary: string,
  ports: JudgePorts,
  signal?: AbortSignal,
): Promise<JudgeOutcome> {
  let request: JudgeRequest = { messages, maxAnswerTokens: ANSWER_TOKENS };
  let isRepair = false;
  for (;;) {
    const reply = await askOnce(request, ports, signal);
    if (typeof reply === 'string') return failed(reply);
    if (isSubstituted(ports.judge.model, reply.modelReported)) return failed('judge-substituted');
    const { content, end } = ports.judge.readReply(reply.body);
    if (content?.includes(canary)) return failed('judge-leaked');
    if (end === 'refused') return failed('judge-refused');
    if (end === 'cut') {
      if (request.maxAnswerTokens === LONGER_ANSWER_TOKENS) return failed('judge-cut-off');
      request = { ...request, maxAnswerTokens: LONGER_ANSWER_TOKENS };
      continue;
    }
    const read = readAnswer(content ?? '', criterion);
    if (read.answer !== null) return { answer: read.answer, failure: null };
    if (isRepair) return failed(read.isOtherCriterion ? 'judge-wrong-criterion' : 'judge-unreadable');
    isRepair = true;
    request = { ...request, messages: buildRepair(messages, content ?? '', read.problem) };
  }
}

const failed = (failure: JudgeFailure): JudgeOutcome => ({ answer: null, failure });

/** Why there is no reply: no server to be had, or no tokens left for this month. */
type NotAsked = 'judge-unavailable' | 'judge-budget';

/** The kept reply, else a new one that is kept before anybody reads it. */
async function askOnce(
  request: JudgeRequest,
  { judge, replies, spent }: JudgePorts,
  signal: AbortSignal | undefined,
): Promise<RawReply | NotAsked> {
  const key = judgeKey(request, judge);
  const kept = await replies.find(key);
  if (kept !== null) return kept;
  const answer = await askPatiently(request, judge, signal);
  if (typeof answer === 'string') return answer;
  const tokens = countTokens(answer, request);
  const reply: RawReply = { key, ...answer, tokens };
  spent(tokens, reply.modelReported);
  await replies.keep(reply);
  // Another worker may have kept its answer first; the kept one counts.
  return (await replies.find(key)) ?? reply;
}

async function askPatiently(
  request: JudgeRequest,
  judge: Judge,
  signal: AbortSignal | undefined,
): Promise<Omit<RawReply, 'key'> | NotAsked> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await judge.ask(request, signal);
    } catch (caught) {
      const error = asEarmarkError(caught);
      if (error.code === 'E_BUDGET' && !error.isRetryable) return 'judge-budget';
      if (signal?.aborted || !error.code.startsWith('E_PROVIDER')) throw error;
      if (!error.isRetryable) return 'judge-unavailable';
      const waitMs = error.retryAfterMs ?? Math.random() * 500 * 2 ** attempt;
      if (waitMs > LONGEST_WAIT_MS) throw error;
      if (attempt === RETRIES) return 'judge-unavailable';
      await sleep(waitMs, undefined, signal ? { signal } : {});
    }
  }
}

/** sha256 over everything that makes the answer what it is. */
function judgeKey(request: JudgeRequest, { provider, model, settings }: Judge): string {
  const sorted = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = ['judge', provider, model, sorted, request.maxAnswerTokens, request.messages];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The most tokens a request may cost, by estimate. */
export function reserveTokens({ messages, maxAnswerTokens }: JudgeRequest): number {
  return messages.reduce((sum, { content }) => sum + estimateTokens(content), maxAnswerTokens);
}

/** The provider's count where it can be true, else the estimate, so that no budget is fooled. */
export function countTokens(
  { tokens }: Omit<RawReply, 'key'>,
  request: JudgeRequest,
): NonNullable<RawReply['tokens']> {
  const estimate = reserveTokens(request);
  const isSane =
    tokens !== null &&
    [tokens.sent, tokens.cached, tokens.received].every(
      (count) => Number.isSafeInteger(count) && count >= 0,
    ) &&
    tokens.sent > 0 &&
    tokens.cached <= tokens.sent &&
    tokens.sent + tokens.received <= ABSURD * estimate;
  return isSane
    ? tokens
    : { sent: estimate - request.maxAnswerTokens, cached: 0, received: request.maxAnswerTokens };
}
