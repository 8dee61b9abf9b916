import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { type AppEnv, findCall, reviewerOf } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { commentRequestSchema, commentSchema, doneSchema, playRequestSchema } from '../contract-reviews.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const commentRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/comments',
  summary: 'Remarks on a call, a moment or a criterion of it',
  request: { params: idParam, body: jsonBody(commentRequestSchema) },
  responses: { 201: jsonAnswer(commentSchema, 'The comment.'), ...changeErrorResponses },
});

const playRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/plays',
  summary: 'Remembers which stretch of a call the caller listened to',
  request: { params: idParam, body: jsonBody(playRequestSchema) },
  responses: { 201: jsonAnswer(doneSchema, 'It is remembered.'), ...changeErrorResponses },
});

/** POST of comments, and of what was listened to. */
export function createRemarkRoutes({ store }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(commentRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    return c.json(await store.reviews.comment(call.id, c.req.valid('json'), reviewerOf(c)), 201);
  });

  routes.openapi(playRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    await store.reviews.played(call.id, c.req.valid('json'), reviewerOf(c));
    return c.json({ isDone: true }, 201);
  });

  return routes;
}
