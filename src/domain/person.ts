/** What a person does with Earmark; one person may hold several roles. */
export const roles = ['agent', 'coach', 'reviewer', 'manager', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** True for the name of a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** Somebody who signs in, with all that access depends on. */
export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Names of teams, as calls carry them. */
  readonly teams: readonly string[];
  /** Ids of agents this person is, as calls carry them. */
  readonly agents: readonly string[];
}

/** A person as administrators see one. */
export interface PersonRecord extends Person {
  readonly isDemo: boolean;
  readonly isDisabled: boolean;
  /** How the person can sign in. */
  readonly hasPassword: boolean;
  readonly hasIdentity: boolean;
  /** ISO 8601, by the database's clock. */
  readonly createdAt: string;
}
