import type { z } from '@hono/zod-openapi';
import type {
  CollisionResponse,
  collisionQuerySchema,
  DailyResponse,
  dayQuerySchema,
  FollowUpResponse,
  followUpQuerySchema,
  PointResponse,
  ProblemResponse,
  pointQuerySchema,
  problemQuerySchema,
  VoiceMailResponse,
  voiceMailQuerySchema,
} from './contract-reports.ts';
import {
  asSeen,
  daysBefore,
  type ReportContext,
  spanOf,
  standardFor,
  teamWithin,
  usedFilter,
} from './report-context.ts';

const MONTH_DAYS = 30;

/** The calls behind a point of a chart. */
export async function buildPoint(
  context: ReportContext,
  query: z.output<typeof pointQuerySchema>,
): Promise<PointResponse> {
  const standard = standardFor(context, query.standard);
  const { limit, offset, verdicts, ...asked } = query;
  const filter = {
    ...asked,
    ...spanOf(query, context, MONTH_DAYS),
    standard: standard.id,
    criterion: query.criterion ?? standard.criteria[0]?.id ?? '',
    team: teamWithin(context, query.team),
  };
  const page = { limit, offset, timeZone: context.timeZone };
  const { calls, hasMore } = await context.store.reportLists.callsOfPoint({ ...filter, verdicts }, page);
  return {
    filter: usedFilter({ ...filter, verdicts: verdicts.join(','), limit, offset }),
    calls: calls.map((call) => asSeen(context, call)),
    hasMore,
  };
}

const usualDay = ({ today, lastDay }: ReportContext): string =>
  lastDay < today ? lastDay : daysBefore(today, 1);

/** What each agent did on a day; where none is asked for yesterday, or the day of the newest call. */
export async function buildDaily(
  context: ReportContext,
  query: z.output<typeof dayQuerySchema>,
): Promise<DailyResponse> {
  const filter = { day: query.day ?? usualDay(context), team: teamWithin(context, query.team) };
  const agents = await context.store.reportLists.day(filter.day, filter.team);
  return {
    filter: usedFilter(filter),
    agents: agents.map((one) => ({ ...one, outcomes: [...one.outcomes] })),
  };
}

/** Interested customers that are due, overdue or were called again; due within a month either way where no days are asked for. */
export async function buildFollowUps(
  context: ReportContext,
  query: z.output<typeof followUpQuerySchema>,
): Promise<FollowUpResponse> {
  const { state, limit } = query;
  const to = query.to ?? daysBefore(context.today, -MONTH_DAYS);
  const span = spanOf(
    { from: query.from ?? (query.to === undefined ? daysBefore(context.today, MONTH_DAYS) : undefined), to },
    context,
    MONTH_DAYS,
  );
  const filter = { ...span, agent: query.agent, team: teamWithin(context, query.team) };
  const { totals, calls } = await context.store.reportLists.followUps(filter, context.today, {
    state,
    limit,
  });
  return {
    filter: usedFilter({ ...filter, state, limit }),
    totals,
    calls: calls.map((call) => asSeen(context, call)),
  };
}

/** Customers that two agents called within days of each other. */
export async function buildCollisions(
  context: ReportContext,
  query: z.output<typeof collisionQuerySchema>,
): Promise<CollisionResponse> {
  const { withinDays, limit } = query;
  const filter = {
    ...spanOf(query, context, MONTH_DAYS),
    agent: query.agent,
    team: teamWithin(context, query.team),
  };
  const { total, calls } = await context.store.reportLists.collisions(filter, withinDays, limit);
  return {
    filter: usedFilter({ ...filter, withinDays, limit }),
    total,
    calls: calls.map((call) => asSeen(context, call)),
  };
}

/** Problems customers raised, with what they said for those who may open the call. */
export async function buildProblems(
  context: ReportContext,
  query: z.output<typeof problemQuerySchema>,
): Promise<ProblemResponse> {
  const { limit } = query;
  const filter = {
    ...spanOf(query, context, MONTH_DAYS),
    agent: query.agent,
    team: teamWithin(context, query.team),
  };
  const ids = context.standards.flatMap(({ criteria }) =>
    criteria.filter(({ kind }) => kind === 'problem-report').map(({ id }) => id),
  );
  const page = { limit, timeZone: context.timeZone };
  const { calls, hasMore } = await context.store.reportLists.problems(filter, [...new Set(ids)], page);
  return {
    filter: usedFilter({ ...filter, limit }),
    calls: calls.map((call) => {
      const seen = asSeen(context, call);
      return { ...seen, quotes: seen.canOpen ? [...call.quotes] : [] };
    }),
    hasMore,
  };
}

/** Voice mail nobody has answered, oldest first. */
export async function buildVoiceMail(
  context: ReportContext,
  query: z.output<typeof voiceMailQuerySchema>,
): Promise<VoiceMailResponse> {
  const filter = { agent: query.agent, team: teamWithin(context, query.team) };
  const { total, calls } = await context.store.reportLists.voiceMail(filter, query.limit);
  return { filter: usedFilter(filter), total, calls: calls.map((call) => asSeen(context, call)) };
}
