import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readRetryAfter } from '../../src/adapters/openai-errors.ts';
import { openAiTranscriber } from '../../src/adapters/openai-transcriber.ts';
import {
  type Answer,
  startTranscriptionServer,
  type TranscriptionServer,
} from '../fakes/transcription-server.ts';

let server: TranscriptionServer;
let folder: string;
const sound = Buffer.from('RIFF sound');

beforeAll(async () => {
  server = await startTranscriptionServer();
  folder = await mkdtemp(join(tmpdir(), 'earmark-asr-'));
  await writeFile(join(folder, 'piece.wav'), sound);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});
afterEach(() => {
  server.seen.length = 0;
  server.answers.length = 0;
});

const transcriber = (model = 'whisper-1', timeoutMs = 5000) =>
  openAiTranscriber({ baseUrl: server.baseUrl, apiKey: 'sk-secret', model, maxAtOnce: 2, timeoutMs });
const ask = (model?: string, timeoutMs?: number, signal?: AbortSignal) =>
  transcriber(model, timeoutMs).transcribe(
    { path: join(folder, 'piece.wav'), startMs: 1000, endMs: 3000, language: 'zh' },
    signal,
  );
const answerWith = (...answers: (Partial<Answer> | object)[]) => {
  for (const answer of answers)
    server.answers.push('body' in answer ? (answer as Answer) : { body: JSON.stringify(answer) });
};

describe('a request to a transcription server', () => {
  it('asks for words and segments by the literal field, with the length of the file', async () => {
    answerWith({ text: '您好', model: 'whisper-large-v3', usage: { input_tokens: 5, output_tokens: 7 } });
    const reply = await ask();
    const [request] = server.seen;
    expect(request?.url).toBe('/v1/audio/transcriptions');
    expect(
      request?.fields.filter(([name]) => name === 'timestamp_granularities[]').map(([, value]) => value),
    ).toEqual(['word', 'segment']);
    expect(request?.fields).toContainEqual(['response_format', 'verbose_json']);
    expect(request?.fields).toContainEqual(['language', 'zh']);
    expect(request?.file).toEqual({ name: 'piece.wav', type: 'audio/wav', bytes: sound });
    expect(Number(request?.headers['content-length'])).toBeGreaterThan(sound.length);
    expect(reply).toMatchObject({
      modelAsked: 'whisper-1',
      modelReported: 'whisper-large-v3',
      audioMs: 2000,
      tokens: { sent: 5, cached: 0, received: 7 },
    });
  });

  it('asks models that know no times for plain text', async () => {
    for (const model of ['gpt-4o-transcribe', 'gpt-4o-mini-transcribe-2025-12-15', 'gpt-transcribe']) {
      answerWith({ text: 'hi' });
      await ask(model);
      expect(server.seen.at(-1)?.fields.filter(([name]) => name !== 'model' && name !== 'language')).toEqual([
        ['response_format', 'json'],
      ]);
      expect(transcriber(model).givesTimes).toBe(false);
    }
    answerWith({ text: 'hi', segments: [] });
    await ask('gpt-4o-transcribe-diarize');
    expect(server.seen.at(-1)?.fields).toContainEqual(['chunking_strategy', 'auto']);
  });

  it('falls back to plain text when a server refuses verbose_json, and remembers', async () => {
    const refusal = { error: { message: "response_format 'verbose_json' is not compatible with model 'x'" } };
    answerWith({ status: 400, body: JSON.stringify(refusal) }, { text: 'a' }, { text: 'b' });
    const one = transcriber('paraformer');
    const request = { path: join(folder, 'piece.wav'), startMs: 0, endMs: 1, language: null };
    await one.transcribe(request);
    await one.transcribe(request);
    const formats = server.seen.map((seen) => seen.fields.find(([name]) => name === 'response_format')?.[1]);
    expect(formats).toEqual(['verbose_json', 'json', 'json']);
    expect(server.seen[0]?.fields.map(([name]) => name)).not.toContain('language');
  });
});

describe('the answers of servers', () => {
  const read = (value: unknown) => transcriber().readReply(JSON.stringify(value));

  it('are read alike: OpenAI, whisper.cpp, vLLM, LocalAI, FunASR', () => {
    const word = { startMs: 500, endMs: 900, confidence: null };
    const openAi = read({
      text: 'hi you',
      segments: [{ start: 0.5, end: 1, text: 'hi' }],
      words: [{ word: 'hi', start: 0.5, end: 0.9 }],
    });
    expect(openAi[0]?.words).toEqual([{ text: 'hi', ...word }]);
    const cpp = read({
      language: 'english',
      segments: [
        { start: 0.5, end: 1, text: ' hi', words: [{ word: ' hi', start: 0.5, end: 0.9, probability: 0.9 }] },
      ],
    });
    expect(cpp[0]?.words).toEqual([{ text: ' hi', ...word, confidence: 0.9 }]);
    const vllm = read({
      text: 'hi',
      duration: '2.1',
      words: null,
      segments: [{ id: 7, start: '0.5', end: '1.0', text: 'hi', avg_logprob: -1 }],
    });
    expect(vllm[0]).toMatchObject({ startMs: 500, endMs: 1000, words: [], avgLogprob: -1 });
    const funAsr = read({ text: '<|zh|><|HAPPY|>您好', duration: 0.02, segments: [] });
    expect(funAsr).toMatchObject([{ startMs: null, endMs: null }]);
    expect(read({ text: '' })).toHaveLength(1);
  });
});

describe('the errors of servers', () => {
  const failing = async (answer: Answer) => {
    server.answers.push(answer);
    return ask().then(
      () => null,
      (error: unknown) => error as Record<string, unknown>,
    );
  };
  const error = (code: string | null) =>
    JSON.stringify({ error: { message: 'sk-secret 13800138000', code, type: code } });

  const table: [number, string | null, string, boolean][] = [
    [400, null, 'E_PROVIDER', false],
    [401, 'invalid_api_key', 'E_PROVIDER_CONFIG', false],
    [402, null, 'E_PROVIDER_QUOTA', false],
    [403, null, 'E_PROVIDER_CONFIG', false],
    [404, 'model_not_found', 'E_PROVIDER_CONFIG', false],
    [408, null, 'E_PROVIDER', true],
    [409, null, 'E_PROVIDER', true],
    [413, null, 'E_PROVIDER', false],
    [415, null, 'E_PROVIDER', false],
    [422, null, 'E_PROVIDER', false],
    [425, null, 'E_PROVIDER', true],
    [429, 'rate_limit_exceeded', 'E_PROVIDER_LIMIT', true],
    [429, null, 'E_PROVIDER_LIMIT', true],
    [429, 'insufficient_quota', 'E_PROVIDER_QUOTA', false],
    [500, null, 'E_PROVIDER', true],
    [503, null, 'E_PROVIDER', true],
    [529, 'overloaded_error', 'E_PROVIDER', true],
  ];
  it.each(table)('class %i %s as %s, asked once', async (status, code, expected, isRetryable) => {
    const found = await failing({ status, body: error(code) });
    expect(found).toMatchObject({ code: expected, isRetryable });
    expect(server.seen).toHaveLength(1);
    expect(String(found?.message)).not.toMatch(/sk-secret|13800138000/);
  });

  it('carry the wait they ask for, within reason', async () => {
    const limited = await failing({ status: 429, headers: { 'retry-after': '7' }, body: error(null) });
    expect(limited?.retryAfterMs).toBe(7000);
    const after = (value: string) =>
      readRetryAfter(new Headers({ 'retry-after': value }), Date.parse('2026-01-01T00:00:00Z'));
    expect(after('99999')).toBeUndefined();
    expect(after('Thu, 01 Jan 2026 00:00:09 GMT')).toBe(9000);
    for (const absurd of ['-1', 'NaN', '', 'Thu, 01 Jan 2020 00:00:00 GMT'])
      expect(after(absurd)).toBeUndefined();
  });

  it('are seen in a 200 that is a web page, nothing, or no transcription', async () => {
    for (const body of ['<html>log in</html>', '', '{"text": ', '{"detail": "x"}', '[]']) {
      expect(await failing({ body })).toMatchObject({ code: 'E_PROVIDER_REPLY', isRetryable: true });
    }
  });

  it('are seen in a server that drips, within the deadline', async () => {
    server.answers.push({ body: JSON.stringify({ text: 'x'.repeat(1000) }), dripMs: 20 });
    const startedMs = performance.now();
    await expect(ask('whisper-1', 300)).rejects.toMatchObject({ code: 'E_PROVIDER', isRetryable: true });
    expect(performance.now() - startedMs).toBeLessThan(1300);
  });

  it('are told from a stop of our own', async () => {
    server.answers.push({ body: JSON.stringify({ text: 'x'.repeat(1000) }), dripMs: 20 });
    await expect(ask('whisper-1', 5000, AbortSignal.timeout(200))).rejects.toMatchObject({
      code: 'E_STOPPED',
    });
  });

  it('are seen when nobody listens', async () => {
    const nobody = openAiTranscriber({ baseUrl: 'http://127.0.0.1:1/v1', model: 'm', maxAtOnce: 1 });
    const request = { path: join(folder, 'piece.wav'), startMs: 0, endMs: 1, language: null };
    await expect(nobody.transcribe(request)).rejects.toMatchObject({ code: 'E_PROVIDER', isRetryable: true });
  });
});
