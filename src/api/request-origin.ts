import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { EarmarkError } from '../errors.ts';
import type { AppDeps } from './app-deps.ts';
import { isSignInNeeded, SESSION_COOKIE } from './identify-caller.ts';

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);

/** True when a request was made under a name that only this machine has. */
export function isLoopbackRequest(c: Context): boolean {
  return isLoopback(new URL(c.req.url).hostname);
}

/** The address at the other end of the socket; what headers claim is not believed. Null without a socket. */
export function peerAddress(c: Context): string | null {
  const address: unknown = c.env?.incoming?.socket?.remoteAddress;
  return typeof address === 'string' ? address : null;
}

/** True when a request comes from this machine itself, and was not passed on by a proxy on it. */
export function isLocalRequest(c: Context): boolean {
  const address = peerAddress(c);
  const isLocal = address === null || /^(::1|(::ffff:)?127\.)/.test(address);
  // what a proxy on this machine passes on comes from anywhere
  const isDirect = ['forwarded', 'x-forwarded-for', 'via'].every((name) => !c.req.header(name));
  return isLocal && isDirect && isLoopbackRequest(c);
}

/**
 * Refuses what another site may have made a browser send: foreign host names (DNS rebinding) where the local
 * user is signed in by being local, foreign origins, and methods hidden in a header.
 */
export function refuseForeign(deps: AppDeps): MiddlewareHandler {
  return async (c, next) => {
    if (!isLoopbackRequest(c) && !(await isSignInNeeded(deps))) {
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
