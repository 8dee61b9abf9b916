import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { EarmarkError, type ErrorCode } from '../errors.ts';

/** Longest wait an answer may ask for; one that asks for more says nothing sane. */
const MAX_RETRY_AFTER_MS = 300_000;
/** Codes by which servers say that money, not time, is missing. */
const MONEY = /insufficient_quota|billing|credit|spend|payment|balance|arrear|quota_exceeded|hard_limit/i;

interface Class {
  readonly code: ErrorCode;
  readonly isRetryable: boolean;
  readonly what: string;
  readonly remedy?: string;
}

const busy: Class = { code: 'E_PROVIDER', isRetryable: true, what: 'is busy or failing' };
const limited: Class = { code: 'E_PROVIDER_LIMIT', isRetryable: true, what: 'asks to be called less often' };
const money: Class = {
  code: 'E_PROVIDER_QUOTA',
  isRetryable: false,
  what: 'says its quota or credit is used up',
  remedy: 'top up the account or raise its limit, then resume',
};
const refused: Class = {
  code: 'E_PROVIDER_CONFIG',
  isRetryable: false,
  what: 'refuses the key',
  remedy: 'check OPENAI_API_KEY and what the key may do',
};
const absent: Class = {
  code: 'E_PROVIDER_CONFIG',
  isRetryable: false,
  what: 'does not know the model or the address',
  remedy: 'check OPENAI_BASE_URL (it usually ends in /v1) and the model’s name',
};
const rejected: Class = { code: 'E_PROVIDER', isRetryable: false, what: 'rejects the request' };

/** Class of each HTTP status; others by their hundred. */
const classes: Readonly<Record<number, Class>> = {
  401: refused,
  402: money,
  403: refused,
  404: absent,
  408: busy,
  409: busy,
  425: busy,
  429: limited,
};

/**
 * What the OpenAI SDK threw as one of our errors, by one table of status and code (docs of the classes: faults of an
 * OpenAI-compatible API). Messages name the server, the status and its code, never what was sent. An abort by the
 * caller is rethrown as its own reason.
 */
export function asProviderError(error: unknown, provider: string, signal?: AbortSignal): EarmarkError {
  if (error instanceof EarmarkError) return error;
  if (signal?.aborted) return stopped(signal.reason);
  if (error instanceof APIUserAbortError || isTimeout(error)) {
    return providerError(provider, { ...busy, what: 'did not answer in time' }, '', error);
  }
  if (error instanceof APIConnectionError) {
    return providerError(
      provider,
      { ...busy, what: 'cannot be reached', remedy: 'see whether OPENAI_BASE_URL is up' },
      '',
      error,
    );
  }
  if (error instanceof APIError && typeof error.status === 'number') {
    const found = classify(error.status, `${error.code ?? ''} ${error.type ?? ''}`);
    const code = /^[\w.-]{1,64}$/.test(error.code ?? '') ? `, ${error.code}` : '';
    const waitMs =
      found === limited || found === busy ? readRetryAfter(error.headers, Date.now()) : undefined;
    return providerError(provider, found, ` (HTTP ${error.status}${code})`, error, waitMs);
  }
  return providerError(provider, { ...busy, what: 'broke off' }, '', error);
}

/** A 200 that is no answer: HTML, nothing, or not JSON. It may pass, so it is tried again by the queue. */
export function badReply(provider: string, what: string, cause?: unknown): EarmarkError {
  return new EarmarkError('E_PROVIDER_REPLY', `${provider} answered 200 with ${what}`, {
    isRetryable: true,
    remedy: 'see whether a proxy or another service answers at OPENAI_BASE_URL',
    cause,
  });
}

/** The wait a `Retry-After` or `retry-after-ms` header asks for in ms, 0 to 5 minutes; undefined when it says nothing sane. */
export function readRetryAfter(headers: Headers | undefined, nowMs: number): number | undefined {
  const inMs = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const text = headers?.get('retry-after') ?? '';
  const inSeconds = /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) * 1000 : Number.NaN;
  const until = /[a-z]{3}/i.test(text) ? Date.parse(text) - nowMs : Number.NaN;
  const waitMs = [inMs, inSeconds, until].find((value) => Number.isFinite(value) && value >= 0);
  return waitMs === undefined || waitMs > MAX_RETRY_AFTER_MS ? undefined : waitMs;
}

function classify(status: number, codes: string): Class {
  if (status === 429 && MONEY.test(codes)) return money;
  return classes[status] ?? (status >= 500 ? busy : rejected);
}

function providerError(
  provider: string,
  found: Class,
  detail: string,
  cause: unknown,
  retryAfterMs?: number,
): EarmarkError {
  return new EarmarkError(found.code, `${provider} ${found.what}${detail}`, {
    isRetryable: found.isRetryable,
    ...(found.remedy ? { remedy: found.remedy } : {}),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    cause,
  });
}

function stopped(reason: unknown): EarmarkError {
  if (reason instanceof EarmarkError) return reason;
  return new EarmarkError('E_STOPPED', 'the request was stopped', { isRetryable: true, cause: reason });
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError');
}
