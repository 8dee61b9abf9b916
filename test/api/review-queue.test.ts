import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reviewQueueSchema } from '../../src/api/contract-queue.ts';
import type { Role } from '../../src/domain/person.ts';
import { type MadeApp, makeApp } from './made-app.ts';

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
  await enter('bo', ['reviewer'], ['a-2']);
  await enter('mia', ['manager']);
});
afterAll(() => made[Symbol.asyncDispose]());

async function post(login: string, path: string, body: unknown): Promise<Response> {
  return await app.request(`http://localhost/api/v1${path}`, {
    method: 'POST',
    headers: {
      ...{ cookie: cookies[login] ?? '', origin: 'http://localhost' },
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

async function queueOf(login: string) {
  const response = await app.request('http://localhost/api/v1/review-queue', {
    headers: { cookie: cookies[login] ?? '' },
  });
  return reviewQueueSchema.parse(await response.json()).entries;
}

const startedAt = new Date(Date.now() - 3_600_000).toISOString();
const addCalls = async (agent: string, count: number) => {
  for (let index = 0; index < count; index += 1) {
    await made.addCall({ agent, startedAt, verdicts: { greeting: 'met' } });
  }
};

describe('a sampling plan', () => {
  test('draws so many calls of each agent, shares them out, keeps the name back, and nobody gets an own call', async () => {
    await addCalls('a-1', 5);
    await addCalls('a-2', 4);
    const reviewers = [{ person: ids.ann }, { person: ids.bo }];
    const plan = { name: 'November', perAgent: { count: 2 }, reviewers, isBlind: true };
    const drawn = await post('mia', '/review-queues', plan);
    expect([drawn.status, await drawn.json()]).toEqual([201, expect.objectContaining({ calls: 4 })]);
    expect((await post('mia', '/review-queues', plan)).status).toBe(409);
    expect((await post('ann', '/review-queues', plan)).status).toBe(403);
    const entries = [...(await queueOf('ann')), ...(await queueOf('bo'))];
    expect(entries).toHaveLength(4);
    for (const entry of entries) expect(entry).toMatchObject({ agent: null, isRandom: true, why: 'random' });
    for (const { callId } of await queueOf('bo')) {
      expect((await made.store.lists.summary(callId))?.agent?.id).not.toBe('a-2');
    }
    const share = { ...plan, name: 'All', perAgent: { share: 0.5 }, filter: { agent: 'a-1' } };
    expect(await (await post('mia', '/review-queues', share)).json()).toMatchObject({ calls: 3 });
    const noReviewer = { ...plan, name: 'None', reviewers: [{ person: ids.mia }] };
    expect((await post('mia', '/review-queues', noReviewer)).status).toBe(409);
  });
});

describe('an assignment', () => {
  test('is handed back to its queue and claimed by one of two', async () => {
    const [entry] = await queueOf('ann');
    if (entry === undefined) throw new Error('nothing was drawn');
    const back = { version: entry.version };
    expect((await post('ann', `/assignments/${entry.id}/hand-back`, back)).status).toBe(200);
    const waiting = (await queueOf('ann')).find(({ id }) => id === entry.id);
    expect(waiting).toMatchObject({ isMine: false, version: entry.version + 1 });
    const take = { version: entry.version + 1 };
    expect((await post('ann', `/assignments/${entry.id}/claim`, take)).status).toBe(200);
    expect((await post('ann', `/assignments/${entry.id}/claim`, take)).status).toBe(409);
  });

  test('is given by a manager, once, and to nobody whose own call it is', async () => {
    const call = await made.addCall({ agent: 'a-2', verdicts: { greeting: 'unmet' } });
    const give = (login: string) => post('mia', `/calls/${call}/assignments`, { person: ids[login] });
    expect((await give('bo')).status).toBe(409);
    expect((await give('ann')).status).toBe(201);
    expect((await give('ann')).status).toBe(409);
    const entry = (await queueOf('ann')).find(({ callId }) => callId === call);
    expect(entry).toMatchObject({ queue: null, isMine: true, isRandom: false, agent: { id: 'a-2' } });
    const given = await post('ann', `/assignments/${entry?.id}/hand-back`, { version: entry?.version });
    expect(given.status).toBe(200);
    expect((await queueOf('ann')).some(({ callId }) => callId === call)).toBe(false);
  });
});
