import type { Caller } from './access-tokens.ts';
import type { Person, PersonRecord, Role } from './person.ts';

/** Somebody to be added; without a password only the identity provider lets the person in. */
export interface NewPerson {
  /** Compared without regard to case and width. */
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly teams?: readonly string[];
  readonly agents?: readonly string[];
  readonly password?: string;
  readonly isDemo?: boolean;
}

/** What can be changed about a person; what is left out stays. */
export interface PersonChange {
  readonly name?: string | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly teams?: readonly string[] | undefined;
  readonly agents?: readonly string[] | undefined;
  readonly password?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** What an identity provider says of somebody. */
export interface Identity {
  /** Issuer and subject, which never change. */
  readonly subject: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/**
 * People and what they may. A change of roles, teams, agents or password, and disabling, end every session of the
 * person in the same transaction.
 */
export interface People {
  /** True once anybody other than the demo's people exists: then nobody works without signing in. */
  hasAny(): Promise<boolean>;
  /** Throws `E_CONFLICT` when the login or an agent id is taken, `E_USAGE` for a password that is too weak. */
  add(person: NewPerson): Promise<string>;
  /** By login. */
  list(): Promise<PersonRecord[]>;
  get(id: string): Promise<PersonRecord | null>;
  find(login: string): Promise<PersonRecord | null>;
  /** False when there is no such person; throws `E_CONFLICT` rather than leave no administrator. */
  change(id: string, change: PersonChange): Promise<boolean>;
  /** The person an identity stands for, added or brought up to date; null when disabled. */
  identify(identity: Identity): Promise<Person | null>;
  /** Names of all teams, in order. */
  teams(): Promise<string[]>;
  /** False when the team was there. */
  addTeam(name: string): Promise<boolean>;
}

/** How an attempt to sign in ended. */
export type SignInResult =
  | { readonly state: 'signed-in'; readonly person: PersonRecord }
  /** Unknown login, wrong password, disabled: which of them is not told. */
  | { readonly state: 'refused' }
  | { readonly state: 'throttled'; readonly retryAfterMs: number };

/** Sessions of people, and the check before one begins. */
export interface Sessions {
  /**
   * Checks a password in a time that does not tell whether the login exists. Each attempt counts for the login and
   * for the address before the password is looked at, so that no number of parallel guesses gets past the limit.
   */
  signIn(login: string, password: string, address: string): Promise<SignInResult>;
  begin(personId: string): Promise<{ id: string; secret: string; lifeMs: number }>;
  /** Whose session this is; null when it is unknown, ended, or was left alone too long. */
  verify(secret: string): Promise<Caller | null>;
  /** False when it had ended before. */
  end(secret: string): Promise<boolean>;
}
