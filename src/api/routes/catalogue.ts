import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import { actions, reachOf } from '../../domain/access-rules.ts';
import type { Caller } from '../../domain/access-tokens.ts';
import type { Standard } from '../../domain/standard.ts';
import { EarmarkError } from '../../errors.ts';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import {
  agentListResponseSchema,
  type MeResponse,
  meResponseSchema,
  standardListResponseSchema,
  standardResponseSchema,
  teamListResponseSchema,
} from '../contract-catalogue.ts';
import { refuseInvalid } from '../error-response.ts';
import { errorResponses, idParam, jsonAnswer } from '../route-parts.ts';

const standardsRoute = createRoute({
  method: 'get',
  path: '/standards',
  summary: 'The standards calls are scored by',
  responses: { 200: jsonAnswer(standardListResponseSchema, 'The standards.'), ...errorResponses },
});

const standardRoute = createRoute({
  method: 'get',
  path: '/standards/{id}',
  summary: 'One standard with its criteria',
  request: { params: idParam },
  responses: { 200: jsonAnswer(standardResponseSchema, 'The standard.'), ...errorResponses },
});

const agentsRoute = createRoute({
  method: 'get',
  path: '/agents',
  summary: 'Agents that have calls',
  responses: { 200: jsonAnswer(agentListResponseSchema, 'The agents.'), ...errorResponses },
});

const teamsRoute = createRoute({
  method: 'get',
  path: '/teams',
  summary: 'Teams that have calls',
  responses: { 200: jsonAnswer(teamListResponseSchema, 'The teams.'), ...errorResponses },
});

const meRoute = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who is signed in',
  responses: { 200: jsonAnswer(meResponseSchema, 'The caller.'), ...errorResponses },
});

const toResponse = ({ id, version, hash, title, coverageFloor, criteria }: Standard) => ({
  id,
  version,
  hash,
  title,
  coverageFloor,
  criteria: criteria.map((one) => ({
    id: one.id,
    title: one.title,
    kind: one.kind,
    weight: one.weight,
    critical: one.critical,
    clauses: one.clauses,
  })),
});

/** What a caller is told of itself. */
export function describeCaller(caller: Caller): MeResponse {
  const { name, kind, scopes, person } = caller;
  const known = person && {
    ...person,
    roles: [...person.roles],
    teams: [...person.teams],
    agents: [...person.agents],
  };
  const may = actions.filter((action) => reachOf(caller, action) !== null);
  return { name, kind, scopes: [...scopes], person: known, actions: may };
}

/** GET of what pages offer to choose from, and of who is asking. */
export function createCatalogueRoutes({ store, standards }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(standardsRoute, (c) => c.json({ standards: standards.map(toResponse) }, 200));

  routes.openapi(standardRoute, (c) => {
    const standard = standards.find(({ id }) => id === c.req.valid('param').id);
    if (standard === undefined) throw new EarmarkError('E_NOT_FOUND', 'there is no such standard');
    return c.json(toResponse(standard), 200);
  });

  routes.openapi(agentsRoute, async (c) => {
    return c.json({ agents: await store.listsWithin(c.get('reach')).agents() }, 200);
  });

  routes.openapi(teamsRoute, async (c) => {
    return c.json({ teams: await store.listsWithin(c.get('reach')).teams() }, 200);
  });

  routes.openapi(meRoute, (c) => c.json(describeCaller(c.get('caller')), 200));

  return routes;
}
