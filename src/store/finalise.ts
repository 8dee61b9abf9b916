import { type Kysely, sql } from 'kysely';
import type { NewFinalisation, Reviewer } from '../domain/review-ports.ts';
import { EarmarkError } from '../errors.ts';
import { cleanText } from './clean-text.ts';
import { isUuid } from './is-uuid.ts';
import { toKept } from './kept-json.ts';
import { countFinal, uncountFinal } from './report-counts.ts';
import type { Database } from './schema.ts';

const conflict = (message: string, remedy: string) => new EarmarkError('E_CONFLICT', message, { remedy });

/**
 * Locks a call for a decision of a person and gives its newest round, 0 for none. Two at once take turns here.
 * Throws `E_CONFLICT` when the scorecard is not the current one, or the call is finalised and `isReopened` is not set.
 */
export async function lockForReview(
  db: Kysely<Database>,
  callId: string,
  scorecardId: string,
  isReopened = false,
): Promise<number> {
  const call = await db
    .selectFrom('calls')
    .select('scorecard_id')
    .where('id', '=', callId)
    .forUpdate()
    .executeTakeFirst();
  if (call === undefined || !isUuid(scorecardId))
    throw new EarmarkError('E_NOT_FOUND', 'there is no such call');
  const newest = await db
    .selectFrom('finalisations')
    .select(['round', 'scorecard_id', 'by_name'])
    .where('call_id', '=', callId)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (isReopened && newest !== undefined) {
    // a dispute is about what was finalised, whatever was scored anew since
    if (newest.scorecard_id === scorecardId) return newest.round;
    throw conflict('another scorecard of this call was finalised', 'load the call again');
  }
  if (newest !== undefined) {
    throw conflict(`${newest.by_name} has finalised this call`, 'only a dispute opens it again');
  }
  if (call.scorecard_id !== scorecardId) {
    throw conflict('the call was scored anew meanwhile', 'load the call again and look at the new scorecard');
  }
  return 0;
}

/** Every newest decision must be among those the finalising person had seen. */
async function requireAllSeen(db: Kysely<Database>, given: NewFinalisation): Promise<void> {
  const newest = await db
    .selectFrom('reviews')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('scorecard_id', '=', given.scorecardId)
    .groupBy('criterion')
    .execute();
  const seen = new Set(given.basedOnReviews);
  if (newest.every(({ id }) => seen.has(Number(id)))) return;
  throw conflict('somebody decided on a criterion meanwhile', 'load the call again, then finalise');
}

async function keepVerdicts(db: Kysely<Database>, id: number, callId: string, given: NewFinalisation) {
  await db.updateTable('final_verdicts').set({ is_current: false }).where('call_id', '=', callId).execute();
  const rows = given.final.verdicts.map((one) => ({
    finalisation_id: id,
    call_id: callId,
    scorecard_id: given.scorecardId,
    criterion: one.criterion,
    verdict: one.verdict,
    machine_verdict: one.machineVerdict,
    score: one.score,
    weight: one.weight,
    critical: one.critical,
    decision: one.decision,
  }));
  if (rows.length > 0) await db.insertInto('final_verdicts').values(rows).execute();
}

/** True when the call came to people as part of a random sample: only those feed rates. */
async function isRandomSample(db: Kysely<Database>, callId: string): Promise<boolean> {
  const random = db
    .selectFrom('assignments')
    .select('id')
    .where('call_id', '=', callId)
    .where('is_random', '=', true)
    .where('state', '<>', 'cancelled');
  return (await random.limit(1).executeTakeFirst()) !== undefined;
}

/**
 * Keeps a round of a call's finalisation with its verdicts and ends the open assignments, all in the transaction
 * given. Throws `E_CONFLICT` when anything its maker had seen has changed.
 */
export async function finalise(
  db: Kysely<Database>,
  callId: string,
  given: NewFinalisation,
  by: Reviewer,
): Promise<void> {
  const round = await lockForReview(db, callId, given.scorecardId, given.basedOnRound > 0);
  if (round !== given.basedOnRound) throw conflict('the call was finalised meanwhile', 'load the call again');
  await requireAllSeen(db, given);
  const { verdicts, total, coverage } = given.final;
  const { id } = await db
    .insertInto('finalisations')
    .values({
      call_id: callId,
      scorecard_id: given.scorecardId,
      round: round + 1,
      body: toKept({ verdicts, total, coverage, criticalFailures: given.final.criticalFailures }),
      ...{ total, coverage, is_random: await isRandomSample(db, callId) },
      ...{ by_user: by.id, by_name: cleanText(by.name) },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await uncountFinal(db, callId);
  await keepVerdicts(db, id, callId, given);
  await countFinal(db, callId);
  await db
    .updateTable('assignments')
    .set({ state: 'done', version: sql`version + 1`, updated_at: sql<string>`clock_timestamp()` })
    .where('call_id', '=', callId)
    .where('state', '=', 'open')
    .execute();
}
