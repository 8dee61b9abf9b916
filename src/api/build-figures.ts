import type { z } from '@hono/zod-openapi';
import type { CountFilter } from '../domain/report-ports.ts';
import { readFunnel } from '../reports/agent-funnel.ts';
import { assessAgents } from '../reports/assessment.ts';
import { countOf, readCompliance } from '../reports/compliance.ts';
import { showRate } from '../reports/shown-rate.ts';
import type {
  AssessmentResponse,
  assessmentQuerySchema,
  ComplianceResponse,
  CriteriaResponse,
  FiguresQuery,
  FunnelResponse,
} from './contract-reports.ts';
import {
  daysBefore,
  type ReportContext,
  spanOf,
  standardFor,
  teamWithin,
  usedFilter,
} from './report-context.ts';

/** Days shown where none are asked for: half a year of weeks. */
const USUAL_DAYS = 26 * 7;

/** The first day of a period that a day lies in. */
function startOfPeriod(day: string, grain: CountFilter['grain']): string {
  if (grain === 'year') return `${day.slice(0, 4)}-01-01`;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

function filterOf(context: ReportContext, query: FiguresQuery): CountFilter & { criterion: string } {
  const standard = standardFor(context, query.standard);
  const { from, to } = spanOf(query, context, USUAL_DAYS);
  return {
    series: query.series,
    grain: query.grain,
    // whole periods: one that has begun before the first day would be shown cut short
    from: startOfPeriod(from, query.grain),
    to,
    standard: standard.id,
    criterion: query.criterion ?? standard.criteria[0]?.id ?? '',
    version: query.version,
    agent: query.agent,
    team: teamWithin(context, query.team),
    language: query.language,
    kind: query.agent === undefined ? query.kind : undefined,
  };
}

/** A criterion over time. */
export async function buildCompliance(
  context: ReportContext,
  query: FiguresQuery,
): Promise<ComplianceResponse> {
  const filter = filterOf(context, query);
  const counts = context.store.reportCounts;
  const rows = await counts.by(filter, ['period', 'version', 'engine']);
  const { points, segments, ...rest } = readCompliance(rows, await counts.leftOut(filter));
  return {
    filter: usedFilter({ ...filter }),
    points: points.map((point) => ({
      ...point,
      limits: copy(point.limits),
      interval: copy(point.interval),
      signals: [...point.signals],
    })),
    segments: segments.map((one) => ({
      ...one,
      corrected: {
        ...one.corrected,
        interval: copy(one.corrected.interval),
      } as ComplianceResponse['segments'][number]['corrected'],
    })),
    ...rest,
    total: { ...rest.total, interval: copy(rest.total.interval) },
    leftOut: [...rest.leftOut],
  };
}

/** Intervals as the contract writes them: tuples that may be changed. */
function copy(interval: readonly [number, number] | null): [number, number] | null {
  return interval === null ? null : [interval[0], interval[1]];
}

const asShown = (count: { hits: number; of: number }) => {
  const { interval, ...rest } = showRate(count);
  return { ...rest, interval: copy(interval) };
};

/** Every criterion of a standard over a span, in the standard's order. */
export async function buildCriteria(context: ReportContext, query: FiguresQuery): Promise<CriteriaResponse> {
  const { criterion: _, ...filter } = filterOf(context, query);
  const rows = await context.store.reportCounts.by(filter, ['criterion']);
  const order = standardFor(context, query.standard).criteria.map(({ id }) => id);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return {
    filter: usedFilter({ ...filter }),
    criteria: rows
      .map((row) => ({ ...row, ...asShown(countOf(row)) }))
      .sort((x, y) => place(x.criterion) - place(y.criterion)),
  };
}

/** Agents around everybody's rate, without ranks. */
export async function buildFunnel(context: ReportContext, query: FiguresQuery): Promise<FunnelResponse> {
  const { kind: _, ...filter } = filterOf(context, { ...query, agent: undefined, grain: 'month' });
  const { agents, limits, ...rest } = readFunnel(await context.store.reportCounts.by(filter, ['agent']));
  return {
    filter: usedFilter({ ...filter }),
    ...rest,
    agents: agents.map(({ shrunk, ...one }) => ({
      ...one,
      interval: copy(one.interval),
      shrunk: shrunk && { rate: shrunk.rate, interval: [...shrunk.interval] as [number, number] },
    })),
    limits: limits.map(({ of, inner, outer }) => ({
      of,
      inner: [...inner] as [number, number],
      outer: [...outer] as [number, number],
    })),
  };
}

/** Agents under the four headings, over one month or year. */
export async function buildAssessment(
  context: ReportContext,
  query: z.output<typeof assessmentQuerySchema>,
): Promise<AssessmentResponse> {
  const standard = standardFor(context, query.standard);
  // the last period that is over, or the one of the newest call where that lies further back
  const over = daysBefore(startOfPeriod(context.today, query.grain), 1);
  const day = query.period ?? (context.lastDay < over ? context.lastDay : over);
  const period = startOfPeriod(day, query.grain);
  const filter: CountFilter = {
    series: query.series,
    grain: query.grain,
    from: period,
    to: period,
    standard: standard.id,
    team: teamWithin(context, query.team),
  };
  // everybody's counts are needed to learn how agents differ, also where one is asked for
  const rows = await context.store.reportCounts.by(filter, ['agent', 'criterion']);
  const kinds = new Map(standard.criteria.map(({ id, kind }) => [id, kind]));
  const kindOf = (criterion: string) => kinds.get(criterion) ?? '';
  const agents = assessAgents(rows, kindOf, query.threshold ?? null);
  const { grain, series, team } = filter;
  return {
    filter: usedFilter({
      grain,
      series,
      period,
      standard: standard.id,
      team,
      agent: query.agent,
      threshold: query.threshold,
    }),
    agents: agents
      .filter(({ agent }) => query.agent === undefined || agent === query.agent)
      .map((one) => ({
        ...one,
        headings: one.headings.map((figure) => ({
          ...figure,
          interval: copy(figure.interval),
          criteria: figure.criteria.map((each) => ({ ...each, interval: copy(each.interval) })),
        })),
      })),
  };
}
