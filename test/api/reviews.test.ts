import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { finalisationSchema, reviewStateSchema } from '../../src/api/contract-reviews.ts';
import type { Role } from '../../src/domain/person.ts';
import { bodyOf, type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
let app: ReturnType<MadeApp['with']>;
const cookies: Record<string, string> = {};
const ids: Record<string, string> = {};

async function enter(login: string, roles: readonly Role[], agents: readonly string[] = []) {
  ids[login] = await made.store.people.add({ login, name: login, roles, agents });
  cookies[login] = `earmark_session=${(await made.store.sessions.begin(ids[login])).secret}`;
}

beforeAll(async () => {
  made = await makeApp();
  app = made.with({});
  await enter('ann', ['reviewer']);
  await enter('bo', ['reviewer']);
  await enter('li', ['agent'], ['a-7']);
});
afterAll(() => made[Symbol.asyncDispose]());

const as = (login: string) => ({
  get: (path: string) =>
    app.request(`http://localhost/api/v1${path}`, { headers: { cookie: cookies[login] ?? '' } }),
  post: (path: string, body: unknown) =>
    app.request(`http://localhost/api/v1${path}`, {
      method: 'POST',
      headers: {
        ...{ cookie: cookies[login] ?? '', origin: 'http://localhost' },
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    }),
});

/** A call of agent a-7 with an accusation at 1–3 s, to be looked at by Ann. */
async function addCall() {
  const id = await made.addCall({ agent: 'a-7', verdicts: { greeting: 'unmet', tone: 'met' } });
  const scorecardId = (await made.store.calls.get(id))?.scorecardId ?? '';
  const assign = `insert into assignments (call_id, assignee, reason, created_by) values ($1, $2, 'random', 'x')`;
  await made.store.executeSql(assign, [id, ids.ann]);
  return { id, scorecardId };
}

const stateOf = async (login: string, id: string) =>
  reviewStateSchema.parse(await (await as(login).get(`/calls/${id}/review`)).json());

async function expectError(response: Response, status: number, code: string) {
  expect([response.status, (await bodyOf(response)).error.code]).toEqual([status, code]);
}

describe('reviewing a call', () => {
  test('puts a person’s verdict in the place of the machine’s and shows what it would come to', async () => {
    const { id, scorecardId } = await addCall();
    expect(await stateOf('ann', id)).toMatchObject({ preview: { total: 0.5 }, may: { review: true } });
    const review = { scorecardId, criterion: 'greeting', decision: 'override', basedOn: null };
    await expectError(await as('ann').post(`/calls/${id}/reviews`, review), 400, 'E_USAGE');
    const noReason = { ...review, verdict: 'met' };
    await expectError(await as('ann').post(`/calls/${id}/reviews`, noReason), 400, 'E_USAGE');
    const said = { ...noReason, reason: '开头已经说了公司名' };
    expect((await as('ann').post(`/calls/${id}/reviews`, said)).status).toBe(201);
    const after = await stateOf('ann', id);
    expect(after).toMatchObject({ preview: { total: 1 }, entries: [{ verdict: 'met', by: 'ann' }] });
    // whoever had not seen that is told, and loses nothing
    await expectError(await as('ann').post(`/calls/${id}/reviews`, said), 409, 'E_CONFLICT');
    await expectError(await as('bo').post(`/calls/${id}/reviews`, said), 404, 'E_NOT_FOUND');
  });

  test('asks before finalising what was not listened to', async () => {
    const evidence = {
      ...{ kind: 'quote' as const, party: 'agent' as const, turn: 0, quote: 'x' },
      ...{ startMs: 1000, endMs: 3000, verified: true },
    };
    const { id } = await addCall();
    const first = await made.store.scorecards.get((await made.store.calls.get(id))?.scorecardId ?? '');
    if (first === null) throw new Error('no scorecard');
    const criteria = first.scorecard.criteria.map((one) => ({ ...one, evidence: [evidence] }));
    const facts = {
      language: 'zh',
      durationMs: 9000,
      layout: 'two-party',
      roles: null,
      recording: null,
    } as const;
    const parts = { transcript: null, transcription: null, acoustics: null };
    const scorecard = { ...first.scorecard, criteria };
    const given = { scorecard, facts: { ...facts, ...parts }, origin: first.origin };
    const { id: scorecardId } = await made.store.scorecards.publish(id, given);
    const body = { scorecardId, basedOnReviews: [] };
    const refused = await as('ann').post(`/calls/${id}/finalisations`, body);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      error: { code: 'E_UNHEARD', problems: [{ path: 'greeting' }] },
    });
    expect((await as('ann').post(`/calls/${id}/plays`, { startMs: 900, endMs: 3100 })).status).toBe(201);
    expect((await stateOf('ann', id)).unheard).toEqual([]);
    expect((await as('ann').post(`/calls/${id}/finalisations`, body)).status).toBe(201);
  });

  test('is the agent’s to see once finalised, to dispute, and to win', async () => {
    const { id, scorecardId } = await addCall();
    await expectError(await as('li').get(`/calls/${id}/review`), 404, 'E_NOT_FOUND');
    const finalised = await as('ann').post(`/calls/${id}/finalisations`, { scorecardId, basedOnReviews: [] });
    expect(finalisationSchema.parse(await finalised.json())).toMatchObject({ round: 1, total: 0.5 });
    expect(await stateOf('li', id)).toMatchObject({ may: { review: false, dispute: true } });

    const objection = { criterion: 'greeting', expected: 'met', reason: '第一句就报了公司名' };
    const raised = await as('li').post(`/calls/${id}/disputes`, objection);
    const { id: disputeId } = (await raised.json()) as { id: string };
    const decision = { outcome: 'upheld', reason: '确实说了' };
    await expectError(await as('li').post(`/disputes/${disputeId}/decision`, decision), 403, 'E_FORBIDDEN');
    await expectError(await as('ann').post(`/disputes/${disputeId}/decision`, decision), 403, 'E_FORBIDDEN');
    expect((await as('bo').post(`/disputes/${disputeId}/decision`, decision)).status).toBe(200);

    const won = await stateOf('li', id);
    expect(won.finalised).toMatchObject({ round: 2, total: 1, by: 'bo' });
    expect(won.disputes).toMatchObject([{ state: 'upheld', decidedBy: 'bo' }]);
    expect(won.entries).toMatchObject([{ decision: 'override', verdict: 'met', reason: '确实说了' }]);
  });

  test('keeps comments on a moment', async () => {
    const { id } = await addCall();
    const remark = { atMs: 1500.5, criterion: 'tone', body: '语气很好' };
    expect((await as('ann').post(`/calls/${id}/comments`, remark)).status).toBe(201);
    expect((await stateOf('ann', id)).comments).toMatchObject([{ ...remark, by: 'ann' }]);
  });
});
