import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/person.ts';
import { type MadeApp, makeApp } from './made-app.ts';

const ORIGIN = 'http://127.0.0.1:8420';
const PASSWORD = 'ten or more characters';

let made: MadeApp;
beforeAll(async () => {
  made = await makeApp();
});
afterAll(() => made[Symbol.asyncDispose]());

async function add(roles: readonly Role[], given: { isDemo?: boolean; agents?: string[] } = {}) {
  const login = `u-${randomUUID()}`;
  const person = { login, name: 'Ann', roles, password: PASSWORD, ...given };
  return { login, id: await made.store.people.add(person) };
}

/** A browser: keeps the session it is given. */
function browser(app = made.with({})) {
  let cookie = '';
  return {
    async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const response = await app.request(`${ORIGIN}/api/v1${path}`, {
        method,
        headers: {
          origin: ORIGIN,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const given = response.headers.get('set-cookie');
      if (given?.startsWith('earmark_session=')) cookie = given.split(';')[0] ?? '';
      return response;
    },
    signIn(login: string, password = PASSWORD, headers: Record<string, string> = {}) {
      return this.send('POST', '/session', { login, password }, headers);
    },
    cookie: () => cookie,
  };
}

const bodyOf = async (response: Response) => (await response.json()) as Record<string, never>;
const newest = async () => (await made.store.audit.list({}, { limit: 1, before: null }))[0];

describe('signing in', () => {
  test('gives a session that no script reads and no other site sends, until signing out', async () => {
    const { login, id } = await add(['coach']);
    const one = browser();
    const response = await one.signIn(login.toUpperCase());
    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/i);
    expect(await bodyOf(response)).toMatchObject({ kind: 'person', person: { id, roles: ['coach'] } });
    expect(await newest()).toMatchObject({ action: 'signed-in', actor: { kind: 'person', id } });
    expect((await one.send('GET', '/me')).status).toBe(200);
    const { actions } = await bodyOf(await one.send('GET', '/me'));
    expect(actions).toContain('coach-agents');
    expect(actions).not.toContain('manage-people');
    const kept = one.cookie();
    expect(await bodyOf(await one.send('DELETE', '/session'))).toEqual({ isSignedOut: true });
    expect(await newest()).toMatchObject({ action: 'signed-out', actor: { id } });
    expect((await one.send('GET', '/me', undefined, { cookie: kept })).status).toBe(401);
  });

  test('is Secure where the browser spoke TLS', async () => {
    const { login } = await add(['coach']);
    const response = await browser().signIn(login, PASSWORD, { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('set-cookie')).toContain('Secure');
  });

  test('answers a wrong password and an unknown login alike, and says who in no log', async () => {
    const { login } = await add(['coach']);
    const answers = await Promise.all([
      browser().signIn(login, 'not the password'),
      browser().signIn('nobody-at-all', 'not the password'),
    ]);
    const bodies = await Promise.all(answers.map(bodyOf));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    expect(bodies[0]).toEqual(bodies[1]);
    expect(await newest()).toMatchObject({ action: 'sign-in-failed', actor: { kind: 'nobody', id: null } });
    const rows = await made.store.audit.list({}, { limit: 200, before: null });
    expect(JSON.stringify(rows)).not.toContain('nobody-at-all');
  });

  test('says when to come back after too many tries', async () => {
    const { login } = await add(['coach']);
    for (let wrong = 0; wrong < 10; wrong++) await browser().signIn(login, 'wrong');
    const response = await browser().signIn(login);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  test('is refused from another site, and as a form', async () => {
    const { login } = await add(['coach']);
    expect((await browser().signIn(login, PASSWORD, { origin: 'https://evil.example' })).status).toBe(403);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await browser().signIn(login, PASSWORD, form)).status).toBeGreaterThanOrEqual(400);
  });

  test('gives every sign-in a session of its own and ends the one before', async () => {
    const { login } = await add(['coach']);
    const one = browser();
    await one.signIn(login);
    const before = one.cookie();
    await one.signIn(login);
    expect(one.cookie()).not.toBe(before);
    expect((await one.send('GET', '/me', undefined, { cookie: before })).status).toBe(401);
  });

  test('lets a person set another password, who stays signed in', async () => {
    const { login } = await add(['coach']);
    const one = browser();
    await one.signIn(login);
    const change = (current: string, next: string) => one.send('PUT', '/session/password', { current, next });
    expect((await change('wrong', 'another password')).status).toBe(401);
    expect((await change(PASSWORD, 'short')).status).toBe(400);
    expect((await change(PASSWORD, 'another password')).status).toBe(200);
    expect((await one.send('GET', '/me')).status).toBe(200);
    expect((await browser().signIn(login)).status).toBe(401);
    expect((await browser().signIn(login, 'another password')).status).toBe(200);
  });
});

describe('a role that is taken away in the middle', () => {
  test('counts for the next request no more', async () => {
    const { login, id } = await add(['administrator']);
    await add(['administrator']);
    const one = browser();
    await one.signIn(login);
    expect((await one.send('GET', '/users')).status).toBe(200);
    await made.store.people.change(id, { roles: ['coach'] });
    expect((await one.send('GET', '/users')).status).toBe(401);
    await one.signIn(login);
    expect((await one.send('GET', '/users')).status).toBe(403);
  });
});

describe('an own call', () => {
  test('is changed by nobody who is its agent, whatever else that person is', async () => {
    const agent = randomUUID();
    const call = await made.addCall({ agent, verdicts: { greeting: 'met' } });
    const { login } = await add(['administrator', 'agent'], { agents: [agent] });
    const one = browser();
    await one.signIn(login);
    expect((await one.send('GET', `/calls/${call}`)).status).toBe(200);
    expect((await one.send('PUT', `/calls/${call}/note`, { text: 'x' })).status).toBe(403);
  });

  test('is decided by nobody who is its agent: the database refuses it too', async () => {
    const agent = randomUUID();
    const { id } = await add(['reviewer', 'agent'], { agents: [agent] });
    const call = await made.addCall({ agent, verdicts: { greeting: 'met' } });
    const scorecard = (await made.store.calls.get(call))?.scorecardId;
    const decide = (by: string) =>
      made.store.executeSql(
        `insert into reviews (call_id, scorecard_id, criterion, decision, old_verdict, verdict, by_user, by_name)
         values ($1, $2, 'greeting', 'confirm', 'met', 'met', $3, 'x')`,
        [call, scorecard, by],
      );
    await expect(decide(id)).rejects.toMatchObject({ code: 'E_STORE' });
    await decide((await add(['reviewer'])).id);
    for (const harm of ["update reviews set verdict = 'unmet'", 'delete from reviews', 'truncate reviews']) {
      await expect(made.store.executeSql(harm)).rejects.toMatchObject({ code: 'E_STORE' });
    }
  });
});

describe('people', () => {
  test('are added, changed and disabled by an administrator, which the audit tells without content', async () => {
    const { login, id: admin } = await add(['administrator']);
    const one = browser();
    await one.signIn(login);
    const given = {
      login: randomUUID(),
      name: '李雷',
      roles: ['reviewer'],
      teams: ['电销一部'],
      password: PASSWORD,
    };
    const added = await one.send('POST', '/users', given);
    expect(added.status).toBe(201);
    const person = await bodyOf(added);
    expect(person).toMatchObject({ name: '李雷', teams: ['电销一部'], isDisabled: false });
    expect(await newest()).toMatchObject({
      ...{ action: 'person-added', actor: { id: admin }, object: { kind: 'person', id: person.id } },
      details: { roles: 'reviewer' },
    });
    expect((await one.send('POST', '/users', given)).status).toBe(409);
    const changed = await one.send('PATCH', `/users/${person.id}`, { roles: ['coach', 'reviewer'] });
    expect(await bodyOf(changed)).toMatchObject({ roles: ['coach', 'reviewer'] });
    expect(await newest()).toMatchObject({ details: { changed: 'roles', roles: 'coach,reviewer' } });
    expect((await browser().signIn(given.login)).status).toBe(200);
    await one.send('PATCH', `/users/${person.id}`, { isDisabled: true });
    expect((await browser().signIn(given.login)).status).toBe(401);
    expect((await one.send('PATCH', `/users/${randomUUID()}`, { name: 'x' })).status).toBe(404);
    for (const more of [{ isDemo: true }, { role: 'agent' }, { roles: ['boss'] }]) {
      expect((await one.send('PATCH', `/users/${person.id}`, more)).status).toBe(400);
    }
    expect(JSON.stringify(await made.store.audit.list({}, { limit: 200, before: null }))).not.toContain(
      '李雷',
    );
  });
});

describe('the audit', () => {
  test('tells of playback once for many parts, of changes, and of its own check', async () => {
    const { login, id } = await add(['administrator', 'auditor']);
    const one = browser();
    await one.signIn(login);
    const call = await made.addCall({ verdicts: { greeting: 'met' }, hasAudio: true });
    for (const range of ['bytes=0-9', 'bytes=10-19', 'bytes=500-509']) {
      expect((await one.send('GET', `/calls/${call}/audio`, undefined, { range })).status).toBe(206);
    }
    await one.send('PUT', `/calls/${call}/note`, { text: 'Called back.' });
    const { rows } = (await bodyOf(await one.send('GET', `/audit?object=${call}`))) as never as {
      rows: { action: string; actor: { id: string; name: string } }[];
    };
    expect(rows.map(({ action }) => action)).toEqual(['note-filed', 'call-played']);
    expect(rows[0]?.actor).toMatchObject({ id, name: 'Ann' });
    expect(await bodyOf(await one.send('GET', '/audit/check'))).toMatchObject({ fault: null });
    expect(await newest()).toMatchObject({ action: 'audit-checked', details: { isWhole: true } });
    const page = await bodyOf(await one.send('GET', '/audit?limit=2'));
    expect(page.rows).toHaveLength(2);
    expect(page.nextBefore).toEqual(expect.any(Number));
  });
});

describe('without anybody added', () => {
  test('the demo lets its people in on this machine, until somebody real is there', async () => {
    await using demo = await makeApp();
    const app = demo.with({ localUser: 'local' });
    const person = { login: 'reviewer', name: 'R', roles: ['reviewer'] as const, isDemo: true };
    await demo.store.people.add({ ...person, password: PASSWORD });
    const opened = await app.request(`${ORIGIN}/calls`);
    expect(opened.headers.get('set-cookie')).toContain('earmark_session=');
    expect((await app.request(`${ORIGIN}/sign-in`)).headers.get('set-cookie')).toBeNull();
    const options = await app.request(`${ORIGIN}/api/v1/session/options`);
    expect(await options.json()).toEqual({ isNeeded: false, identityProvider: null });
    const one = browser(app);
    expect((await one.signIn('reviewer', PASSWORD, { 'x-forwarded-for': '203.0.113.5' })).status).toBe(401);
    expect((await one.signIn('reviewer')).status).toBe(200);
    const local = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await one.send('GET', '/me', undefined, { cookie: local })).status).toBe(200);

    await demo.store.people.add({
      login: 'real',
      name: 'Real',
      roles: ['administrator'],
      password: PASSWORD,
    });
    expect((await one.send('GET', '/me')).status).toBe(401);
    expect((await one.send('GET', '/me', undefined, { cookie: local })).status).toBe(401);
    expect((await app.request(`${ORIGIN}/calls`)).headers.get('set-cookie')).toBeNull();
    // with sign-in there is nothing to be had under another name of this machine
    expect((await app.request('http://earmark.example/calls')).status).toBe(200);
  }, 120_000);
});
