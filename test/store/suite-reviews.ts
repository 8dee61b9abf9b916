import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { finalise, type ReviewDecision } from '../../src/domain/review.ts';
import type { NewReview } from '../../src/domain/review-ports.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import type { Store } from '../../src/store/open-store.ts';
import { publicationOf, recordingAt } from './scored-calls.ts';

const policy = { coverageFloor: 0.8, partlyOf: () => 0.5 };
const verdicts = { greeting: 'unmet', tone: 'met' } as const;

/** Decisions of people, finalising and disputes, the same on every database. */
export function testReviews(storeOf: () => Store): void {
  const by = { id: null as string | null, name: 'Ann' };
  const other = { id: null as string | null, name: 'Bo' };
  beforeAll(async () => {
    for (const who of [by, other]) {
      const login = `reviewer-${randomUUID()}`;
      who.id = await storeOf().people.add({ login, name: who.name, roles: ['reviewer'] });
    }
  });

  async function scored() {
    const { id } = await storeOf().calls.saw(recordingAt(randomUUID()));
    const { id: scorecardId } = await storeOf().scorecards.publish(id, publicationOf(verdicts));
    return { id, scorecardId };
  }

  const decision = (scorecardId: string, given: Partial<NewReview> = {}): NewReview => ({
    ...{ scorecardId, criterion: 'greeting', decision: 'override' as ReviewDecision },
    ...{ verdict: 'met' as Verdict, reason: 'it was said', basedOn: null, evidenceMs: 0, playedMs: 0 },
    ...given,
  });

  async function finalised() {
    const call = await scored();
    const given = { scorecardId: call.scorecardId, basedOnRound: 0, basedOnReviews: [] };
    const final = finalise(publicationOf(verdicts).scorecard, [], policy);
    await storeOf().reviews.finalise(call.id, { ...given, final }, by);
    return call;
  }

  describe('reviews', () => {
    test('of fifty decisions on one criterion at once keep exactly one, and tell the others', async () => {
      const { id, scorecardId } = await scored();
      const tries = Array.from({ length: 50 }, (_, index) =>
        storeOf().reviews.decide(id, decision(scorecardId, { reason: `${index}` }), by),
      );
      const settled = await Promise.allSettled(tries);
      const kept = settled.filter(({ status }) => status === 'fulfilled');
      const codes = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
      expect([kept.length, codes.length, new Set(codes)]).toEqual([1, 49, new Set(['E_CONFLICT'])]);
      expect(await storeOf().reviews.entries(scorecardId)).toHaveLength(1);
    });

    test('are what a bench compares with: the newest, not one taken back, and nothing nobody said', async () => {
      const { id, scorecardId } = await scored();
      const { reviews, peopleDecisions } = storeOf();
      expect(await peopleDecisions.of(id)).toEqual({});
      const first = await reviews.decide(id, decision(scorecardId), by);
      expect(await peopleDecisions.of(id)).toEqual({ greeting: 'met' });
      const back = decision(scorecardId, { decision: 'withdraw', reason: '', basedOn: first.id });
      const second = await reviews.decide(id, back, by);
      expect(await peopleDecisions.of(id)).toEqual({});
      const again = decision(scorecardId, { verdict: 'partly', basedOn: second.id });
      await reviews.decide(id, again, by);
      const entries = await reviews.entries(scorecardId);
      const final = finalise(publicationOf(verdicts).scorecard, entries, policy);
      const basedOnReviews = entries.map((entry) => entry.id);
      await reviews.finalise(id, { scorecardId, basedOnRound: 0, basedOnReviews, final }, by);
      expect(await peopleDecisions.of(id)).toEqual({ greeting: 'partly' });
      expect(await peopleDecisions.of((await finalised()).id)).toEqual({});
      expect(await peopleDecisions.of('no-such-call')).toEqual({});
    });

    test('follow each other when each has seen the one before', async () => {
      const { id, scorecardId } = await scored();
      const { reviews } = storeOf();
      const first = await reviews.decide(id, decision(scorecardId), by);
      const back = decision(scorecardId, { decision: 'withdraw', reason: '', basedOn: first.id });
      expect(await reviews.decide(id, back, other)).toMatchObject({ verdict: 'unmet', by: 'Bo' });
      await expect(reviews.decide(id, back, by)).rejects.toMatchObject({ code: 'E_CONFLICT' });
    });

    test('are refused on a scorecard that is not the current one', async () => {
      const { id, scorecardId } = await scored();
      await storeOf().scorecards.publish(id, publicationOf({ greeting: 'met' }));
      const late = storeOf().reviews.decide(id, decision(scorecardId), by);
      await expect(late).rejects.toMatchObject({ code: 'E_CONFLICT' });
    });

    test('cannot be changed or removed, whoever asks the database', async () => {
      const { id, scorecardId } = await scored();
      await storeOf().reviews.decide(id, decision(scorecardId), by);
      const edit = storeOf().executeSql(`update reviews set verdict = 'unmet' where call_id = $1`, [id]);
      await expect(edit).rejects.toThrow();
      await expect(storeOf().executeSql('delete from reviews where call_id = $1', [id])).rejects.toThrow();
    });
  });

  describe('finalising', () => {
    test('keeps the scorecard as people left it and ends the assignments', async () => {
      const { id, scorecardId } = await scored();
      const { reviews } = storeOf();
      const assign = `insert into assignments (call_id, assignee, reason, is_random, created_by) values ($1, $2, 'random', true, 'x')`;
      await storeOf().executeSql(assign, [id, by.id]);
      const entry = await reviews.decide(id, decision(scorecardId), by);
      const final = finalise(publicationOf(verdicts).scorecard, [entry], policy);
      const given = { scorecardId, basedOnRound: 0, final };
      const unseen = reviews.finalise(id, { ...given, basedOnReviews: [] }, other);
      await expect(unseen).rejects.toMatchObject({ code: 'E_CONFLICT' });
      const kept = await reviews.finalise(id, { ...given, basedOnReviews: [entry.id] }, by);
      expect(kept).toMatchObject({ round: 1, total: 1, isRandom: true, by: 'Ann' });
      const again = reviews.finalise(id, { ...given, basedOnReviews: [entry.id] }, other);
      await expect(again).rejects.toMatchObject({ code: 'E_CONFLICT' });
      const { rows } = await storeOf().executeSql('select state from assignments where call_id = $1', [id]);
      expect(rows).toEqual([{ state: 'done' }]);
      const more = reviews.decide(id, decision(scorecardId, { basedOn: entry.id }), by);
      await expect(more).rejects.toMatchObject({ code: 'E_CONFLICT' });
    });

    test('is refused to the call’s own agent by the database itself', async () => {
      const agent = randomUUID();
      const login = `own-${randomUUID()}`;
      const own = await storeOf().people.add({
        login,
        name: 'O',
        roles: ['agent', 'reviewer'],
        agents: [agent],
      });
      const { id } = await storeOf().calls.saw(recordingAt(randomUUID()));
      const metadata = { version: 1 as const, callId: id, agent: { id: agent } };
      await storeOf().calls.describe(id, { metadata, provenance: {}, problems: [] });
      const { id: scorecardId } = await storeOf().scorecards.publish(id, publicationOf(verdicts));
      const decided = storeOf().reviews.decide(id, decision(scorecardId), { id: own, name: 'O' });
      await expect(decided).rejects.toThrow();
    });
  });

  describe('listening', () => {
    test('is remembered for each person alone', async () => {
      const { id } = await scored();
      await storeOf().reviews.played(id, { startMs: 1000, endMs: 2000.5 }, by);
      expect(await storeOf().reviews.playedBy(id, by)).toEqual([{ startMs: 1000, endMs: 2000.5 }]);
      expect(await storeOf().reviews.playedBy(id, other)).toEqual([]);
    });
  });

  describe('disputes', () => {
    const objection = { criterion: 'greeting', expected: 'met', reason: '我说了' } as const;
    const agent = { id: null, name: 'agent' };

    test('need something that was finalised, one at a time, for another verdict', async () => {
      const { disputes } = storeOf();
      const open = await scored();
      await expect(disputes.raise(open.id, objection, agent)).rejects.toMatchObject({ code: 'E_CONFLICT' });
      const { id } = await finalised();
      const same = disputes.raise(id, { ...objection, expected: 'unmet' }, agent);
      await expect(same).rejects.toMatchObject({ code: 'E_CONFLICT' });
      expect(await disputes.raise(id, objection, agent)).toMatchObject({ round: 1, state: 'open' });
      await expect(disputes.raise(id, objection, agent)).rejects.toMatchObject({ code: 'E_CONFLICT' });
    });

    test('are decided by somebody other than who finalised, and end after two rounds', async () => {
      const { disputes } = storeOf();
      const { id } = await finalised();
      for (let round = 1; round <= 2; round++) {
        const dispute = await disputes.raise(id, objection, agent);
        expect(dispute.round).toBe(round);
        const outcome = { state: 'rejected' as const, reason: 'it was not said' };
        await expect(disputes.close(dispute.id, outcome, by)).rejects.toMatchObject({ code: 'E_FORBIDDEN' });
        await disputes.close(dispute.id, outcome, other);
        await expect(disputes.close(dispute.id, outcome, other)).rejects.toMatchObject({
          code: 'E_CONFLICT',
        });
      }
      await expect(disputes.raise(id, objection, agent)).rejects.toMatchObject({ code: 'E_CONFLICT' });
    });

    test('put the call before every reviewer until they are decided', async () => {
      const { disputes, executeSql } = storeOf();
      const { id } = await finalised();
      const dispute = await disputes.raise(id, objection, agent);
      const reach = [{ kind: 'assigned' as const, person: other.id ?? '' }];
      expect(await storeOf().listsWithin(reach).summary(id)).toMatchObject({ id });
      await disputes.close(dispute.id, { state: 'withdrawn', reason: '' }, agent);
      const { rows } = await executeSql('select state from assignments where call_id = $1', [id]);
      expect(rows).toEqual([{ state: 'done' }]);
    });
  });
}
