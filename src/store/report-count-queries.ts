import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { CountDimension, CountFilter, CountRow, LeftOut, ReportCounts } from '../domain/report-ports.ts';
import type { Database } from './schema.ts';

const columns: Readonly<Record<CountDimension, RawBuilder<unknown>>> = {
  period: sql`r.period`,
  criterion: sql`r.criterion`,
  agent: sql`g.agent_id`,
  team: sql`g.team`,
  language: sql`g.language`,
  kind: sql`g.call_kind`,
  standard: sql`g.standard_id`,
  version: sql`g.standard_version`,
  engine: sql`g.engine`,
};
const groupFilters = ['standard', 'version', 'agent', 'team', 'language', 'kind'] as const;

/** Agents are counted over all kinds of call, teams kind by kind: who asks for no agent reads the fewer team rows. */
function scopeOf(filter: CountFilter, dimensions: readonly CountDimension[]): 'agent' | 'team' {
  return filter.agent !== undefined || dimensions.includes('agent') ? 'agent' : 'team';
}

function conditionsOf(
  filter: CountFilter,
  dimensions: readonly CountDimension[],
  criterion: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { grain, series, from, to } = filter;
  const conditions = [
    criterion,
    sql`r.scope = ${scopeOf(filter, dimensions)}`,
    sql`r.grain = ${grain}`,
    sql`r.series = ${series}`,
    sql`r.period between ${from}::date and ${to}::date`,
  ];
  for (const name of groupFilters) {
    if (filter[name] !== undefined) conditions.push(sql`${columns[name]} = ${filter[name]}`);
  }
  return sql.join(conditions, sql` and `);
}

async function countBy<D extends CountDimension>(
  db: Kysely<Database>,
  filter: CountFilter,
  dimensions: readonly D[],
): Promise<CountRow<D>[]> {
  const criterion =
    filter.criterion === undefined ? sql`r.criterion <> ''` : sql`r.criterion = ${filter.criterion}`;
  const keys = sql.join(dimensions.map((name) => columns[name]));
  const named = sql.join(
    dimensions.map(
      (name) => sql`${name === 'period' ? sql`r.period::text` : columns[name]} as ${sql.ref(name)}`,
    ),
  );
  const { rows } = await sql<CountRow<D>>`
    select ${named}, sum(r.met)::int as met, sum(r.partly)::int as partly, sum(r.unmet)::int as unmet,
      sum(r.not_applicable)::int as "notApplicable", sum(r.not_assessable)::int as "notAssessable",
      sum(r.set_aside)::int as "setAside"
    from report_counts r join report_groups g on g.id = r.group_id
    where ${conditionsOf(filter, dimensions, criterion)}
    group by ${keys}
    having sum(r.met + r.partly + r.unmet + r.not_applicable + r.not_assessable + r.set_aside) > 0`.execute(
    db,
  );
  // sorting a few thousand texts is dearer in the database than here
  return rows.sort((x, y) => compare(x, y, dimensions));
}

function compare<D extends CountDimension>(x: CountRow<D>, y: CountRow<D>, dimensions: readonly D[]): number {
  const name = dimensions.find((one) => x[one] !== y[one]);
  if (name === undefined) return 0;
  return x[name] < y[name] ? -1 : 1;
}

async function readLeftOut(db: Kysely<Database>, filter: CountFilter & { criterion: string }) {
  // whole calls that were not scored are left out of every criterion of their standard
  const criterion = sql`r.criterion in (${filter.criterion}, '')`;
  const { rows } = await sql<LeftOut>`
    select r.outcome, r.reason, sum(r.calls)::int as calls
    from report_reasons r join report_groups g on g.id = r.group_id
    where ${conditionsOf(filter, [], criterion)}
    group by 1, 2 having sum(r.calls) > 0 order by 3 desc, 1, 2`.execute(db);
  return rows;
}

/** Figures over many calls from the given database. */
export function createReportCounts(db: Kysely<Database>): ReportCounts {
  return {
    by: (filter, dimensions) => countBy(db, filter, dimensions),
    leftOut: (filter) => readLeftOut(db, filter),
  };
}
