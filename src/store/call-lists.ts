import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { CallFilter, CallLists, CallPlace } from '../domain/call-list.ts';
import { toSearched } from './clean-text.ts';
import { isUuid } from './is-uuid.ts';
import type { Database } from './schema.ts';
import { summaryColumns, toSummary } from './summary-rows.ts';

const isDay = (text: string): boolean => text.length === 10;

/** The moment a day begins in a zone, or the moment itself. */
function startOf(moment: string, timeZone: string): RawBuilder<Date> {
  if (!isDay(moment)) return sql<Date>`${moment}::timestamptz`;
  return sql<Date>`(${moment}::date)::timestamp at time zone ${timeZone}`;
}

function notAfter(moment: string, timeZone: string): RawBuilder<boolean> {
  if (!isDay(moment)) return sql<boolean>`calls.sort_at <= ${moment}::timestamptz`;
  return sql<boolean>`calls.sort_at < (${moment}::date + 1)::timestamp at time zone ${timeZone}`;
}

function hasVerdict(eb: ExpressionBuilder<Database, 'calls'>, filter: CallFilter) {
  let verdicts = eb
    .selectFrom('verdicts')
    .select(sql`1`.as('one'))
    .whereRef('verdicts.call_id', '=', 'calls.id')
    .where('verdicts.is_current', '=', true);
  if (filter.criterion !== undefined) verdicts = verdicts.where('criterion', '=', filter.criterion);
  if (filter.verdict !== undefined) verdicts = verdicts.where('verdict', '=', filter.verdict);
  return eb.exists(verdicts);
}

const columnsByFilter = {
  agent: 'agent_id',
  team: 'team',
  standard: 'standard_id',
  critical: 'has_critical',
  needsPerson: 'needs_person',
  status: 'status',
  language: 'language',
} as const;

function matching(db: Kysely<Database>, filter: CallFilter, timeZone: string) {
  return db.selectFrom('calls').where((eb) => {
    const conditions = [];
    for (const name of Object.keys(columnsByFilter) as (keyof typeof columnsByFilter)[]) {
      const value = filter[name];
      if (value === undefined) continue;
      const column = sql.ref(`calls.${columnsByFilter[name]}`);
      // a false flag is stated as such: `= false` would not use the index on the true ones anyway
      conditions.push(sql<boolean>`${column} = ${value}`);
    }
    if (filter.from !== undefined) {
      conditions.push(sql<boolean>`calls.sort_at >= ${startOf(filter.from, timeZone)}`);
    }
    if (filter.to !== undefined) conditions.push(notAfter(filter.to, timeZone));
    if (filter.criterion !== undefined || filter.verdict !== undefined) {
      conditions.push(hasVerdict(eb, filter));
    }
    if (filter.q !== undefined) {
      conditions.push(sql<boolean>`strpos(calls.search_text, ${toSearched(filter.q)}) > 0`);
    }
    return eb.and(conditions);
  });
}

function after(place: CallPlace): RawBuilder<boolean> {
  // whole microseconds on both sides: an interval of float seconds would lose some
  const at = sql`'epoch'::timestamptz + ${String(place.atUs)}::bigint * interval '1 microsecond'`;
  return sql<boolean>`(calls.sort_at, calls.id) < (${at}, ${place.id}::uuid)`;
}

async function list(db: Kysely<Database>, ...[filter, page]: Parameters<CallLists['list']>) {
  let query = matching(db, filter, page.timeZone)
    .leftJoin('scorecards', 'scorecards.id', 'calls.scorecard_id')
    .select(summaryColumns)
    .select(sql<string>`(extract(epoch from calls.sort_at) * 1000000)::bigint::text`.as('at_us'));
  if (page.after !== null) query = query.where(after(page.after));
  const ordered = query.orderBy('calls.sort_at', 'desc').orderBy('calls.id', 'desc');
  const rows = await ordered.limit(page.limit + 1).execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  const next = rows.length > page.limit && last ? { atUs: Number(last.at_us), id: last.id } : null;
  return { calls: shown.map(toSummary), next };
}

/** Calls that count: a duplicate is the same conversation once more. */
const counted = (db: Kysely<Database>) => db.selectFrom('calls').where('duplicate_of', 'is', null);

/** Agents that have calls, with their name and team as of the newest: one index entry each. */
async function readAgents(db: Kysely<Database>) {
  const perAgent = counted(db)
    .where('agent_id', 'is not', null)
    .groupBy('agent_id')
    .select(['agent_id', sql<number>`count(*)::int`.as('calls')]);
  const rows = await db
    .selectFrom(perAgent.as('agents'))
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('calls')
          .select(['agent_name', 'team'])
          .whereRef('calls.agent_id', '=', 'agents.agent_id')
          .orderBy('sort_at', 'desc')
          .limit(1)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select(['agents.agent_id', 'agents.calls', 'newest.agent_name', 'newest.team'])
    .orderBy('newest.agent_name', (order) => order.asc().nullsLast())
    .orderBy('agents.agent_id')
    .limit(5000)
    .execute();
  return rows.map((row) => ({
    id: row.agent_id ?? '',
    name: row.agent_name,
    team: row.team,
    calls: row.calls,
  }));
}

/** Lists of calls from the given database. */
export function createCallLists(db: Kysely<Database>): CallLists {
  return {
    list: (filter, page) => list(db, filter, page),
    async summary(id) {
      if (!isUuid(id)) return null;
      const row = await db
        .selectFrom('calls')
        .leftJoin('scorecards', 'scorecards.id', 'calls.scorecard_id')
        .select(summaryColumns)
        .where('calls.id', '=', id)
        .executeTakeFirst();
      return row ? toSummary(row) : null;
    },
    agents: () => readAgents(db),
    async teams() {
      const rows = await counted(db)
        .where('team', 'is not', null)
        .groupBy('team')
        .select(['team', sql<number>`count(*)::int`.as('calls')])
        .orderBy('team')
        .limit(5000)
        .execute();
      return rows.map((row) => ({ team: row.team ?? '', calls: row.calls }));
    },
  };
}
