import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, ProviderGate, ProviderRates, Purpose, Used } from '../domain/operation-ports.ts';
import type { Judge, RawReply, Transcriber } from '../domain/ports.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import { countTokens, reserveTokens } from '../stages/judge-criterion.ts';

/** What a minute of audio and a thousand tokens cost, in millionths of the currency. */
export interface Prices {
  readonly audioMinute: number;
  readonly thousandSent: number;
  readonly thousandReceived: number;
}

/** What requests are counted and paid by; all workers share the gate and the ledger. */
export interface Metering {
  readonly gate: ProviderGate;
  readonly ledger: Ledger;
  readonly transcriberRates: ProviderRates;
  readonly judgeRates: ProviderRates;
  readonly prices: Prices;
  /** Most that may be spent in a calendar month, UTC, in millionths; null is no cap. */
  readonly cap: number | null;
  /** Most tokens the judge may take in a calendar month, UTC; null is no cap. */
  readonly tokenCap: number | null;
  /** Told once when a provider is closed to everybody. */
  readonly tripped: (provider: string, code: string) => void;
}

/** Waits up to this are waited for in place; longer ones put the call back (faults.md §1.3). */
const LONGEST_WAIT_MS = 5_000;
/** A call that meets a closed provider looks again after an hour, or at once when an operator resumes it. */
const CLOSED_WAIT_MS = 3_600_000;
/** A call without budget looks again after this. */
const BUDGET_WAIT_MS = 900_000;

/** The transcriber as one call may use it: admitted, paid and counted request by request. */
export function meterTranscriber(transcriber: Transcriber, callRecordId: string, by: Metering): Transcriber {
  const price = (audioMs: number) => Math.ceil((audioMs / 60_000) * by.prices.audioMinute);
  return {
    ...transcriber,
    transcribe(request, signal) {
      const audioMs = request.endMs - request.startMs;
      const { provider, model } = transcriber;
      const purpose = { callRecordId, stage: 'transcribe', provider, model, audioMs, tokens: 0 };
      const priceOf = () => price(audioMs);
      const ask = () => transcriber.transcribe(request, signal);
      const cost = { worst: price(audioMs), priceOf, tokenCap: null, countOf: () => 0 };
      return metered(purpose, by.transcriberRates, cost, ask, by, signal);
    },
  };
}

/** The judge as one call may use it. */
export function meterJudge(judge: Judge, callRecordId: string, by: Metering): Judge {
  const price = (sent: number, received: number) =>
    Math.ceil((sent * by.prices.thousandSent + received * by.prices.thousandReceived) / 1000);
  return {
    ...judge,
    ask(request, signal) {
      const tokens = reserveTokens(request);
      const worst = price(tokens - request.maxAnswerTokens, request.maxAnswerTokens);
      const { provider, model } = judge;
      const purpose = { callRecordId, stage: 'judge-call', provider, model, audioMs: 0, tokens };
      const priceOf = (reply: Answer) =>
        reply.tokens === null ? worst : price(reply.tokens.sent, reply.tokens.received);
      const countOf = (reply: Answer) => {
        const { sent, received } = countTokens(reply, request);
        return sent + received;
      };
      const cost = { worst, priceOf, tokenCap: by.tokenCap, countOf };
      return metered(purpose, by.judgeRates, cost, () => judge.ask(request, signal), by, signal);
    },
  };
}

type Answer = Omit<RawReply, 'key'>;

/** What a request may cost at most, and what its answer cost. */
interface Cost {
  readonly worst: number;
  readonly priceOf: (reply: Answer) => number;
  readonly tokenCap: number | null;
  readonly countOf: (reply: Answer) => number;
}

async function metered(
  purpose: Purpose,
  rates: ProviderRates,
  { worst, priceOf, tokenCap, countOf }: Cost,
  ask: () => Promise<Answer>,
  by: Metering,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  await admit(purpose, rates, by, signal);
  const id = await by.ledger.reserve(purpose, worst, by.cap, tokenCap);
  if (id === 'no-tokens')
    throw new EarmarkError('E_BUDGET', 'this month’s tokens leave no room for the question', {
      remedy: 'raise EARMARK_JUDGE_TOKENS_PER_MONTH, or wait for the next month',
    });
  if (id === null)
    throw new EarmarkError('E_BUDGET', 'this month’s cost cap leaves no room for the request', {
      isRetryable: true,
      retryAfterMs: BUDGET_WAIT_MS,
      remedy: 'raise EARMARK_COST_CAP_PER_MONTH, or wait for the next month',
    });
  let reply: Answer;
  try {
    reply = await ask();
  } catch (caught) {
    const error = asEarmarkError(caught);
    // after a cut connection nobody knows whether it was paid for: the worst case stays until it is swept
    if (isRefusal(error)) await by.ledger.release(id);
    throw await refused(purpose, error, by);
  }
  const { tokens } = reply;
  const used: Used = {
    amount: priceOf(reply),
    audioMs: reply.audioMs,
    tokens,
    countedTokens: countOf(reply),
  };
  await by.ledger.settle(id, used);
  await by.gate.answered(purpose, tokens === null ? null : tokens.sent + tokens.received);
  return reply;
}

/** Waits for its turn in place; throws what puts the call back when that would take long. */
async function admit(purpose: Purpose, rates: ProviderRates, by: Metering, signal?: AbortSignal) {
  const admission = await by.gate.admit(purpose, rates);
  if (admission.state === 'closed') throw closed(purpose.provider, admission.circuit.code);
  if (admission.state === 'later') {
    const { waitMs } = admission;
    if (waitMs > LONGEST_WAIT_MS) throw later(purpose.provider, waitMs);
    await sleep(waitMs * (1 + Math.random()), undefined, signal ? { signal } : {});
    return await admit(purpose, rates, by, signal);
  }
  if (admission.waitMs > 0) await sleep(admission.waitMs, undefined, signal ? { signal } : {});
}

/** What a refused request means to everybody: a pause for all, a closed provider, or nothing beyond itself. */
async function refused(purpose: Purpose, error: EarmarkError, by: Metering): Promise<EarmarkError> {
  if (error.code === 'E_PROVIDER_LIMIT') {
    const waitMs = await by.gate.throttled(purpose, error.retryAfterMs);
    return later(purpose.provider, waitMs);
  }
  if (error.code === 'E_PROVIDER_QUOTA' || error.code === 'E_PROVIDER_CONFIG') {
    if (await by.gate.trip(purpose.provider, error.code, error.message))
      by.tripped(purpose.provider, error.code);
    return closed(purpose.provider, error.code);
  }
  return error;
}

const isRefusal = ({ code, isRetryable }: EarmarkError) =>
  code === 'E_PROVIDER_LIMIT' ||
  code === 'E_PROVIDER_QUOTA' ||
  code === 'E_PROVIDER_CONFIG' ||
  (code === 'E_PROVIDER' && !isRetryable);

function later(provider: string, waitMs: number): EarmarkError {
  // spread, so that those who were sent away do not come back all at once
  const retryAfterMs = Math.max(1, waitMs) + Math.random() * Math.min(waitMs, LONGEST_WAIT_MS);
  return new EarmarkError('E_PROVIDER_LIMIT', `${provider} is asked as often as it may be`, {
    isRetryable: true,
    retryAfterMs,
  });
}

function closed(provider: string, code: string): EarmarkError {
  const name = code === 'E_PROVIDER_QUOTA' ? 'E_PROVIDER_QUOTA' : 'E_PROVIDER_CONFIG';
  return new EarmarkError(name, `${provider} is not asked until it is resumed`, {
    isRetryable: true,
    retryAfterMs: CLOSED_WAIT_MS,
    remedy: `put right what ${code} says, then \`earmark resume ${provider}\``,
  });
}
