import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { type PostgresServer, startPostgres } from '../services/postgres-server.ts';
import { openTestStore } from '../services/test-store.ts';
import { recordingAt } from './scored-calls.ts';
import { testAudit } from './suite-audit.ts';
import { testCalls } from './suite-calls.ts';
import { testLists } from './suite-lists.ts';
import { testPeople } from './suite-people.ts';
import { testReportCounts } from './suite-report-counts.ts';
import { testResults } from './suite-results.ts';
import { testReviews } from './suite-reviews.ts';
import { testStandards } from './suite-standards.ts';

describe('the store on a PostgreSQL server', () => {
  let server: PostgresServer;
  let databaseUrl = '';
  let store: Store;
  beforeAll(async () => {
    server = await startPostgres();
    databaseUrl = await server.createDatabase();
    store = await openStore({ databaseUrl, dataDir: '/nonexistent' });
  });
  afterAll(async () => {
    await store.close();
    await server.stop();
  });

  testCalls(() => store);
  testResults(() => store);
  testStandards(() => store);
  testLists(() => store);
  testReportCounts(() => store);
  testPeople(() => store);
  testReviews(() => store);
  testAudit(() => openTestStore('server'));

  test('six processes that start at once bring one empty database to its newest form', async () => {
    const empty = await server.createDatabase();
    const open = () => openStore({ databaseUrl: empty, dataDir: '/nonexistent' });
    const stores = await Promise.all(Array.from({ length: 6 }, open));
    for (const one of stores) {
      await one.ping();
      await one.close();
    }
  });

  test('a database of a newer version is refused, not altered', async () => {
    const newer = await server.createDatabase();
    const first = await openStore({ databaseUrl: newer, dataDir: '/nonexistent' });
    await first.executeSql("insert into kysely_migration values ('9999-future', now()::text)");
    await first.close();
    const opened = openStore({ databaseUrl: newer, dataDir: '/nonexistent' });
    await expect(opened).rejects.toMatchObject({
      code: 'E_STORE',
      remedy: expect.stringContaining('version'),
    });
  });

  test('a crash of the server fails what was under way and nothing after it has restarted', async () => {
    const under = store.executeSql('select pg_sleep(4)');
    const failed = expect(under).rejects.toMatchObject({ code: 'E_STORE', isRetryable: true });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.crash();
    await failed;
    await expect(store.ping()).rejects.toMatchObject({ code: 'E_STORE', isRetryable: true });
    await server.start();
    await store.ping();
    expect(await store.calls.saw(recordingAt('after the crash'))).toMatchObject({ isNew: true });
  });

  test('a server that cannot be reached is named without its password', async () => {
    const away = 'postgres://user:secret-word@127.0.0.1:1/none';
    const error = await openStore({ databaseUrl: away, dataDir: '/nonexistent' }).catch((reason) => reason);
    expect(error).toMatchObject({ code: 'E_STORE', isRetryable: true });
    expect(`${error.message} ${error.remedy}`).not.toContain('secret-word');
  });
});
