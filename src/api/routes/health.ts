import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from '../app-deps.ts';
import { healthResponseSchema } from '../contract-catalogue.ts';
import { jsonAnswer } from '../route-parts.ts';

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'The process runs',
  responses: { 200: jsonAnswer(healthResponseSchema, 'It does.') },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'The process can serve: the store answers',
  responses: {
    200: jsonAnswer(healthResponseSchema, 'It can.'),
    503: jsonAnswer(healthResponseSchema, 'It cannot now.'),
  },
});

/** GET of health, for whoever watches the process; nobody need be signed in. */
export function createHealthRoutes({ store }: AppDeps): OpenAPIHono {
  const routes = new OpenAPIHono();

  routes.openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200));

  routes.openapi(readyRoute, async (c) => {
    try {
      await store.ping();
      return c.json({ status: 'ok' as const, store: 'ok' as const }, 200);
    } catch {
      return c.json({ status: 'unavailable' as const, store: 'unavailable' as const }, 503);
    }
  });

  return routes;
}
