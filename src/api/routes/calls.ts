import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { CallFilter, CallSummary } from '../../domain/call-list.ts';
import type { NormalizedRecording } from '../../domain/recording.ts';
import { type Verdict, verdictSchema } from '../../domain/verdict.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, findCall } from '../access.ts';
import type { AppDeps, AppStore } from '../app-deps.ts';
import { readCursor, writeCursor } from '../call-cursor.ts';
import {
  type CallResponse,
  callListQuerySchema,
  callListResponseSchema,
  callResponseSchema,
} from '../contract.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, idParam, jsonAnswer } from '../route-parts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/calls',
  summary: 'Calls, newest first',
  request: { query: callListQuerySchema },
  responses: { 200: jsonAnswer(callListResponseSchema, 'One page of calls.'), ...errorResponses },
});

const callRoute = createRoute({
  method: 'get',
  path: '/calls/{id}',
  summary: 'One call: what is known of it, how it came through the stages',
  request: { params: idParam },
  responses: { 200: jsonAnswer(callResponseSchema, 'The call.'), ...errorResponses },
});

/** `criterion:verdict` or `verdict` in its two parts; the parts of the query win over nothing. */
function splitVerdict(given: string | undefined): { criterion?: string; verdict?: Verdict } {
  if (given === undefined) return {};
  const at = given.lastIndexOf(':');
  const verdict = verdictSchema.parse(given.slice(at + 1));
  return at < 0 ? { verdict } : { criterion: given.slice(0, at), verdict };
}

/** Throws `E_USAGE` for a span that ends before it begins; where a day meets a moment, days are compared. */
function requireSpan({ from, to }: CallFilter): void {
  if (from === undefined || to === undefined) return;
  const areDays = from.length === 10 || to.length === 10;
  const isBackwards = areDays ? from.slice(0, 10) > to.slice(0, 10) : Date.parse(from) > Date.parse(to);
  if (isBackwards) throw new EarmarkError('E_USAGE', '`from` is later than `to`');
}

/** Everything that is told of one call at once. */
async function readWhole(store: AppStore, summary: CallSummary): Promise<CallResponse> {
  const [record, stages, duplicates, note, parts] = await Promise.all([
    store.calls.get(summary.id),
    store.calls.stages(summary.id),
    store.calls.duplicates(summary.id),
    store.notes.current(summary.id),
    store.scorecards.parts(summary.scorecardId ?? ''),
  ]);
  if (record === null) throw new EarmarkError('E_NOT_FOUND', 'there is no such call');
  const { recording } = record;
  return {
    ...summary,
    metadata: record.metadata,
    provenance: { ...record.provenance },
    problems: [...record.problems],
    source: record.source,
    sizeBytes: record.sizeBytes,
    contentHash: record.contentHash,
    recording: recording === null ? null : toFacts(recording),
    roles: record.roles,
    stages,
    duplicates,
    has: { ...parts, note: note !== null, audio: recording !== null },
    updatedAt: record.updatedAt,
  };
}

/** What of a recording is told: its facts, not the names its files are kept under. */
function toFacts(recording: NormalizedRecording): CallResponse['recording'] {
  const { container, codec, channels, sampleRateHz, durationMs, declaredMs, flags } = recording;
  return { container, codec, channels, sampleRateHz, durationMs, declaredMs, flags: [...flags] };
}

/** GET /calls and /calls/:id. */
export function createCallRoutes({ store, timeZone }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(listRoute, async (c) => {
    const { limit, cursor, verdict, ...conditions } = c.req.valid('query');
    const filter = { ...conditions, ...splitVerdict(verdict) };
    if (conditions.criterion !== undefined && filter.criterion !== conditions.criterion) {
      throw new EarmarkError('E_USAGE', '`criterion` and `verdict` name two criteria');
    }
    requireSpan(filter);
    const after = cursor === undefined ? null : readCursor(cursor);
    const { calls, next } = await store.listsWithin(c.get('reach')).list(filter, { limit, after, timeZone });
    return c.json({ calls, nextCursor: next === null ? null : writeCursor(next) }, 200);
  });

  routes.openapi(callRoute, async (c) => {
    const summary = await findCall(c, store, c.req.valid('param').id);
    return c.json(await readWhole(store, summary), 200);
  });

  return routes;
}
