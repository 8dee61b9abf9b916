import { Readable } from 'node:stream';
import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Artifact, NormalizedRecording } from '../../domain/recording.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { readRange } from '../byte-range.ts';
import { peaksResponseSchema } from '../contract.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, idParam, jsonAnswer } from '../route-parts.ts';

const audioRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/audio',
  summary: 'The call to listen to; one byte range at a time',
  request: { params: idParam },
  responses: {
    200: { description: 'The whole file.' },
    206: { description: 'The part that was asked for.' },
    304: { description: 'The file the caller already has.' },
    416: { description: 'No such part.' },
    ...errorResponses,
  },
});

const peaksRoute = createRoute({
  method: 'get',
  path: '/calls/{id}/peaks',
  summary: 'Waveform peaks of each side',
  request: { params: idParam },
  responses: { 200: jsonAnswer(peaksResponseSchema, 'The peaks.'), ...errorResponses },
});

/** GET of what is played and drawn. */
export function createPlaybackRoutes({ store, artifacts }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  async function findRecording(c: Context<AppEnv>, id: string): Promise<NormalizedRecording> {
    const call = await findCall(c, store, id);
    // a duplicate was not processed; its bytes, and so its sound, are those of the original
    const record = await store.calls.get(call.duplicateOf ?? call.id);
    if (record?.recording) return record.recording;
    throw new EarmarkError('E_NOT_FOUND', 'there is no audio of this call');
  }

  routes.openapi(audioRoute, async (c) => {
    const { playback } = await findRecording(c, c.req.valid('param').id);
    return await sendFile(c, artifacts, playback);
  });

  // described here and answered below: the file is passed on as it is kept, without being parsed
  routes.openAPIRegistry.registerPath(peaksRoute);
  routes.get('/calls/:id/peaks', async (c) => {
    const { peaks } = await findRecording(c, c.req.param('id'));
    if (isKnown(c, peaks)) return c.body(null, 304);
    return c.body(new Uint8Array(await artifacts.read(peaks.name)), 200, {
      'content-type': 'application/json',
    });
  });

  return routes;
}

/** Sets the validators of a file; true when the caller has this very file already. */
function isKnown(c: Context, file: Artifact): boolean {
  const etag = `"${file.name}"`;
  c.header('etag', etag);
  // kept by the browser, but asked for each time: access may have ended since
  c.header('cache-control', 'private, no-cache');
  const known = c.req.header('if-none-match');
  return known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) ?? false;
}

async function sendFile(c: Context, artifacts: AppDeps['artifacts'], file: Artifact): Promise<Response> {
  if (isKnown(c, file)) return c.body(null, 304);
  const size = await artifacts.size(file.name);
  if (size === null) throw new EarmarkError('E_NOT_FOUND', 'the audio of this call is no longer kept');
  c.header('accept-ranges', 'bytes');
  c.header('content-type', file.mediaType);
  const ifRange = c.req.header('if-range');
  const asked = ifRange === undefined || ifRange === `"${file.name}"` ? c.req.header('range') : undefined;
  const range = readRange(asked, size);
  if (range === 'unsatisfiable') {
    c.header('content-range', `bytes */${size}`);
    throw new EarmarkError('E_RANGE', 'the file has no such part', { remedy: 'ask for one range inside it' });
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  c.header('content-length', String(end - start + 1));
  if (range !== null) c.header('content-range', `bytes ${start}-${end}/${size}`);
  const status = range === null ? 200 : 206;
  // a HEAD answer has no body, and a stream nobody reads would keep its file open
  if (c.req.method === 'HEAD') return c.body(null, status);
  const stream = await artifacts.open(file.name, { start, end });
  return c.body(Readable.toWeb(stream) as ReadableStream, status);
}
