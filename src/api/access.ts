import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { type Action, type CallReach, isInScope, isOwnCall, reachOf } from '../domain/access-rules.ts';
import type { Caller } from '../domain/access-tokens.ts';
import type { AuditActor, AuditEntry, AuditObject } from '../domain/audit.ts';
import type { CallSummary } from '../domain/call-list.ts';
import type { Reviewer } from '../domain/review-ports.ts';
import { EarmarkError } from '../errors.ts';
import type { AppDeps, AppStore } from './app-deps.ts';
import { identifyCaller } from './identify-caller.ts';
import { type RouteAccess, routeAccess } from './route-access.ts';

/** The part of a request's context that access decides. */
export interface AppEnv {
  Variables: {
    caller: Caller;
    /** What the route does, as declared in route-access.ts. */
    action: Action;
    /** The calls the caller may do that with. */
    reach: CallReach;
    auditObject?: AuditObject;
    auditDetails?: AuditEntry['details'];
  };
}

const API = '/api/v1';
const REPEAT_MS = 600_000;

/** The declaration of the route a request goes to; undefined where there is no route. */
function declarationOf(c: Context): RouteAccess | undefined {
  const route = matchedRoutes(c).find(({ method, path }) => method !== 'ALL' && !path.endsWith('*'));
  if (route === undefined) return undefined;
  const declared = routeAccess[`${route.method} ${route.path.slice(API.length)}`];
  if (declared !== undefined) return declared;
  throw new EarmarkError('E_INTERNAL', `${route.method} ${route.path} does not say who may use it`, {
    remedy: 'add it to src/api/route-access.ts',
  });
}

function requireReach(caller: Caller, action: Action): CallReach {
  const reach = reachOf(caller, action);
  if (reach !== null) return reach;
  if (!isInScope(caller.scopes, action)) {
    throw new EarmarkError('E_FORBIDDEN', `this token may not ${action}`, {
      remedy: 'use a token with a scope for it, see docs/access.md',
    });
  }
  throw new EarmarkError('E_FORBIDDEN', `your roles do not let you ${action}`, {
    remedy: 'ask an administrator',
  });
}

/** Who decides, as it is kept with the decision. */
export function reviewerOf(c: Context<AppEnv>): Reviewer {
  const { person, name } = c.get('caller');
  return { id: person?.id ?? null, name };
}

/** Who a line of the audit is about. */
export function actorOf(caller: Caller): AuditActor {
  return { kind: caller.kind, id: caller.id };
}

/**
 * Lets a request through when its route is declared and its caller may do what the route does, puts caller, action
 * and reach into the context, and writes the declared line into the audit when the route succeeded.
 */
export function requireAccess(deps: AppDeps): MiddlewareHandler<AppEnv> {
  const recently = new Map<string, number>();
  return async (c, next) => {
    const declared = declarationOf(c);
    if (declared?.action === 'anybody') return next();
    const caller = await identifyCaller(c, deps);
    if (caller === null) {
      throw new EarmarkError('E_UNAUTHORISED', 'nobody is signed in', {
        remedy: 'sign in, or send `Authorization: Bearer <token>`',
      });
    }
    c.set('caller', caller);
    if (declared === undefined) return next();
    c.set('action', declared.action);
    c.set('reach', requireReach(caller, declared.action));
    await next();
    if (declared.audit === undefined || declared.audit === 'by-route' || c.res.status >= 400) return;
    const object = c.get('auditObject') ?? null;
    if (declared.isRepeated && isRepeated(recently, `${caller.id} ${object?.id} ${declared.audit}`)) return;
    const details = c.get('auditDetails') ?? {};
    await deps.store.audit.append({ actor: actorOf(caller), action: declared.audit, object, details });
  };
}

/** True when the same was done within ten minutes; forgets what is older. */
function isRepeated(recently: Map<string, number>, key: string): boolean {
  const nowMs = performance.now();
  for (const [known, atMs] of recently) {
    // in order of time: behind the first that is young enough all are
    if (nowMs - atMs < REPEAT_MS) break;
    recently.delete(known);
  }
  if (recently.has(key)) return true;
  recently.set(key, nowMs);
  return false;
}

/**
 * The call a request is about, within the reach of its caller; a call that is not there and one that is not theirs
 * are answered alike, with `E_NOT_FOUND`.
 */
export async function findCall(c: Context<AppEnv>, store: AppStore, id: string): Promise<CallSummary> {
  const call = await store.listsWithin(c.get('reach')).summary(id);
  if (call === null) throw new EarmarkError('E_NOT_FOUND', 'there is no such call');
  c.set('auditObject', { kind: 'call', id: call.id });
  return call;
}

/** Throws `E_FORBIDDEN` when the call is the caller's own: nobody decides about an own call. */
export function requireOthersCall(c: Context<AppEnv>, call: CallSummary): void {
  if (!isOwnCall(c.get('caller'), call.agent?.id ?? null)) return;
  throw new EarmarkError('E_FORBIDDEN', 'this call is your own', { remedy: 'leave it to somebody else' });
}

/** Ids of the call's scorecards the caller may open; null for all of them. */
export async function openScorecards(c: Context<AppEnv>, store: AppStore, callId: string) {
  return await store.listsWithin(c.get('reach')).openScorecards(callId);
}
