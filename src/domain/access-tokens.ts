/** Who is asking: the holder of a token, or the local user of a demo. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly kind: 'local' | 'token';
  readonly scopes: readonly string[];
}

/** A token as it is listed; the token itself is known only to its holder. */
export interface TokenRecord extends Caller {
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
}

/** Keys to the API; only a sha256 of each is kept. */
export interface Tokens {
  /** The secret is shown once and never again. `lifeMs` null: until revoked. */
  issue(
    name: string,
    options: { kind: Caller['kind']; scopes: readonly string[]; lifeMs: number | null },
  ): Promise<{ id: string; secret: string }>;
  /** Whose secret this is; null when it is unknown, expired or revoked. */
  verify(secret: string): Promise<Caller | null>;
  revoke(id: string): Promise<boolean>;
  list(): Promise<TokenRecord[]>;
}
