import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { ProviderGate } from '../../domain/operation-ports.ts';
import { healthResponseSchema } from '../contract-catalogue.ts';
import { jsonAnswer } from '../route-parts.ts';

/** What health is told from. */
export interface HealthDeps {
  readonly store: { readonly gate: Pick<ProviderGate, 'circuits'>; ping(): Promise<void> };
  /** Figures in Prometheus' text format; absent where nobody keeps them. */
  readonly metrics?: () => Promise<string>;
}

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'The process runs',
  responses: { 200: jsonAnswer(healthResponseSchema, 'It does.') },
});

const readyRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'The process can serve: the store answers; names providers that are closed',
  responses: {
    200: jsonAnswer(healthResponseSchema, 'It can.'),
    503: jsonAnswer(healthResponseSchema, 'It cannot now.'),
  },
});

/** GET of health and figures, for whoever watches the process; nobody need be signed in. */
export function createHealthRoutes({ store, metrics }: HealthDeps): OpenAPIHono {
  const routes = new OpenAPIHono();

  routes.openapi(healthRoute, (c) => c.json({ status: 'ok' as const }, 200));

  routes.openapi(readyRoute, async (c) => {
    try {
      await store.ping();
      const closed = (await store.gate.circuits()).map(({ provider, code }) => ({ provider, code }));
      const providers = closed.length === 0 ? {} : { closedProviders: closed };
      return c.json({ status: 'ok' as const, store: 'ok' as const, ...providers }, 200);
    } catch {
      return c.json({ status: 'unavailable' as const, store: 'unavailable' as const }, 503);
    }
  });

  if (metrics !== undefined)
    routes.get('/metrics', async (c) => {
      c.header('content-type', 'text/plain; version=0.0.4; charset=utf-8');
      return c.body(await metrics());
    });

  return routes;
}
