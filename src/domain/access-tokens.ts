import type { Person } from './person.ts';

/** Who is asking: a person in a session, the holder of a token, or the local user of a machine without people. */
export interface Caller {
  /** Id of the person, token or local session. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'local' | 'token' | 'person';
  /** What the key itself allows; `*` is everything its holder may do. */
  readonly scopes: readonly string[];
  /** Whose rights hold; null where the scopes alone decide: the local user, and a token of no person. */
  readonly person: Person | null;
}

/** A token as it is listed; the token itself is known only to its holder. */
export interface TokenRecord {
  readonly id: string;
  readonly name: string;
  readonly kind: 'local' | 'token';
  readonly scopes: readonly string[];
  readonly personId: string | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** Keys to the API; only a sha256 of each is kept. */
export interface Tokens {
  /** The secret is shown once and never again. `lifeMs` null: until revoked. */
  issue(
    name: string,
    options: {
      kind: TokenRecord['kind'];
      scopes: readonly string[];
      lifeMs: number | null;
      /** The token does no more than this person may. */
      personId?: string;
    },
  ): Promise<{ id: string; secret: string }>;
  /** Whose secret this is; null when it is unknown, expired or revoked, or its person is disabled. */
  verify(secret: string): Promise<Caller | null>;
  revoke(id: string): Promise<boolean>;
  list(): Promise<TokenRecord[]>;
}
