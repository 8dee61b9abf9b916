import { type ExpressionBuilder, type Kysely, type RawBuilder, sql } from 'kysely';
import type { CallReach } from '../domain/access-rules.ts';
import type { CallFilter, CallLists, CallPlace } from '../domain/call-list.ts';
import { toSearched } from './clean-text.ts';
import { isUuid } from './is-uuid.ts';
import type { Database } from './schema.ts';
import { summaryColumns, toSummary } from './summary-rows.ts';
import { ownReach, releasedScorecardIds, shownScorecardId, withinReach } from './within-reach.ts';

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

type ShownCalls = ExpressionBuilder<Database, 'calls'>;

function hasVerdict(eb: ShownCalls, filter: CallFilter, reach: CallReach) {
  const ofCall = eb
    .selectFrom('verdicts')
    .select(sql`1`.as('one'))
    .whereRef('verdicts.call_id', '=', 'calls.id');
  let verdicts =
    ownReach(reach) === null
      ? ofCall.where('verdicts.is_current', '=', true)
      : ofCall.where(sql<boolean>`verdicts.scorecard_id = scorecards.id`);
  if (filter.criterion !== undefined) verdicts = verdicts.where('criterion', '=', filter.criterion);
  if (filter.verdict !== undefined) verdicts = verdicts.where('verdict', '=', filter.verdict);
  return eb.exists(verdicts);
}

const columnsByFilter = {
  agent: sql`calls.agent_id`,
  team: sql`calls.team`,
  standard: sql`calls.standard_id`,
  critical: sql`calls.has_critical`,
  needsPerson: sql`calls.needs_person`,
  status: sql`calls.status`,
  language: sql`calls.language`,
} as const;

/** The same of the scorecard that is shown, where it need not be the current one. */
const shownColumnsByFilter = {
  ...columnsByFilter,
  standard: sql`scorecards.standard_id`,
  critical: sql`(scorecards.critical_failures <> '[]')`,
  needsPerson: sql`(scorecards.needs_person <> '[]')`,
} as const;

/** Calls within a reach, each with the scorecard that is shown of it. */
const shown = (db: Kysely<Database>, reach: CallReach) =>
  db
    .selectFrom('calls')
    .leftJoin('scorecards', (join) => join.on(sql<boolean>`scorecards.id = ${shownScorecardId(reach)}`))
    .where(withinReach(reach));

function matching(db: Kysely<Database>, filter: CallFilter, timeZone: string, reach: CallReach) {
  const columns = ownReach(reach) === null ? columnsByFilter : shownColumnsByFilter;
  return shown(db, reach).where((eb) => {
    const conditions = [];
    for (const name of Object.keys(columnsByFilter) as (keyof typeof columnsByFilter)[]) {
      const value = filter[name];
      if (value === undefined) continue;
      // a false flag is stated as such: `= false` would not use the index on the true ones anyway
      conditions.push(sql<boolean>`${columns[name]} = ${value}`);
    }
    if (filter.from !== undefined) {
      conditions.push(sql<boolean>`calls.sort_at >= ${startOf(filter.from, timeZone)}`);
    }
    if (filter.to !== undefined) conditions.push(notAfter(filter.to, timeZone));
    if (filter.criterion !== undefined || filter.verdict !== undefined) {
      conditions.push(hasVerdict(eb as unknown as ShownCalls, filter, reach));
    }
    if (filter.q !== undefined) {
      conditions.push(sql<boolean>`strpos(calls.search_text, ${toSearched(filter.q)}) > 0`);
    }
    // what was erased is nothing to look at; it is found by asking for it
    if (filter.status === undefined) conditions.push(sql<boolean>`calls.status <> 'erased'`);
    return eb.and(conditions);
  });
}

function after(place: CallPlace): RawBuilder<boolean> {
  // whole microseconds on both sides: an interval of float seconds would lose some
  const at = sql`'epoch'::timestamptz + ${String(place.atUs)}::bigint * interval '1 microsecond'`;
  return sql<boolean>`(calls.sort_at, calls.id) < (${at}, ${place.id}::uuid)`;
}

async function list(
  db: Kysely<Database>,
  reach: CallReach,
  ...[filter, page]: Parameters<CallLists['list']>
) {
  let query = matching(db, filter, page.timeZone, reach)
    .select(summaryColumns)
    .select(sql<string>`(extract(epoch from calls.sort_at) * 1000000)::bigint::text`.as('at_us'));
  if (page.after !== null) query = query.where(after(page.after));
  const ordered = query.orderBy('calls.sort_at', 'desc').orderBy('calls.id', 'desc');
  const rows = await ordered.limit(page.limit + 1).execute();
  const onPage = rows.slice(0, page.limit);
  const last = onPage.at(-1);
  const next = rows.length > page.limit && last ? { atUs: Number(last.at_us), id: last.id } : null;
  return { calls: onPage.map(toSummary), next };
}

/** Calls that count: a duplicate is the same conversation once more. */
const counted = (db: Kysely<Database>, reach: CallReach) =>
  db
    .selectFrom('calls')
    .where('duplicate_of', 'is', null)
    .where('status', '<>', 'erased')
    .where(withinReach(reach));

/** Agents that have calls, with their name and team as of the newest: one index entry each. */
async function readAgents(db: Kysely<Database>, reach: CallReach) {
  const perAgent = counted(db, reach)
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

async function readOpenScorecards(db: Kysely<Database>, reach: CallReach, id: string) {
  const own = ownReach(reach);
  if (own === null || reach === 'all') return null;
  const others = withinReach(reach.filter((one) => one !== own));
  const released = sql<string>`array(${releasedScorecardIds(own.person)})::text`;
  const row = await db
    .selectFrom('calls')
    .select([others.as('all'), released.as('released')])
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.all ? null : (row?.released.match(/[0-9a-f-]{36}/g) ?? []);
}

/** Lists of calls from the given database, no further than a reach. */
export function createCallLists(db: Kysely<Database>, reach: CallReach = 'all'): CallLists {
  return {
    list: (filter, page) => list(db, reach, filter, page),
    async summary(id) {
      if (!isUuid(id)) return null;
      const row = await shown(db, reach).select(summaryColumns).where('calls.id', '=', id).executeTakeFirst();
      return row ? toSummary(row) : null;
    },
    openScorecards: async (id) => (isUuid(id) ? await readOpenScorecards(db, reach, id) : []),
    agents: () => readAgents(db, reach),
    async teams() {
      const rows = await counted(db, reach)
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
