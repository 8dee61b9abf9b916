import { type Kysely, type RawBuilder, sql } from 'kysely';
import { linkEveryCall } from './call-facts.ts';
import { inTransaction } from './in-transaction.ts';
import { toKept } from './kept-json.ts';
import {
  addCounts,
  addReasons,
  insertGroups,
  machineRows,
  REPORT_ZONE,
  unscoredRows,
} from './report-rows.ts';
import type { Database } from './schema.ts';

/** Brings the counts in step with a call whose current scorecard has become another, or none. */
export async function recountCall(
  db: Kysely<Database>,
  change: { readonly added: string | null; readonly removed: string | null },
): Promise<void> {
  const ids = [change.added, change.removed].filter((id) => id !== null);
  if (ids.length === 0) return;
  const list = sql.join(ids.map((id) => sql`${id}::uuid`));
  const signOf = (column: RawBuilder<unknown>) =>
    change.added === null ? sql`-1` : sql`case when ${column} = ${change.added}::uuid then 1 else -1 end`;
  const verdicts = machineRows(sql`v.scorecard_id in (${list})`, signOf(sql`v.scorecard_id`));
  const cards = unscoredRows(sql`s.id in (${list})`, signOf(sql`s.id`));
  await addRows(db, sql`${verdicts} union all ${cards}`);
}

async function addRows(db: Kysely<Database>, rows: RawBuilder<unknown>): Promise<void> {
  await insertGroups(rows).execute(db);
  await addCounts(rows).execute(db);
  await addReasons(rows).execute(db);
}

/** Counts everything anew from the current verdicts: the same figures as counting one by one gives. */
export async function recountEverything(db: Kysely<Database>): Promise<void> {
  // publishers wait before they add; what they have not committed is not seen here, and they add it after
  await sql`lock table report_counts, report_reasons, call_facts in exclusive mode`.execute(db);
  await sql`delete from report_reasons`.execute(db);
  await sql`delete from report_counts`.execute(db);
  const verdicts = machineRows(sql`v.is_current`, sql`1`);
  const cards = unscoredRows(sql`s.is_current`, sql`1`);
  await addRows(db, sql`${verdicts} union all ${cards}`);
  await linkEveryCall(db);
}

/** Keeps the counts of reports. */
export interface ReportKeeping {
  /**
   * Makes sure everything is counted by days of this IANA zone; counts anew when it was another, or nothing was
   * counted yet. True when it did.
   */
  countIn(timeZone: string): Promise<boolean>;
  /** Counts everything anew. */
  recount(): Promise<void>;
}

/** Counting in the given database or transaction. */
export function createReportKeeping(db: Kysely<Database>): ReportKeeping {
  const recount = (timeZone: string | null) =>
    inTransaction(db, async (tx) => {
      // as long as it takes: the pool's limit is for what people wait for
      await sql`set local statement_timeout = 0`.execute(tx);
      if (timeZone !== null) {
        const value = { value: toKept(timeZone) };
        const row = tx.insertInto('settings').values({ name: REPORT_ZONE, ...value });
        await row.onConflict((conflict) => conflict.column('name').doUpdateSet(value)).execute();
      }
      await recountEverything(tx);
    });
  return {
    async countIn(timeZone) {
      const known = db.selectFrom('settings').select('value').where('name', '=', REPORT_ZONE);
      if ((await known.executeTakeFirst())?.value === toKept(timeZone)) return false;
      await recount(timeZone);
      return true;
    },
    recount: () => recount(null),
  };
}
