import { type Kysely, sql } from 'kysely';
import {
  DISPUTE_DAYS,
  type Dispute,
  type DisputeCase,
  type DisputeState,
  type Disputes,
  MAX_DISPUTE_ROUNDS,
  type NewDispute,
} from '../domain/dispute.ts';
import type { Reviewer } from '../domain/review-ports.ts';
import type { Verdict } from '../domain/verdict.ts';
import { EarmarkError } from '../errors.ts';
import { cleanText } from './clean-text.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import type { Database } from './schema.ts';

const QUEUE = 'disputes';
const conflict = (message: string, remedy: string) => new EarmarkError('E_CONFLICT', message, { remedy });

const casesIn = (db: Kysely<Database>) =>
  db
    .selectFrom('disputes')
    .innerJoin('finalisations', 'finalisations.id', 'disputes.finalisation_id')
    .selectAll('disputes')
    .select(['finalisations.scorecard_id', 'finalisations.by_user', 'finalisations.by_name']);

type CaseRow = Awaited<ReturnType<ReturnType<typeof casesIn>['executeTakeFirstOrThrow']>>;

const toDispute = (row: Omit<CaseRow, 'scorecard_id' | 'by_user' | 'by_name'>): Dispute => ({
  id: row.id,
  callId: row.call_id,
  criterion: row.criterion,
  round: row.round,
  oldVerdict: row.old_verdict as Verdict,
  expected: row.expected as Verdict,
  reason: row.reason,
  raisedBy: row.raised_by_name,
  createdAt: row.created_at.toISOString(),
  dueAt: row.due_at.toISOString(),
  state: row.state as DisputeState,
  decidedBy: row.decided_by_name,
  decisionReason: row.decision_reason,
  decidedAt: row.decided_at?.toISOString() ?? null,
});

const toCase = (row: CaseRow): DisputeCase => ({
  ...toDispute(row),
  scorecardId: row.scorecard_id,
  raisedById: row.raised_by,
  finalisedById: row.by_user,
  finalisedBy: row.by_name,
});

/** The finalised verdict an objection is about, and how often it has been disputed. */
async function disputed(db: Kysely<Database>, callId: string, given: NewDispute) {
  const final = await db
    .selectFrom('final_verdicts')
    .select(['finalisation_id', 'verdict'])
    .where('call_id', '=', callId)
    .where('is_current', '=', true)
    .where('criterion', '=', given.criterion)
    .executeTakeFirst();
  if (final === undefined) {
    throw conflict('nothing of this call was finalised under that criterion', 'wait until it is finalised');
  }
  if (final.verdict === given.expected) {
    throw conflict('the verdict is already the expected one', 'name the verdict that would be right');
  }
  const before = await db
    .selectFrom('disputes')
    .select(['state', 'round'])
    .where('call_id', '=', callId)
    .where('criterion', '=', given.criterion)
    .execute();
  if (before.some(({ state }) => state === 'open')) {
    throw conflict('this verdict is already disputed', 'wait for the decision');
  }
  if (before.length >= MAX_DISPUTE_ROUNDS) {
    throw conflict(
      `this verdict was disputed ${before.length} times`,
      'what was decided last holds; talk to your manager',
    );
  }
  return { ...final, round: before.length + 1 };
}

/** The queue disputes come to: every reviewer there is looks into it. */
async function disputeQueue(db: Kysely<Database>): Promise<string> {
  const queue = db.insertInto('review_queues').values({ name: QUEUE, created_by: 'earmark' });
  // an update that changes nothing, so that the row comes back when it was there
  const { id } = await queue
    .onConflict((on) => on.column('name').doUpdateSet({ name: QUEUE }))
    .returning('id')
    .executeTakeFirstOrThrow();
  await sql`
    insert into queue_reviewers (queue_id, user_id)
    select ${id}::uuid, user_id from user_roles where role = 'reviewer'
    on conflict do nothing`.execute(db);
  return id;
}

async function raise(db: Kysely<Database>, callId: string, given: NewDispute, by: Reviewer) {
  await db.selectFrom('calls').select('id').where('id', '=', callId).forUpdate().executeTakeFirstOrThrow();
  const of = await disputed(db, callId, given);
  const who = { raised_by: by.id, raised_by_name: cleanText(by.name) };
  const row = await db
    .insertInto('disputes')
    .values({
      call_id: callId,
      finalisation_id: of.finalisation_id,
      criterion: given.criterion,
      round: of.round,
      expected: given.expected,
      old_verdict: of.verdict,
      reason: cleanText(given.reason),
      ...who,
      due_at: sql<string>`clock_timestamp() + make_interval(days => ${DISPUTE_DAYS})`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const assignment = { call_id: callId, queue_id: await disputeQueue(db), reason: 'disputed' };
  await db
    .insertInto('assignments')
    .values({ ...assignment, created_by: cleanText(by.name), due_at: row.due_at.toISOString() })
    .onConflict((on) => on.doNothing())
    .execute();
  return toDispute(row);
}

async function close(
  db: Kysely<Database>,
  id: string,
  outcome: Parameters<Disputes['close']>[1],
  by: Reviewer,
): Promise<void> {
  const found = await casesIn(db).where('disputes.id', '=', id).forUpdate('disputes').executeTakeFirst();
  if (found === undefined) throw new EarmarkError('E_NOT_FOUND', 'there is no such dispute');
  if (found.state !== 'open') throw conflict('this dispute has been decided', 'load the call again');
  const isOwnWork = by.id !== null && by.id === found.by_user;
  if (outcome.state !== 'withdrawn' && isOwnWork) {
    throw new EarmarkError('E_FORBIDDEN', 'you finalised this verdict yourself', {
      remedy: 'leave the dispute to another reviewer',
    });
  }
  await db
    .updateTable('disputes')
    .set({
      state: outcome.state,
      decided_by: by.id,
      decided_by_name: cleanText(by.name),
      decision_reason: cleanText(outcome.reason),
      decided_at: sql<string>`clock_timestamp()`,
    })
    .where('id', '=', id)
    .execute();
  const open = db.selectFrom('disputes').select('id').where('call_id', '=', found.call_id);
  if ((await open.where('state', '=', 'open').executeTakeFirst()) !== undefined) return;
  await db
    .updateTable('assignments')
    .set({ state: 'done', version: sql`version + 1`, updated_at: sql<string>`clock_timestamp()` })
    .where('call_id', '=', found.call_id)
    .where('state', '=', 'open')
    .where('reason', '=', 'disputed')
    .execute();
}

/** Disputes kept in the given database or transaction. */
export function createDisputes(db: Kysely<Database>): Disputes {
  return {
    raise: (callId, given, by) => inTransaction(db, (tx) => raise(tx, callId, given, by)),
    async ofCall(callId) {
      if (!isUuid(callId)) return [];
      const rows = db.selectFrom('disputes').selectAll().where('call_id', '=', callId);
      return (await rows.orderBy('created_at').execute()).map(toDispute);
    },
    async find(id) {
      if (!isUuid(id)) return null;
      const row = await casesIn(db).where('disputes.id', '=', id).executeTakeFirst();
      return row === undefined ? null : toCase(row);
    },
    close: (id, outcome, by) => inTransaction(db, (tx) => close(tx, id, outcome, by)),
  };
}
