import { type Kysely, type RawBuilder, sql } from 'kysely';
import { linkEveryCall } from './call-facts.ts';
import { inTransaction } from './in-transaction.ts';
import { toKept } from './kept-json.ts';
import type { OpenDatabase } from './open-database.ts';
import {
  addCounts,
  addReasons,
  finalCards,
  finalRows,
  insertCards,
  insertGroups,
  machineCards,
  machineRows,
  REPORT_ZONE,
} from './report-rows.ts';
import type { Database } from './schema.ts';

/** Brings the counts in step with a call whose current scorecard has become another, or none. */
export async function recountCall(
  db: Kysely<Database>,
  change: { readonly added: string | null; readonly removed: string | null },
): Promise<void> {
  const { added, removed } = change;
  if (added !== null) {
    const cards = machineCards(sql`s.id = ${added}::uuid`);
    await insertGroups(cards).execute(db);
    await insertCards(cards).execute(db);
  }
  const ids = [added, removed].filter((id) => id !== null);
  if (ids.length === 0) return;
  const sign = added === null ? sql`-1` : sql`case when k.scorecard_id = ${added}::uuid then 1 else -1 end`;
  const which = sql`k.series = 'machine' and k.scorecard_id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`;
  await addRows(db, machineRows(which, sign), false);
  if (removed === null) return;
  const old = db.deleteFrom('report_cards').where('scorecard_id', '=', removed);
  await old.where('series', '=', 'machine').execute();
}

/** Takes what people finalised of a call out of the counts, before another round takes its place. */
export async function uncountFinal(db: Kysely<Database>, callId: string): Promise<void> {
  await addRows(db, finalRows(sql`k.call_id = ${callId}::uuid`, sql`-1`), false);
  const old = db.deleteFrom('report_cards').where('call_id', '=', callId);
  await old.where('series', '=', 'finalised').execute();
}

/** Counts what people finalised of a call. */
export async function countFinal(db: Kysely<Database>, callId: string): Promise<void> {
  const cards = finalCards(callId);
  await insertGroups(cards).execute(db);
  await insertCards(cards).execute(db);
  await addRows(db, finalRows(sql`k.call_id = ${callId}::uuid`, sql`1`), false);
}

async function addRows(db: Kysely<Database>, rows: RawBuilder<unknown>, isEmpty: boolean): Promise<void> {
  await addCounts(rows, isEmpty).execute(db);
  await addReasons(rows).execute(db);
}

/** Counts everything anew from the current verdicts: the same figures as counting one by one gives. */
async function recountEverything(db: Kysely<Database>): Promise<void> {
  // publishers wait before they add; what they have not committed is not seen here, and they add it after
  await sql`lock table report_cards, report_counts, report_reasons, call_facts in exclusive mode`.execute(db);
  for (const table of ['report_reasons', 'report_counts', 'report_cards'] as const)
    await db.deleteFrom(table).execute();
  const cards = machineCards(sql`s.is_current`);
  await insertGroups(cards).execute(db);
  await insertCards(cards).execute(db);
  await addRows(db, machineRows(sql`k.series = 'machine'`, sql`1`), true);
  const finals = finalCards(null);
  await insertGroups(finals).execute(db);
  await insertCards(finals).execute(db);
  await addRows(db, finalRows(sql`true`, sql`1`), false);
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

/** Counting in the given database or transaction; counting anew runs `patiently`, since it may take minutes. */
export function createReportKeeping(
  db: Kysely<Database>,
  patiently: OpenDatabase['patiently'] = (work) => work(db),
): ReportKeeping {
  const recount = (timeZone: string | null) =>
    patiently((patient) =>
      inTransaction(patient, async (tx) => {
        if (timeZone !== null) {
          const value = { value: toKept(timeZone) };
          const row = tx.insertInto('settings').values({ name: REPORT_ZONE, ...value });
          await row.onConflict((conflict) => conflict.column('name').doUpdateSet(value)).execute();
        }
        await recountEverything(tx);
      }),
    );
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
