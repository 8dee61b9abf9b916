import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importResponseSchema, standardListResponseSchema } from '../../src/api/contract-catalogue.ts';
import { EarmarkError } from '../../src/errors.ts';
import { bodyOf, type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
beforeAll(async () => {
  made = await makeApp();
});
afterAll(() => made[Symbol.asyncDispose]());

const expectError = async (response: Response, status: number, code: string) => {
  expect([response.status, (await bodyOf(response)).error.code]).toEqual([status, code]);
};

describe('swapping the roles', () => {
  test('scores the call anew and keeps the old scorecard', async () => {
    const id = await made.addCall({ verdicts: { greeting: 'unmet' } });
    const before = (await made.store.calls.get(id))?.scorecardId;
    const response = await made.sendJson('POST', `/api/v1/calls/${id}/roles`, {
      agent: 'right',
      reason: 'heard it',
    });
    expect(response.status).toBe(200);
    const { scorecardId } = await bodyOf(response);
    const history = await made.store.scorecards.history(id);
    expect(history.map((one) => one.id)).toEqual([scorecardId, before]);
    expect(history[0]?.origin.cause).toBe('roles');
    expect(await made.store.roles.current(id)).toMatchObject({
      agent: 'right',
      reason: 'heard it',
      by: 'tester',
    });
  });

  test('is refused where there is nothing to swap', async () => {
    const swap = async (id: string) =>
      await made.sendJson('POST', `/api/v1/calls/${id}/roles`, { agent: 'left', reason: 'r' });
    await expectError(await swap(await made.addCall()), 409, 'E_CONFLICT');
    const mono = await made.addCall({ verdicts: { greeting: 'met' }, facts: { layout: 'mono' } });
    await expectError(await swap(mono), 409, 'E_CONFLICT');
    await expectError(await swap('nobody'), 404, 'E_NOT_FOUND');
    const [first, second] = [await made.addCall(), await made.addCall()];
    for (const id of [first, second]) await made.store.calls.identify(id, first);
    const response = await swap(second);
    expect((await bodyOf(response)).error).toMatchObject({
      code: 'E_CONFLICT',
      remedy: expect.stringContaining(first),
    });
  });
});

describe('filing a note', () => {
  test('scores the call anew when the note differs', async () => {
    const id = await made.addCall({ verdicts: { note: 'unmet' } });
    const before = (await made.store.calls.get(id))?.scorecardId;
    const note = { text: '客户有意向\u0000', fields: { intent: 80, 备注: '周五回电' } };
    const first = await bodyOf(await made.sendJson('PUT', `/api/v1/calls/${id}/note`, note));
    expect(first.scorecardId).not.toBe(before);
    const again = await bodyOf(await made.sendJson('PUT', `/api/v1/calls/${id}/note`, note));
    expect(again).toEqual(first);
    const kept = await bodyOf(await made.send(`/api/v1/calls/${id}/note`));
    expect(kept).toMatchObject({ note: { version: 1, ...note }, from: 'tester' });
  });

  test('on a call that is not scored yet waits for it', async () => {
    const id = await made.addCall();
    const response = await made.sendJson('PUT', `/api/v1/calls/${id}/note`, { text: 'later' });
    expect(await bodyOf(response)).toEqual({ id, scorecardId: null });
  });

  test('longer than notes may be is refused, never cut', async () => {
    const id = await made.addCall();
    const response = await made.sendJson('PUT', `/api/v1/calls/${id}/note`, { text: '长'.repeat(16_385) });
    await expectError(response, 400, 'E_USAGE');
  });
});

describe('imports', () => {
  test('begin at once and tell how far they are', async () => {
    const response = await made.sendJson('POST', '/api/v1/imports', { source: 's3://calls/2026' });
    expect(response.status).toBe(202);
    const { id } = importResponseSchema.parse(await bodyOf(response));
    await made.store.imports.advance(id, { seen: 3, taken: 2, after: 'k' });
    const progress = await made.send(response.headers.get('location') ?? '');
    expect(importResponseSchema.parse(await bodyOf(progress))).toMatchObject({
      seen: 3,
      taken: 2,
      state: 'running',
    });
  });

  test('of a source that cannot be read are refused', async () => {
    const response = await made.sendJson('POST', '/api/v1/imports', { source: '/etc' });
    await expectError(response, 400, 'E_USAGE');
  });
});

describe('a body', () => {
  const send = (body: string, contentType?: string) =>
    made.send('/api/v1/imports', {
      method: 'POST',
      body,
      headers: contentType === undefined ? {} : { 'content-type': contentType },
    });

  test.each([
    '{',
    '{"source": "s3://a"} {}',
    '{"source": "s3://a", "source": "s3://b"}',
    '{"source": "s3://a", "sourc\\u0065": "s3://b"}',
    '['.repeat(10_000) + ']'.repeat(10_000),
    '"s3://a"',
    'null',
    '{"source": 5}',
    '{"source": 1e999}',
    '',
  ])('that is no clear JSON object is refused: %.40s', async (body) => {
    await expectError(await send(body, 'application/json'), 400, 'E_USAGE');
  });

  test.each(['role', 'tenant_id', 'points', 'finalised_by', '__proto__'])(
    'with the unknown field %s is refused',
    async (field) => {
      const response = await send(`{"source": "s3://a", "${field}": 1}`, 'application/json');
      await expectError(response, 400, 'E_USAGE');
    },
  );

  test.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ])('of type %s is refused', async (type) => {
    await expectError(await send('{"source": "s3://a"}', type), 415, 'E_CONTENT_TYPE');
  });

  test('over the limit is refused, also when its length is not told', async () => {
    const large = JSON.stringify({ source: 'x'.repeat(300_000) });
    await expectError(await send(large, 'application/json'), 413, 'E_TOO_LARGE');
    const chunks = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(64_000).fill(32)),
    });
    const response = await made.send('/api/v1/imports', {
      method: 'POST',
      body: chunks,
      duplex: 'half',
      headers: { 'content-type': 'application/json' },
    } as RequestInit);
    await expectError(response, 413, 'E_TOO_LARGE');
  });

  test('that is not UTF-8 is refused', async () => {
    const body = Buffer.from([...Buffer.from('{"source": "s3://'), 0xff, ...Buffer.from('"}')]);
    const response = await made.send('/api/v1/imports', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    await expectError(response, 400, 'E_USAGE');
  });
});

describe('the rest', () => {
  test('standards, agents, teams and the caller are told', async () => {
    await made.addCall({ team: '电销一部' });
    const { standards } = standardListResponseSchema.parse(
      await bodyOf(await made.send('/api/v1/standards')),
    );
    expect(standards.map(({ id }) => id)).toEqual(['telesales-service']);
    expect((await made.send('/api/v1/standards/telesales-service')).status).toBe(200);
    await expectError(await made.send('/api/v1/standards/none'), 404, 'E_NOT_FOUND');
    const { agents } = await bodyOf(await made.send('/api/v1/agents'));
    expect(agents).toMatchObject([{ id: 'a-1', name: 'Li' }]);
    const { teams } = await bodyOf(await made.send('/api/v1/teams'));
    expect(teams).toContainEqual({ team: '电销一部', calls: 1 });
    expect(await bodyOf(await made.send('/api/v1/me'))).toMatchObject({
      name: 'tester',
      kind: 'token',
      scopes: ['*'],
      person: null,
    });
  });

  test('every route is described, with the names of its forms', async () => {
    const description = await bodyOf(await made.send('/openapi.json'));
    expect(description.openapi).toBe('3.1.0');
    expect(Object.keys(description.paths).sort()).toEqual([
      '/api/v1/agents',
      '/api/v1/assignments/{id}/claim',
      '/api/v1/assignments/{id}/hand-back',
      '/api/v1/audit',
      '/api/v1/audit/check',
      '/api/v1/benches/{id}',
      '/api/v1/calls',
      '/api/v1/calls/{id}',
      '/api/v1/calls/{id}/acoustics',
      '/api/v1/calls/{id}/assignments',
      '/api/v1/calls/{id}/audio',
      '/api/v1/calls/{id}/comments',
      '/api/v1/calls/{id}/disputes',
      '/api/v1/calls/{id}/finalisations',
      '/api/v1/calls/{id}/note',
      '/api/v1/calls/{id}/peaks',
      '/api/v1/calls/{id}/plays',
      '/api/v1/calls/{id}/review',
      '/api/v1/calls/{id}/reviews',
      '/api/v1/calls/{id}/roles',
      '/api/v1/calls/{id}/scorecards',
      '/api/v1/calls/{id}/transcript',
      '/api/v1/disputes/{id}/decision',
      '/api/v1/disputes/{id}/withdrawal',
      '/api/v1/erasures',
      '/api/v1/exports/{id}',
      '/api/v1/failures',
      '/api/v1/failures/{id}/redrive',
      '/api/v1/imports',
      '/api/v1/imports/{id}',
      '/api/v1/me',
      '/api/v1/reports/assessment',
      '/api/v1/reports/calls',
      '/api/v1/reports/collisions',
      '/api/v1/reports/compliance',
      '/api/v1/reports/criteria',
      '/api/v1/reports/daily',
      '/api/v1/reports/follow-ups',
      '/api/v1/reports/funnel',
      '/api/v1/reports/problems',
      '/api/v1/reports/voice-mail',
      '/api/v1/review-queue',
      '/api/v1/review-queues',
      '/api/v1/scorecards/{id}',
      '/api/v1/session',
      '/api/v1/session/oidc',
      '/api/v1/session/oidc/callback',
      '/api/v1/session/options',
      '/api/v1/session/password',
      '/api/v1/spend',
      '/api/v1/standards',
      '/api/v1/standards/{id}',
      '/api/v1/standards/{id}/bench',
      '/api/v1/standards/{id}/publish',
      '/api/v1/standards/{id}/versions',
      '/api/v1/teams',
      '/api/v1/users',
      '/api/v1/users/{id}',
      '/healthz',
      '/readyz',
    ]);
    expect(Object.keys(description.components.schemas)).toEqual(
      expect.arrayContaining(['Call', 'CallRow', 'Scorecard', 'Error', 'Transcript', 'Acoustics']),
    );
  });

  test('a failure of ours is reported, and tells the caller nothing of the inside', async () => {
    const app = made.with({
      rescore: () => Promise.reject(new Error('password=hunter2')),
    });
    const id = await made.addCall({ verdicts: { greeting: 'met' } });
    const response = await app.request(`/api/v1/calls/${id}/roles`, {
      method: 'POST',
      body: '{"agent": "left", "reason": "r"}',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await made.issueToken(['*'])}`,
      },
    });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('hunter2');
    expect(made.reports.at(-1)).toMatchObject({ code: 'E_INTERNAL', message: 'password=hunter2' });
  });

  test('readiness is that the store answers', async () => {
    const ping = () => Promise.reject(new EarmarkError('E_STORE', 'gone'));
    const app = made.with({ store: { ...made.store, ping } });
    expect((await app.request('/readyz')).status).toBe(503);
    expect((await app.request('/healthz')).status).toBe(200);
    expect((await made.send('/readyz', { token: null })).status).toBe(200);
  });
});
