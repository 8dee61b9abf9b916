import { type Kysely, sql } from 'kysely';
import { fromKeptOrNull, toKept } from './kept-json.ts';
import type { Database } from './schema.ts';

/** What this installation remembers of itself, by name; values are JSON. */
export interface Settings {
  get(name: string): Promise<unknown>;
  set(name: string, value: unknown): Promise<void>;
}

/** Settings kept in the given database or transaction; `get` gives null for what was never set. */
export function createSettings(db: Kysely<Database>): Settings {
  return {
    async get(name) {
      const found = db.selectFrom('settings').select('value').where('name', '=', name);
      return fromKeptOrNull<unknown>((await found.executeTakeFirst())?.value ?? null);
    },
    async set(name, value) {
      const change = { value: toKept(value), updated_at: sql<string>`clock_timestamp()` };
      const row = db.insertInto('settings').values({ name, ...change });
      await row.onConflict((conflict) => conflict.column('name').doUpdateSet(change)).execute();
    },
  };
}
