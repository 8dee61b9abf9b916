import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS_PER_CALL } from './fault-calls.ts';
import { type FaultServer, startFaultServer } from './fault-plant.ts';
import { assertInvariants } from './invariants.ts';
import { portOf, startNetProxy } from './net-proxy.ts';
import { untilStopped } from './run-worker.ts';

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('F05: the reply to the COMMIT of a publication is lost', () => {
  it('finds the call scored and scores it no second time', async () => {
    await using plant = await server.plant();
    await using proxy = await startNetProxy(portOf(plant.databaseUrl));
    await plant.addCalls(1);
    proxy.cutAfter = /insert into "verdicts"/;
    proxy.cutReplyTo = /Q[\s\S]{4}commit/;
    const endings = await plant.drain({ DATABASE_URL: proxy.through(plant.databaseUrl) });
    expect(proxy.cuts).toBe(1);
    expect(endings.map(({ as }) => as)).toEqual(['fenced']);
    expect(plant.provider.billed.transcribe).toBe(REQUESTS_PER_CALL);
    await assertInvariants(plant);
  }, 180_000);
});

describe('F06: a worker stopped for longer than its lease', () => {
  it('commits nothing when it goes on, and the call is scored once by another', async () => {
    await using plant = await server.plant();
    await plant.addCalls(1);
    // it stops itself where its next step is to score and to publish, so no signal races it
    const strike = { action: 'stop', at: 'stage score-call', when: 'before', nth: 1 } as const;
    const zombie = plant.worker({ strike });
    await untilStopped(zombie);
    const [beat] = await plant.sql<{ at: Date }>(
      `select heartbeat_on as at from pgboss.job where state = 'active'`,
    );

    const other = plant.worker();
    expect(await other.ended, other.said()).toEqual({ code: 0, signal: null });
    expect(other.said()).toMatch(/^done /m);
    const [again] = await plant.sql<{ at: Date }>('select started_on as at from pgboss.job');
    const waitedMs = (again?.at.getTime() ?? 0) - (beat?.at.getTime() ?? 0);
    console.info(`F06: taken again ${waitedMs} ms after the last heartbeat`);

    zombie.child.kill('SIGCONT');
    expect((await zombie.ended).code, zombie.said()).toBe(0);
    expect(zombie.said()).toMatch(/^fenced /m);
    expect(zombie.said()).not.toMatch(/^done /m);
    expect(plant.provider.billed.transcribe).toBe(REQUESTS_PER_CALL);
    await assertInvariants(plant);
  }, 180_000);
});
