import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DaySpan, PointCall, PointFilter, RaisedProblem, ReportLists } from '../domain/report-ports.ts';
import type { Scorecard } from '../domain/scorecard.ts';
import { fromKept } from './kept-json.ts';
import { callParts, withTimes } from './report-parts.ts';
import type { Database } from './schema.ts';

/** Moments between the first and last day in a zone; a verdict without a start time counts on the day it came in. */
function within({ from, to }: Pick<DaySpan, 'from' | 'to'>, timeZone: string, column: RawBuilder<unknown>) {
  return sql`${column} >= (${from}::date)::timestamp at time zone ${timeZone}
    and ${column} < (${to}::date + 1)::timestamp at time zone ${timeZone}`;
}

const filtered = [
  ['standard', 'standard_id'],
  ['version', 'standard_version'],
  ['language', 'language'],
  ['kind', 'call_kind'],
  ['team', 'team'],
  ['agent', 'agent_id'],
] as const;

function narrowed(filter: Partial<PointFilter>): RawBuilder<unknown> {
  const conditions = [sql`true`];
  for (const [name, column] of filtered) {
    const value = filter[name];
    // counts hold an empty text for what nobody named
    if (value === '') conditions.push(sql`${sql.ref(`v.${column}`)} is null`);
    else if (value !== undefined) conditions.push(sql`${sql.ref(`v.${column}`)} = ${value}`);
  }
  return sql.join(conditions, sql` and `);
}

/** Verdicts people left standing behind a point, of calls drawn at random. */
function finalVerdicts(filter: PointFilter): RawBuilder<unknown> {
  return sql`select v.call_id, v.verdict, v.decision as reason_code, c.sort_at as at
    from report_cards k
    join final_verdicts f on f.call_id = k.call_id and f.scorecard_id = k.scorecard_id and f.is_current
    join report_groups g on g.id = k.team_group
    join calls c on c.id = k.call_id
    cross join lateral (select f.call_id, f.verdict, f.decision, g.standard_id, g.standard_version,
      nullif(g.language, '') as language, nullif(g.call_kind, '') as call_kind, nullif(g.team, '') as team,
      c.agent_id) v
    where k.series = 'finalised' and k.set_aside is null and f.criterion = ${filter.criterion}
      and f.verdict in (${sql.join(filter.verdicts)}) and k.day between ${filter.from}::date and ${filter.to}::date
      and ${narrowed(filter)}`;
}

/**
 * Calls behind a point, newest first. For one agent the calls are walked and their verdict looked up; for more the
 * verdicts are walked in order of time: each is the short way there.
 */
export async function readCallsOfPoint(
  db: Kysely<Database>,
  ...given: Parameters<ReportLists['callsOfPoint']>
) {
  const [filter, { limit, offset, timeZone }] = given;
  const isOne = filter.agent !== undefined && filter.agent !== '';
  const verdicts = sql`v.criterion = ${filter.criterion} and v.is_current
    and v.verdict in (${sql.join(filter.verdicts)}) and ${narrowed(filter)}`;
  const needed = limit + offset + 1;
  const dated = (
    verdict: string,
  ) => sql`(select v.call_id, v.verdict, v.reason_code, v.started_at as at from verdicts v
    where v.verdict = ${verdict} and ${verdicts} and ${within(filter, timeZone, sql`v.started_at`)}
    order by v.started_at desc limit ${needed})`;
  const undated = sql`(select v.call_id, v.verdict, v.reason_code, c.created_at as at
    from verdicts v join calls c on c.id = v.call_id
    where ${verdicts} and v.started_at is null and ${within(filter, timeZone, sql`c.created_at`)}
    order by c.created_at desc limit ${needed})`;
  const machine = isOne
    ? sql`select v.call_id, v.verdict, v.reason_code, c.sort_at as at from calls c
        join verdicts v on v.call_id = c.id
        where c.agent_id = ${filter.agent} and ${verdicts} and ${within(filter, timeZone, sql`c.sort_at`)}`
    : sql.join([...filter.verdicts.map(dated), undated], sql` union all `);
  const found = filter.series === 'finalised' ? finalVerdicts(filter) : machine;
  const { rows } = await sql<Omit<PointCall, 'at'> & { readonly at: Date }>`
    select ${callParts}, p.verdict, p.reason_code as reason
    from (select * from (${found}) as every order by at desc, call_id limit ${limit + 1} offset ${offset}) p
    join calls c on c.id = p.call_id
    order by p.at desc, p.call_id`.execute(db);
  return {
    calls: rows.slice(0, limit).map((row) => withTimes<PointCall>(row)),
    hasMore: rows.length > limit,
  };
}

interface ProblemRow extends Omit<RaisedProblem, 'at' | 'quotes' | 'reason'> {
  readonly at: Date;
  readonly criterion: string;
  readonly body: string;
}

/** Calls in which a customer raised a problem, newest first, with what was said. */
export async function readProblems(db: Kysely<Database>, ...given: Parameters<ReportLists['problems']>) {
  const [span, criteria, { limit, timeZone }] = given;
  if (criteria.length === 0) return { calls: [], hasMore: false };
  const branches = criteria.flatMap((criterion) =>
    ['met', 'partly', 'unmet'].map(
      (
        verdict,
      ) => sql`(select v.scorecard_id, v.criterion, v.verdict, v.standard_id, v.started_at from verdicts v
        where v.criterion = ${criterion} and v.verdict = ${verdict} and v.is_current
          and ${within(span, timeZone, sql`v.started_at`)} and ${narrowed({ agent: span.agent, team: span.team })}
        order by v.started_at desc limit ${limit + 1})`,
    ),
  );
  const { rows } = await sql<ProblemRow>`
    select ${callParts}, p.verdict, p.criterion, p.standard_id as standard, s.body
    from (select * from (${sql.join(branches, sql` union all `)}) as every
      order by started_at desc, scorecard_id limit ${limit + 1}) p
    join scorecards s on s.id = p.scorecard_id
    join calls c on c.id = s.call_id
    order by p.started_at desc, p.scorecard_id`.execute(db);
  return { calls: rows.slice(0, limit).map(toProblem), hasMore: rows.length > limit };
}

function toProblem({ body, criterion, ...row }: ProblemRow): RaisedProblem {
  const result = fromKept<Scorecard>(body).criteria.find(({ id }) => id === criterion);
  const quotes = (result?.evidence ?? []).flatMap((one) =>
    one.kind === 'quote' && one.party === 'customer' ? [{ text: one.quote, startMs: one.startMs }] : [],
  );
  const { en, zh } = result?.reason ?? { en: '', zh: '' };
  return { ...withTimes<Omit<RaisedProblem, 'quotes' | 'reason'>>(row), quotes, reason: { en, zh } };
}
