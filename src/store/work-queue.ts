import { type Kysely, sql } from 'kysely';
import type { Reviewer } from '../domain/review-ports.ts';
import {
  orderQueue,
  type QueueEntry,
  type SamplingPlan,
  shareOut,
  type WorkQueue,
  whyWaiting,
} from '../domain/work-queue.ts';
import { EarmarkError } from '../errors.ts';
import { cleanText } from './clean-text.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import type { Database } from './schema.ts';
import { summaryColumns, toSummary } from './summary-rows.ts';
import { withinReach } from './within-reach.ts';

/** Most entries of a queue that are shown at once; and most that are looked at to find the pressing ones. */
const MOST_SHOWN = 200;
const MOST_SEEN = 2000;
/** Rows of one insert: a statement takes a limited number of parameters. */
const ROWS_AT_ONCE = 500;

const conflict = (message: string, remedy: string) => new EarmarkError('E_CONFLICT', message, { remedy });

/** What may be mine: given to me, or waiting in a queue of mine; for the local user everything nobody took. */
function mayTake(by: Reviewer) {
  if (by.id === null) return sql<boolean>`assignments.assignee is null`;
  return sql<boolean>`(assignments.assignee = ${by.id}::uuid or (assignments.assignee is null and (
    assignments.queue_id in (select queue_id from queue_reviewers where user_id = ${by.id}::uuid)
    or exists (select 1 from user_roles where user_id = ${by.id}::uuid and role = 'administrator'))))`;
}

const isNotOwn = (by: Reviewer) =>
  by.id === null
    ? sql<boolean>`true`
    : sql<boolean>`not exists (select 1 from user_agents u where u.user_id = ${by.id}::uuid and u.agent_id = calls.agent_id)`;

async function waiting(db: Kysely<Database>, ...[reach, by]: Parameters<WorkQueue['waiting']>) {
  const rows = await db
    .selectFrom('assignments')
    .innerJoin('calls', 'calls.id', 'assignments.call_id')
    .leftJoin('scorecards', 'scorecards.id', 'calls.scorecard_id')
    .leftJoin('review_queues', 'review_queues.id', 'assignments.queue_id')
    .select(summaryColumns)
    .select(['assignments.id as assignment', 'assignments.version', 'assignments.assignee'])
    .select(['assignments.is_random', 'assignments.due_at', 'assignments.created_at as given_at'])
    .select(['assignments.reason', 'review_queues.name as queue', 'review_queues.is_blind'])
    .where('assignments.state', '=', 'open')
    .where(mayTake(by))
    .where(isNotOwn(by))
    .where(withinReach(reach))
    .orderBy('assignments.created_at')
    .limit(MOST_SEEN)
    .execute();
  const entries = rows.map((row): QueueEntry => {
    const call = toSummary(row);
    return {
      ...{ id: row.assignment, version: row.version, call, queue: row.queue },
      ...{ isMine: row.assignee !== null, isRandom: row.is_random, isBlind: row.is_blind ?? false },
      why: whyWaiting(row.reason, call),
      dueAt: row.due_at?.toISOString() ?? null,
      createdAt: row.given_at.toISOString(),
    };
  });
  return orderQueue(entries).slice(0, MOST_SHOWN);
}

function requirePerson(by: Reviewer): string {
  if (by.id !== null) return by.id;
  throw conflict('only a person has calls to look at', 'sign in as somebody');
}

/** An open assignment in the version its changer had seen, to be changed. */
const seen = (db: Kysely<Database>, id: string, version: number) =>
  db
    .updateTable('assignments')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'open');

const changed = { version: sql<number>`version + 1`, updated_at: sql<string>`clock_timestamp()` };

async function requireChange(change: Promise<{ numUpdatedRows: bigint }>): Promise<void> {
  if ((await change).numUpdatedRows > 0n) return;
  throw conflict('somebody else took or changed this meanwhile', 'load the queue again');
}

async function claim(db: Kysely<Database>, ...[id, version, by]: Parameters<WorkQueue['claim']>) {
  const assignee = requirePerson(by);
  const update = seen(db, id, version).where('assignee', 'is', null);
  await requireChange(update.set({ assignee, ...changed }).executeTakeFirstOrThrow());
}

async function handBack(db: Kysely<Database>, ...[id, version, by]: Parameters<WorkQueue['handBack']>) {
  const own = seen(db, id, version).where('assignee', '=', requirePerson(by));
  const state = sql<string>`case when queue_id is null then 'cancelled' else state end`;
  const assignee = sql<string | null>`case when queue_id is null then assignee end`;
  await requireChange(own.set({ state, assignee, ...changed }).executeTakeFirstOrThrow());
}

async function assign(db: Kysely<Database>, ...[callId, person, by]: Parameters<WorkQueue['assign']>) {
  const reviewers = isUuid(person) ? await reviewersOf(db, [{ person, share: 1 }]) : [];
  const call = await db.selectFrom('calls').select('agent_id').where('id', '=', callId).executeTakeFirst();
  const [reviewer] = reviewers;
  if (reviewer === undefined || (call?.agent_id && reviewer.agents.includes(call.agent_id))) {
    throw conflict('this person cannot review this call', 'name a reviewer whose own call it is not');
  }
  const row = await db
    .insertInto('assignments')
    .values({ call_id: callId, assignee: person, reason: 'assigned', created_by: cleanText(by.name) })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) throw conflict('this call lies with a reviewer already', 'wait until it is done');
  return row.id;
}

/** Those of the people named who may review, with the agents they are themselves. */
async function reviewersOf(db: Kysely<Database>, named: SamplingPlan['reviewers']) {
  const ids = named.map(({ person }) => person).filter(isUuid);
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('user_roles')
    .select(['user_id', 'role'])
    .where('user_id', 'in', ids)
    .where('role', 'in', ['reviewer', 'administrator'])
    .execute();
  const agents = await db.selectFrom('user_agents').selectAll().where('user_id', 'in', ids).execute();
  return named
    .filter(({ person }) => rows.some((row) => row.user_id === person))
    .map((one) => ({
      ...one,
      agents: agents.filter((row) => row.user_id === one.person).map((row) => row.agent_id),
    }));
}

/** Calls of the plan, so many of each agent, drawn by the database's own chance. */
async function drawCalls(db: Kysely<Database>, plan: SamplingPlan) {
  const { filter, perAgent } = plan;
  let frame = db
    .selectFrom('calls')
    .select(['id', 'agent_id'])
    .select(sql<number>`row_number() over (partition by agent_id order by random())`.as('place'))
    .select(sql<number>`count(*) over (partition by agent_id)`.as('many'))
    .where('status', '=', 'scored')
    .where('duplicate_of', 'is', null)
    .where(sql<boolean>`sort_at >= clock_timestamp() - make_interval(days => ${plan.days})`)
    .where(sql<boolean>`not exists (select 1 from finalisations where finalisations.call_id = calls.id)`);
  if (filter.team !== undefined) frame = frame.where('team', '=', filter.team);
  if (filter.agent !== undefined) frame = frame.where('agent_id', '=', filter.agent);
  if (filter.standard !== undefined) frame = frame.where('standard_id', '=', filter.standard);
  if (filter.language !== undefined) frame = frame.where('language', '=', filter.language);
  const most =
    'count' in perAgent
      ? sql<number>`${perAgent.count}::int`
      : sql<number>`ceil(many * ${perAgent.share}::float8)`;
  const rows = await db
    .selectFrom(frame.as('frame'))
    .select(['id', 'agent_id'])
    .where(sql<boolean>`place <= ${most}`)
    .orderBy(sql`random()`)
    .execute();
  return rows.map((row) => ({ id: row.id, agent: row.agent_id }));
}

async function draw(db: Kysely<Database>, plan: SamplingPlan, by: Reviewer) {
  const reviewers = await reviewersOf(db, plan.reviewers);
  if (reviewers.length < plan.reviewers.length) {
    throw conflict('somebody named may not review calls', 'name people with the role reviewer');
  }
  const queue = await db
    .insertInto('review_queues')
    .values({
      ...{ name: cleanText(plan.name), plan: JSON.stringify(plan), is_blind: plan.isBlind },
      created_by: cleanText(by.name),
    })
    .onConflict((on) => on.column('name').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (queue === undefined) throw conflict('a queue of this name is there already', 'choose another name');
  const members = reviewers.map(({ person, share }) => ({ queue_id: queue.id, user_id: person, share }));
  await db.insertInto('queue_reviewers').values(members).execute();
  const shares = shareOut(await drawCalls(db, plan), reviewers);
  const fixed = { queue_id: queue.id, reason: 'random', is_random: true, created_by: cleanText(by.name) };
  const rows = shares.map(({ call, person }) => ({ call_id: call, assignee: person, ...fixed }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    await db.insertInto('assignments').values(some).execute();
  }
  return { id: queue.id, calls: shares.length };
}

/** Assignments and sampling plans kept in the given database or transaction. */
export function createWorkQueue(db: Kysely<Database>): WorkQueue {
  return {
    waiting: (reach, by) => waiting(db, reach, by),
    async callOf(id) {
      if (!isUuid(id)) return null;
      const row = db.selectFrom('assignments').select('call_id').where('id', '=', id);
      return (await row.executeTakeFirst())?.call_id ?? null;
    },
    claim: (id, version, by) => claim(db, id, version, by),
    handBack: (id, version, by) => handBack(db, id, version, by),
    assign: (callId, person, by) => inTransaction(db, (tx) => assign(tx, callId, person, by)),
    draw: (plan, by) => inTransaction(db, (tx) => draw(tx, plan, by)),
  };
}
