import type { Caller } from './access-tokens.ts';
import type { Person, Role } from './person.ts';

/** Everything that can be done; each route of the API stands for one of these. */
export const actions = [
  'see-catalogue',
  'see-calls',
  'hear-calls',
  'change-note',
  'change-roles',
  'see-imports',
  'import-calls',
  'see-failures',
  'redrive-calls',
  'erase-calls',
  'see-spend',
  'review-calls',
  'dispute-verdicts',
  'assign-reviews',
  'calibrate',
  'coach-agents',
  'see-figures',
  'export-figures',
  'see-audit',
  'bench-standards',
  'publish-standards',
  'manage-people',
] as const;
export type Action = (typeof actions)[number];

/** What a token may be for; `*` is all of it. */
export const scopes = [
  'read',
  'write',
  'score',
  'import',
  'review',
  'coach',
  'figures',
  'export',
  'audit',
  'admin',
] as const;
export type Scope = (typeof scopes)[number];

/** A scope that allows an action is enough. */
const scopesOf: Readonly<Record<Action, readonly Scope[]>> = {
  'see-catalogue': [],
  'see-calls': ['read'],
  'hear-calls': ['read'],
  'change-note': ['write'],
  'change-roles': ['write', 'score'],
  'see-imports': ['read', 'import'],
  'import-calls': ['import'],
  'see-failures': ['read'],
  'redrive-calls': ['write', 'score'],
  'erase-calls': ['admin'],
  'see-spend': ['figures', 'admin'],
  'review-calls': ['review'],
  'dispute-verdicts': ['review'],
  'assign-reviews': ['review', 'admin'],
  calibrate: ['review'],
  'coach-agents': ['coach'],
  'see-figures': ['figures'],
  'export-figures': ['export'],
  'see-audit': ['audit'],
  'bench-standards': ['score', 'admin'],
  'publish-standards': ['admin'],
  'manage-people': ['admin'],
};

/**
 * How far a role reaches with an action: every call; own calls once finalised or shared; those of own teams; those
 * assigned to the person or waiting in a queue of the person.
 */
type Breadth = 'all' | 'own' | 'teams' | 'assigned';

const breadths: Readonly<Record<Exclude<Role, 'administrator'>, Partial<Record<Action, Breadth>>>> = {
  agent: {
    'see-calls': 'own',
    'hear-calls': 'own',
    'dispute-verdicts': 'own',
  },
  coach: {
    'see-calls': 'teams',
    'hear-calls': 'teams',
    'coach-agents': 'teams',
    'see-figures': 'teams',
  },
  reviewer: {
    'see-calls': 'assigned',
    'hear-calls': 'assigned',
    'change-note': 'assigned',
    'change-roles': 'assigned',
    'review-calls': 'assigned',
    calibrate: 'assigned',
  },
  manager: {
    // figures are of everybody; calls only of teams the manager was put into: that is the right to open them
    'see-calls': 'teams',
    'hear-calls': 'teams',
    'see-figures': 'all',
    'export-figures': 'all',
    'assign-reviews': 'all',
  },
  auditor: { 'see-audit': 'all' },
};

/** One way to reach a call. */
export type ReachCondition =
  | { readonly kind: 'own'; readonly agents: readonly string[]; readonly person: string }
  | { readonly kind: 'teams'; readonly teams: readonly string[] }
  | { readonly kind: 'assigned'; readonly person: string };

/** The calls somebody reaches: all of them, or those for which one condition holds; an empty list reaches none. */
export type CallReach = 'all' | readonly ReachCondition[];

/** What access to one call depends on. */
export interface CallStanding {
  readonly agentId: string | null;
  readonly team: string | null;
  /** Finalised, or shared with the person. */
  readonly isReleased: boolean;
  /** Assigned to the person, or waiting in a queue of the person. */
  readonly isAssigned: boolean;
}

function conditionOf(breadth: Exclude<Breadth, 'all'>, person: Person): ReachCondition {
  if (breadth === 'own') return { kind: 'own', agents: person.agents, person: person.id };
  if (breadth === 'teams') return { kind: 'teams', teams: person.teams };
  return { kind: 'assigned', person: person.id };
}

function reachOfPerson(person: Person, action: Action): CallReach | null {
  const found = person.roles.map((role) => (role === 'administrator' ? 'all' : breadths[role][action]));
  const given = [...new Set(found.filter((one) => one !== undefined))];
  if (given.length === 0) return null;
  const narrow = given.filter((one) => one !== 'all');
  return narrow.length < given.length ? 'all' : narrow.map((breadth) => conditionOf(breadth, person));
}

/** True when the scopes of a caller's key allow an action. */
export function isInScope(held: readonly string[], action: Action): boolean {
  return held.includes('*') || scopesOf[action].some((scope) => held.includes(scope));
}

/**
 * The calls a caller may do something with; null when it is none of the caller's business at all. This is the one
 * place where access is decided: routes name the action, the store narrows its rows to the reach.
 */
export function reachOf(caller: Caller, action: Action): CallReach | null {
  // who one is and what there are standards for is told to whoever is known
  if (action === 'see-catalogue') return 'all';
  if (!isInScope(caller.scopes, action)) return null;
  return caller.person === null ? 'all' : reachOfPerson(caller.person, action);
}

/** True when a call lies within a reach; the store asks the database the same (store/within-reach.ts). */
export function isWithinReach(reach: CallReach, call: CallStanding): boolean {
  if (reach === 'all') return true;
  return reach.some((one) => {
    if (one.kind === 'assigned') return call.isAssigned;
    if (one.kind === 'teams') return call.team !== null && one.teams.includes(call.team);
    return call.isReleased && call.agentId !== null && one.agents.includes(call.agentId);
  });
}

/** True when a caller may do this with this call. */
export function may(caller: Caller, action: Action, call: CallStanding): boolean {
  const reach = reachOf(caller, action);
  return reach !== null && isWithinReach(reach, call);
}

/** True when a call is the caller's own: nobody reviews, finalises or decides about an own call. */
export function isOwnCall(caller: Caller, agentId: string | null): boolean {
  return agentId !== null && (caller.person?.agents.includes(agentId) ?? false);
}
