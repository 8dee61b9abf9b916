import { type RawBuilder, sql } from 'kysely';

/** Name of the setting that holds the zone reports are counted in, as a JSON string. */
export const REPORT_ZONE = 'report-time-zone';

/** The zone days of reports are meant in, as the database knows it; UTC before anybody has told. */
export const reportZone = sql`coalesce((select value::json #>> '{}' from settings where name = ${REPORT_ZONE}), 'UTC')`;

/** One row per verdict of the machine, with the group it counts in, its day, and `sign` for adding or taking away. */
export function machineRows(condition: RawBuilder<unknown>, sign: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select coalesce(v.agent_id, '') as agent_id, coalesce(v.team, '') as team,
      coalesce(v.language, '') as language, coalesce(v.call_kind, '') as call_kind,
      v.standard_id, v.standard_version, s.engine, 'machine' as series, v.criterion, v.verdict,
      v.reason_code as reason, (coalesce(v.started_at, c.created_at) at time zone ${reportZone})::date as day,
      ${sign} as sign
    from verdicts v
    join scorecards s on s.id = v.scorecard_id
    join calls c on c.id = v.call_id
    where ${condition}`;
}

/** One row per scorecard of a call that was not scored at all: left out of every criterion of its standard. */
export function unscoredRows(condition: RawBuilder<unknown>, sign: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select coalesce(c.agent_id, '') as agent_id, coalesce(c.team, '') as team,
      coalesce(c.language, '') as language, coalesce(c.kind, '') as call_kind,
      s.standard_id, s.standard_version, s.engine, 'machine' as series, '' as criterion, 'set-aside' as verdict,
      s.not_scored::json ->> 'code' as reason,
      (coalesce(c.started_at, c.created_at) at time zone ${reportZone})::date as day, ${sign} as sign
    from scorecards s
    join calls c on c.id = s.call_id
    where s.not_scored is not null and ${condition}`;
}

const groupColumns = sql`agent_id, team, language, call_kind, standard_id, standard_version, engine`;
const identity = sql`md5(json_build_array(${groupColumns})::text)`;

/** Adds the groups that rows name and nobody has counted in yet. */
export function insertGroups(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into report_groups (identity, ${groupColumns})
    select distinct ${identity}, ${groupColumns} from (${rows}) as rows
    on conflict (identity) do nothing`;
}

const grains = sql`(values ('week'), ('month'), ('year')) as grains (grain)`;
const countOf = (verdict: string) => sql`coalesce(sum(sign) filter (where verdict = ${sql.lit(verdict)}), 0)`;

/** Adds rows to the counts of their week, month and year; in one order, so that two writers wait in line. */
export function addCounts(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into report_counts (group_id, grain, series, period, criterion,
      met, partly, unmet, not_applicable, not_assessable, set_aside)
    select id, grain, series, date_trunc(grain, day)::date, criterion, ${countOf('met')}, ${countOf('partly')},
      ${countOf('unmet')}, ${countOf('not-applicable')}, ${countOf('not-assessable')}, ${countOf('set-aside')}
    from (select *, ${identity} as identity from (${rows}) as plain) as rows
    join report_groups using (identity)
    cross join ${grains}
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
    on conflict (group_id, grain, series, period, criterion) do update set
      met = report_counts.met + excluded.met,
      partly = report_counts.partly + excluded.partly,
      unmet = report_counts.unmet + excluded.unmet,
      not_applicable = report_counts.not_applicable + excluded.not_applicable,
      not_assessable = report_counts.not_assessable + excluded.not_assessable,
      set_aside = report_counts.set_aside + excluded.set_aside`;
}

/** Adds rows that decide nothing to the counts of their reasons. */
export function addReasons(rows: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    insert into report_reasons (group_id, grain, series, period, criterion, outcome, reason, calls)
    select id, grain, series, date_trunc(grain, day)::date, criterion, verdict, reason, sum(sign)
    from (select *, ${identity} as identity from (${rows}) as plain) as rows
    join report_groups using (identity)
    cross join ${grains}
    where verdict in ('not-applicable', 'not-assessable', 'set-aside')
    group by 1, 2, 3, 4, 5, 6, 7
    having sum(sign) <> 0
    order by 1, 2, 3, 4, 5, 6, 7
    on conflict (group_id, grain, series, period, criterion, outcome, reason) do update set
      calls = report_reasons.calls + excluded.calls`;
}
