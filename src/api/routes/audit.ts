import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { auditCheckResponseSchema, auditQuerySchema, auditResponseSchema } from '../contract-audit.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, jsonAnswer } from '../route-parts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'Who did what, newest first',
  request: { query: auditQuerySchema },
  responses: { 200: jsonAnswer(auditResponseSchema, 'One page of the audit.'), ...errorResponses },
});

const checkRoute = createRoute({
  method: 'get',
  path: '/audit/check',
  summary: 'Reads the whole audit and names the first row that was edited, dropped or moved',
  responses: { 200: jsonAnswer(auditCheckResponseSchema, 'What was found.'), ...errorResponses },
});

/** GET of the audit and of its check. */
export function createAuditRoutes({ store }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(listRoute, async (c) => {
    const { before, limit, ...filter } = c.req.valid('query');
    const rows = await store.audit.list(filter, { limit, before: before ?? null });
    const nameById = new Map((await store.people.list()).map(({ id, name }) => [id, name]));
    const named = rows.map((row) => {
      const name = row.actor.kind === 'person' ? (nameById.get(row.actor.id ?? '') ?? null) : null;
      return { ...row, actor: { ...row.actor, name }, details: { ...row.details } };
    });
    const nextBefore = rows.length < limit ? null : (rows.at(-1)?.seq ?? null);
    return c.json({ rows: named, nextBefore }, 200);
  });

  routes.openapi(checkRoute, async (c) => {
    const check = await store.audit.verify();
    c.set('auditDetails', { rows: check.head.rows, isWhole: check.fault === null });
    return c.json(check, 200);
  });

  return routes;
}
