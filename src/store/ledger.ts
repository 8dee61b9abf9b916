import { type Kysely, sql } from 'kysely';
import type { Ledger, Purpose } from '../domain/operation-ports.ts';
import { inTransaction } from './in-transaction.ts';
import type { Database } from './schema.ts';

const monthNow = sql<string>`to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM')`;
const groups = {
  call: sql<string>`coalesce(call_id::text, '')`,
  day: sql<string>`to_char(created_at at time zone 'utc', 'YYYY-MM-DD')`,
  stage: sql<string>`stage`,
} as const;

async function reserve(db: Kysely<Database>, purpose: Purpose, amount: number, cap: number | null) {
  const month = (await sql<{ month: string }>`select ${monthNow} as month`.execute(db)).rows[0]?.month ?? '';
  const row = db.insertInto('budgets').values({ month });
  await row.onConflict((conflict) => conflict.doNothing()).execute();
  // one statement decides: two workers at the last of the cap cannot both see room
  let room = db.updateTable('budgets').set({ reserved: sql<number>`reserved + ${amount}::bigint` });
  room = room.where('month', '=', month);
  if (cap !== null) room = room.where(sql<boolean>`spent + reserved + ${amount}::bigint <= ${cap}::bigint`);
  if ((await room.executeTakeFirst()).numUpdatedRows === 0n) return null;
  const { callRecordId, stage, provider, model } = purpose;
  const entry = { month, call_id: callRecordId, stage, provider, model, state: 'reserved', amount };
  return (await db.insertInto('ledger').values(entry).returning('id').executeTakeFirstOrThrow()).id;
}

/** Money of the given database or transaction. */
export function createLedger(db: Kysely<Database>): Ledger {
  const move = (tx: Kysely<Database>, month: string, reserved: number, spent: number) =>
    tx
      .updateTable('budgets')
      .set({
        reserved: sql<number>`reserved - ${reserved}::bigint`,
        spent: sql<number>`spent + ${spent}::bigint`,
      })
      .where('month', '=', month)
      .execute();
  return {
    reserve: (purpose, amount, cap) => inTransaction(db, (tx) => reserve(tx, purpose, amount, cap)),
    settle: (id, used) =>
      inTransaction(db, async (tx) => {
        const open = tx.selectFrom('ledger').selectAll().where('id', '=', id).forUpdate();
        const row = await open.executeTakeFirst();
        if (row === undefined || row.state === 'paid') return;
        const paid = {
          state: 'paid',
          amount: used.amount,
          audio_ms: used.audioMs,
          tokens_sent: used.tokens?.sent ?? null,
          tokens_received: used.tokens?.received ?? null,
        };
        await tx.updateTable('ledger').set(paid).where('id', '=', id).execute();
        // a reservation that was swept meanwhile is already counted as spent, at its worst case
        if (row.state === 'unknown') await move(tx, row.month, 0, used.amount - row.amount);
        else await move(tx, row.month, row.amount, used.amount);
      }),
    release: (id) =>
      inTransaction(db, async (tx) => {
        const open = tx.deleteFrom('ledger').where('id', '=', id).where('state', '=', 'reserved');
        const row = await open.returning(['month', 'amount']).executeTakeFirst();
        if (row !== undefined) await move(tx, row.month, row.amount, 0);
      }),
    sweep: (olderThanMs) =>
      inTransaction(db, async (tx) => {
        const rows = await tx
          .updateTable('ledger')
          .set({ state: 'unknown' })
          .where('state', '=', 'reserved')
          .where(sql<boolean>`created_at < clock_timestamp() - ${olderThanMs}::float8 * interval '1 ms'`)
          .returning(['month', 'amount'])
          .execute();
        for (const { month, amount } of rows) await move(tx, month, amount, amount);
        return rows.length;
      }),
    async spend(by) {
      const { rows } = await sql<{ group: string; requests: number; amount: number; unknown: number }>`
        select ${groups[by]} as "group", count(*)::int as requests, sum(amount)::float8 as amount,
          coalesce(sum(amount) filter (where state = 'unknown'), 0)::float8 as unknown
        from ledger where state <> 'reserved' group by 1 order by 1 desc limit 1000`.execute(db);
      return rows;
    },
  };
}
