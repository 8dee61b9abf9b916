import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { DisputeCase } from '../../domain/dispute.ts';
import { finalise } from '../../domain/review.ts';
import type { Reviewer } from '../../domain/review-ports.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall, requireOthersCall, reviewerOf } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import {
  disputeDecisionSchema,
  disputeRequestSchema,
  disputeSchema,
  doneSchema,
} from '../contract-reviews.ts';
import { refuseInvalid } from '../error-response.ts';
import { reviewPolicyOf } from '../review-policy.ts';
import { changeErrorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const raiseRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/disputes',
  summary: 'Objects to a finalised verdict on a call of the caller’s own',
  request: { params: idParam, body: jsonBody(disputeRequestSchema) },
  responses: { 201: jsonAnswer(disputeSchema, 'The dispute.'), ...changeErrorResponses },
});

const decideRoute = createRoute({
  method: 'post',
  path: '/disputes/{id}/decision',
  summary: 'Decides a dispute; an upheld one finalises the call anew with the expected verdict',
  request: { params: idParam, body: jsonBody(disputeDecisionSchema) },
  responses: { 200: jsonAnswer(disputeSchema, 'The dispute.'), ...changeErrorResponses },
});

const withdrawRoute = createRoute({
  method: 'post',
  path: '/disputes/{id}/withdrawal',
  summary: 'Takes a dispute back',
  request: { params: idParam },
  responses: { 200: jsonAnswer(doneSchema, 'It is withdrawn.'), ...changeErrorResponses },
});

const missing = () => new EarmarkError('E_NOT_FOUND', 'there is no such dispute');

/** Writes an upheld dispute: a decision of the deciding person, and the next round of the call. */
async function uphold(
  parts: Pick<AppDeps['store'], 'reviews' | 'scorecards'>,
  deps: AppDeps,
  dispute: DisputeCase,
  reason: string,
  by: Reviewer,
) {
  const { callId, scorecardId, criterion, expected } = dispute;
  const before = await parts.reviews.entries(scorecardId);
  const basedOn = before.findLast((entry) => entry.criterion === criterion)?.id ?? null;
  const review = {
    scorecardId,
    criterion,
    decision: 'override' as const,
    verdict: expected,
    reason,
    basedOn,
  };
  await parts.reviews.decide(callId, { ...review, evidenceMs: 0, playedMs: 0, isInDispute: true }, by);
  const kept = await parts.scorecards.get(scorecardId);
  const [newest] = await parts.reviews.finalisations(callId);
  if (kept === null || newest === undefined) throw missing();
  const entries = await parts.reviews.entries(scorecardId);
  const final = finalise(kept.scorecard, entries, reviewPolicyOf(deps.standards, kept.scorecard));
  const basedOnReviews = entries.map(({ id }) => id);
  await parts.reviews.finalise(
    callId,
    { scorecardId, basedOnRound: newest.round, basedOnReviews, final },
    by,
  );
}

/** POST of disputes, of their decisions and withdrawals. */
export function createDisputeRoutes(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { store } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(raiseRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    const dispute = await store.disputes.raise(call.id, c.req.valid('json'), reviewerOf(c));
    c.set('auditDetails', { dispute: dispute.id, criterion: dispute.criterion, expected: dispute.expected });
    return c.json(dispute, 201);
  });

  routes.openapi(decideRoute, async (c) => {
    const dispute = await store.disputes.find(c.req.valid('param').id);
    if (dispute === null) throw missing();
    const call = await findCall(c, store, dispute.callId).catch(() => Promise.reject(missing()));
    requireOthersCall(c, call);
    const by = reviewerOf(c);
    const { outcome, reason } = c.req.valid('json');
    await store.transaction(async (parts) => {
      await parts.disputes.close(dispute.id, { state: outcome, reason }, by);
      if (outcome === 'upheld') await uphold(parts, deps, dispute, reason, by);
    });
    c.set('auditDetails', { dispute: dispute.id, outcome });
    const decided = await store.disputes.find(dispute.id);
    if (decided === null) throw missing();
    return c.json(decided, 200);
  });

  routes.openapi(withdrawRoute, async (c) => {
    const dispute = await store.disputes.find(c.req.valid('param').id);
    if (dispute === null) throw missing();
    await findCall(c, store, dispute.callId).catch(() => Promise.reject(missing()));
    const by = reviewerOf(c);
    if (dispute.raisedById !== by.id) {
      throw new EarmarkError('E_CONFLICT', 'only who raised a dispute takes it back', {
        remedy: 'decide it instead',
      });
    }
    await store.disputes.close(dispute.id, { state: 'withdrawn', reason: '' }, by);
    c.set('auditDetails', { dispute: dispute.id });
    return c.json({ isDone: true }, 200);
  });

  return routes;
}
