import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { BenchRun } from '../../domain/bench.ts';
import { EarmarkError } from '../../errors.ts';
import { type CriterionEvaluation, evaluateVerdicts } from '../../reports/evaluation.ts';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import {
  type BenchResponse,
  benchRequestSchema,
  benchResponseSchema,
  publishResponseSchema,
  versionsResponseSchema,
} from '../contract-standards.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, errorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const beginRoute = createRoute({
  method: 'post',
  path: '/standards/{id}/bench',
  summary: 'Starts to hold a changed standard against the stored calls',
  request: { params: idParam, body: jsonBody(benchRequestSchema) },
  responses: { 202: jsonAnswer(benchResponseSchema, 'The bench has begun.'), ...changeErrorResponses },
});

const benchRoute = createRoute({
  method: 'get',
  path: '/benches/{id}',
  summary: 'How far a bench has come, and what flips',
  request: { params: idParam },
  responses: { 200: jsonAnswer(benchResponseSchema, 'The bench.'), ...errorResponses },
});

const publishRoute = createRoute({
  method: 'post',
  path: '/standards/{id}/publish',
  summary: 'Publishes the version of a standard that is in use',
  request: { params: idParam },
  responses: { 200: jsonAnswer(publishResponseSchema, 'It is published.'), ...changeErrorResponses },
});

const versionsRoute = createRoute({
  method: 'get',
  path: '/standards/{id}/versions',
  summary: 'The published versions of a standard',
  request: { params: idParam },
  responses: { 200: jsonAnswer(versionsResponseSchema, 'The versions, oldest first.'), ...errorResponses },
});

const agreementOf = (one: CriterionEvaluation | undefined) =>
  one
    ? {
        sameVerdict: one.sameVerdict,
        unmetPrecision: one.byVerdict.unmet?.precision?.value ?? null,
        unmetRecall: one.byVerdict.unmet?.recall?.value ?? null,
      }
    : null;

function toResponse({ people, flips, failed, ...run }: BenchRun): BenchResponse {
  const [before, after] = [evaluateVerdicts(people.before), evaluateVerdicts(people.after)];
  const keyOf = ({ criterion, language }: CriterionEvaluation) => `${criterion}\t${language}`;
  const keys = [...new Set([...after, ...before].map(keyOf))].sort();
  const agreements = keys.flatMap((key) => {
    const [old, changed] = [before, after].map((list) => list.find((one) => keyOf(one) === key));
    const known = changed ?? old;
    if (known === undefined) return [];
    const { criterion, language, calls: decided } = known;
    return [{ criterion, language, decided, before: agreementOf(old), after: agreementOf(changed) }];
  });
  return { ...run, flips: [...flips], failed: [...failed], people: agreements };
}

/** Routes of changing a standard: bench it, publish it, see what was published. */
export function createStandardRoutes(deps: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(beginRoute, async (c) => {
    const run = await deps.benches.begin({ standard: c.req.valid('param').id, ...c.req.valid('json') });
    c.set('auditObject', { kind: 'standard', id: run.standard.id });
    c.header('location', `/api/v1/benches/${run.id}`);
    return c.json(toResponse(run), 202);
  });

  routes.openapi(benchRoute, (c) => {
    const run = deps.benches.find(c.req.valid('param').id);
    if (run === null) throw new EarmarkError('E_NOT_FOUND', 'there is no such bench');
    return c.json(toResponse(run), 200);
  });

  routes.openapi(publishRoute, async (c) => {
    const published = await deps.publishStandard(c.req.valid('param').id, c.get('caller').name);
    c.set('auditObject', { kind: 'standard', id: published.id });
    return c.json(published, 200);
  });

  routes.openapi(versionsRoute, async (c) => {
    const versions = await deps.store.standards.versions(c.req.valid('param').id);
    const shown = versions.map(({ version, hash, by, body }) => ({ version, hash, by, text: body }));
    return c.json({ versions: shown }, 200);
  });

  return routes;
}
