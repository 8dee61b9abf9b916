import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { actions, isOwnCall, may, reachOf, scopes } from '../../src/domain/access-rules.ts';
import type { Caller } from '../../src/domain/access-tokens.ts';
import { type Role, roles } from '../../src/domain/person.ts';

const callerWith = (held: readonly Role[], keyScopes: readonly string[] = ['*']): Caller => {
  const person = { id: 'p-1', login: 'p', name: 'P', roles: held, teams: ['North'], agents: ['a-1'] };
  return { id: 'p-1', name: 'P', kind: 'person', scopes: keyScopes, person };
};
const service = (held: readonly string[]): Caller => ({
  ...callerWith([]),
  kind: 'token',
  scopes: held,
  person: null,
});

const own = { agentId: 'a-1', team: 'South', isReleased: true, isAssigned: false };
const unreleased = { ...own, isReleased: false };
const teams = { agentId: 'a-2', team: 'North', isReleased: false, isAssigned: false };
const assigned = { agentId: 'a-3', team: 'South', isReleased: false, isAssigned: true };
const foreign = { agentId: null, team: null, isReleased: true, isAssigned: false };

describe('who may see which call', () => {
  test.each<[Role, boolean[]]>([
    ['agent', [true, false, false, false, false]],
    ['coach', [false, false, true, false, false]],
    ['reviewer', [false, false, false, true, false]],
    ['manager', [false, false, true, false, false]],
    ['administrator', [true, true, true, true, true]],
    ['auditor', [false, false, false, false, false]],
  ])('%s: own, own but not released, of the team, assigned, foreign: %j', (role, expected) => {
    const calls = [own, unreleased, teams, assigned, foreign];
    expect(calls.map((call) => may(callerWith([role]), 'see-calls', call))).toEqual(expected);
    expect(calls.map((call) => may(callerWith([role]), 'hear-calls', call))).toEqual(expected);
  });

  test('a person of several roles sees what each of them sees', () => {
    const caller = callerWith(['agent', 'coach', 'reviewer']);
    const seen = [own, unreleased, teams, assigned, foreign].map((call) => may(caller, 'see-calls', call));
    expect(seen).toEqual([true, false, true, true, false]);
  });

  test('more roles never take anything away, and nobody without a role reaches a call', () => {
    const someRoles = fc.subarray([...roles]);
    fc.assert(
      fc.property(someRoles, fc.constantFrom(...roles), fc.constantFrom(...actions), (held, more, action) => {
        for (const call of [own, unreleased, teams, assigned, foreign]) {
          const before = may(callerWith(held), action, call);
          expect(may(callerWith([...held, more]), action, call) || !before).toBe(true);
        }
      }),
    );
    for (const action of actions)
      expect(reachOf(callerWith([]), action)).toBe(action === 'see-catalogue' ? 'all' : null);
  });

  test('a token narrows its person, and never widens', () => {
    for (const scope of scopes) {
      for (const action of actions) {
        const narrowed = reachOf(callerWith(['coach'], [scope]), action);
        if (narrowed !== null) expect(narrowed).toEqual(reachOf(callerWith(['coach']), action));
      }
    }
    expect(reachOf(callerWith(['administrator'], ['read']), 'manage-people')).toBeNull();
    expect(reachOf(callerWith(['coach'], ['admin']), 'manage-people')).toBeNull();
  });

  test('a token of no person does what its scopes say', () => {
    expect(reachOf(service(['read']), 'see-calls')).toBe('all');
    expect(reachOf(service(['read']), 'change-note')).toBeNull();
    expect(reachOf(service(['read', 'write', 'import']), 'see-audit')).toBeNull();
    expect(actions.every((action) => reachOf(service(['*']), action) === 'all')).toBe(true);
  });

  test('an own call is told as such, for whoever holds more roles', () => {
    expect(isOwnCall(callerWith(['agent', 'reviewer']), 'a-1')).toBe(true);
    expect(isOwnCall(callerWith(['reviewer']), 'a-2')).toBe(false);
    expect(isOwnCall(service(['*']), 'a-1')).toBe(false);
  });
});
