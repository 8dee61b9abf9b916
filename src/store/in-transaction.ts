import type { Kysely, Transaction } from 'kysely';
import { isCollision, MAX_TRIES } from './database-errors.ts';
import type { Database } from './schema.ts';

/**
 * Runs `work` in one transaction: the one `db` already is, or a new one, tried again up to three times when
 * it collides with another.
 */
export async function inTransaction<T>(
  db: Kysely<Database>,
  work: (tx: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute((tx: Transaction<Database>) => work(tx));
    } catch (error) {
      if (!isCollision(error) || attempt >= MAX_TRIES) throw error;
    }
  }
}
