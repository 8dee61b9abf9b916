import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drain, type FaultServer, startFaultServer } from './fault-plant.ts';
import { assertInvariants } from './invariants.ts';
import { portOf, startNetProxy } from './net-proxy.ts';

const LIMIT_MS = 180_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('F11: the database crashes three times', () => {
  it(
    'ends no worker and loses no call; no call is taken for the cause',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '2' });
      await plant.addCalls(8);
      plant.provider.latencyMs = 400;
      const worker = plant.worker();
      await expect.poll(worker.said, { timeout: 60_000 }).toContain('WORKING');
      for (let crash = 1; crash <= 3; crash++) {
        await sleep(1500);
        await server.postgres.crash();
        await sleep(1000);
        await server.postgres.start();
      }
      expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      await assertInvariants(plant, { unsettled: 6 });
      expect(await plant.sql(`select 1 from calls where status = 'scored'`)).toHaveLength(8);
    },
    LIMIT_MS,
  );
});

describe('F12: the database is half-open for 20 s', () => {
  it(
    'is noticed: the call is let go before its lease ends, and is finished afterwards',
    async () => {
      await using plant = await server.plant();
      await using proxy = await startNetProxy(portOf(plant.databaseUrl));
      await plant.addCalls(2);
      plant.provider.latencyMs = 1500;
      await using installation = await plant.open({ DATABASE_URL: proxy.through(plant.databaseUrl) });
      const { queue } = installation;
      let lostAfterMs = 0;
      let darkMs = 0;
      const { transcriber } = installation.processing;
      if (transcriber === null) throw new Error('no transcriber');
      const watched = {
        ...transcriber,
        transcribe: async (...given: Parameters<typeof transcriber.transcribe>) => {
          if (darkMs > 0) return transcriber.transcribe(...given);
          darkMs = performance.now();
          proxy.mode = 'blackhole';
          setTimeout(() => {
            proxy.mode = 'pass';
            proxy.resetAll();
          }, 20_000);
          given[1]?.addEventListener('abort', () => {
            lostAfterMs = performance.now() - darkMs;
          });
          // a provider that takes its time, so that only the heartbeat can tell
          await sleep(14_000);
          return transcriber.transcribe(...given);
        },
      };
      const hurt = { ...installation, processing: { ...installation.processing, transcriber: watched } };
      const draining = drain(hurt, 120_000);
      await expect.poll(() => darkMs, { timeout: 30_000 }).toBeGreaterThan(0);
      const askedMs = performance.now();
      await expect(queue.state()).rejects.toThrow();
      console.info(`F12: a query was given up after ${Math.round(performance.now() - askedMs)} ms`);
      await draining;
      console.info(`F12: the call was let go ${Math.round(lostAfterMs)} ms after the network went`);
      expect(lostAfterMs).toBeGreaterThan(0);
      expect(lostAfterMs).toBeLessThan(13_000);
      await assertInvariants(plant, { unsettled: 1 });
      expect(await plant.sql(`select 1 from calls where status = 'scored'`)).toHaveLength(2);
    },
    LIMIT_MS,
  );
});

describe('F13: connections are terminated while in use', () => {
  it(
    'ends no worker and loses no call',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: '2' });
      await plant.addCalls(8);
      plant.provider.latencyMs = 300;
      const worker = plant.worker();
      await expect.poll(worker.said, { timeout: 60_000 }).toContain('WORKING');
      let isOver = false;
      const ended = worker.ended.finally(() => {
        isOver = true;
      });
      for (let round = 0; round < 5 && !isOver; round++) {
        await sleep(1000);
        await plant.sql(
          `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and random() < 0.5`,
        );
      }
      expect(await ended, worker.said()).toEqual({ code: 0, signal: null });
      await assertInvariants(plant, { unsettled: 8 });
      expect(await plant.sql(`select 1 from calls where status = 'scored'`)).toHaveLength(8);
    },
    LIMIT_MS,
  );
});
