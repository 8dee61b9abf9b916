import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/open-store.ts';
import { makeDataFolder } from '../services/data-folder.ts';
import { runEarmark } from './run-earmark.ts';

/** Each run starts a process and opens the embedded database anew. */
const TIMEOUT_MS = 240_000;

let dataDir = '';
beforeAll(async () => {
  dataDir = await makeDataFolder('people');
});
afterAll(() => rm(dataDir, { recursive: true }));

const run = async (...args: string[]) => await runEarmark(args, { EARMARK_DATA: dataDir });

/** Looks into the store, which only one process may have open. */
async function inside<T>(look: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir });
  try {
    return await look(store);
  } finally {
    await store.close();
  }
}

describe('people at the command line', () => {
  test(
    'are added with a password that is shown once and lets them in, which the audit tells',
    async () => {
      const added = await run('user', 'add', 'ann', '--roles', 'coach,reviewer', '--team', '电销一部');
      expect(added.code).toBe(0);
      const password = /password, shown this once: (\S{20})/.exec(added.stdout)?.[1] ?? '';
      const token = await run('token', 'add', 'nightly', '--scopes', 'read,figures', '--user', 'ann');
      await inside(async (store) => {
        const entered = await store.sessions.signIn('ann', password, 'here');
        expect(entered).toMatchObject({ person: { roles: ['coach', 'reviewer'], teams: ['电销一部'] } });
        const caller = await store.tokens.verify(token.stdout.trim());
        expect(caller).toMatchObject({ scopes: ['read', 'figures'], person: { login: 'ann' } });
        const rows = await store.audit.list({}, { limit: 9, before: null });
        expect(rows.map(({ action }) => action)).toEqual(['token-issued', 'person-added']);
        expect(rows[0]?.actor.kind).toBe('command-line');
      });
    },
    TIMEOUT_MS,
  );

  test(
    'are refused a role that does not exist',
    async () => {
      const refused = await run('user', 'add', 'bo', '--roles', 'boss');
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('administrator')]);
    },
    TIMEOUT_MS,
  );
});

describe('`earmark audit verify`', () => {
  test(
    'prints the head of a whole audit, and names the row that is bad',
    async () => {
      const whole = await run('audit', 'verify');
      expect([whole.code, whole.stdout]).toEqual([
        0,
        expect.stringMatching(/2 rows, whole; 2 of them anchored[\s\S]*head 2:/),
      ]);
      await inside(async (store) => {
        await store.executeSql('alter table audit_log disable trigger user');
        await store.executeSql("update audit_log set action = 'person-removed' where seq = 2");
      });
      const bad = await run('audit', 'verify');
      expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('row 2 was edited')]);
    },
    TIMEOUT_MS,
  );
});
