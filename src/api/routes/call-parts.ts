import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall, openScorecards } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { noteResponseSchema, partQuerySchema, transcriptResponseSchema } from '../contract.ts';
import { acousticsResponseSchema } from '../contract-acoustics.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, idParam, jsonAnswer } from '../route-parts.ts';

const transcriptRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/transcript',
  summary: 'The transcript that was scored',
  request: { params: idParam, query: partQuerySchema },
  responses: { 200: jsonAnswer(transcriptResponseSchema, 'The transcript.'), ...errorResponses },
});

const acousticsRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/acoustics',
  summary: 'What was heard: speech, overlaps, silences, levels',
  request: { params: idParam, query: partQuerySchema },
  responses: { 200: jsonAnswer(acousticsResponseSchema, 'What was heard.'), ...errorResponses },
});

const noteRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/note',
  summary: "The agent's note on the call",
  request: { params: idParam },
  responses: { 200: jsonAnswer(noteResponseSchema, 'The note.'), ...errorResponses },
});

const missing = (what: string): EarmarkError =>
  new EarmarkError('E_NOT_FOUND', `there is no ${what} of this call`, {
    remedy: 'see `has` of the call for what there is',
  });

/** GET of a call's transcript, acoustics and note. */
export function createCallPartRoutes({ store }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  /** The scorecard whose parts are asked for: the current one, or an older one of the same call. */
  async function findScorecardId(c: Context<AppEnv>, id: string, asked?: string): Promise<string | null> {
    const call = await findCall(c, store, id);
    if (asked === undefined) return call.scorecardId;
    const scorecard = await store.scorecards.get(asked);
    if (scorecard?.callRecordId !== call.id) return null;
    const open = await openScorecards(c, store, call.id);
    return open === null || open.includes(scorecard.id) ? scorecard.id : null;
  }

  routes.openapi(transcriptRoute, async (c) => {
    const { scorecard } = c.req.valid('query');
    const id = await findScorecardId(c, c.req.valid('param').id, scorecard);
    const transcript = id === null ? null : await store.scorecards.transcript(id);
    if (transcript === null) throw missing('transcript');
    return c.json(transcript, 200);
  });

  routes.openapi(acousticsRoute, async (c) => {
    const { scorecard } = c.req.valid('query');
    const id = await findScorecardId(c, c.req.valid('param').id, scorecard);
    const acoustics = id === null ? null : await store.scorecards.acoustics(id);
    if (acoustics === null) throw missing('acoustics');
    return c.json(acoustics, 200);
  });

  routes.openapi(noteRoute, async (c) => {
    const { id } = await findCall(c, store, c.req.valid('param').id);
    const note = await store.notes.current(id);
    if (note === null) throw missing('note');
    return c.json(note, 200);
  });

  return routes;
}
