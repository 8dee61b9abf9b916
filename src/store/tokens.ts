import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Caller, Tokens } from '../domain/access-tokens.ts';
import { cleanText } from './clean-text.ts';
import { fromKept, hashText, toKept } from './kept-json.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;
const isValid = sql<boolean>`revoked_at is null and (expires_at is null or expires_at > clock_timestamp())`;

/** A secret says what it is, so that scanners of repositories find it; 32 random bytes follow. */
const newSecret = () => `earmark_${randomBytes(32).toString('base64url')}`;

const toCaller = (row: { id: string; name: string; kind: string; scopes: string }): Caller => ({
  id: row.id,
  name: row.name,
  kind: row.kind as Caller['kind'],
  scopes: fromKept<string[]>(row.scopes),
});

/** Tokens kept in the given database or transaction; of a secret only its sha256. */
export function createTokens(db: Kysely<Database>): Tokens {
  return {
    async issue(name, { kind, scopes, lifeMs }) {
      // sessions of the local user come with every browser; the ended ones are of no use to anybody
      const ended = db.deleteFrom('tokens').where('kind', '=', 'local');
      await ended.where(sql<boolean>`expires_at < clock_timestamp()`).execute();
      const secret = newSecret();
      const expiresAt = sql<string | null>`clock_timestamp() + ${lifeMs}::float8 * interval '1 ms'`;
      const row = { name: cleanText(name), kind, scopes: toKept(scopes), secret_hash: hashText(secret) };
      const { id } = await db
        .insertInto('tokens')
        .values({ ...row, expires_at: expiresAt })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { id, secret };
    },
    async verify(secret) {
      const found = db.selectFrom('tokens').select(['id', 'name', 'kind', 'scopes']);
      const row = await found.where('secret_hash', '=', hashText(secret)).where(isValid).executeTakeFirst();
      if (row === undefined) return null;
      // once an hour is enough to see which tokens are in use, and spares a write on every request
      await db
        .updateTable('tokens')
        .set({ last_used_at: now })
        .where('id', '=', row.id)
        .where(sql<boolean>`coalesce(last_used_at < clock_timestamp() - interval '1 hour', true)`)
        .execute();
      return toCaller(row);
    },
    async revoke(id) {
      const open = db.updateTable('tokens').set({ revoked_at: now }).where('revoked_at', 'is', null);
      const { numUpdatedRows } = await open.where(sql<boolean>`id::text = ${id}`).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async list() {
      const rows = await db.selectFrom('tokens').selectAll().where(isValid).orderBy('created_at').execute();
      return rows.map((row) => ({
        ...toCaller(row),
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null,
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      }));
    },
  };
}
