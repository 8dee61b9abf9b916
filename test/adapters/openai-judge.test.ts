import { describe, expect, it } from 'vitest';
import { openAiJudge } from '../../src/adapters/openai-judge.ts';
import type { JudgeRequest } from '../../src/domain/ports.ts';
import { startJudgeServer } from '../fakes/judge-server.ts';

const request: JudgeRequest = {
  messages: [
    { role: 'system', content: 'check calls' },
    { role: 'user', content: '{"turns":[]}' },
  ],
  maxAnswerTokens: 600,
};

async function asked(...answers: Parameters<typeof push>[1][]) {
  const server = await startJudgeServer();
  push(server, ...answers);
  const judge = openAiJudge({ baseUrl: server.baseUrl, apiKey: 'key-1', model: 'judge-1', maxAtOnce: 2 });
  return { server, judge };
}

function push(
  server: Awaited<ReturnType<typeof startJudgeServer>>,
  ...answers: (typeof server.answers)[number][]
) {
  server.answers.push(...answers);
}

describe('the judge behind chat completions', () => {
  it('is asked at temperature 0 with a strict schema in which reasons come before the verdict', async () => {
    const { server, judge } = await asked({ content: '{}' });
    await using _ = server;
    await judge.ask(request);
    const { body, authorization } = server.seen[0] ?? {};
    expect(authorization).toBe('Bearer key-1');
    expect(body).toMatchObject({
      model: 'judge-1',
      temperature: 0,
      max_tokens: 600,
      messages: request.messages,
    });
    const format = body?.response_format as unknown as {
      type: string;
      json_schema: { strict: boolean; schema: { required: string[]; additionalProperties: boolean } };
    };
    expect(format.type).toBe('json_schema');
    expect(format.json_schema).toMatchObject({ strict: true, schema: { additionalProperties: false } });
    expect(format.json_schema.schema.required).toEqual(['criterion', 'reasons', 'quotes', 'verdict']);
  });

  it('gives back the body as it came, with the model and tokens the server reports', async () => {
    const usage = {
      prompt_tokens: 900,
      completion_tokens: 40,
      prompt_tokens_details: { cached_tokens: 800 },
    };
    const { server, judge } = await asked({ content: 'prose', model: 'judge-1-2026-01-01', usage });
    await using _ = server;
    const reply = await judge.ask(request);
    expect(reply).toMatchObject({
      modelAsked: 'judge-1',
      modelReported: 'judge-1-2026-01-01',
      audioMs: null,
    });
    expect(reply.tokens).toEqual({ sent: 900, cached: 800, received: 40 });
    expect(judge.readReply(reply.body)).toEqual({ content: 'prose', end: 'complete' });
  });

  it.each([
    ['temperature', { error: { message: "Unsupported value: 'temperature'" } }, 'temperature'],
    [
      'max_tokens',
      { error: { message: "Use 'max_completion_tokens' instead of 'max_tokens'" } },
      'max_tokens',
    ],
  ])('leaves out %s for a server that refuses it', async (_, refusal, name) => {
    const { server, judge } = await asked({ status: 400, raw: JSON.stringify(refusal) }, { content: '{}' });
    await using _server = server;
    await judge.ask(request);
    expect(Object.keys(server.seen[1]?.body ?? {})).not.toContain(name);
  });

  it('asks for a JSON object where a strict schema is refused', async () => {
    const refusal = { error: { message: 'response_format json_schema is not supported' } };
    const { server, judge } = await asked({ status: 400, raw: JSON.stringify(refusal) }, { content: '{}' });
    await using _ = server;
    await judge.ask(request);
    expect(server.seen[1]?.body.response_format).toEqual({ type: 'json_object' });
  });

  it.each([
    [401, {}, 'E_PROVIDER_CONFIG', false],
    [402, {}, 'E_PROVIDER_QUOTA', false],
    [404, {}, 'E_PROVIDER_CONFIG', false],
    [429, { error: { code: 'insufficient_quota', message: 'x' } }, 'E_PROVIDER_QUOTA', false],
    [429, { error: { code: 'rate_limit_exceeded', message: 'x' } }, 'E_PROVIDER_LIMIT', true],
    [500, {}, 'E_PROVIDER', true],
  ])('tells HTTP %i %j as %s, after one request', async (status, body, code, isRetryable) => {
    const { server, judge } = await asked({ status, raw: JSON.stringify(body) });
    await using _ = server;
    await expect(judge.ask(request)).rejects.toMatchObject({ code, isRetryable });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['a web page', '<html>busy</html>'],
    ['nothing', ''],
    ['JSON that is no completion', '{"ok":true}'],
    ['no choice', '{"choices":[]}'],
  ])('takes %s for no reply at all', async (_, raw) => {
    const { server, judge } = await asked({ raw });
    await using _server = server;
    await expect(judge.ask(request)).rejects.toMatchObject({ code: 'E_PROVIDER_REPLY', isRetryable: true });
  });
});
