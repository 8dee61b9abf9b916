import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { makeDataFolder } from './data-folder.ts';
import { startPostgres } from './postgres-server.ts';

export type StoreKind = 'embedded' | 'server';

/** A store of a test's own, and everything under it. */
export interface TestStore {
  readonly store: Store;
  readonly dataDir: string;
  close(): Promise<void>;
}

/** An empty store in a temporary folder, on the embedded database or on a real PostgreSQL. */
export async function openTestStore(kind: StoreKind): Promise<TestStore> {
  const dataDir =
    kind === 'embedded' ? await makeDataFolder('test') : await mkdtemp(join(tmpdir(), 'earmark-test-'));
  const server = kind === 'server' ? await startPostgres() : null;
  const databaseUrl = server === null ? undefined : await server.createDatabase();
  const store = await openStore({ databaseUrl, dataDir });
  return {
    store,
    dataDir,
    close: async () => {
      await store.close();
      await server?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
