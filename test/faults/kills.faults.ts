import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS_PER_CALL } from './fault-calls.ts';
import { type FaultServer, type Plant, startFaultServer } from './fault-plant.ts';
import { assertInvariants } from './invariants.ts';
import type { Strike } from './strike.ts';

const LIMIT_MS = 180_000;
const DAY_MS = 86_400_000;
const stages = ['fetch-recording', 'normalize-audio', 'measure-acoustics', 'transcribe', 'score-call'];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A worker that is killed at a place, and another that finishes its call. */
async function killAndFinish(plant: Plant, strike: Omit<Strike, 'action'>): Promise<void> {
  const worker = plant.worker({ strike: { action: 'kill', ...strike } });
  expect((await worker.ended).signal, worker.said()).toBe('SIGKILL');
  await plant.expireLeases();
  await plant.drain();
}

describe('F01: SIGKILL before the provider is asked', () => {
  it.each(stages)(
    'at the start of %s: nothing is lost, doubled or asked twice',
    async (stage) => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      await killAndFinish(plant, { at: `stage ${stage}`, when: 'before', nth: 1 });
      expect(plant.provider.billed.transcribe).toBe(REQUESTS_PER_CALL);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F02: SIGKILL after the provider has answered, before anything is kept', () => {
  it(
    'asks exactly once more, and the ledger shows it',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      await killAndFinish(plant, { at: 'http POST', when: 'after', nth: 1 });
      expect(plant.provider.billed.transcribe).toBe(REQUESTS_PER_CALL + 1);
      await assertInvariants(plant, { unsettled: 1 });
      expect(await plant.sql(`select 1 from ledger where state = 'reserved'`)).toHaveLength(1);
    },
    LIMIT_MS,
  );
});

describe('F03: SIGKILL while a file is kept', () => {
  it(
    'before a kept file has its name, or between its name and its row: never read half, cleared away later',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(2);
      const written = { action: 'kill', at: '.part', when: 'after', nth: 1 } as const;
      const worker = plant.worker({ strike: written });
      expect((await worker.ended).signal, worker.said()).toBe('SIGKILL');
      const kept = () => readdirSync(join(plant.dataDir, 'artifacts'), { recursive: true, encoding: 'utf8' });
      expect(kept().filter((name) => name.endsWith('.part'))).toHaveLength(1);
      await plant.expireLeases();
      await killAndFinish(plant, { at: 'sql insert into "stage_results"', when: 'before', nth: 2 });

      const rows = await plant.sql<{ output: string }>('select output from stage_results');
      const referenced = new Set(
        rows.flatMap(({ output }) => output.match(/\b[0-9a-f]{64}\.[a-z0-9]+\b/g) ?? []),
      );
      await using installation = await plant.open();
      const removed = await installation.artifacts.removeUnreferenced({
        referenced,
        olderThanMs: DAY_MS,
        nowMs: Date.now() + 2 * DAY_MS,
      });
      expect(removed.filter((name) => name.endsWith('.part'))).toHaveLength(1);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F04: SIGKILL after the commit, before the worker hears of it', () => {
  it(
    'leaves the call scored once, and nothing to do again',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      await killAndFinish(plant, {
        since: 'insert into "verdicts"',
        at: 'sql commit',
        when: 'after',
        nth: 1,
      });
      expect(plant.provider.billed.transcribe).toBe(REQUESTS_PER_CALL);
      expect(await plant.sql('select 1 from calls where attempt = 1')).toHaveLength(1);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});
