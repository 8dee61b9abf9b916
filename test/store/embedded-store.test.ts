import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
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

describe('the store on the embedded database', () => {
  let dataDir = '';
  let store: Store;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'earmark-store-'));
    store = await openStore({ dataDir });
  });
  afterAll(async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
  });

  testCalls(() => store);
  testResults(() => store);
  testStandards(() => store);
  testLists(() => store);
  testReportCounts(() => store);
  testPeople(() => store);
  testReviews(() => store);
  testAudit(() => openTestStore('embedded'));

  test('a second opening is refused, and after closing finds everything again', async () => {
    const { id } = await store.calls.saw(recordingAt('kept'));
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'E_STORE_LOCKED',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await store.close();
    store = await openStore({ dataDir });
    expect(await store.calls.saw(recordingAt('kept'))).toMatchObject({ id, isNew: false });
    await store.ping();
  });
});
