import { randomBytes } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Sessions, SignInResult } from '../domain/people-ports.ts';
import { cleanText } from './clean-text.ts';
import { hashText } from './kept-json.ts';
import { checkPassword } from './passwords.ts';
import { foldLogin, selectPeople, toPerson, toPersonRecord } from './person-rows.ts';
import type { Database } from './schema.ts';
import { createSignInAttempts } from './sign-in-attempts.ts';

const HOUR_MS = 3_600_000;
/** A session ends after a working day, or after two hours in which nobody asked for anything. */
const LIFE_MS = 12 * HOUR_MS;
const IDLE_MS = 2 * HOUR_MS;

const now = sql<string>`clock_timestamp()`;
const isOpen = sql<boolean>`ended_at is null and expires_at > clock_timestamp()
  and seen_at > clock_timestamp() - ${IDLE_MS}::float8 * interval '1 ms'`;

async function signIn(db: Kysely<Database>, login: string, password: string, address: string) {
  const attempts = createSignInAttempts(db);
  const folded = foldLogin(cleanText(login)).slice(0, 200);
  const retryAfterMs = await attempts.count(folded, address);
  if (retryAfterMs > 0) return { state: 'throttled', retryAfterMs } satisfies SignInResult;
  const row = await selectPeople(db).where('login', '=', folded).executeTakeFirst();
  const isRight = await checkPassword(password, row?.password_hash ?? null);
  if (row === undefined || !isRight || row.disabled_at !== null) {
    return { state: 'refused' } satisfies SignInResult;
  }
  await attempts.forget(folded, address);
  return { state: 'signed-in', person: toPersonRecord(row) } satisfies SignInResult;
}

async function verify(db: Kysely<Database>, secret: string) {
  const hash = hashText(secret);
  const row = await selectPeople(db)
    .innerJoin('sessions', 'sessions.user_id', 'users.id')
    .select('sessions.id as session_id')
    .where('sessions.secret_hash', '=', hash)
    .where('users.disabled_at', 'is', null)
    .where(isOpen)
    // the demo's known passwords are worth nothing once somebody real is there
    .where(sql<boolean>`(not users.is_demo or not exists (select 1 from users u where not u.is_demo))`)
    .executeTakeFirst();
  if (row === undefined) return null;
  // once a minute is enough to see that somebody is there, and spares a write on every request
  await db
    .updateTable('sessions')
    .set({ seen_at: now })
    .where('id', '=', row.session_id)
    .where(sql<boolean>`seen_at < clock_timestamp() - interval '1 minute'`)
    .execute();
  const person = toPerson(toPersonRecord(row));
  return { id: person.id, name: person.name, kind: 'person' as const, scopes: ['*'], person };
}

/** Sessions kept in the given database or transaction; of a secret only its sha256. */
export function createSessions(db: Kysely<Database>): Sessions {
  return {
    signIn: (login, password, address) => signIn(db, login, password, address),
    async begin(personId) {
      const secret = `earmark_session_${randomBytes(32).toString('base64url')}`;
      const expires = sql<string>`clock_timestamp() + ${LIFE_MS}::float8 * interval '1 ms'`;
      const row = { user_id: personId, secret_hash: hashText(secret), expires_at: expires };
      const begun = db.insertInto('sessions').values(row).returning('id');
      return { id: (await begun.executeTakeFirstOrThrow()).id, secret, lifeMs: LIFE_MS };
    },
    verify: (secret) => verify(db, secret),
    async end(secret) {
      const open = db.updateTable('sessions').set({ ended_at: now, ended_because: 'signed-out' });
      const { numUpdatedRows } = await open
        .where('secret_hash', '=', hashText(secret))
        .where('ended_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}
