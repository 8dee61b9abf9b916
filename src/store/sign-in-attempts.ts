import { type Kysely, sql } from 'kysely';
import { hashText } from './kept-json.ts';
import type { Database } from './schema.ts';

/** Tries within the window, from which on nobody is let in under a login or from an address. */
const TRIES_PER_LOGIN = 10;
const TRIES_PER_ADDRESS = 50;
const WINDOW = sql`interval '15 minutes'`;

const subjects = (login: string, address: string) => [
  { subject: hashText(`login ${login}`), limit: TRIES_PER_LOGIN },
  { subject: hashText(`address ${address}`), limit: TRIES_PER_ADDRESS },
];

/** Counts of attempts to sign in, kept without saying whose; logins that do not exist are counted alike. */
export function createSignInAttempts(db: Kysely<Database>) {
  /** Counts one try and tells how many there were, and how long until they are forgotten. */
  async function bump(subject: string) {
    const isOver = sql<boolean>`sign_in_attempts.began_at < clock_timestamp() - ${WINDOW}`;
    return await db
      .insertInto('sign_in_attempts')
      .values({ subject, tries: 1 })
      .onConflict((conflict) =>
        conflict.column('subject').doUpdateSet({
          tries: sql<number>`case when ${isOver} then 1 else sign_in_attempts.tries + 1 end`,
          began_at: sql<string>`case when ${isOver} then clock_timestamp() else sign_in_attempts.began_at end`,
        }),
      )
      .returning('tries')
      .returning(
        sql<number>`(extract(epoch from began_at + ${WINDOW} - clock_timestamp()) * 1000)::float8`.as(
          'left_ms',
        ),
      )
      .executeTakeFirstOrThrow();
  }
  return {
    /** Counts a try before it is made; the milliseconds to wait when there were too many, else 0. */
    async count(login: string, address: string): Promise<number> {
      let waitMs = 0;
      for (const { subject, limit } of subjects(login, address)) {
        const { tries, left_ms: leftMs } = await bump(subject);
        if (tries > limit) waitMs = Math.max(waitMs, leftMs, 1000);
      }
      return waitMs;
    },
    /** Takes the tries of somebody who got in back: all of the login, one of the address. */
    async forget(login: string, address: string): Promise<void> {
      const [ofLogin, ofAddress] = subjects(login, address);
      await db
        .deleteFrom('sign_in_attempts')
        .where('subject', '=', ofLogin?.subject ?? '')
        .execute();
      await db
        .updateTable('sign_in_attempts')
        .set({ tries: sql<number>`greatest(tries - 1, 0)` })
        .where('subject', '=', ofAddress?.subject ?? '')
        .execute();
    },
  };
}
