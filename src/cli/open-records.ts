import { userInfo } from 'node:os';
import { readConfig } from '../config.ts';
import type { AuditEntry } from '../domain/audit.ts';
import { openStore, type Store } from '../store/open-store.ts';

/** Runs `work` on the store of the configuration, which is closed after it. */
export async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const config = readConfig();
  const store = await openStore({ databaseUrl: config.DATABASE_URL, dataDir: config.EARMARK_DATA });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Whoever types, by the name the system knows, without what is no code. */
export function typist(): AuditEntry['actor'] {
  return { kind: 'command-line', id: userInfo().username.replace(/[^\w.-]/g, '_') };
}
