import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDemoPeople, demoPassword } from '../../src/cli/demo-people.ts';
import { openTestStore, type TestStore } from '../services/test-store.ts';
import { recordingAt } from '../store/scored-calls.ts';

describe("the demo's people", () => {
  let own: TestStore;
  beforeAll(async () => {
    own = await openTestStore('embedded');
    for (const [key, agent] of [
      ['1', 'a-1'],
      ['2', 'a-1'],
      ['3', 'a-2'],
    ] as const) {
      const { id } = await own.store.calls.saw(recordingAt(key));
      const metadata = {
        version: 1 as const,
        callId: key,
        agent: { id: agent, name: `Agent ${agent}`, team: 'North' },
      };
      await own.store.calls.describe(id, { metadata, provenance: {}, problems: [] });
    }
  });
  afterAll(() => own.close());

  test('are one for every role, tied to the agents of the samples, and let in with the printed password', async () => {
    const logins = await addDemoPeople(own.store);
    expect(await addDemoPeople(own.store)).toEqual(logins);
    const people = await own.store.people.list();
    expect(people.map(({ login }) => login).sort()).toEqual([...logins].sort());
    expect(new Set(people.flatMap(({ roles }) => roles)).size).toBe(6);
    expect(people.find(({ login }) => login === 'agent')).toMatchObject({
      agents: ['a-1'],
      teams: ['North'],
    });
    expect(await own.store.people.hasAny()).toBe(false);
    const entered = await own.store.sessions.signIn('coach', demoPassword('coach'), 'here');
    expect(entered).toMatchObject({ state: 'signed-in', person: { roles: ['coach'], teams: ['North'] } });
  }, 120_000);

  test('are not added beside somebody real', async () => {
    await own.store.people.add({ login: 'real', name: 'Real', roles: ['administrator'] });
    expect(await addDemoPeople(own.store)).toEqual([]);
  });
});
