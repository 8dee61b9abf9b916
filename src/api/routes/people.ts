import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { PersonChange } from '../../domain/people-ports.ts';
import type { PersonRecord } from '../../domain/person.ts';
import { EarmarkError } from '../../errors.ts';
import { type AppEnv, actorOf } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import {
  newPersonSchema,
  newTeamResponseSchema,
  newTeamSchema,
  type PersonRecordResponse,
  peopleResponseSchema,
  personChangeSchema,
  personRecordSchema,
} from '../contract-people.ts';
import { refuseInvalid } from '../error-response.ts';
import { changeErrorResponses, errorResponses, idParam, jsonAnswer, jsonBody } from '../route-parts.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/users',
  summary: 'Everybody who may sign in, and the teams there are',
  responses: { 200: jsonAnswer(peopleResponseSchema, 'People and teams.'), ...errorResponses },
});

const addRoute = createRoute({
  method: 'post',
  path: '/users',
  summary: 'Adds a person; from the first one on everybody signs in',
  request: { body: jsonBody(newPersonSchema) },
  responses: { 201: jsonAnswer(personRecordSchema, 'The person.'), ...changeErrorResponses },
});

const changeRoute = createRoute({
  method: 'patch',
  path: '/users/{id}',
  summary: 'Changes name, roles, teams, agents or password of a person, or disables one; sessions end',
  request: { params: idParam, body: jsonBody(personChangeSchema) },
  responses: { 200: jsonAnswer(personRecordSchema, 'The person as it is now.'), ...changeErrorResponses },
});

const addTeamRoute = createRoute({
  method: 'post',
  path: '/teams',
  summary: 'Adds a team, by the name that calls carry',
  request: { body: jsonBody(newTeamSchema) },
  responses: { 201: jsonAnswer(newTeamResponseSchema, 'The team.'), ...changeErrorResponses },
});

const toResponse = (person: PersonRecord): PersonRecordResponse => ({
  ...person,
  roles: [...person.roles],
  teams: [...person.teams],
  agents: [...person.agents],
});

const missing = () => new EarmarkError('E_NOT_FOUND', 'there is no such person');

/** Which rights a change touches, and the new roles: what the audit says of it. */
export function describeChange(change: PersonChange) {
  const names = Object.entries(change).filter(([, value]) => value !== undefined);
  const roles = change.roles === undefined ? {} : { roles: change.roles.join(',') };
  const disabled = change.isDisabled === undefined ? {} : { isDisabled: change.isDisabled };
  return { changed: names.map(([name]) => name).join(','), ...roles, ...disabled };
}

/** GET, POST and PATCH of people, and POST of teams. */
export function createPeopleRoutes({ store }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  routes.openapi(listRoute, async (c) => {
    const [people, teams] = await Promise.all([store.people.list(), store.people.teams()]);
    return c.json({ people: people.map(toResponse), teams }, 200);
  });

  routes.openapi(addRoute, async (c) => {
    const { password, teams, agents, ...given } = c.req.valid('json');
    const person = await store.transaction(async (parts) => {
      const id = await parts.people.add({
        ...given,
        teams: teams ?? [],
        agents: agents ?? [],
        ...(password === undefined ? {} : { password }),
      });
      const details = { roles: given.roles.join(',') };
      const object = { kind: 'person', id };
      await parts.audit.append({ actor: actorOf(c.get('caller')), action: 'person-added', object, details });
      return await parts.people.get(id);
    });
    if (person === null) throw missing();
    return c.json(toResponse(person), 201);
  });

  routes.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid('param');
    const change = c.req.valid('json');
    const person = await store.transaction(async (parts) => {
      if (!(await parts.people.change(id, change))) throw missing();
      const actor = actorOf(c.get('caller'));
      const object = { kind: 'person', id };
      const details = describeChange(change);
      await parts.audit.append({ actor, action: 'person-changed', object, details });
      return await parts.people.get(id);
    });
    if (person === null) throw missing();
    return c.json(toResponse(person), 200);
  });

  routes.openapi(addTeamRoute, async (c) => {
    const { name } = c.req.valid('json');
    return c.json({ name, isNew: await store.people.addTeam(name) }, 201);
  });

  return routes;
}
