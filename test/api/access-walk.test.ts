import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RowKind, routeAccess } from '../../src/api/route-access.ts';
import type { Action } from '../../src/domain/access-rules.ts';
import { type Role, roles } from '../../src/domain/person.ts';
import { type AccessRows, addAccessRows, idOf, kinds, type Whose } from './access-rows.ts';
import { bodyOf, type MadeApp, makeApp } from './made-app.ts';

type Reached = 'no' | 'yes' | readonly Whose[];

/** What each role is to reach, written down once more and by hand: the rules are checked against this. */
const all: readonly Whose[] = kinds;
const none = { agent: 'no', coach: 'no', reviewer: 'no', manager: 'no', auditor: 'no' } as const;
const expected: Readonly<Record<Action, Readonly<Record<Role, Reached>>>> = {
  'see-catalogue': {
    ...{ agent: 'yes', coach: 'yes', reviewer: 'yes', manager: 'yes', auditor: 'yes', administrator: 'yes' },
  },
  'see-calls': {
    ...{
      ...none,
      agent: ['own'],
      coach: ['team'],
      reviewer: ['assigned'],
      manager: ['team'],
      administrator: all,
    },
  },
  'hear-calls': {
    ...{
      ...none,
      agent: ['own'],
      coach: ['team'],
      reviewer: ['assigned'],
      manager: ['team'],
      administrator: all,
    },
  },
  'change-note': { ...none, reviewer: ['assigned'], administrator: all },
  'change-roles': { ...none, reviewer: ['assigned'], administrator: all },
  'see-imports': { ...none, administrator: 'yes' },
  'import-calls': { ...none, administrator: 'yes' },
  'see-failures': { ...none, administrator: 'yes' },
  'redrive-calls': { ...none, administrator: all },
  'erase-calls': { ...none, administrator: 'yes' },
  'see-spend': { ...none, administrator: 'yes' },
  'review-calls': { ...none, reviewer: ['assigned'], administrator: all },
  'dispute-verdicts': { ...none, agent: ['own'], administrator: all },
  'assign-reviews': { ...none, manager: all, administrator: all },
  calibrate: { ...none, reviewer: 'yes', administrator: 'yes' },
  'coach-agents': { ...none, coach: ['team'], administrator: all },
  'see-figures': { ...none, coach: ['team'], manager: all, administrator: all },
  'export-figures': { ...none, manager: 'yes', administrator: 'yes' },
  'see-audit': { ...none, auditor: 'yes', administrator: 'yes' },
  'bench-standards': { ...none, administrator: 'yes' },
  'publish-standards': { ...none, administrator: 'yes' },
  'manage-people': { ...none, administrator: 'yes' },
};

/** Stands in a body for the scorecard of the row asked about. */
const SCORECARD = '{scorecard}';

/** A body each route takes that wants one. */
const bodies: Readonly<Record<string, unknown>> = {
  'PUT /calls/:id/note': { text: 'Called back.' },
  'POST /calls/:id/roles': { agent: 'left', reason: 'heard' },
  'POST /erasures': { customer: 'nobody-knows' },
  'POST /assignments/:id/claim': { version: 0 },
  'POST /assignments/:id/hand-back': { version: 0 },
  'POST /calls/:id/assignments': { person: randomUUID() },
  'POST /review-queues': { name: 'walk', perAgent: { count: 1 }, reviewers: [{ person: randomUUID() }] },
  'POST /calls/:id/comments': { body: 'x' },
  'POST /calls/:id/disputes': { criterion: 'greeting', expected: 'met', reason: 'x' },
  'POST /calls/:id/finalisations': { scorecardId: SCORECARD, basedOnReviews: [] },
  'POST /calls/:id/plays': { startMs: 0, endMs: 10 },
  'POST /calls/:id/reviews': {
    scorecardId: SCORECARD,
    criterion: 'greeting',
    decision: 'confirm',
    basedOn: null,
  },
  'POST /disputes/:id/decision': { outcome: 'rejected', reason: 'x' },
  'POST /imports': { source: 's3://bucket/calls' },
  'POST /teams': { name: 'East' },
  'POST /users': { login: 'walked', name: 'W', roles: ['agent'] },
  'PATCH /users/:id': { name: 'Nobody' },
  'PUT /session/password': { current: 'not the password', next: 'another password' },
  'POST /standards/:id/bench': { text: readFileSync('pipelines/telesales-service.yaml', 'utf8') },
  'POST /standards/:id/publish': {},
  'POST /session': { login: 'nobody', password: 'not the password' },
};

/** Ids of other things than calls, for addresses that name one. */
const otherIds: Record<string, string> = {
  'GET /exports/:id': 'daily',
  'GET /standards/:id': 'telesales-service',
  'POST /standards/:id/bench': 'telesales-service',
  'POST /standards/:id/publish': 'voice-mail',
  'GET /standards/:id/versions': 'telesales-service',
};

let made: MadeApp;
let rows: AccessRows;
beforeAll(async () => {
  made = await makeApp();
  rows = await addAccessRows(made);
  const text = readFileSync('pipelines/telesales-service.yaml', 'utf8');
  const bench = await made.deps.benches.begin({ standard: 'telesales-service', text, limit: 1 });
  otherIds['GET /benches/:id'] = bench.id;
});
afterAll(() => made[Symbol.asyncDispose]());

async function ask(route: string, whose: Whose, cookie: string | null): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const row = routeAccess[route]?.row ?? 'none';
  const address = `http://localhost/api/v1${path.replace(':id', otherIds[route] ?? idOf(rows, row, whose))}`;
  const body = bodies[route];
  const headers = {
    origin: 'http://localhost',
    ...(cookie === null ? {} : { cookie }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const init = {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body).replace(SCORECARD, rows.scorecards[whose]) }),
  };
  // queued for later: a walk that scored calls anew would take away what it still asks for
  return await made.with({ rescore: async () => null }).request(address, init);
}

/** Rows that are somebody's. */
const owned: readonly RowKind[] = ['call', 'scorecard', 'dispute', 'assignment'];

/** How an answer looks to somebody outside: refused as a person, not there, or let through. */
function outcomeOf(status: number): string {
  if (status === 401 || status === 403 || status === 404) return String(status);
  return status < 500 && status !== 400 ? 'through' : `broken ${status}`;
}

function outcomeFor(reached: Reached, row: RowKind, whose: Whose): string {
  if (reached === 'no') return '403';
  if (reached === 'yes' || !owned.includes(row)) return 'through';
  return reached.includes(whose) ? 'through' : '404';
}

/** Signing out would end the walk of a person, and a wrong password is 401 by itself; both have tests of their own. */
const elsewhere = ['DELETE /session', 'PUT /session/password'];
const walked = Object.entries(routeAccess).filter(([route]) => !elsewhere.includes(route));

describe('every route', () => {
  test('says who may use it, and nothing is declared that is no route', () => {
    const app = made.with({});
    const served = app.routes
      .filter(({ method, path }) => path.startsWith('/api/v1/') && method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => `${method} ${path.slice('/api/v1'.length)}`);
    expect([...new Set(served)].sort()).toEqual(Object.keys(routeAccess).sort());
  });

  test('is written into the audit when it changes something', () => {
    const silent = Object.entries(routeAccess).filter(
      ([route, { audit }]) => !route.startsWith('GET ') && audit === undefined,
    );
    expect(silent).toEqual([]);
  });

  test('answers nobody who is not signed in, but for signing in', async () => {
    for (const [route, { action }] of Object.entries(routeAccess)) {
      const { status } = await ask(route, 'own', null);
      if (action !== 'anybody') expect([route, status]).toEqual([route, 401]);
    }
  });
});

describe.each([...roles, 'nobody'] as const)('%s', (role) => {
  const reachedBy = (action: Action): Reached => {
    if (role === 'nobody') return action === 'see-catalogue' ? 'yes' : 'no';
    return expected[action][role];
  };

  test('reaches on every route what the role reaches, and nothing else', async () => {
    for (const [route, { action, row }] of walked) {
      if (action === 'anybody') continue;
      for (const whose of owned.includes(row) ? kinds : (['own'] as const)) {
        const { status } = await ask(route, whose, rows.cookies[role]);
        const seen = [route, whose, outcomeOf(status)];
        expect(seen).toEqual([route, whose, outcomeFor(reachedBy(action), row, whose)]);
      }
    }
  });

  test('finds in lists only what may be opened', async () => {
    const reached = reachedBy('see-calls');
    const response = await ask('GET /calls', 'own', rows.cookies[role]);
    if (reached === 'no') return expect(response.status).toBe(403);
    const ids = (await bodyOf(response)).calls.map(({ id }) => id);
    const own = Object.entries(rows.calls).filter(([, id]) => ids.includes(id));
    expect(own.map(([whose]) => whose).sort()).toEqual([...reached].sort());
    const { agents } = await bodyOf(await ask('GET /agents', 'own', rows.cookies[role]));
    expect(agents.length > 0 && agents.length <= new Set(reached).size).toBe(true);
  });
});
