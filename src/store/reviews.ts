import { type Kysely, type Selectable, sql } from 'kysely';
import type { FinalScorecard, ReviewDecision, ReviewEntry } from '../domain/review.ts';
import type { KeptFinalisation, NewReview, Reviewer, Reviews } from '../domain/review-ports.ts';
import type { Verdict } from '../domain/verdict.ts';
import { EarmarkError } from '../errors.ts';
import { cleanText } from './clean-text.ts';
import { finalise, lockForReview } from './finalise.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { fromKept } from './kept-json.ts';
import type { Database } from './schema.ts';
import type { ReviewsTable } from './schema-people.ts';

const toEntry = (row: Selectable<ReviewsTable>): ReviewEntry => ({
  id: row.id,
  scorecardId: row.scorecard_id,
  criterion: row.criterion,
  decision: row.decision as ReviewDecision,
  oldVerdict: row.old_verdict as Verdict,
  verdict: row.verdict as Verdict,
  reason: row.reason,
  by: row.by_name,
  byId: row.by_user,
  createdAt: row.created_at.toISOString(),
});

/** The newest decision on a criterion must be the one its maker had seen. */
async function requireSeen(db: Kysely<Database>, review: NewReview): Promise<void> {
  const newest = await db
    .selectFrom('reviews')
    .select(['id', 'by_name'])
    .where('scorecard_id', '=', review.scorecardId)
    .where('criterion', '=', review.criterion)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if ((newest?.id ?? null) === review.basedOn) return;
  throw new EarmarkError(
    'E_CONFLICT',
    `${newest?.by_name ?? 'somebody'} decided on this criterion meanwhile`,
    {
      remedy: 'look at that decision, then decide again',
    },
  );
}

async function decide(db: Kysely<Database>, callId: string, review: NewReview, by: Reviewer) {
  await lockForReview(db, callId, review.scorecardId, review.isInDispute);
  await requireSeen(db, review);
  const verdict = await db
    .selectFrom('verdicts')
    .select('verdict')
    .where('scorecard_id', '=', review.scorecardId)
    .where('criterion', '=', review.criterion)
    .executeTakeFirst();
  if (verdict === undefined) throw new EarmarkError('E_NOT_FOUND', 'the scorecard has no such criterion');
  const row = await db
    .insertInto('reviews')
    .values({
      call_id: callId,
      scorecard_id: review.scorecardId,
      criterion: review.criterion,
      decision: review.decision,
      old_verdict: verdict.verdict,
      verdict: review.decision === 'withdraw' ? verdict.verdict : review.verdict,
      reason: cleanText(review.reason),
      evidence_ms: review.evidenceMs,
      played_ms: review.playedMs,
      by_user: by.id,
      by_name: cleanText(by.name),
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return toEntry(row);
}

const toComment = (row: {
  id: number;
  at_ms: number | null;
  criterion: string | null;
  body: string;
  by_name: string;
  created_at: Date;
}) => ({
  id: row.id,
  atMs: row.at_ms,
  criterion: row.criterion,
  body: row.body,
  by: row.by_name,
  createdAt: row.created_at.toISOString(),
});

async function finalisationsOf(db: Kysely<Database>, callId: string): Promise<KeptFinalisation[]> {
  const rows = await db
    .selectFrom('finalisations')
    .selectAll()
    .where('call_id', '=', callId)
    .orderBy('round', 'desc')
    .execute();
  return rows.map((row) => ({
    ...fromKept<FinalScorecard>(row.body),
    id: row.id,
    scorecardId: row.scorecard_id,
    round: row.round,
    by: row.by_name,
    byId: row.by_user,
    isRandom: row.is_random,
    createdAt: row.created_at.toISOString(),
  }));
}

/** Spans one person listened to; those of the local user and of tokens go by name. */
const ofReviewer = (by: Reviewer) =>
  by.id === null
    ? sql<boolean>`by_user is null and by_name = ${cleanText(by.name)}`
    : sql<boolean>`by_user = ${by.id}::uuid`;

/** What people say of scorecards, kept in the given database or transaction. */
export function createReviews(db: Kysely<Database>): Reviews {
  return {
    async entries(scorecardId) {
      if (!isUuid(scorecardId)) return [];
      const rows = db.selectFrom('reviews').selectAll().where('scorecard_id', '=', scorecardId);
      return (await rows.orderBy('id').execute()).map(toEntry);
    },
    decide: (callId, review, by) => inTransaction(db, (tx) => decide(tx, callId, review, by)),
    async comments(callId) {
      if (!isUuid(callId)) return [];
      const rows = db.selectFrom('comments').selectAll().where('call_id', '=', callId);
      return (await rows.orderBy('id').execute()).map(toComment);
    },
    async comment(callId, { atMs, criterion, body }, by) {
      const row = await db
        .insertInto('comments')
        .values({
          ...{ call_id: callId, at_ms: atMs, criterion, body: cleanText(body) },
          ...{ by_user: by.id, by_name: cleanText(by.name) },
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      return toComment(row);
    },
    async played(callId, { startMs, endMs }, by) {
      const who = { by_user: by.id, by_name: cleanText(by.name) };
      const row = { call_id: callId, start_ms: startMs, end_ms: endMs, ...who };
      await db.insertInto('plays').values(row).execute();
    },
    async playedBy(callId, by) {
      if (!isUuid(callId)) return [];
      const rows = db.selectFrom('plays').select(['start_ms', 'end_ms']).where('call_id', '=', callId);
      const own = await rows.where(ofReviewer(by)).orderBy('start_ms').execute();
      return own.map((row) => ({ startMs: row.start_ms, endMs: row.end_ms }));
    },
    finalise: (callId, given, by) =>
      inTransaction(db, async (tx) => {
        await finalise(tx, callId, given, by);
        const [newest] = await finalisationsOf(tx, callId);
        if (newest === undefined) throw new EarmarkError('E_INTERNAL', 'a finalisation was not kept');
        return newest;
      }),
    finalisations: async (callId) => (isUuid(callId) ? await finalisationsOf(db, callId) : []),
  };
}
