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

async function reserve(
  db: Kysely<Database>,
  purpose: Purpose,
  amount: number,
  cap: number | null,
  tokenCap: number | null,
) {
  const month = (await sql<{ month: string }>`select ${monthNow} as month`.execute(db)).rows[0]?.month ?? '';
  const row = db.insertInto('budgets').values({ month });
  await row.onConflict((conflict) => conflict.doNothing()).execute();
  // one statement decides: two workers at the last of the cap cannot both see room
  const { tokens } = purpose;
  const tokensFit = sql<boolean>`tokens_spent + tokens_reserved + ${tokens}::bigint <= ${tokenCap}::bigint`;
  let room = db.updateTable('budgets').set({
    reserved: sql<number>`reserved + ${amount}::bigint`,
    tokens_reserved: sql<number>`tokens_reserved + ${tokens}::bigint`,
  });
  room = room.where('month', '=', month);
  if (tokenCap !== null) room = room.where(tokensFit);
  if (cap !== null) room = room.where(sql<boolean>`spent + reserved + ${amount}::bigint <= ${cap}::bigint`);
  if ((await room.executeTakeFirst()).numUpdatedRows === 0n) {
    if (tokenCap === null) return null;
    const fits = db.selectFrom('budgets').select('month').where('month', '=', month).where(tokensFit);
    return (await fits.executeTakeFirst()) === undefined ? 'no-tokens' : null;
  }
  const { callRecordId, stage, provider, model } = purpose;
  const entry = { month, call_id: callRecordId, stage, provider, model, state: 'reserved', amount, tokens };
  return (await db.insertInto('ledger').values(entry).returning('id').executeTakeFirstOrThrow()).id;
}

/** Millionths of money, and tokens. */
interface Sum {
  readonly amount: number;
  readonly tokens: number;
}
const nothing: Sum = { amount: 0, tokens: 0 };

/** Money and tokens of the given database or transaction. */
export function createLedger(db: Kysely<Database>): Ledger {
  const move = (tx: Kysely<Database>, month: string, reserved: Sum, spent: Sum) =>
    tx
      .updateTable('budgets')
      .set({
        reserved: sql<number>`reserved - ${reserved.amount}::bigint`,
        spent: sql<number>`spent + ${spent.amount}::bigint`,
        tokens_reserved: sql<number>`tokens_reserved - ${reserved.tokens}::bigint`,
        tokens_spent: sql<number>`tokens_spent + ${spent.tokens}::bigint`,
      })
      .where('month', '=', month)
      .execute();
  return {
    reserve: (purpose, amount, cap, tokenCap = null) =>
      inTransaction(db, (tx) => reserve(tx, purpose, amount, cap, tokenCap)),
    settle: (id, used) =>
      inTransaction(db, async (tx) => {
        const open = tx.selectFrom('ledger').selectAll().where('id', '=', id).forUpdate();
        const row = await open.executeTakeFirst();
        if (row === undefined || row.state === 'paid') return;
        const { amount } = used;
        const held = { amount: Number(row.amount), tokens: Number(row.tokens) };
        const known = used.tokens === null ? held.tokens : used.tokens.sent + used.tokens.received;
        const tokens = used.countedTokens ?? known;
        const paid = {
          tokens,
          state: 'paid',
          amount,
          audio_ms: used.audioMs,
          tokens_sent: used.tokens?.sent ?? null,
          tokens_received: used.tokens?.received ?? null,
        };
        await tx.updateTable('ledger').set(paid).where('id', '=', id).execute();
        // a reservation that was swept meanwhile is already counted as spent, at its worst case
        if (row.state === 'unknown') {
          const more = { amount: amount - held.amount, tokens: tokens - held.tokens };
          await move(tx, row.month, nothing, more);
        } else await move(tx, row.month, held, { amount, tokens });
      }),
    release: (id) =>
      inTransaction(db, async (tx) => {
        const open = tx.deleteFrom('ledger').where('id', '=', id).where('state', '=', 'reserved');
        const row = await open.returning(['month', 'amount', 'tokens']).executeTakeFirst();
        if (row !== undefined) await move(tx, row.month, row, nothing);
      }),
    sweep: (olderThanMs) =>
      inTransaction(db, async (tx) => {
        const rows = await tx
          .updateTable('ledger')
          .set({ state: 'unknown' })
          .where('state', '=', 'reserved')
          .where(sql<boolean>`created_at < clock_timestamp() - ${olderThanMs}::float8 * interval '1 ms'`)
          .returning(['month', 'amount', 'tokens'])
          .execute();
        for (const row of rows) await move(tx, row.month, row, row);
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
