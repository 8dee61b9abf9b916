import { type Kysely, sql } from 'kysely';
import type { CallFailure } from '../domain/call-record.ts';
import type { CallRecords } from '../domain/store-ports.ts';
import { EarmarkError } from '../errors.ts';
import { failRunningStages } from './call-stages.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { toKept } from './kept-json.ts';
import type { Database } from './schema.ts';

/** Attempts that may die with their process before the call is taken for the cause (faults.md §1.3). */
const MAX_CRASHES = 3;

const now = sql<string>`clock_timestamp()`;
const oneCrashLess = sql<number>`greatest(0, crashes - 1)`;
/** What a call was before an attempt at it began. */
export const earlierStatus = sql<string>`case when scorecard_id is null then 'found' else
  (select case when not_scored is null then 'scored' else 'not-scored' end from scorecards
   where scorecards.id = calls.scorecard_id) end`;

async function attempt(db: Kysely<Database>, id: string): Promise<number> {
  const begun = {
    status: 'running',
    attempt: sql<number>`attempt + 1`,
    crashes: sql<number>`crashes + 1`,
    failure: null,
    gave_up_at: null,
    updated_at: now,
  };
  const open = db.updateTable('calls').set(begun).where('id', '=', id).where('crashes', '<', MAX_CRASHES);
  const row = await open.returning('attempt').executeTakeFirst();
  if (row !== undefined) return row.attempt;
  const known = await db.selectFrom('calls').select('crashes').where('id', '=', id).executeTakeFirst();
  if (known === undefined) throw new EarmarkError('E_NOT_FOUND', `no call ${id}`);
  throw new EarmarkError('E_QUARANTINED', `${known.crashes} attempts at this call ended the whole process`, {
    remedy: 'look at the recording with `earmark measure`, then `earmark redrive` it or leave it',
  });
}

async function fail(db: Kysely<Database>, id: string, failure: CallFailure, isFinal: boolean) {
  await db
    .updateTable('calls')
    .set({
      status: 'failed',
      failure: toKept(failure),
      crashes: oneCrashLess,
      gave_up_at: isFinal ? now : null,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute();
  await failRunningStages(db, id);
}

async function hold(db: Kysely<Database>, id: string, failure: CallFailure) {
  const held = { status: 'held', failure: toKept(failure), gave_up_at: now, updated_at: now };
  await db.updateTable('calls').set(held).where('id', '=', id).execute();
  await failRunningStages(db, id);
}

async function release(db: Kysely<Database>, id: string, reason: CallFailure | null) {
  const running = db.updateTable('calls').where('id', '=', id).where('status', '=', 'running');
  await running
    .set({
      status: reason === null ? earlierStatus : 'held',
      failure: reason === null ? null : toKept(reason),
      attempt: sql<number>`greatest(0, attempt - 1)`,
      crashes: oneCrashLess,
      updated_at: now,
    })
    .execute();
}

type CallAttempts = Pick<
  CallRecords,
  'attempted' | 'failed' | 'held' | 'released' | 'survived' | 'isSuspect'
>;

/** How attempts at calls begin and end, kept in the given database or transaction. */
export function createCallAttempts(db: Kysely<Database>): CallAttempts {
  return {
    async attempted(id) {
      if (!isUuid(id)) throw new EarmarkError('E_NOT_FOUND', `no call ${id}`);
      return await attempt(db, id);
    },
    failed: (id, failure, isFinal = true) => inTransaction(db, (tx) => fail(tx, id, failure, isFinal)),
    held: (id, failure) => inTransaction(db, (tx) => hold(tx, id, failure)),
    released: (id, reason) => release(db, id, reason),
    async isSuspect(id) {
      const row = await db.selectFrom('calls').select('crashes').where('id', '=', id).executeTakeFirst();
      return (row?.crashes ?? 0) > 0;
    },
    async survived(id) {
      await db
        .updateTable('calls')
        .set({ crashes: oneCrashLess })
        .where('id', '=', id)
        .where('status', '<>', 'erased')
        .execute();
    },
  };
}
