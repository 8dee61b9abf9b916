import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { IdentityCheck, IdentityProvider } from '../../domain/identity-provider.ts';
import { asEarmarkError, EarmarkError } from '../../errors.ts';
import type { AppEnv } from '../access.ts';
import type { AppDeps } from '../app-deps.ts';
import { refuseInvalid } from '../error-response.ts';
import { isSecure, keepSession } from '../identify-caller.ts';
import { errorResponses } from '../route-parts.ts';

const COOKIE = 'earmark_oidc';
const PATH = '/api/v1/session/oidc';
const MINUTES_TO_SIGN_IN = 10;

const moved = { 302: { description: 'To the identity provider, or back to the pages.' } };

const beginRoute = createRoute({
  method: 'get',
  path: '/session/oidc',
  summary: 'Sends the browser to the identity provider',
  request: { query: z.strictObject({ to: z.string().max(2000).optional() }) },
  responses: { ...moved, ...errorResponses },
});

const callbackRoute = createRoute({
  method: 'get',
  path: '/session/oidc/callback',
  summary: 'Takes the answer of the identity provider and signs its person in',
  responses: { ...moved, ...errorResponses },
});

const keptSchema = z.strictObject({
  check: z.strictObject({ state: z.string(), nonce: z.string(), verifier: z.string() }),
  to: z.string(),
});

/** The page to go back to: an address within these pages, never another site. */
function ownPage(to: string | undefined): string {
  return to !== undefined && /^\/(?![/\\])[^\\]*$/.test(to) && !to.startsWith('/api') ? to : '/';
}

function remember(c: Context, check: IdentityCheck, to: string): void {
  setCookie(c, COOKIE, Buffer.from(JSON.stringify({ check, to })).toString('base64url'), {
    httpOnly: true,
    // the way back is a navigation from another site, with which a strict cookie would not be sent
    sameSite: 'Lax',
    path: PATH,
    maxAge: MINUTES_TO_SIGN_IN * 60,
    secure: isSecure(c),
  });
}

function recall(c: Context): z.infer<typeof keptSchema> {
  const kept = getCookie(c, COOKIE) ?? '';
  deleteCookie(c, COOKIE, { path: PATH, secure: isSecure(c) });
  try {
    return keptSchema.parse(JSON.parse(Buffer.from(kept, 'base64url').toString()));
  } catch (cause) {
    throw new EarmarkError('E_UNAUTHORISED', 'this sign-in was not begun in this browser', { cause });
  }
}

/** GET of both ends of a sign-in by OpenID Connect. */
export function createOidcRoutes({ store, identityProvider, publicUrl }: AppDeps): OpenAPIHono<AppEnv> {
  const routes = new OpenAPIHono<AppEnv>({ defaultHook: refuseInvalid });

  const originOf = (c: Context): string => publicUrl?.replace(/\/+$/, '') ?? new URL(c.req.url).origin;
  const requireProvider = (): IdentityProvider => {
    if (identityProvider !== null) return identityProvider;
    throw new EarmarkError('E_NOT_FOUND', 'no identity provider is configured', {
      remedy: 'set EARMARK_OIDC_ISSUER and EARMARK_OIDC_CLIENT_ID',
    });
  };

  /** The person the provider vouches for, signed in. Throws `E_FORBIDDEN` for somebody without a role here. */
  async function signIn(c: Context, provider: IdentityProvider, check: IdentityCheck): Promise<void> {
    const { search } = new URL(c.req.url);
    const identity = await provider.finish(`${originOf(c)}${PATH}/callback${search}`, check);
    if (identity.roles.length === 0) {
      throw new EarmarkError('E_FORBIDDEN', 'the identity provider gives you no role here');
    }
    const person = await store.people.identify(identity);
    if (person === null) throw new EarmarkError('E_UNAUTHORISED', 'this person is disabled');
    const { secret, lifeMs } = await store.sessions.begin(person.id);
    const actor = { kind: 'person' as const, id: person.id };
    await store.audit.append({ actor, action: 'signed-in', object: null, details: { by: 'oidc' } });
    keepSession(c, secret, lifeMs);
  }

  routes.openapi(beginRoute, async (c) => {
    const { address, check } = await requireProvider().begin(`${originOf(c)}${PATH}/callback`);
    remember(c, check, ownPage(c.req.valid('query').to));
    return c.redirect(address, 302);
  });

  routes.openapi(callbackRoute, async (c) => {
    const provider = requireProvider();
    try {
      const { check, to } = recall(c);
      await signIn(c, provider, check);
      return c.redirect(to, 302);
    } catch (error) {
      const { code } = asEarmarkError(error);
      if (code === 'E_INTERNAL' || code === 'E_STORE') throw error;
      const actor = { kind: 'nobody' as const, id: null };
      const details = { by: 'oidc', because: code };
      await store.audit.append({ actor, action: 'sign-in-failed', object: null, details });
      return c.redirect(`/sign-in?failed=${code}`, 302);
    }
  });

  return routes;
}
