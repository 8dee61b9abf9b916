import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { NewPerson } from '../../src/domain/people-ports.ts';
import type { Store } from '../../src/store/open-store.ts';

const PASSWORD = 'correct horse 电池';

/** People, sessions and what ends them, the same on every database. */
export function testPeople(storeOf: () => Store): void {
  async function add(given: Partial<NewPerson> = {}) {
    const login = `u-${randomUUID()}`;
    const { people } = storeOf();
    const id = await people.add({ login, name: 'Ann', roles: ['reviewer'], password: PASSWORD, ...given });
    return { id, login };
  }

  describe('people', () => {
    test('come back with roles, teams and agents, found by login however it is written', async () => {
      const agent = randomUUID();
      const login = `Ａnn-${randomUUID()}`;
      const { id } = await add({
        login,
        roles: ['coach', 'agent'],
        teams: ['North', '电销一部'],
        agents: [agent],
      });
      const found = await storeOf().people.find(login.toUpperCase());
      expect(found).toMatchObject({
        ...{
          id,
          name: 'Ann',
          roles: ['agent', 'coach'],
          agents: [agent],
          isDisabled: false,
          hasPassword: true,
        },
      });
      expect(new Set(found?.teams)).toEqual(new Set(['North', '电销一部']));
      expect(JSON.stringify(found)).not.toContain('argon2');
      expect(await storeOf().people.teams()).toContain('电销一部');
    });

    test('share neither a login nor an agent id', async () => {
      const agents = [randomUUID()];
      const { login } = await add({ agents });
      await expect(add({ login })).rejects.toMatchObject({ code: 'E_CONFLICT' });
      await expect(add({ agents })).rejects.toMatchObject({ code: 'E_CONFLICT' });
    });

    test.each(['short', 'x'.repeat(201)])('take no password like %s', async (password) => {
      await expect(add({ password })).rejects.toMatchObject({ code: 'E_USAGE' });
    });

    test('keep at least one administrator', async () => {
      const { people } = storeOf();
      const first = await add({ roles: ['administrator'] });
      const others = (await people.list()).filter(
        (one) => one.roles.includes('administrator') && one.id !== first.id,
      );
      for (const other of others) await people.change(other.id, { isDisabled: true });
      for (const change of [{ roles: [] }, { isDisabled: true }]) {
        await expect(people.change(first.id, change)).rejects.toMatchObject({ code: 'E_CONFLICT' });
      }
      await add({ roles: ['administrator'] });
      expect(await people.change(first.id, { isDisabled: true })).toBe(true);
    });

    test('known by an identity provider are added once and follow its roles', async () => {
      const { people, sessions } = storeOf();
      const identity = { subject: `https://id ${randomUUID()}`, login: randomUUID(), name: 'Bo' };
      const first = await people.identify({ ...identity, roles: ['agent'] });
      expect(first).toMatchObject({ roles: ['agent'] });
      const { secret } = await sessions.begin(first?.id ?? '');
      expect(await people.identify({ ...identity, roles: ['agent'] })).toMatchObject({ id: first?.id });
      expect(await sessions.verify(secret)).not.toBeNull();
      expect(await people.identify({ ...identity, roles: ['manager'] })).toMatchObject({ id: first?.id });
      expect(await sessions.verify(secret)).toBeNull();
      await people.change(first?.id ?? '', { isDisabled: true });
      expect(await people.identify({ ...identity, roles: ['manager'] })).toBeNull();
    });
  });

  describe('signing in', () => {
    const signIn = (login: string, password: string, address = randomUUID()) =>
      storeOf().sessions.signIn(login, password, address);

    test('takes the right password, in either form of Unicode, and no other', async () => {
      const { id, login } = await add({ password: 'caf\u00e9 au lait' });
      expect(await signIn(login, 'cafe\u0301 au lait')).toMatchObject({ state: 'signed-in', person: { id } });
      for (const wrong of ['cafe au lait', '', 'caf\u00e9 au lait ']) {
        expect(await signIn(login, wrong)).toEqual({ state: 'refused' });
      }
      expect(await signIn(randomUUID(), 'caf\u00e9 au lait')).toEqual({ state: 'refused' });
      await storeOf().people.change(id, { isDisabled: true });
      expect(await signIn(login, 'caf\u00e9 au lait')).toEqual({ state: 'refused' });
    });

    test('without a password is for the identity provider alone', async () => {
      const login = randomUUID();
      await storeOf().people.add({ login, name: 'C', roles: [] });
      expect(await signIn(login, '')).toEqual({ state: 'refused' });
    });

    test('is throttled by login, known or not, however many try at once, and forgets after it worked', async () => {
      const { login } = await add();
      for (const tried of [login, randomUUID()]) {
        const results = await Promise.all(Array.from({ length: 14 }, () => signIn(tried, 'wrong password')));
        expect(results.filter(({ state }) => state === 'refused')).toHaveLength(10);
        const throttled = results.find(({ state }) => state === 'throttled');
        expect(throttled).toMatchObject({ retryAfterMs: expect.any(Number) });
      }
      expect(await signIn(login, PASSWORD)).toMatchObject({ state: 'throttled' });
      const other = await add();
      for (let round = 0; round < 2; round++) {
        for (let wrong = 0; wrong < 6; wrong++) await signIn(other.login, 'wrong');
        expect(await signIn(other.login, PASSWORD)).toMatchObject({ state: 'signed-in' });
      }
    });

    test('is throttled by address too', async () => {
      const address = randomUUID();
      await storeOf().executeSql('select 1');
      const results = await Promise.all(
        Array.from({ length: 54 }, () => signIn(randomUUID(), 'wrong password', address)),
      );
      expect(results.filter(({ state }) => state === 'throttled')).toHaveLength(4);
    });
  });

  describe('a session', () => {
    test('is of its person until signed out', async () => {
      const { sessions } = storeOf();
      const { id, login } = await add({ roles: ['coach'] });
      const { secret } = await sessions.begin(id);
      expect(await sessions.verify(secret)).toMatchObject({
        ...{ id, kind: 'person', scopes: ['*'], person: { id, login, roles: ['coach'] } },
      });
      expect(await sessions.verify(`${secret}x`)).toBeNull();
      expect(await sessions.end(secret)).toBe(true);
      expect(await sessions.end(secret)).toBe(false);
      expect(await sessions.verify(secret)).toBeNull();
    });

    test.each([
      { roles: ['manager'] as const },
      { teams: ['South'] },
      { agents: [] },
      { password: 'another password' },
      { isDisabled: true },
    ])('ends when its person changes by %o', async (change) => {
      const { id } = await add();
      const { secret } = await storeOf().sessions.begin(id);
      await storeOf().people.change(id, { name: 'Anna' });
      expect(await storeOf().sessions.verify(secret)).toMatchObject({ name: 'Anna' });
      await storeOf().people.change(id, change);
      expect(await storeOf().sessions.verify(secret)).toBeNull();
    });

    test('ends by itself after a day of work, or when left alone', async () => {
      const { id } = await add();
      for (const past of [
        'expires_at = clock_timestamp()',
        "seen_at = clock_timestamp() - interval '121 minutes'",
      ]) {
        const { id: session, secret } = await storeOf().sessions.begin(id);
        await storeOf().executeSql(`update sessions set ${past} where id = '${session}'`);
        expect(await storeOf().sessions.verify(secret)).toBeNull();
      }
    });

    test('of a token follows its person', async () => {
      const { tokens, people } = storeOf();
      const { id } = await add({ roles: ['coach'] });
      const options = { kind: 'token', scopes: ['read'], lifeMs: null, personId: id } as const;
      const { secret } = await tokens.issue('t', options);
      expect(await tokens.verify(secret)).toMatchObject({ kind: 'token', person: { roles: ['coach'] } });
      await people.change(id, { isDisabled: true });
      expect(await tokens.verify(secret)).toBeNull();
    });
  });
}
