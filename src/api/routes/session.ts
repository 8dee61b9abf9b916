import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Caller } from '../../domain/access-tokens.ts';
import type { SignInResult } from '../../domain/people-ports.ts';
import { EarmarkError } from '../../errors.ts';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { meResponseSchema } from '../contract-catalogue.ts';
import {
  ownPasswordSchema,
  signedOutSchema,
  signInOptionsSchema,
  signInRequestSchema,
} from '../contract-people.ts';
import { refuseInvalid } from '../error-response.ts';
import { dropSession, isSignInNeeded, keepSession, sessionSecret } from '../identify-caller.ts';
import { isLocalRequest, peerAddress } from '../request-origin.ts';
import { changeErrorResponses, errorResponses, jsonAnswer, jsonBody } from '../route-parts.ts';
import { describeCaller } from './catalogue.ts';

const signInRoute = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Signs in with login and password; the session comes as a cookie',
  request: { body: jsonBody(signInRequestSchema) },
  responses: { 200: jsonAnswer(meResponseSchema, 'Who is signed in now.'), ...changeErrorResponses },
});

const signOutRoute = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Ends the session',
  responses: { 200: jsonAnswer(signedOutSchema, 'It has ended.'), ...errorResponses },
});

const passwordRoute = createRoute({
  method: 'put',
  path: '/session/password',
  summary: "Changes the caller's own password; other sessions of the person end",
  request: { body: jsonBody(ownPasswordSchema) },
  responses: { 200: jsonAnswer(meResponseSchema, 'Still signed in.'), ...changeErrorResponses },
});

const optionsRoute = createRoute({
  method: 'get',
  path: '/session/options',
  summary: 'How one can sign in here; nobody need be signed in',
  responses: { 200: jsonAnswer(signInOptionsSchema, 'The ways.'), ...errorResponses },
});

/** The person who gave the right password. Throws `E_UNAUTHORISED`, or `E_THROTTLED` after too many tries. */
function requireSignedIn(c: Context, result: SignInResult) {
  if (result.state === 'throttled') {
    throw new EarmarkError('E_THROTTLED', 'too many attempts to sign in', {
      isRetryable: true,
      retryAfterMs: result.retryAfterMs,
      remedy: 'try again in a few minutes',
    });
  }
  const isHere = result.state === 'signed-in' && (!result.person.isDemo || isLocalRequest(c));
  if (isHere) return result.person;
  throw new EarmarkError('E_UNAUTHORISED', 'this login and password do not let you in', {
    remedy: 'check both, or ask an administrator',
  });
}

/** POST, DELETE and GET of the session. */
export function createSessionRoutes(deps: AppDeps): OpenAPIHono<AppEnv> {
  const { people, sessions, audit, tokens } = deps.store;
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  /** Gives the browser a session of its own, and ends the one it had. */
  async function begin(c: Context, personId: string): Promise<Caller> {
    const before = sessionSecret(c);
    if (before !== null) await sessions.end(before);
    const { secret, lifeMs } = await sessions.begin(personId);
    const caller = await sessions.verify(secret);
    if (caller === null) throw new EarmarkError('E_UNAUTHORISED', 'this login does not let you in any more');
    keepSession(c, secret, lifeMs);
    return caller;
  }

  routes.openapi(signInRoute, async (c) => {
    const { login, password } = c.req.valid('json');
    const result = await sessions.signIn(login, password, peerAddress(c) ?? 'none');
    if (result.state !== 'signed-in') {
      // who was meant is content a mistyped password may be part of
      const actor = { kind: 'nobody' as const, id: null };
      const details = { because: result.state };
      await audit.append({ actor, action: 'sign-in-failed', object: null, details });
    }
    const person = requireSignedIn(c, result);
    const caller = await begin(c, person.id);
    const actor = { kind: 'person' as const, id: person.id };
    await audit.append({ actor, action: 'signed-in', object: null, details: { by: 'password' } });
    return c.json(describeCaller(caller), 200);
  });

  routes.openapi(passwordRoute, async (c) => {
    const { person } = c.get('caller');
    if (person === null || c.get('caller').kind !== 'person') {
      throw new EarmarkError('E_FORBIDDEN', 'only a person who signed in has a password to change');
    }
    const { current, next } = c.req.valid('json');
    requireSignedIn(c, await sessions.signIn(person.login, current, peerAddress(c) ?? 'none'));
    await people.change(person.id, { password: next });
    const caller = await begin(c, person.id);
    const actor = { kind: 'person' as const, id: person.id };
    await audit.append({ actor, action: 'own-password-set', object: null, details: {} });
    return c.json(describeCaller(caller), 200);
  });

  routes.openapi(signOutRoute, async (c) => {
    const secret = sessionSecret(c);
    const isSignedOut = secret !== null && (await sessions.end(secret));
    if (c.get('caller').kind === 'local') await tokens.revoke(c.get('caller').id);
    dropSession(c);
    return c.json({ isSignedOut }, 200);
  });

  routes.openapi(optionsRoute, async (c) => {
    const isNeeded = await isSignInNeeded(deps);
    return c.json({ isNeeded, identityProvider: deps.identityProvider?.name ?? null }, 200);
  });

  return routes;
}
