import { type RawBuilder, sql } from 'kysely';
import type { CallReach, ReachCondition } from '../domain/access-rules.ts';

const oneOf = (column: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> =>
  values.length === 0 ? sql<boolean>`false` : sql<boolean>`${column} in (${sql.join(values)})`;

const anyOf = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(conditions, sql` or `)})`;

/** Scorecards of the call at hand that a person may see as its agent, newest last. */
const releasedTo = (person: string) => sql`
  select scorecard_id, created_at from finalisations where finalisations.call_id = calls.id
  union all
  select scorecard_id, created_at from shares
  where shares.call_id = calls.id and shares.user_id = ${person}::uuid and shares.revoked_at is null`;

function meets(condition: ReachCondition): RawBuilder<boolean> {
  if (condition.kind === 'teams') return oneOf(sql`calls.team`, condition.teams);
  if (condition.kind === 'own') {
    const isOwn = oneOf(sql`calls.agent_id`, condition.agents);
    return sql<boolean>`(${isOwn} and exists (${releasedTo(condition.person)}))`;
  }
  return sql<boolean>`exists (
    select 1 from assignments where assignments.call_id = calls.id and assignments.state <> 'cancelled' and (
      assignments.assignee = ${condition.person}::uuid or (assignments.assignee is null and assignments.queue_id in (
        select queue_id from queue_reviewers where user_id = ${condition.person}::uuid))))`;
}

/** True in SQL for a row of `calls` that lies within a reach: the same rule as `isWithinReach`. */
export function withinReach(reach: CallReach): RawBuilder<boolean> {
  return reach === 'all' ? sql<boolean>`true` : anyOf(reach.map(meets));
}

/** The condition under which somebody sees a call as its agent, or null. */
export function ownReach(reach: CallReach): Extract<ReachCondition, { kind: 'own' }> | null {
  if (reach === 'all') return null;
  return reach.find((one): one is Extract<ReachCondition, { kind: 'own' }> => one.kind === 'own') ?? null;
}

/**
 * The scorecard of a row of `calls` that is shown within a reach: the current one, but to the agent the newest that
 * was finalised or shared, since a machine's score nobody looked at is not for the agent.
 */
export function shownScorecardId(reach: CallReach): RawBuilder<string> {
  const own = ownReach(reach);
  if (own === null || reach === 'all') return sql<string>`calls.scorecard_id`;
  const released = sql`(select scorecard_id from (${releasedTo(own.person)}) released order by created_at desc limit 1)`;
  const others = reach.filter((one) => one !== own);
  if (others.length === 0) return sql<string>`${released}`;
  return sql<string>`case when ${anyOf(others.map(meets))} then calls.scorecard_id else ${released} end`;
}

/** Ids of the scorecards of a row of `calls` that somebody may open who sees it as its agent. */
export function releasedScorecardIds(person: string): RawBuilder<unknown> {
  return sql`(select scorecard_id from (${releasedTo(person)}) released)`;
}
