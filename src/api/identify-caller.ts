import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Caller } from '../domain/access-tokens.ts';
import type { AppDeps } from './app-deps.ts';

export const SESSION_COOKIE = 'earmark_session';

/** True where nobody works without signing in: not on this machine alone, or somebody was added. */
export async function isSignInNeeded({ localUser, store }: AppDeps): Promise<boolean> {
  return localUser === null || (await store.people.hasAny());
}

/** The secret of the session a browser sent, or null. */
export function sessionSecret(c: Context): string | null {
  return getCookie(c, SESSION_COOKIE)?.slice(0, 500) ?? null;
}

/** Gives the browser a session that no script reads and no other site sends. */
export function keepSession(c: Context, secret: string, lifeMs: number): void {
  setCookie(c, SESSION_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'Strict',
    path: '/',
    maxAge: Math.round(lifeMs / 1000),
    secure: isSecure(c),
  });
}

/** Takes the session away from the browser. */
export function dropSession(c: Context): void {
  deleteCookie(c, SESSION_COOKIE, { path: '/', secure: isSecure(c) });
}

/** True when the browser spoke TLS, to us or to a proxy in front that says so: then its cookies may not leave it. */
export function isSecure(c: Context): boolean {
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https';
}

/** Who is asking, by bearer token or by session cookie; null when nobody is known by them. */
export async function identifyCaller(c: Context, deps: AppDeps): Promise<Caller | null> {
  const { tokens, sessions } = deps.store;
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    const secret = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(authorization)?.[1];
    const caller = secret === undefined ? null : await tokens.verify(secret);
    return caller?.kind === 'token' ? caller : null;
  }
  const secret = sessionSecret(c);
  if (secret === null) return null;
  const person = await sessions.verify(secret);
  if (person !== null) return person;
  const local = await tokens.verify(secret);
  return local?.kind === 'local' && !(await isSignInNeeded(deps)) ? local : null;
}
