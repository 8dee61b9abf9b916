import { type RawBuilder, sql } from 'kysely';

type Sql = RawBuilder<unknown>;

/** Name of the setting that holds the zone reports are counted in, as a JSON string. */
export const REPORT_ZONE = 'report-time-zone';

/** The zone days of reports are meant in, as the database knows it; UTC before anybody has told. */
export const reportZone = sql`coalesce((select value::json #>> '{}' from settings where name = ${REPORT_ZONE}), 'UTC')`;

/** One row per scorecard of the machine: whose it is, and its day. Verdicts keep whose they were when published. */
export function machineCards(condition: Sql): Sql {
  return sql`
    select s.id as scorecard_id, 'machine' as series, s.call_id,
      (c.sort_at at time zone ${reportZone})::date as day,
      coalesce(v.agent_id, c.agent_id, '') as agent_id, coalesce(v.team, c.team, '') as team,
      coalesce(v.language, c.language, '') as language, coalesce(v.call_kind, c.kind, '') as call_kind,
      s.standard_id, s.standard_version, s.engine, s.not_scored::json ->> 'code' as set_aside
    from scorecards s
    join calls c on c.id = s.call_id
    left join lateral (
      select w.agent_id, w.team, w.language, w.call_kind from verdicts w where w.scorecard_id = s.id limit 1
    ) v on true
    where ${condition}`;
}

const rest = sql`standard_id, standard_version, engine`;
const agentGroup = sql`md5(json_build_array('agent', agent_id, team, language, '', ${rest})::text)`;
const teamGroup = sql`md5(json_build_array('team', '', team, language, call_kind, ${rest})::text)`;

/** Adds the groups that cards belong to and nobody has counted in yet. */
export function insertGroups(cards: Sql): Sql {
  return sql`
    with cards as materialized (${cards})
    insert into report_groups (identity, scope, agent_id, team, language, call_kind, ${rest})
    select distinct ${agentGroup}, 'agent', agent_id, team, language, '', ${rest} from cards
    union
    select distinct ${teamGroup}, 'team', '', team, language, call_kind, ${rest} from cards
    order by 1
    on conflict (identity) do nothing`;
}

/** Notes where cards count. */
export function insertCards(cards: Sql): Sql {
  return sql`
    insert into report_cards (scorecard_id, series, call_id, day, agent_group, team_group, set_aside)
    select scorecard_id, series, call_id, day, a.id, t.id, set_aside
    from (select *, ${agentGroup} as agent_group, ${teamGroup} as team_group from (${cards}) as plain) as cards
    join report_groups a on a.identity = cards.agent_group
    join report_groups t on t.identity = cards.team_group`;
}

/** One row per verdict of cards, and one per card that is left out as a whole; `sign` adds it or takes it away. */
export function machineRows(condition: Sql, sign: Sql): Sql {
  return sql`
    select k.agent_group, k.team_group, k.series, k.day, v.criterion, v.verdict, v.reason_code as reason, ${sign} as sign
    from report_cards k join verdicts v on v.scorecard_id = k.scorecard_id
    where ${condition} and k.set_aside is null
    union all
    select k.agent_group, k.team_group, k.series, k.day, '', 'set-aside', k.set_aside, ${sign}
    from report_cards k where ${condition} and k.set_aside is not null`;
}

/** One row per scorecard that people finalised: whose it is, and why it is left out where it was not drawn at random. */
export function finalCards(callId: string | null): Sql {
  const which = callId === null ? sql`true` : sql`fv.call_id = ${callId}::uuid`;
  const cards = machineCards(
    sql`s.id in (select fv.scorecard_id from final_verdicts fv where fv.is_current and ${which})`,
  );
  return sql`
    select m.scorecard_id, 'finalised' as series, m.call_id, m.day, m.agent_id, m.team, m.language, m.call_kind,
      m.standard_id, m.standard_version, m.engine,
      case when f.is_random then null else 'not-random-sample' end as set_aside
    from (${cards}) m
    cross join lateral (
      select is_random from finalisations n where n.call_id = m.call_id order by n.round desc limit 1
    ) f`;
}

/** One row per verdict people left standing, and one per finalised card that is left out. */
export function finalRows(condition: Sql, sign: Sql): Sql {
  return sql`
    select k.agent_group, k.team_group, k.series, k.day, v.criterion, v.verdict, v.decision as reason, ${sign} as sign
    from report_cards k
    join final_verdicts v on v.call_id = k.call_id and v.scorecard_id = k.scorecard_id and v.is_current
    where k.series = 'finalised' and ${condition} and k.set_aside is null
    union all
    select k.agent_group, k.team_group, k.series, k.day, '', 'set-aside', k.set_aside, ${sign}
    from report_cards k where k.series = 'finalised' and ${condition} and k.set_aside is not null`;
}

const grains = sql`(values ('week'), ('month'), ('year')) as grains (grain)`;
const bothGroups = sql`cross join lateral (values (agent_group, 'agent'), (team_group, 'team')) as groups (group_id, scope)`;
const countOf = (verdict: string) => sql`sum(sign) filter (where verdict = ${sql.lit(verdict)})`;
const total = (column: string) => sql`coalesce(sum(${sql.ref(column)}), 0)`;

/**
 * Adds rows to the counts of their week, month and year; in one order, so that two writers wait in line. With
 * `isEmpty` nothing is counted yet, which spares looking.
 */
export function addCounts(rows: Sql, isEmpty: boolean): Sql {
  const onConflict = sql`
    on conflict (group_id, grain, series, period, criterion) do update set
      met = report_counts.met + excluded.met,
      partly = report_counts.partly + excluded.partly,
      unmet = report_counts.unmet + excluded.unmet,
      not_applicable = report_counts.not_applicable + excluded.not_applicable,
      not_assessable = report_counts.not_assessable + excluded.not_assessable,
      set_aside = report_counts.set_aside + excluded.set_aside`;
  return sql`
    with daily as materialized (
      select group_id, scope, series, day, criterion, ${countOf('met')} as met, ${countOf('partly')} as partly,
        ${countOf('unmet')} as unmet, ${countOf('not-applicable')} as na, ${countOf('not-assessable')} as nas,
        ${countOf('set-aside')} as aside
      from (${rows}) as rows ${bothGroups}
      group by group_id, scope, series, day, criterion
    )
    insert into report_counts (group_id, scope, grain, series, period, criterion,
      met, partly, unmet, not_applicable, not_assessable, set_aside)
    select group_id, scope, grain, series, date_trunc(grain, day)::date, criterion,
      ${total('met')}, ${total('partly')}, ${total('unmet')}, ${total('na')}, ${total('nas')}, ${total('aside')}
    from daily cross join ${grains}
    group by 1, 2, 3, 4, 5, 6
    order by 1, 2, 3, 4, 5, 6
${isEmpty ? sql`` : onConflict}`;
}

/** Adds rows that decide nothing to the counts of their reasons. */
export function addReasons(rows: Sql): Sql {
  return sql`
    insert into report_reasons (group_id, scope, grain, series, period, criterion, outcome, reason, calls)
    select group_id, scope, grain, series, date_trunc(grain, day)::date, criterion, verdict, reason, sum(sign)
    from (${rows}) as rows ${bothGroups} cross join ${grains}
    where verdict in ('not-applicable', 'not-assessable', 'set-aside')
    group by 1, 2, 3, 4, 5, 6, 7, 8
    having sum(sign) <> 0
    order by 1, 2, 3, 4, 5, 6, 7, 8
    on conflict (group_id, grain, series, period, criterion, outcome, reason) do update set
      calls = report_reasons.calls + excluded.calls`;
}
