import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Caller } from '../domain/access-tokens.ts';
import type { CallSummary } from '../domain/call-list.ts';
import { EarmarkError } from '../errors.ts';
import type { AppDeps, AppStore } from './app-deps.ts';

/** What a request may be for; a token carries some of these, or `*` for all. */
export type Scope = 'read' | 'write' | 'import';

/** The part of a request's context that access decides. */
export interface AppEnv {
  Variables: { caller: Caller };
}

export const SESSION_COOKIE = 'earmark_session';

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** True when a request was made under a name that only this machine has. */
export function isLoopbackRequest(c: Context): boolean {
  return isLoopback(new URL(c.req.url).hostname);
}

/**
 * Refuses what another site may have made a browser send: foreign host names (DNS rebinding) where the local
 * user is signed in by being local, foreign origins, and methods hidden in a header.
 */
export function refuseForeign(deps: AppDeps): MiddlewareHandler {
  return async (c, next) => {
    if (deps.localUser !== null && !isLoopbackRequest(c)) {
      throw new EarmarkError('E_FORBIDDEN', 'this server answers only under the name of this machine', {
        remedy: 'use the address that was printed at the start, such as http://127.0.0.1:8420',
      });
    }
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(c.req.method);
    const hasOverride = ['x-http-method-override', 'x-http-method', 'x-method-override'].some((name) =>
      c.req.header(name),
    );
    if (hasOverride) throw new EarmarkError('E_FORBIDDEN', 'a method may not be given in a header');
    if (!isRead) requireOwnOrigin(c);
    await next();
  };
}

function requireOwnOrigin(c: Context): void {
  const origin = c.req.header('origin');
  // hosts are compared, not schemes: TLS may end at a proxy in front
  const isOwn =
    origin === undefined || (URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host);
  // a browser that sends the cookie says where it comes from; a script with a token need not
  const isSaid = origin !== undefined || c.req.header('sec-fetch-site') === 'same-origin';
  const hasCookie = getCookie(c, SESSION_COOKIE) !== undefined && !c.req.header('authorization');
  if (!isOwn || (hasCookie && !isSaid)) {
    throw new EarmarkError('E_FORBIDDEN', 'changes are taken only from the pages of this server', {
      remedy: 'send a bearer token and no cookie from scripts',
    });
  }
}

/** Who is asking, by bearer token or by session cookie; null when nobody is known by them. */
export async function identifyCaller(c: Context, tokens: AppStore['tokens']): Promise<Caller | null> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const secret = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(authorization)?.[1];
    const caller = secret === undefined ? null : await tokens.verify(secret);
    return caller?.kind === 'token' ? caller : null;
  }
  const session = getCookie(c, SESSION_COOKIE);
  const caller = session === undefined ? null : await tokens.verify(session.slice(0, 500));
  return caller?.kind === 'local' ? caller : null;
}

/** Lets only known callers through, and puts them into the context as `caller`. */
export function requireCaller(deps: AppDeps): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const caller = await identifyCaller(c, deps.store.tokens);
    if (caller === null) {
      throw new EarmarkError('E_UNAUTHORISED', 'nobody is signed in', {
        remedy: 'send `Authorization: Bearer <token>`, or open the pages anew',
      });
    }
    c.set('caller', caller);
    await next();
  };
}

/** Throws `E_FORBIDDEN` unless the caller may do this. */
export function requireScope(caller: Caller, scope: Scope): void {
  if (caller.scopes.includes('*') || caller.scopes.includes(scope)) return;
  throw new EarmarkError('E_FORBIDDEN', `this token may not ${scope}`, {
    remedy: `use a token with the scope ${scope}`,
  });
}

/**
 * The call a request is about. This is the one place that decides which rows a caller may see; a call that
 * is not there and one that is not theirs are answered alike, with `E_NOT_FOUND`.
 */
export async function findCall(c: Context<AppEnv>, store: AppStore, id: string): Promise<CallSummary> {
  requireScope(c.get('caller'), 'read');
  const call = await store.lists.summary(id);
  if (call === null) throw new EarmarkError('E_NOT_FOUND', 'there is no such call');
  return call;
}
