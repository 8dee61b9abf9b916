import type { Kysely } from 'kysely';
import type { PeopleDecisions } from '../domain/bench.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isUuid } from './is-uuid.ts';
import type { Database } from './schema.ts';

/**
 * What people decided on a call's criteria: the newest decision of the current scorecard that was not withdrawn, and
 * what was finalised with a person's word before that. A machine's verdict that nobody spoke about is no decision.
 */
export function createPeopleDecisions(db: Kysely<Database>): PeopleDecisions {
  return {
    async of(callRecordId) {
      if (!isUuid(callRecordId)) return {};
      const decided = await db
        .selectFrom('reviews')
        .innerJoin('calls', 'calls.scorecard_id', 'reviews.scorecard_id')
        .select(['reviews.criterion', 'reviews.decision', 'reviews.verdict'])
        .where('calls.id', '=', callRecordId)
        .orderBy('reviews.id')
        .execute();
      const finalised = await db
        .selectFrom('final_verdicts')
        .select(['criterion', 'verdict'])
        .where('call_id', '=', callRecordId)
        .where('is_current', '=', true)
        .where('decision', 'is not', null)
        .execute();
      const newest = new Map<string, Verdict>();
      for (const { criterion, decision, verdict } of decided) {
        if (decision === 'withdraw') newest.delete(criterion);
        else newest.set(criterion, verdict as Verdict);
      }
      for (const { criterion, verdict } of finalised) newest.set(criterion, verdict as Verdict);
      return Object.fromEntries(newest);
    },
  };
}
