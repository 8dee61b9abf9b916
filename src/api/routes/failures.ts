import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { failuresResponseSchema, redrivenResponseSchema } from '../contract-operations.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, errorResponses, idParam, jsonAnswer } from '../route-parts.ts';

const LIMIT = 500;

const listRoute = createRoute({
  method: 'get',
  path: '/failures',
  summary: 'Calls that were given up, newest first, with the reason of each',
  responses: { 200: jsonAnswer(failuresResponseSchema, 'At most 500 of them.'), ...errorResponses },
});

const redriveRoute = createRoute({
  method: 'post',
  path: '/failures/{id}/redrive',
  summary: 'Puts a given-up call back on the queue, from the stage it failed in',
  request: { params: idParam },
  responses: {
    202: jsonAnswer(redrivenResponseSchema, 'It waits to be processed.'),
    ...changeErrorResponses,
  },
});

/** GET of failures and POST of their redrive. */
export function createFailureRoutes({ store, redrive }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(listRoute, async (c) => {
    const failures = await store.failures.list(LIMIT);
    return c.json({ count: await store.failures.count(), failures }, 200);
  });

  routes.openapi(redriveRoute, async (c) => {
    const { id } = await findCall(c, store, c.req.valid('param').id);
    if (!(await redrive(id))) throw new EarmarkError('E_CONFLICT', 'this call is not given up');
    return c.json({ id, status: 'found' as const }, 202);
  });

  return routes;
}
