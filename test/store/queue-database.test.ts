import { rm } from 'node:fs/promises';
import { type Db, fromPglite, PgBoss } from 'pg-boss';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { makeDataFolder } from '../services/data-folder.ts';
import { startPostgres } from '../services/postgres-server.ts';
import { publicationOf, recordingAt } from './scored-calls.ts';

const openBoss = ({ queue }: Store): PgBoss =>
  queue.kind === 'embedded'
    ? new PgBoss({ db: fromPglite(queue.pglite), backend: 'pglite' })
    : new PgBoss({ connectionString: queue.connectionString });

/** A job sent inside a transaction of the store is there exactly when the transaction is. */
async function expectJobsInTransactions(store: Store): Promise<void> {
  const boss = openBoss(store);
  boss.on('error', () => undefined);
  await boss.start();
  await boss.createQueue('score');
  const { id } = await store.calls.saw(recordingAt('queued.wav'));
  const send = (isKept: boolean) =>
    store.transaction(async (parts) => {
      await parts.scorecards.publish(id, publicationOf({ greeting: 'met' }));
      await boss.send('score', { isKept }, { db: parts as Db });
      if (!isKept) throw new Error('rolled back');
    });
  await expect(send(false)).rejects.toThrow('rolled back');
  await send(true);
  const jobs = await boss.fetch('score', { batchSize: 10 });
  expect(jobs.map(({ data }) => data)).toEqual([{ isKept: true }]);
  expect(await store.scorecards.history(id)).toHaveLength(1);
  await boss.stop({ graceful: false });
}

describe('a queue in the same database as the store', { timeout: 120_000 }, () => {
  test('joins its jobs to the transactions of the embedded database', async () => {
    const dataDir = await makeDataFolder('queue');
    const store = await openStore({ dataDir });
    await expectJobsInTransactions(store);
    await store.close();
    await rm(dataDir, { recursive: true });
  });

  test('joins its jobs to the transactions of a server', async () => {
    await using server = await startPostgres();
    const store = await openStore({ databaseUrl: await server.createDatabase(), dataDir: '/nonexistent' });
    await expectJobsInTransactions(store);
    await store.close();
  });
});
