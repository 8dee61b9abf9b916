import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { spendQuerySchema, spendResponseSchema } from '../contract-operations.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, jsonAnswer } from '../route-parts.ts';

const spendRoute = createRoute({
  method: 'get',
  path: '/spend',
  summary: 'What providers were paid, by day, call or stage',
  request: { query: spendQuerySchema },
  responses: {
    200: jsonAnswer(spendResponseSchema, 'At most 1000 groups, newest first.'),
    ...errorResponses,
  },
});

/** GET of what was spent. */
export function createSpendRoutes({ store, currency }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  routes.openapi(spendRoute, async (c) => {
    const groups = await store.ledger.spend(c.req.valid('query').by);
    // kept in millionths
    const spend = groups.map((one) => ({ ...one, amount: one.amount / 1e6, unknown: one.unknown / 1e6 }));
    return c.json({ currency, spend }, 200);
  });
  return routes;
}
