import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, actorOf } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { erasureRequestSchema, erasureResponseSchema } from '../contract-operations.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, jsonAnswer, jsonBody } from '../route-parts.ts';

const eraseRoute = createRoute({
  method: 'post',
  path: '/erasures',
  summary: 'Erases the content of one call, or of every call of a customer, for good',
  request: { body: jsonBody(erasureRequestSchema) },
  responses: { 200: jsonAnswer(erasureResponseSchema, 'How many calls.'), ...changeErrorResponses },
});

/** POST of erasures. */
export function createErasureRoutes({ erase }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });
  routes.openapi(eraseRoute, async (c) => {
    const subject = c.req.valid('json');
    const erased = await erase(subject, actorOf(c.get('caller')));
    if (erased === 0 && 'call' in subject) throw new EarmarkError('E_NOT_FOUND', 'there is no such call');
    return c.json({ erased }, 200);
  });
  return routes;
}
