import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { EarmarkError } from '../../errors.ts';
import type { AppEnv } from '../access.ts';
import type { AppDeps, AppStore } from '../app-deps.ts';
import { importRequestSchema, importResponseSchema } from '../contract-catalogue.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, errorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const beginRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Starts reading the recordings of a source',
  request: { body: jsonBody(importRequestSchema) },
  responses: { 202: jsonAnswer(importResponseSchema, 'The import has begun.'), ...changeErrorResponses },
});

const progressRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  summary: 'How far an import has come',
  request: { params: idParam },
  responses: { 200: jsonAnswer(importResponseSchema, 'The progress.'), ...errorResponses },
});

async function readProgress(store: AppStore, id: string) {
  const progress = await store.imports.get(id);
  if (progress === null) throw new EarmarkError('E_NOT_FOUND', 'there is no such import');
  const { after: _, ...shown } = progress;
  return shown;
}

/** POST and GET of imports. */
export function createImportRoutes({ store, importSource }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(beginRoute, async (c) => {
    const id = await importSource(c.req.valid('json').source, c.get('caller'));
    c.set('auditObject', { kind: 'import', id });
    c.header('location', `/api/v1/imports/${id}`);
    return c.json(await readProgress(store, id), 202);
  });

  routes.openapi(progressRoute, async (c) => {
    return c.json(await readProgress(store, c.req.valid('param').id), 200);
  });

  return routes;
}
