import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { KeptScorecard } from '../../domain/store-ports.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall, openScorecards } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { scorecardHistoryResponseSchema, scorecardResponseSchema } from '../contract-scorecards.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, idParam, jsonAnswer } from '../route-parts.ts';

const historyRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/scorecards',
  summary: 'All scorecards a call ever had, newest first',
  request: { params: idParam },
  responses: { 200: jsonAnswer(scorecardHistoryResponseSchema, 'The scorecards.'), ...errorResponses },
});

const scorecardRoute = createRoute({
  method: 'get',
  path: '/scorecards/{id}',
  summary: 'One scorecard with its evidence',
  request: { params: idParam },
  responses: { 200: jsonAnswer(scorecardResponseSchema, 'The scorecard.'), ...errorResponses },
});

const inShort = ({ id, isCurrent, createdAt, origin, scorecard }: KeptScorecard) => ({
  id,
  isCurrent,
  createdAt,
  cause: origin.cause,
  standard: scorecard.standard,
  total: scorecard.total,
  coverage: scorecard.coverage,
  notScored: scorecard.notScored,
  criticalFailures: scorecard.criticalFailures,
  strip: scorecard.criteria.map((one) => ({
    criterion: one.id,
    verdict: one.verdict,
    critical: one.critical,
  })),
});

const missing = () => new EarmarkError('E_NOT_FOUND', 'there is no such scorecard');

/** GET of scorecards. */
export function createScorecardRoutes({ store }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(historyRoute, async (c) => {
    const { id } = await findCall(c, store, c.req.valid('param').id);
    const open = await openScorecards(c, store, id);
    const history = await store.scorecards.history(id);
    const shown = open === null ? history : history.filter((kept) => open.includes(kept.id));
    return c.json({ scorecards: shown.map(inShort) }, 200);
  });

  routes.openapi(scorecardRoute, async (c) => {
    const kept = await store.scorecards.get(c.req.valid('param').id);
    if (kept === null) throw missing();
    const call = await findCall(c, store, kept.callRecordId).catch((error: unknown) => {
      // a call that is not the caller's is told as a scorecard that is not there
      throw error instanceof EarmarkError && error.code === 'E_NOT_FOUND' ? missing() : error;
    });
    const open = await openScorecards(c, store, call.id);
    if (open !== null && !open.includes(kept.id)) throw missing();
    const { id, isCurrent, createdAt, origin } = kept;
    return c.json({ ...kept.scorecard, meta: { id, call: call.id, isCurrent, createdAt, ...origin } }, 200);
  });

  return routes;
}
