import { type Kysely, sql } from 'kysely';
import type { CallFailure } from '../domain/call-record.ts';
import type { FailedCall, Failures } from '../domain/operation-ports.ts';
import { isUuid } from './is-uuid.ts';
import { fromKeptOrNull } from './kept-json.ts';
import type { Database } from './schema.ts';

const columns = ['id', 'source', 'key', 'status', 'failure', 'attempt', 'gave_up_at'] as const;

/** Given-up calls of the given database or transaction. */
export function createFailures(db: Kysely<Database>): Failures {
  const givenUp = () => db.selectFrom('calls').where('gave_up_at', 'is not', null);
  return {
    async list(limit) {
      const newest = givenUp().select(columns).orderBy('gave_up_at', 'desc').orderBy('id', 'desc');
      const rows = await newest.limit(limit).execute();
      return rows.map((row) => {
        const failure = fromKeptOrNull<CallFailure>(row.failure);
        return {
          id: row.id,
          source: row.source,
          key: row.key,
          status: row.status as FailedCall['status'],
          code: failure?.code ?? 'E_INTERNAL',
          stage: failure?.stage ?? null,
          message: failure?.message ?? '',
          remedy: failure?.remedy ?? null,
          attempts: row.attempt,
          gaveUpAt: row.gave_up_at?.toISOString() ?? '',
        };
      });
    },
    async count() {
      const row = await givenUp().select(sql<number>`count(*)::int`.as('calls')).executeTakeFirst();
      return row?.calls ?? 0;
    },
    async redrive(id) {
      if (!isUuid(id)) return false;
      const anew = { status: 'found', failure: null, gave_up_at: null, crashes: 0, attempt: 0 };
      const waiting = db.updateTable('calls').set({ ...anew, updated_at: sql<string>`clock_timestamp()` });
      const { numUpdatedRows } = await waiting
        .where('id', '=', id)
        .where('gave_up_at', 'is not', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}
