import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Caller, TokenRecord, Tokens } from '../domain/access-tokens.ts';
import { cleanText } from './clean-text.ts';
import { fromKept, hashText, toKept } from './kept-json.ts';
import { selectPeople, toPerson, toPersonRecord } from './person-rows.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;
const isValid = sql<boolean>`revoked_at is null and (expires_at is null or expires_at > clock_timestamp())`;
const columns = ['id', 'name', 'kind', 'scopes', 'user_id'] as const;

/** A secret says what it is, so that scanners of repositories find it; 32 random bytes follow. */
const newSecret = () => `earmark_${randomBytes(32).toString('base64url')}`;

interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly scopes: string;
  readonly user_id: string | null;
}

/** The caller a token stands for; null when its person is disabled. */
async function toCaller(db: Kysely<Database>, row: TokenRow): Promise<Caller | null> {
  const { id, name, kind } = row;
  const scopes = fromKept<string[]>(row.scopes);
  const caller = { id, name, kind: kind as TokenRecord['kind'], scopes, person: null };
  if (row.user_id === null) return caller;
  const enabled = selectPeople(db).where('users.id', '=', row.user_id).where('disabled_at', 'is', null);
  const person = await enabled.executeTakeFirst();
  return person === undefined ? null : { ...caller, person: toPerson(toPersonRecord(person)) };
}

/** Tokens kept in the given database or transaction; of a secret only its sha256. */
export function createTokens(db: Kysely<Database>): Tokens {
  return {
    async issue(name, { kind, scopes, lifeMs, personId }) {
      // sessions of the local user come with every browser; the ended ones are of no use to anybody
      const ended = db.deleteFrom('tokens').where('kind', '=', 'local');
      await ended.where(sql<boolean>`expires_at < clock_timestamp()`).execute();
      const secret = newSecret();
      const expiresAt = sql<string | null>`clock_timestamp() + ${lifeMs}::float8 * interval '1 ms'`;
      const row = { name: cleanText(name), kind, scopes: toKept(scopes), secret_hash: hashText(secret) };
      const { id } = await db
        .insertInto('tokens')
        .values({ ...row, expires_at: expiresAt, user_id: personId ?? null })
        .returning('id')
        .executeTakeFirstOrThrow();
      return { id, secret };
    },
    async verify(secret) {
      const found = db.selectFrom('tokens').select(columns);
      const row = await found.where('secret_hash', '=', hashText(secret)).where(isValid).executeTakeFirst();
      if (row === undefined) return null;
      // once an hour is enough to see which tokens are in use, and spares a write on every request
      await db
        .updateTable('tokens')
        .set({ last_used_at: now })
        .where('id', '=', row.id)
        .where(sql<boolean>`coalesce(last_used_at < clock_timestamp() - interval '1 hour', true)`)
        .execute();
      return await toCaller(db, row);
    },
    async revoke(id) {
      const open = db.updateTable('tokens').set({ revoked_at: now }).where('revoked_at', 'is', null);
      const { numUpdatedRows } = await open.where(sql<boolean>`id::text = ${id}`).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async list() {
      const rows = await db.selectFrom('tokens').selectAll().where(isValid).orderBy('created_at').execute();
      return rows.map((row) => ({
        id: row.id,
        name: row.name,
        kind: row.kind as TokenRecord['kind'],
        scopes: fromKept<string[]>(row.scopes),
        personId: row.user_id,
        createdAt: row.created_at.toISOString(),
        expiresAt: row.expires_at?.toISOString() ?? null,
        lastUsedAt: row.last_used_at?.toISOString() ?? null,
      }));
    },
  };
}
