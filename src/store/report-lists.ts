import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  AgentDay,
  Collision,
  DaySpan,
  FollowUp,
  FollowUpState,
  FollowUpTotals,
  ReportLists,
  WaitingVoiceMail,
} from '../domain/report-ports.ts';
import { callParts, type WithDates, withTimes } from './report-parts.ts';
import { reportZone } from './report-rows.ts';
import { readCallsOfPoint, readProblems } from './report-verdict-lists.ts';
import type { Database } from './schema.ts';

function whose({ agent, team }: Pick<DaySpan, 'agent' | 'team'>): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (agent !== undefined) conditions.push(sql`f.agent_id = ${agent}`);
  if (team !== undefined) conditions.push(sql`f.team = ${team}`);
  return sql.join(conditions, sql` and `);
}

async function readDay(db: Kysely<Database>, day: string, team?: string): Promise<AgentDay[]> {
  const { rows } = await sql<Omit<AgentDay, 'outcomes'>>`
    select f.agent_id as agent, max(c.agent_name) as "agentName", max(f.team) as team, count(*)::int as calls,
      count(*) filter (where c.direction = 'outbound')::int as outbound,
      count(*) filter (where c.direction = 'inbound')::int as inbound,
      coalesce(round(sum(c.duration_ms) / 1000), 0)::int as "talkSeconds",
      count(*) filter (where f.intent = 'interested')::int as interested,
      count(*) filter (where not f.has_note)::int as "notesMissing",
      count(*) filter (where c.status <> 'scored')::int as "notScored"
    from call_facts f join calls c on c.id = f.call_id
    where f.day = ${day}::date and f.agent_id is not null and ${whose({ team })}
    group by f.agent_id order by "agentName" nulls last, f.agent_id`.execute(db);
  const outcomes = await sql<{ agent: string; outcome: string; calls: number }>`
    select f.agent_id as agent, f.outcome, count(*)::int as calls from call_facts f
    where f.day = ${day}::date and f.agent_id is not null and f.outcome is not null and ${whose({ team })}
    group by 1, 2 order by 1, 3 desc, 2`.execute(db);
  const ofAgent = Map.groupBy(outcomes.rows, ({ agent }) => agent);
  return rows.map((row) => ({
    ...row,
    outcomes: (ofAgent.get(row.agent) ?? []).map(({ outcome, calls }) => ({ outcome, calls })),
  }));
}

const isLate = sql`(f.followed_up_at at time zone ${reportZone})::date > f.due`;

function inState(state: FollowUpState | undefined, today: string): RawBuilder<unknown> {
  if (state === 'done') return sql`f.followed_up_at is not null`;
  if (state === undefined) return sql`true`;
  const isOpen = sql`f.followed_up_at is null`;
  return state === 'overdue'
    ? sql`${isOpen} and f.due < ${today}::date`
    : sql`${isOpen} and f.due >= ${today}::date`;
}

async function readFollowUps(
  db: Kysely<Database>,
  ...[span, today, page]: Parameters<ReportLists['followUps']>
) {
  const within = sql`f.intent = 'interested' and f.due between ${span.from}::date and ${span.to}::date and ${whose(span)}`;
  const totals = await sql<FollowUpTotals>`
    select count(*) filter (where ${inState('due', today)})::int as due,
      count(*) filter (where ${inState('overdue', today)})::int as overdue,
      count(*) filter (where ${inState('done', today)})::int as done,
      count(*) filter (where ${isLate})::int as "doneLate"
    from call_facts f where ${within}`.execute(db);
  const { rows } = await sql<WithDates<FollowUp>>`
    select ${callParts}, f.due::text as due, f.is_due_stated as "isDueStated", f.intent_percent as "intentPercent",
      f.outcome, f.followed_up_at as "doneAt", f.followed_up_by as "doneBy", coalesce(${isLate}, false) as "isLate",
      case when f.followed_up_at is not null then 'done' when f.due < ${today}::date then 'overdue' else 'due' end as state
    from call_facts f join calls c on c.id = f.call_id
    where ${within} and ${inState(page.state, today)}
    order by f.due, f.call_id limit ${page.limit}`.execute(db);
  const none = { due: 0, overdue: 0, done: 0, doneLate: 0 };
  return { totals: totals.rows[0] ?? none, calls: rows.map((row) => withTimes<FollowUp>(row)) };
}

async function readCollisions(db: Kysely<Database>, span: DaySpan, withinDays: number, limit: number) {
  const within = sql`f.other_agent_at is not null and f.day between ${span.from}::date and ${span.to}::date
    and f.at - f.other_agent_at <= ${withinDays} * interval '1 day' and ${whose(span)}`;
  const count = await sql<{
    total: number;
  }>`select count(*)::int as total from call_facts f where ${within}`.execute(db);
  const { rows } = await sql<WithDates<Collision>>`
    select ${callParts}, f.other_call_id as "otherCallId", f.other_agent_at as "otherAt", f.other_agent_id as "otherAgent"
    from call_facts f join calls c on c.id = f.call_id
    where ${within} order by f.day desc, f.call_id desc limit ${limit}`.execute(db);
  return { total: count.rows[0]?.total ?? 0, calls: rows.map((row) => withTimes<Collision>(row)) };
}

async function readVoiceMail(db: Kysely<Database>, span: Pick<DaySpan, 'agent' | 'team'>, limit: number) {
  const waiting = sql`f.is_voice_mail and f.followed_up_at is null and ${whose(span)}`;
  const count = await sql<{
    total: number;
  }>`select count(*)::int as total from call_facts f where ${waiting}`.execute(db);
  const { rows } = await sql<WithDates<WaitingVoiceMail>>`
    select ${callParts}, f.customer_hash is not null as "canBeKnown"
    from call_facts f join calls c on c.id = f.call_id
    where ${waiting} order by f.at limit ${limit}`.execute(db);
  return { total: count.rows[0]?.total ?? 0, calls: rows.map((row) => withTimes<WaitingVoiceMail>(row)) };
}

/** Managers' lists from the given database. */
export function createReportLists(db: Kysely<Database>): ReportLists {
  return {
    async newestDay() {
      const { rows } = await sql<{
        day: string | null;
      }>`select max(day)::text as day from call_facts`.execute(db);
      return rows[0]?.day ?? null;
    },
    day: (day, team) => readDay(db, day, team),
    followUps: (...given) => readFollowUps(db, ...given),
    collisions: (...given) => readCollisions(db, ...given),
    problems: (...given) => readProblems(db, ...given),
    voiceMail: (...given) => readVoiceMail(db, ...given),
    callsOfPoint: (...given) => readCallsOfPoint(db, ...given),
  };
}
