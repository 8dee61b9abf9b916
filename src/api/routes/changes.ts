import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { CallSummary } from '../../domain/call-list.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall, requireOthersCall } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { noteRequestSchema, rescoredResponseSchema, rolesRequestSchema } from '../contract.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const noteRoute = createRoute({
  method: 'put',
  path: '/calls/{id}/note',
  summary: 'Files the note on a call, which is scored anew when the note differs',
  request: { params: idParam, body: jsonBody(noteRequestSchema) },
  responses: { 200: jsonAnswer(rescoredResponseSchema, 'What came of it.'), ...changeErrorResponses },
});

const rolesRoute = createRoute({
  method: 'post',
  path: '/calls/{id}/roles',
  summary: 'Says which channel is the agent; the call is scored anew and the old scorecard kept',
  request: { params: idParam, body: jsonBody(rolesRequestSchema) },
  responses: { 200: jsonAnswer(rescoredResponseSchema, 'What came of it.'), ...changeErrorResponses },
});

function requireOriginal(call: CallSummary): void {
  if (call.duplicateOf === null) return;
  throw new EarmarkError('E_CONFLICT', 'this recording is a duplicate of another call', {
    remedy: `change the call ${call.duplicateOf} instead`,
  });
}

function requireTwoChannels(call: CallSummary): void {
  if (call.scorecardId === null) {
    throw new EarmarkError('E_CONFLICT', 'this call has not been scored yet', {
      remedy: 'wait until it is scored',
    });
  }
  if (call.layout === 'two-party' || call.layout === 'one-party') return;
  throw new EarmarkError('E_CONFLICT', 'the parties of this recording are not on channels of their own');
}

/** PUT of the note and POST of the roles. */
export function createChangeRoutes({ store, rescore }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(noteRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    requireOthersCall(c, call);
    requireOriginal(call);
    const isNew = await store.notes.put(call.id, c.req.valid('json'), c.get('caller').name);
    // a call that is still on its way meets the note when it is scored
    const mustRescore = isNew && call.scorecardId !== null;
    const scorecardId = mustRescore ? await rescore(call.id, 'note') : call.scorecardId;
    return c.json({ id: call.id, scorecardId }, 200);
  });

  routes.openapi(rolesRoute, async (c) => {
    const call = await findCall(c, store, c.req.valid('param').id);
    requireOthersCall(c, call);
    requireOriginal(call);
    requireTwoChannels(call);
    const { agent, reason } = c.req.valid('json');
    await store.roles.choose(call.id, { agent, reason, by: c.get('caller').name });
    return c.json({ id: call.id, scorecardId: await rescore(call.id, 'roles') }, 200);
  });

  return routes;
}
