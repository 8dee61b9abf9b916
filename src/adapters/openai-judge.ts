import OpenAI, { APIError } from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { judgeAnswerSchema } from '../domain/judge.ts';
import type { Judge, JudgeReply, JudgeRequest, RawReply } from '../domain/ports.ts';
import { asProviderError, badReply } from './openai-errors.ts';
import { readBody } from './read-body.ts';

/** Where the language model is and what it is called. */
export interface OpenAiJudgeSettings {
  /** OpenAI itself when absent. */
  readonly baseUrl?: string | undefined;
  readonly apiKey?: string | undefined;
  readonly model: string;
  readonly maxAtOnce: number;
  /** Longest one request may take in all; 2 minutes unless given. */
  readonly timeoutMs?: number;
}

const MAX_BODY_BYTES = 1024 * 1024;
const TEMPERATURE = 0;
const responseFormat = zodResponseFormat(judgeAnswerSchema, 'judgement');

/** What a server was found not to take; each is left out or put otherwise from then on. */
interface Dialect {
  readonly limitName: 'max_tokens' | 'max_completion_tokens';
  readonly takesTemperature: boolean;
  readonly takesSchema: boolean;
}

/**
 * A judge behind any server that speaks OpenAI's chat completions, asked with a strict schema at temperature 0.
 * Answers come back as text: they are read elsewhere, so that a broken one is kept and billed. No retries here.
 */
export function openAiJudge(settings: OpenAiJudgeSettings): Judge {
  const timeoutMs = settings.timeoutMs ?? 120_000;
  const client = new OpenAI({
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    maxRetries: 0,
    timeout: timeoutMs,
  });
  const provider = new URL(client.baseURL).host;
  const { model, maxAtOnce } = settings;
  let dialect: Dialect = {
    limitName: provider === 'api.openai.com' ? 'max_completion_tokens' : 'max_tokens',
    takesTemperature: true,
    takesSchema: true,
  };
  return {
    provider,
    model,
    maxAtOnce,
    settings: { temperature: TEMPERATURE, format: 'json_schema', baseUrl: client.baseURL },
    async ask(request, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const both = signal ? AbortSignal.any([signal, deadline]) : deadline;
      for (;;) {
        try {
          return await ask(client, { provider, model, dialect }, request, both);
        } catch (error) {
          const other = learn(dialect, error);
          if (other === null) throw asProviderError(error, provider, signal);
          dialect = other;
        }
      }
    },
    readReply: (body) => readCompletion(parse(body)) ?? { content: null, end: 'complete' },
  };
}

async function ask(
  client: OpenAI,
  how: { readonly provider: string; readonly model: string; readonly dialect: Dialect },
  { messages, maxAnswerTokens }: JudgeRequest,
  signal: AbortSignal,
): Promise<Omit<RawReply, 'key'>> {
  const { limitName, takesTemperature, takesSchema } = how.dialect;
  const startedMs = performance.now();
  const response = await client.chat.completions
    .create(
      {
        model: how.model,
        messages: messages.map((message) => ({ ...message })),
        response_format: takesSchema ? responseFormat : { type: 'json_object' },
        [limitName]: maxAnswerTokens,
        ...(takesTemperature && { temperature: TEMPERATURE }),
      },
      { signal },
    )
    .asResponse();
  const body = await readBody(response, MAX_BODY_BYTES, signal);
  const value = parse(body);
  if (value === undefined) throw badReply(how.provider, /^\s*</.test(body) ? 'a web page' : 'no JSON');
  if (readCompletion(value) === null) throw badReply(how.provider, 'JSON that is no chat completion');
  const reported = field(value, 'model');
  return {
    provider: how.provider,
    modelAsked: how.model,
    modelReported: typeof reported === 'string' ? reported.slice(0, 200) : null,
    body,
    audioMs: null,
    latencyMs: Math.round(performance.now() - startedMs),
    tokens: readTokens(field(value, 'usage')),
  };
}

/** The dialect without what the server's refusal names; null when it names nothing that can be left out. */
function learn(dialect: Dialect, error: unknown): Dialect | null {
  if (!(error instanceof APIError) || (error.status !== 400 && error.status !== 422)) return null;
  const words = `${error.message} ${error.param ?? ''}`;
  if (dialect.takesTemperature && /temperature/i.test(words)) return { ...dialect, takesTemperature: false };
  if (dialect.limitName === 'max_tokens' && /max_tokens|max_completion_tokens/i.test(words))
    return { ...dialect, limitName: 'max_completion_tokens' };
  if (dialect.takesSchema && /response_format|json_schema|structured/i.test(words))
    return { ...dialect, takesSchema: false };
  return null;
}

function readCompletion(value: unknown): JudgeReply | null {
  const choices = field(value, 'choices');
  const choice: unknown = Array.isArray(choices) ? choices[0] : undefined;
  const message = field(choice, 'message');
  if (typeof message !== 'object' || message === null) return null;
  const content = field(message, 'content');
  const refusal = field(message, 'refusal');
  const finish = field(choice, 'finish_reason');
  const text = typeof content === 'string' ? content : null;
  if (finish === 'content_filter' || (typeof refusal === 'string' && refusal !== ''))
    return { content: text, end: 'refused' };
  return { content: text, end: finish === 'length' ? 'cut' : 'complete' };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // The caller says what the body is instead.
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function readTokens(usage: unknown): RawReply['tokens'] {
  const count = (holder: unknown, name: string): number | null => {
    const number = field(holder, name);
    return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? Math.round(number) : null;
  };
  const sent = count(usage, 'prompt_tokens');
  const received = count(usage, 'completion_tokens');
  const cached = count(field(usage, 'prompt_tokens_details'), 'cached_tokens') ?? 0;
  return sent === null || received === null ? null : { sent, cached, received };
}
