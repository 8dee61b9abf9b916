import { type Kysely, sql } from 'kysely';
import type { CallFailure } from '../domain/call-record.ts';
import type { FailedCall, Failures } from '../domain/operation-ports.ts';
import { earlierStatus } from './call-attempts.ts';
import { inTransaction } from './in-transaction.ts';
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
    async everyId() {
      const rows = await givenUp().select('id').orderBy('gave_up_at', 'desc').orderBy('id').execute();
      return rows.map(({ id }) => id);
    },
    redrive: (id) => inTransaction(db, (tx) => redrive(tx, id)),
  };
}

async function redrive(db: Kysely<Database>, id: string): Promise<'import' | 'rescore' | null> {
  if (!isUuid(id)) return null;
  const call = db.selectFrom('calls').select(['failure', 'scorecard_id']).where('id', '=', id);
  const row = await call.where('gave_up_at', 'is not', null).forUpdate().executeTakeFirst();
  if (row === undefined) return null;
  const failed = fromKeptOrNull<CallFailure>(row.failure)?.job;
  const job = failed === 'rescore' && row.scorecard_id !== null ? 'rescore' : 'import';
  const status = job === 'rescore' ? earlierStatus : 'found';
  const anew = { status, failure: null, gave_up_at: null, crashes: 0, attempt: 0 };
  const updatedAt = sql<string>`clock_timestamp()`;
  await db
    .updateTable('calls')
    .set({ ...anew, updated_at: updatedAt })
    .where('id', '=', id)
    .execute();
  return job;
}
