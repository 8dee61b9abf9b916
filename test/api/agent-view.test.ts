import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Verdict } from '../../src/domain/verdict.ts';
import { publicationOf } from '../store/scored-calls.ts';
import { type MadeApp, makeApp } from './made-app.ts';

let made: MadeApp;
beforeAll(async () => {
  made = await makeApp();
});
afterAll(() => made[Symbol.asyncDispose]());

/** An agent with one call, who asks for things. */
async function agentWithCall(verdicts: Readonly<Record<string, Verdict>>) {
  const agent = randomUUID();
  const person = { login: agent, name: 'Ann', roles: ['agent'] as const, agents: [agent] };
  const id = await made.store.people.add(person);
  const { secret } = await made.store.sessions.begin(id);
  const call = await made.addCall({ agent, verdicts });
  const scorecardOf = async () => (await made.store.calls.get(call))?.scorecardId ?? '';
  const first = await scorecardOf();
  return {
    ...{ id, call, first, scorecardOf },
    async get(path: string) {
      const response = await made.with({}).request(`http://localhost/api/v1${path}`, {
        headers: { cookie: `earmark_session=${secret}` },
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    rescore: async (again: Readonly<Record<string, Verdict>>) => {
      await made.store.scorecards.publish(call, publicationOf(again));
      return await scorecardOf();
    },
    run: (sql: string, ...values: unknown[]) => made.store.executeSql(sql, values),
  };
}

const finalise = `insert into finalisations (call_id, scorecard_id, body, coverage, by_name) values ($1, $2, '{}', 1, 'R')`;
const share = `insert into shares (call_id, scorecard_id, user_id, shared_by) values ($1, $2, $3, 'C')`;

describe('an agent', () => {
  test('sees the scorecard that was finalised, and not what the machine made of the call later', async () => {
    const agent = await agentWithCall({ greeting: 'unmet' });
    expect((await agent.get(`/calls/${agent.call}`)).status).toBe(404);
    await agent.run(finalise, agent.call, agent.first);
    expect((await agent.get(`/calls/${agent.call}`)).body).toMatchObject({ scorecardId: agent.first });
    const newer = await agent.rescore({ greeting: 'met', note: 'met' });
    expect(newer).not.toBe(agent.first);
    const { body } = await agent.get(`/calls/${agent.call}`);
    expect(body).toMatchObject({
      scorecardId: agent.first,
      strip: [{ criterion: 'greeting', verdict: 'unmet' }],
    });
    expect((await agent.get(`/scorecards/${agent.first}`)).status).toBe(200);
    expect((await agent.get(`/scorecards/${newer}`)).status).toBe(404);
    const { body: history } = await agent.get(`/calls/${agent.call}/scorecards`);
    expect(history).toMatchObject({ scorecards: [{ id: agent.first }] });
    expect((await agent.get(`/calls/${agent.call}/transcript?scorecard=${newer}`)).status).toBe(404);
  });

  test('finds own calls by what that scorecard says, not by the newer one', async () => {
    const agent = await agentWithCall({ greeting: 'unmet' });
    await agent.run(finalise, agent.call, agent.first);
    await agent.rescore({ greeting: 'met' });
    const count = async (query: string) =>
      ((await agent.get(`/calls?${query}`)).body.calls as unknown[]).length;
    expect(await count('verdict=greeting:unmet')).toBe(1);
    expect(await count('verdict=greeting:met')).toBe(0);
  });

  test('sees what is shared with this agent as long as it is, and nobody else does', async () => {
    const agent = await agentWithCall({ greeting: 'met' });
    const other = await agentWithCall({ greeting: 'met' });
    await agent.run(share, agent.call, agent.first, agent.id);
    expect((await agent.get(`/calls/${agent.call}`)).status).toBe(200);
    expect((await other.get(`/calls/${agent.call}`)).status).toBe(404);
    await other.run(share, agent.call, agent.first, other.id);
    expect((await other.get(`/calls/${agent.call}`)).status).toBe(404);
    await agent.run('update shares set revoked_at = clock_timestamp() where user_id = $1', agent.id);
    expect((await agent.get(`/calls/${agent.call}`)).status).toBe(404);
  });
});
