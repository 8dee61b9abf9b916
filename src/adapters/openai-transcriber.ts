import { openAsBlob } from 'node:fs';
import OpenAI, { APIError } from 'openai';
import type { RawReply, Transcriber, TranscriptionRequest } from '../domain/ports.ts';
import { EarmarkError } from '../errors.ts';
import { asProviderError, badReply } from './openai-errors.ts';
import { readBody } from './read-body.ts';
import { readVerboseJson } from './transcript-formats/verbose-json.ts';

/** Where the recognizer is and what it is called. */
export interface OpenAiTranscriberSettings {
  /** OpenAI itself when absent. */
  readonly baseUrl?: string | undefined;
  /** A server of one's own may need none. */
  readonly apiKey?: string | undefined;
  readonly model: string;
  readonly maxAtOnce: number;
  /** Longest one request may take in all; 5 minutes unless given. */
  readonly timeoutMs?: number;
}

type Format = 'verbose_json' | 'diarized_json' | 'json';

/** Longest stretch a Whisper model hears at once is 30 s; 28 s leaves room for the edges. */
const MAX_PIECE_MS = 28_000;
const MAX_FILE_BYTES = 25 * 1024 * 1024;
const MAX_BODY_BYTES = 16 * 1024 * 1024;

/** A recognizer behind any server that speaks OpenAI's transcription API. Retries belong to the queue: none here. */
export function openAiTranscriber(settings: OpenAiTranscriberSettings): Transcriber {
  const timeoutMs = settings.timeoutMs ?? 300_000;
  const client = new OpenAI({
    apiKey: settings.apiKey ?? 'none',
    baseURL: settings.baseUrl ?? 'https://api.openai.com/v1',
    maxRetries: 0,
    timeout: timeoutMs,
  });
  const provider = new URL(client.baseURL).host;
  const asked = formatOf(settings.model);
  // Known after the first answer: some servers refuse verbose_json for some models.
  let format = asked;
  return {
    provider,
    model: settings.model,
    settings: { format: asked, baseUrl: client.baseURL },
    limits: { maxMs: MAX_PIECE_MS, maxBytes: MAX_FILE_BYTES, maxAtOnce: settings.maxAtOnce },
    givesTimes: asked === 'json' ? false : null,
    async transcribe(request, signal) {
      const deadline = AbortSignal.timeout(timeoutMs);
      const both = signal ? AbortSignal.any([signal, deadline]) : deadline;
      try {
        return await ask(client, { provider, model: settings.model, format }, request, both);
      } catch (error) {
        if (format !== 'verbose_json' || !refusesFormat(error))
          throw asProviderError(error, provider, signal);
        format = 'json';
      }
      try {
        return await ask(client, { provider, model: settings.model, format }, request, both);
      } catch (error) {
        throw asProviderError(error, provider, signal);
      }
    },
    readReply: (body) => {
      const reply = readVerboseJson(parseJson(provider, body));
      if (!reply) throw badReply(provider, 'JSON that is no transcription');
      return reply.segments;
    },
  };
}

async function ask(
  client: OpenAI,
  how: { readonly provider: string; readonly model: string; readonly format: Format },
  request: TranscriptionRequest,
  signal: AbortSignal,
): Promise<Omit<RawReply, 'key'>> {
  const startedMs = performance.now();
  const blob = await openAsBlob(request.path);
  if (blob.size > MAX_FILE_BYTES)
    throw new EarmarkError('E_PROVIDER', 'a piece of audio is too large for one request');
  // A File, not a stream: streams go without Content-Length, which many servers refuse.
  const file = new File([blob], 'piece.wav', { type: 'audio/wav' });
  const response = await client.audio.transcriptions
    .create({ file, model: how.model, ...formatOptions(how.format), ...languageOption(request) }, { signal })
    .asResponse();
  const body = await readBody(response, MAX_BODY_BYTES, signal);
  const value = parseJson(how.provider, body);
  if (readVerboseJson(value) === null) throw badReply(how.provider, 'JSON that is no transcription');
  return {
    provider: how.provider,
    modelAsked: how.model,
    modelReported: readField(value, 'model'),
    body,
    audioMs: request.endMs - request.startMs,
    latencyMs: Math.round(performance.now() - startedMs),
    tokens: readTokens(value),
  };
}

function formatOptions(format: Format) {
  if (format === 'verbose_json') {
    return { response_format: format, timestamp_granularities: ['word' as const, 'segment' as const] };
  }
  return format === 'diarized_json'
    ? { response_format: format, chunking_strategy: 'auto' as const }
    : { response_format: format };
}

function languageOption(request: TranscriptionRequest): { language?: string } {
  return request.language === null ? {} : { language: request.language };
}

/** OpenAI's newer models answer in one format only; all others are asked for times first. */
function formatOf(model: string): Format {
  if (/transcribe-diarize/.test(model)) return 'diarized_json';
  return /^gpt-(?:4o-|4o-mini-)?transcribe/.test(model) ? 'json' : 'verbose_json';
}

function refusesFormat(error: unknown): boolean {
  const isRefusal = error instanceof APIError && (error.status === 400 || error.status === 422);
  return (
    isRefusal &&
    /response_format|verbose_json|timestamp_granularities/i.test(`${error.message} ${error.param ?? ''}`)
  );
}

function parseJson(provider: string, body: string): unknown {
  if (body.trim() === '') throw badReply(provider, 'nothing');
  try {
    return JSON.parse(body);
  } catch (error) {
    throw badReply(provider, /^\s*</.test(body) ? 'a web page' : 'something that is not JSON', error);
  }
}

function readField(value: unknown, name: string): string | null {
  const field =
    typeof value === 'object' && value !== null
      ? Object.getOwnPropertyDescriptor(value, name)?.value
      : undefined;
  return typeof field === 'string' ? field.slice(0, 200) : null;
}

function readTokens(value: unknown): RawReply['tokens'] {
  const usage = typeof value === 'object' && value !== null && 'usage' in value ? value.usage : null;
  if (typeof usage !== 'object' || usage === null) return null;
  const count = (name: string) => {
    const number: unknown = Object.getOwnPropertyDescriptor(usage, name)?.value;
    return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
  };
  const sent = count('input_tokens');
  const received = count('output_tokens');
  return sent === null || received === null ? null : { sent, cached: 0, received };
}
