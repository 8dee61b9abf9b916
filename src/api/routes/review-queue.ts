import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { QueueEntry } from '../../domain/work-queue.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall, requireOthersCall, reviewerOf } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import {
  assignmentChangeSchema,
  assignmentRequestSchema,
  assignmentSchema,
  drawnSampleSchema,
  reviewQueueSchema,
  samplingPlanSchema,
} from '../contract-queue.ts';
import { doneSchema } from '../contract-reviews.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, errorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const queueRoute = createRoute({
  method: 'get',
  path: '/review-queue',
  summary: 'Calls waiting for the caller to review, the most pressing first, each with why',
  responses: { 200: jsonAnswer(reviewQueueSchema, 'The queue.'), ...errorResponses },
});

const claimRoute = createRoute({
  method: 'post',
  path: '/assignments/{id}/claim',
  summary: 'Takes a call out of a queue for the caller',
  request: { params: idParam, body: jsonBody(assignmentChangeSchema) },
  responses: { 200: jsonAnswer(doneSchema, 'It is the caller’s.'), ...changeErrorResponses },
});

const handBackRoute = createRoute({
  method: 'post',
  path: '/assignments/{id}/hand-back',
  summary: 'Gives a call back to its queue',
  request: { params: idParam, body: jsonBody(assignmentChangeSchema) },
  responses: { 200: jsonAnswer(doneSchema, 'It is given back.'), ...changeErrorResponses },
});

const assignRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/assignments',
  summary: 'Gives a call to a reviewer',
  request: { params: idParam, body: jsonBody(assignmentRequestSchema) },
  responses: { 201: jsonAnswer(assignmentSchema, 'The assignment.'), ...changeErrorResponses },
});

const drawRoute = createRoute({
  method: 'post',
  path: '/review-queues',
  summary: 'Makes a queue by a sampling plan and draws its calls at random',
  request: { body: jsonBody(samplingPlanSchema) },
  responses: { 201: jsonAnswer(drawnSampleSchema, 'The queue.'), ...changeErrorResponses },
});

function shown({ call, ...entry }: QueueEntry) {
  const { startedAt, durationMs, total, coverage, needsPerson } = call;
  const agent = entry.isBlind ? null : call.agent;
  return { ...entry, callId: call.id, agent, startedAt, durationMs, total, coverage, needsPerson };
}

/** The call of an assignment, within the caller's reach and not the caller's own. */
async function requireAssignment(c: Context<AppEnv>, { store }: AppDeps, id: string): Promise<void> {
  const missing = new EarmarkError('E_NOT_FOUND', 'there is no such assignment');
  const callId = await store.workQueue.callOf(id);
  if (callId === null) throw missing;
  const call = await findCall(c, store, callId).catch(() => Promise.reject(missing));
  requireOthersCall(c, call);
}

/** GET of the work queue, POST of assignments and sampling plans. */
export function createReviewQueueRoutes(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { store } = deps;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(queueRoute, async (c) => {
    const entries = await store.workQueue.waiting(c.get('reach'), reviewerOf(c));
    return c.json({ entries: entries.map(shown) }, 200);
  });

  routes.openapi(claimRoute, async (c) => {
    const { id } = c.req.valid('param');
    await requireAssignment(c, deps, id);
    await store.workQueue.claim(id, c.req.valid('json').version, reviewerOf(c));
    return c.json({ isDone: true }, 200);
  });

  routes.openapi(handBackRoute, async (c) => {
    const { id } = c.req.valid('param');
    await requireAssignment(c, deps, id);
    await store.workQueue.handBack(id, c.req.valid('json').version, reviewerOf(c));
    return c.json({ isDone: true }, 200);
  });

  routes.openapi(assignRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    const { person } = c.req.valid('json');
    const id = await store.workQueue.assign(call.id, person, reviewerOf(c));
    c.set('auditDetails', { person });
    return c.json({ id }, 201);
  });

  routes.openapi(drawRoute, async (c) => {
    const drawn = await store.workQueue.draw(c.req.valid('json'), reviewerOf(c));
    c.set('auditDetails', { queue: drawn.id, calls: drawn.calls });
    return c.json(drawn, 201);
  });

  return routes;
}
