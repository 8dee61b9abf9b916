import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { oidcIdentities } from '../../src/adapters/oidc-identities.ts';
import type { createApp } from '../../src/api/app.ts';
import type { Role } from '../../src/domain/person.ts';
import { type OidcIssuer, startIssuer } from '../services/oidc-issuer.ts';
import { type MadeApp, makeApp } from './made-app.ts';

const ORIGIN = 'http://earmark.example';
const CALLBACK = '/api/v1/session/oidc/callback';

let made: MadeApp;
let issuer: OidcIssuer;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  made = await makeApp();
  issuer = await startIssuer('earmark');
  const roleByValue = new Map<string, Role[]>([
    ['qa', ['reviewer']],
    ['leads', ['coach', 'manager']],
  ]);
  const settings = {
    issuer: issuer.url,
    clientId: 'earmark',
    clientSecret: 's',
    name: 'Company',
    roleByValue,
  };
  app = made.with({ identityProvider: oidcIdentities({ ...settings, rolesClaim: 'realm.groups' }) });
});
afterAll(async () => {
  await issuer[Symbol.asyncDispose]();
  await made[Symbol.asyncDispose]();
});
beforeEach(() => {
  issuer.claims = { sub: randomUUID(), preferred_username: randomUUID(), realm: { groups: ['qa', 'staff'] } };
  issuer.spoil = (token) => token;
});

const cookiesOf = (response: Response) =>
  response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
const sessionOf = (response: Response) =>
  cookiesOf(response).find((cookie) => cookie.startsWith('earmark_session=')) ?? '';

async function begin(to = '/calls?team=North') {
  const response = await app.request(`${ORIGIN}/api/v1/session/oidc?to=${encodeURIComponent(to)}`);
  return { response, address: response.headers.get('location') ?? '', cookie: cookiesOf(response)[0] ?? '' };
}

const comeBack = async (address: string, cookie: string) =>
  await app.request(address, { headers: { cookie } });

async function signIn(to?: string) {
  const { address, cookie } = await begin(to);
  return await comeBack(issuer.approve(address), cookie);
}

const me = async (cookie: string) => await app.request(`${ORIGIN}/api/v1/me`, { headers: { cookie } });

describe('signing in by an identity provider', () => {
  test('goes there with PKCE, state and nonce, remembered where no script reads them', async () => {
    const { response, address } = await begin();
    expect(response.status).toBe(302);
    const { searchParams, origin } = new URL(address);
    expect(origin).toBe(issuer.url);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      client_id: 'earmark',
      redirect_uri: `${ORIGIN}${CALLBACK}`,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20}/),
      nonce: expect.stringMatching(/.{20}/),
    });
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(await (await app.request(`${ORIGIN}/api/v1/session/options`)).json()).toMatchObject({
      identityProvider: 'Company',
    });
  });

  test('comes back as a person with the roles of the groups, to the page that was wanted', async () => {
    const response = await signIn();
    expect([response.status, response.headers.get('location')]).toEqual([302, '/calls?team=North']);
    const told = (await (await me(sessionOf(response))).json()) as {
      person: { roles: string[]; login: string };
    };
    expect(told.person).toMatchObject({ roles: ['reviewer'], login: issuer.claims.preferred_username });
    const [row] = await made.store.audit.list({ action: 'signed-in' }, { limit: 1, before: null });
    expect(row).toMatchObject({ details: { by: 'oidc' } });
  });

  test('takes new roles over at the next sign-in, and old sessions end with the old ones', async () => {
    const before = sessionOf(await signIn());
    issuer.claims = { ...issuer.claims, realm: { groups: ['leads'] } };
    const after = sessionOf(await signIn());
    expect((await me(before)).status).toBe(401);
    expect(await (await me(after)).json()).toMatchObject({ person: { roles: ['coach', 'manager'] } });
  });

  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/api/v1/session'])(
    'never leads to %s',
    async (to) => {
      expect((await signIn(to)).headers.get('location')).toBe('/');
    },
  );

  const refused = async (response: Response, code: string) => {
    expect([response.status, response.headers.get('location')]).toEqual([302, `/sign-in?failed=${code}`]);
    expect(sessionOf(response)).toBe('');
    const [row] = await made.store.audit.list({}, { limit: 1, before: null });
    expect(row).toMatchObject({ action: 'sign-in-failed', details: { by: 'oidc', because: code } });
  };

  test('refuses somebody whose groups mean nothing here', async () => {
    issuer.claims = { ...issuer.claims, realm: { groups: ['visitors', '__proto__'] } };
    await refused(await signIn(), 'E_FORBIDDEN');
  });

  test('refuses an answer to another browser, with another state, or used twice', async () => {
    const { address, cookie } = await begin();
    const back = issuer.approve(address);
    await refused(await comeBack(back, ''), 'E_UNAUTHORISED');
    await refused(await comeBack(back, 'earmark_oidc=bm9uc2Vuc2U'), 'E_UNAUTHORISED');
    await refused(await comeBack(back.replace(/state=[^&]+/, 'state=x'), cookie), 'E_UNAUTHORISED');
    const other = await begin();
    await refused(await comeBack(back, other.cookie), 'E_UNAUTHORISED');
    expect(sessionOf(await comeBack(back, cookie))).not.toBe('');
    await refused(await comeBack(back, cookie), 'E_UNAUTHORISED');
  });

  test('refuses an ID token that was changed, is not signed, is of another client, issuer, nonce or time', async () => {
    const past = Math.floor(Date.now() / 1000) - 3600;
    for (const claims of [
      { aud: 'other' },
      { iss: 'https://other.example' },
      { nonce: 'other' },
      { exp: past },
    ]) {
      issuer.claims = { ...issuer.claims, ...claims };
      await refused(await signIn(), 'E_UNAUTHORISED');
      issuer.claims = { sub: randomUUID(), preferred_username: randomUUID(), realm: { groups: ['qa'] } };
    }
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    issuer.spoil = (token) => `${none}.${token.split('.')[1]}.`;
    await refused(await signIn(), 'E_UNAUTHORISED');
  });

  test('does not take over a login that has a password', async () => {
    const login = randomUUID();
    await made.store.people.add({
      login,
      name: 'A',
      roles: ['administrator'],
      password: 'ten or more characters',
    });
    issuer.claims = { ...issuer.claims, preferred_username: login };
    await refused(await signIn(), 'E_CONFLICT');
  });

  test('says so when no provider is configured, or none answers', async () => {
    expect((await made.send('/api/v1/session/oidc')).status).toBe(404);
    const settings = { issuer: 'http://127.0.0.1:1', clientId: 'c', clientSecret: undefined, name: 'N' };
    const away = oidcIdentities({ ...settings, rolesClaim: 'roles', roleByValue: new Map() });
    const response = await made.with({ identityProvider: away }).request(`${ORIGIN}/api/v1/session/oidc`);
    expect(response.status).toBe(502);
  });
});
