import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Action, isOwnCall, reachOf } from '../../domain/access-rules.ts';
import type { CallSummary } from '../../domain/call-list.ts';
import { findUnheard, hearEvidence } from '../../domain/played-evidence.ts';
import { finalise, holdingDecisions, type ReviewEntry } from '../../domain/review.ts';
import type { KeptScorecard } from '../../domain/store-ports.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall, requireOthersCall, reviewerOf } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import {
  finalisationRequestSchema,
  finalisationSchema,
  reviewEntrySchema,
  reviewRequestSchema,
  reviewStateSchema,
} from '../contract-reviews.ts';
import { refuseInvalid } from '../error-response.ts';
import { reviewPolicyOf } from '../review-policy.ts';
import { changeErrorResponses, errorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const stateRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/review',
  summary: 'What people said of the scorecard of a call: decisions, comments, finalisation, disputes',
  request: { params: idParam },
  responses: { 200: jsonAnswer(reviewStateSchema, 'The review.'), ...errorResponses },
});

const decideRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/reviews',
  summary: 'Confirms, overrides or withdraws the verdict on one criterion',
  request: { params: idParam, body: jsonBody(reviewRequestSchema) },
  responses: { 201: jsonAnswer(reviewEntrySchema, 'The decision.'), ...changeErrorResponses },
});

const finaliseRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/finalisations',
  summary: 'Finalises the scorecard as people left it: from then on its agent sees it',
  request: { params: idParam, body: jsonBody(finalisationRequestSchema) },
  responses: { 201: jsonAnswer(finalisationSchema, 'The finalisation.'), ...changeErrorResponses },
});

/** True when the caller may also do that other thing with this call. */
async function mayAlso(c: Context<AppEnv>, { store }: AppDeps, call: CallSummary, action: Action) {
  const reach = reachOf(c.get('caller'), action);
  return reach !== null && (await store.listsWithin(reach).summary(call.id)) !== null;
}

async function requireScorecard({ store }: AppDeps, callId: string, id: string): Promise<KeptScorecard> {
  const kept = await store.scorecards.get(id);
  if (kept !== null && kept.callRecordId === callId) return kept;
  throw new EarmarkError('E_NOT_FOUND', 'the call has no such scorecard');
}

/** Totals as they would be if the call were finalised now, and what of the evidence the caller has not heard. */
async function outlook(
  c: Context<AppEnv>,
  deps: AppDeps,
  callId: string,
  entries: readonly ReviewEntry[],
  id: string,
) {
  const { scorecard } = await requireScorecard(deps, callId, id);
  const { total, coverage } = finalise(scorecard, entries, reviewPolicyOf(deps.standards, scorecard));
  const played = await deps.store.reviews.playedBy(callId, reviewerOf(c));
  return { preview: { total, coverage }, unheard: findUnheard(scorecard, played) };
}

async function readState(c: Context<AppEnv>, deps: AppDeps, call: CallSummary) {
  const { reviews, disputes } = deps.store;
  const rounds = await reviews.finalisations(call.id);
  const scorecardId = rounds[0]?.scorecardId ?? call.scorecardId;
  const entries = scorecardId === null ? [] : await reviews.entries(scorecardId);
  const isOthers = !isOwnCall(c.get('caller'), call.agent?.id ?? null);
  const review = isOthers && (await mayAlso(c, deps, call, 'review-calls'));
  return {
    scorecardId,
    entries,
    comments: await reviews.comments(call.id),
    finalised: rounds[0] ?? null,
    disputes: await disputes.ofCall(call.id),
    ...(review && scorecardId !== null
      ? await outlook(c, deps, call.id, entries, scorecardId)
      : { preview: null, unheard: [] }),
    may: { review, dispute: rounds.length > 0 && (await mayAlso(c, deps, call, 'dispute-verdicts')) },
  };
}

/** GET of a review, POST of decisions and finalisations. */
export function createReviewRoutes(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { store, standards } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(stateRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    return c.json(await readState(c, deps, call), 200);
  });

  routes.openapi(decideRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    requireOthersCall(c, call);
    const { verdict, ...given } = c.req.valid('json');
    const { scorecard } = await requireScorecard(deps, call.id, given.scorecardId);
    const result = scorecard.criteria.find(({ id }) => id === given.criterion);
    if (result === undefined) throw new EarmarkError('E_NOT_FOUND', 'the scorecard has no such criterion');
    const by = reviewerOf(c);
    const { evidenceMs, playedMs } = hearEvidence(result, await store.reviews.playedBy(call.id, by));
    const decided: Verdict =
      verdict ?? (given.decision === 'not-applicable' ? 'not-applicable' : result.verdict);
    const entry = await store.reviews.decide(
      call.id,
      { ...given, verdict: decided, evidenceMs, playedMs },
      by,
    );
    c.set('auditDetails', { criterion: entry.criterion, decision: entry.decision, verdict: entry.verdict });
    return c.json(entry, 201);
  });

  routes.openapi(finaliseRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    requireOthersCall(c, call);
    const { scorecardId, basedOnReviews, acceptUnheard } = c.req.valid('json');
    const { scorecard } = await requireScorecard(deps, call.id, scorecardId);
    const by = reviewerOf(c);
    const unheard = findUnheard(scorecard, await store.reviews.playedBy(call.id, by));
    const entries = await store.reviews.entries(scorecardId);
    const holding = holdingDecisions(entries);
    const open = unheard.filter(({ criterion }) => holding.get(criterion)?.verdict !== 'not-applicable');
    if (open.length > 0 && !acceptUnheard) {
      throw new EarmarkError('E_UNHEARD', `evidence of ${open.length} verdicts was not listened to`, {
        remedy: 'play it, or finalise with acceptUnheard',
        problems: open.map(({ criterion }) => ({
          file: '',
          path: criterion,
          message: 'not listened to',
          remedy: 'play it',
        })),
      });
    }
    const final = finalise(scorecard, entries, reviewPolicyOf(standards, scorecard));
    const kept = await store.reviews.finalise(
      call.id,
      { scorecardId, basedOnRound: 0, basedOnReviews, final },
      by,
    );
    c.set('auditDetails', { round: kept.round, scorecard: scorecardId, unheard: open.length });
    return c.json(kept, 201);
  });

  return routes;
}
