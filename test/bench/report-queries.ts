import type pg from 'pg';
import type { CountFilter } from '../../src/domain/report-ports.ts';
import type { Store } from '../../src/store/open-store.ts';
import { made } from './report-data.ts';

/** A query of the managers' pages, and the same answer asked for by hand on the best index for it. */
export interface ReportQuery {
  readonly name: string;
  ours(round: number): Promise<unknown>;
  byHand(round: number): Promise<unknown>;
}

const criterionOf = (round: number) => made.criteria[round % 6] ?? 'greeting';
// the columns a line of a list shows
const parts = `c.id, c.sort_at, c.agent_id, c.agent_name, c.team, c.customer_id, c.metadata::json -> 'customer' ->> 'name'`;
const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
const agentOf = (round: number) => `agent-${(round * 7) % made.agents}`;
const teamOf = (round: number) => `team-${(round * 3) % made.teams}`;
const dayOf = (round: number) => dayBefore(made.lastDay, (round * 11) % 300);
const whole = { series: 'machine', grain: 'week', from: made.from, to: made.lastDay } as const;
const sums = `sum(met)::int as met, sum(partly)::int as partly, sum(unmet)::int as unmet,
  sum(not_applicable)::int as na, sum(not_assessable)::int as nas, sum(set_aside)::int as aside`;
const outer = `sum(met)::int, sum(partly)::int, sum(unmet)::int, sum(na)::int, sum(nas)::int, sum(aside)::int`;

/** Every query of the managers' pages. */
export function reportQueries(store: Store, client: pg.Client): ReportQuery[] {
  const { reportCounts: counts, reportLists: lists } = store;
  const hand = (_: string, text: string) => (values: unknown[]) => client.query(text, values);
  const trend = (filter: Partial<CountFilter>, round: number) =>
    counts.by({ ...whole, standard: 'telesales-service', criterion: criterionOf(round), ...filter }, [
      'period',
      'version',
      'engine',
    ]);

  const trendByHand = hand(
    'trend',
    `
    select period::text, standard_version, engine, ${outer} from (
      select period, group_id, ${sums} from report_counts
      where criterion = $1 and scope = 'team' and grain = 'week' and series = 'machine' and period between $2 and $3
      group by 1, 2) r join report_groups g on g.id = r.group_id
    where g.standard_id = 'telesales-service' group by 1, 2, 3 order by 1`,
  );
  const someByHand = (column: string, scope: string) =>
    hand(
      `trend ${column}`,
      `
    select period::text, standard_version, engine, ${sums} from report_counts r join report_groups g on g.id = r.group_id
    where r.group_id in (select id from report_groups where ${column} = $4 and scope = '${scope}' and standard_id = 'telesales-service')
      and r.scope = '${scope}' and criterion = $1 and grain = 'week' and series = 'machine' and period between $2 and $3
    group by 1, 2, 3 order by 1`,
    );
  const agentByHand = someByHand('agent_id', 'agent');
  const teamByHand = someByHand('team', 'team');
  const funnelByHand = hand(
    'funnel',
    `
    select agent_id, ${outer} from (
      select group_id, ${sums} from report_counts
      where criterion = $1 and scope = 'agent' and grain = 'month' and series = 'machine' and period between $2 and $3 group by 1) r
    join report_groups g on g.id = r.group_id where standard_id = 'telesales-service' group by 1 order by 1`,
  );
  const overviewByHand = hand(
    'overview',
    `
    select criterion, ${outer} from (
      select criterion, group_id, ${sums} from report_counts
      where scope = 'team' and grain = 'month' and series = 'machine' and period between $1 and $2 and criterion <> '' group by 1, 2) r
    join report_groups g on g.id = r.group_id where standard_id = 'telesales-service' group by 1 order by 1`,
  );
  const yearByHand = hand(
    'year',
    `
    select agent_id, criterion, ${sums} from report_counts r join report_groups g on g.id = r.group_id
    where r.scope = 'agent' and grain = 'year' and series = 'machine' and period = $1 and g.team = $2 and criterion <> '' group by 1, 2`,
  );
  const leftOutByHand = hand(
    'left out',
    `
    select outcome, reason, sum(calls)::int from (
      select group_id, outcome, reason, sum(calls) as calls from report_reasons
      where criterion in ($1, '') and scope = 'team' and grain = 'month' and series = 'machine' and period between $2 and $3 group by 1, 2, 3) r
    join report_groups g on g.id = r.group_id where standard_id = 'telesales-service' group by 1, 2 order by 3 desc`,
  );
  const dayByHand = hand(
    'day',
    `
    select f.agent_id, max(c.agent_name), count(*), count(*) filter (where c.direction = 'outbound'),
      count(*) filter (where not f.has_note), sum(c.duration_ms)
    from call_facts f join calls c on c.id = f.call_id where f.day = $1 group by 1`,
  );
  const outcomesByHand = hand(
    'outcomes',
    `
    select agent_id, outcome, count(*) from call_facts where day = $1 and outcome is not null group by 1, 2`,
  );
  const dueByHand = hand(
    'due',
    `
    select count(*) filter (where followed_up_at is null and due >= $3), count(*) filter (where followed_up_at is null and due < $3),
      count(followed_up_at), count(*) filter (where (followed_up_at at time zone 'Asia/Shanghai')::date > due)
    from call_facts where intent = 'interested' and due between $1 and $2`,
  );
  const overdueByHand = hand(
    'overdue',
    `
    select ${parts}, f.due, f.outcome from call_facts f join calls c on c.id = f.call_id
    where f.intent = 'interested' and f.due between $1 and $2 and f.followed_up_at is null and f.due < $3
    order by f.due, f.call_id limit 100`,
  );
  const collideByHand = hand(
    'collide',
    `
    select count(*) from call_facts where other_agent_at is not null and day between $1 and $2
      and at - other_agent_at <= interval '14 days'`,
  );
  const collisionsByHand = hand(
    'collisions',
    `
    select ${parts}, f.other_agent_id from call_facts f join calls c on c.id = f.call_id
    where other_agent_at is not null and f.day between $1 and $2 and at - other_agent_at <= interval '14 days'
    order by f.day desc, f.call_id desc limit 100`,
  );
  const problemsByHand = hand(
    'problems',
    `
    select ${parts}, p.verdict, s.body from (
      select scorecard_id, verdict, started_at from verdicts where criterion = 'problem-report' and is_current
        and verdict in ('met', 'partly', 'unmet') and started_at between $1 and $2 order by started_at desc limit 26) p
    join scorecards s on s.id = p.scorecard_id join calls c on c.id = s.call_id`,
  );
  const pointByHand = hand(
    'point',
    `
    select ${parts}, v.reason_code from (
      select call_id, reason_code, started_at from verdicts where criterion = $1 and verdict = 'unmet' and is_current
        and started_at >= $2 and started_at < $3 and team = $4 and standard_id = 'telesales-service'
      order by started_at desc limit 51) v join calls c on c.id = v.call_id`,
  );
  const agentPointByHand = hand(
    'point of an agent',
    `
    select ${parts}, v.reason_code from calls c
    join verdicts v on v.call_id = c.id and v.criterion = $1 and v.is_current
    where c.agent_id = $4 and c.sort_at >= $2 and c.sort_at < $3 and v.verdict = 'unmet'
    order by c.sort_at desc limit 51`,
  );

  const span = (round: number, days: number) => ({ from: dayBefore(dayOf(round), days), to: dayOf(round) });
  const handSpan = (round: number, days: number) => [span(round, days).from, span(round, days).to];
  const page = { limit: 50, offset: 0, timeZone: 'Asia/Shanghai' };
  return [
    {
      name: 'trend, everybody, two years',
      ours: (round) => trend({}, round),
      byHand: (round) => trendByHand([criterionOf(round), made.from, made.lastDay]),
    },
    {
      name: 'trend, one team',
      ours: (round) => trend({ team: teamOf(round) }, round),
      byHand: (round) => teamByHand([criterionOf(round), made.from, made.lastDay, teamOf(round)]),
    },
    {
      name: 'trend, one agent',
      ours: (round) => trend({ agent: agentOf(round) }, round),
      byHand: (round) => agentByHand([criterionOf(round), made.from, made.lastDay, agentOf(round)]),
    },
    {
      name: 'funnel, agents, three months',
      ours: (round) =>
        counts.by(
          {
            ...whole,
            ...span(round, 92),
            grain: 'month',
            standard: 'telesales-service',
            criterion: criterionOf(round),
          },
          ['agent'],
        ),
      byHand: (round) => funnelByHand([criterionOf(round), ...handSpan(round, 92)]),
    },
    {
      name: 'all criteria, three months',
      ours: (round) =>
        counts.by({ ...whole, ...span(round, 92), grain: 'month', standard: 'telesales-service' }, [
          'criterion',
        ]),
      byHand: (round) => overviewByHand(handSpan(round, 92)),
    },
    {
      name: 'assessment, a team’s agents, a year',
      ours: (round) =>
        counts.by({ ...whole, grain: 'year', from: '2025-01-01', to: '2025-01-01', team: teamOf(round) }, [
          'agent',
          'criterion',
        ]),
      byHand: (round) => yearByHand(['2025-01-01', teamOf(round)]),
    },
    {
      name: 'left out, with reasons',
      ours: (round) =>
        counts.leftOut({
          ...whole,
          ...span(round, 92),
          grain: 'month',
          standard: 'telesales-service',
          criterion: criterionOf(round),
        }),
      byHand: (round) => leftOutByHand([criterionOf(round), ...handSpan(round, 92)]),
    },
    {
      name: 'calls of a point, a team, a week',
      ours: (round) =>
        lists.callsOfPoint(
          {
            series: 'machine',
            standard: 'telesales-service',
            criterion: criterionOf(round),
            team: teamOf(round),
            verdicts: ['unmet'],
            ...span(round, 6),
          },
          page,
        ),
      byHand: (round) => pointByHand([criterionOf(round), ...handSpan(round, 6), teamOf(round)]),
    },
    {
      name: 'calls of a point, an agent, two years',
      ours: (round) =>
        lists.callsOfPoint(
          {
            series: 'machine',
            criterion: criterionOf(round),
            agent: agentOf(round),
            verdicts: ['unmet'],
            from: made.from,
            to: made.lastDay,
          },
          page,
        ),
      byHand: (round) => agentPointByHand([criterionOf(round), made.from, made.lastDay, agentOf(round)]),
    },
    {
      name: 'daily report',
      ours: (round) => lists.day(dayOf(round)),
      byHand: async (round) => {
        await dayByHand([dayOf(round)]);
        await outcomesByHand([dayOf(round)]);
      },
    },
    {
      name: 'follow-ups, a month',
      ours: (round) => lists.followUps(span(round, 30), dayOf(round), { state: 'overdue', limit: 100 }),
      byHand: async (round) => {
        await dueByHand([...handSpan(round, 30), dayOf(round)]);
        await overdueByHand([...handSpan(round, 30), dayOf(round)]);
      },
    },
    {
      name: 'collisions, a month',
      ours: (round) => lists.collisions(span(round, 30), 14, 100),
      byHand: async (round) => {
        await collideByHand(handSpan(round, 30));
        await collisionsByHand(handSpan(round, 30));
      },
    },
    {
      name: 'problems raised, a month',
      ours: (round) =>
        lists.problems(span(round, 30), ['problem-report'], { limit: 25, timeZone: 'Asia/Shanghai' }),
      byHand: (round) => problemsByHand(handSpan(round, 30)),
    },
  ];
}
