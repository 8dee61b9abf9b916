import { type Kysely, sql } from 'kysely';
import type { Identity, NewPerson, People, PersonChange } from '../domain/people-ports.ts';
import type { Person } from '../domain/person.ts';
import { EarmarkError } from '../errors.ts';
import { cleanText } from './clean-text.ts';
import { isTaken } from './database-errors.ts';
import { inTransaction } from './in-transaction.ts';
import { isUuid } from './is-uuid.ts';
import { hashPassword, requireStrong } from './passwords.ts';
import { foldLogin, selectPeople, toPerson, toPersonRecord } from './person-rows.ts';
import type { Database } from './schema.ts';

const now = sql<string>`clock_timestamp()`;

async function ensureTeam(db: Kysely<Database>, name: string): Promise<string> {
  const row = { name: cleanText(name).trim() };
  await db
    .insertInto('teams')
    .values(row)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const found = db.selectFrom('teams').select('id').where('name', '=', row.name);
  return (await found.executeTakeFirstOrThrow()).id;
}

async function replaceRights(db: Kysely<Database>, userId: string, change: PersonChange): Promise<void> {
  if (change.roles !== undefined) {
    await db.deleteFrom('user_roles').where('user_id', '=', userId).execute();
    for (const role of new Set(change.roles))
      await db.insertInto('user_roles').values({ user_id: userId, role }).execute();
  }
  if (change.teams !== undefined) {
    await db.deleteFrom('memberships').where('user_id', '=', userId).execute();
    for (const team of new Set(change.teams)) {
      const row = { user_id: userId, team_id: await ensureTeam(db, team) };
      await db.insertInto('memberships').values(row).execute();
    }
  }
  if (change.agents !== undefined) {
    await db.deleteFrom('user_agents').where('user_id', '=', userId).execute();
    for (const agent of new Set(change.agents)) {
      const row = { user_id: userId, agent_id: cleanText(agent) };
      await db.insertInto('user_agents').values(row).execute();
    }
  }
}

/** Ends what a person may still do by what the person could do before. */
async function endSessions(db: Kysely<Database>, userId: string, because: string): Promise<void> {
  const open = db.updateTable('sessions').set({ ended_at: now, ended_because: because });
  await open.where('user_id', '=', userId).where('ended_at', 'is', null).execute();
}

const administrators = (db: Kysely<Database>) =>
  db
    .selectFrom('user_roles')
    .innerJoin('users', 'users.id', 'user_roles.user_id')
    .select('users.id')
    .where('role', '=', 'administrator')
    .where('disabled_at', 'is', null);

async function isAdministrator(db: Kysely<Database>, id: string): Promise<boolean> {
  return (await administrators(db).where('users.id', '=', id).executeTakeFirst()) !== undefined;
}

async function requireAdministrator(db: Kysely<Database>): Promise<void> {
  if ((await administrators(db).limit(1).executeTakeFirst()) !== undefined) return;
  throw new EarmarkError('E_CONFLICT', 'then nobody would be an administrator', {
    remedy: 'make somebody else an administrator first',
  });
}

async function add(db: Kysely<Database>, person: NewPerson): Promise<string> {
  const login = foldLogin(cleanText(person.login));
  if (person.password !== undefined) requireStrong(person.password, login);
  const hash = person.password === undefined ? null : await hashPassword(person.password);
  const row = { login, name: cleanText(person.name), password_hash: hash, is_demo: person.isDemo ?? false };
  return await refusingTaken(() =>
    inTransaction(db, async (tx) => {
      const { id } = await tx.insertInto('users').values(row).returning('id').executeTakeFirstOrThrow();
      await replaceRights(tx, id, { teams: [], agents: [], ...person });
      return id;
    }),
  );
}

async function refusingTaken<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new EarmarkError('E_CONFLICT', 'this login or agent id belongs to somebody already', {
      cause: error,
      remedy: 'see `earmark user list`',
    });
  }
}

async function changePerson(db: Kysely<Database>, id: string, change: PersonChange): Promise<boolean> {
  const users = db.selectFrom('users').select('id').where('id', '=', id);
  if ((await users.forUpdate().executeTakeFirst()) === undefined) return false;
  const wasAdministrator = await isAdministrator(db, id);
  const hash = change.password === undefined ? null : await hashPassword(change.password);
  await db
    .updateTable('users')
    .set({
      name: change.name === undefined ? sql<string>`name` : cleanText(change.name),
      ...(hash === null ? {} : { password_hash: hash }),
      ...(change.isDisabled === undefined ? {} : { disabled_at: change.isDisabled ? now : null }),
    })
    .where('id', '=', id)
    .execute();
  await replaceRights(db, id, change);
  if (wasAdministrator) await requireAdministrator(db);
  const { name: _, ...rights } = change;
  if (Object.values(rights).some((value) => value !== undefined)) await endSessions(db, id, 'rights-changed');
  return true;
}

async function identify(db: Kysely<Database>, identity: Identity): Promise<Person | null> {
  const { subject, roles } = identity;
  const bySubject = () => selectPeople(db).where('oidc_subject', '=', subject).executeTakeFirst();
  let row = await bySubject();
  if (row === undefined) {
    const id = await add(db, { login: identity.login, name: identity.name, roles });
    await db.updateTable('users').set({ oidc_subject: subject }).where('id', '=', id).execute();
    row = await bySubject();
  }
  if (row === undefined || row.disabled_at !== null) return null;
  const known = toPersonRecord(row);
  const isSame = [...new Set(roles)].sort().join() === [...known.roles].sort().join();
  if (!isSame) await changePerson(db, known.id, { roles });
  return { ...toPerson(known), roles };
}

/** People kept in the given database or transaction. */
export function createPeople(db: Kysely<Database>): People {
  return {
    async hasAny() {
      const real = db.selectFrom('users').select('id').where('is_demo', '=', false).limit(1);
      return (await real.executeTakeFirst()) !== undefined;
    },
    add: (person) => add(db, person),
    async list() {
      const rows = await selectPeople(db).orderBy('login').limit(5000).execute();
      return rows.map(toPersonRecord);
    },
    async get(id) {
      if (!isUuid(id)) return null;
      const row = await selectPeople(db).where('users.id', '=', id).executeTakeFirst();
      return row ? toPersonRecord(row) : null;
    },
    async find(login) {
      const row = await selectPeople(db)
        .where('login', '=', foldLogin(cleanText(login)))
        .executeTakeFirst();
      return row ? toPersonRecord(row) : null;
    },
    async change(id, change) {
      if (!isUuid(id)) return false;
      if (change.password !== undefined) {
        const found = db.selectFrom('users').select('login').where('id', '=', id);
        requireStrong(change.password, (await found.executeTakeFirst())?.login ?? '');
      }
      return await refusingTaken(() => inTransaction(db, (tx) => changePerson(tx, id, change)));
    },
    identify: (identity) => refusingTaken(() => inTransaction(db, (tx) => identify(tx, identity))),
    async teams() {
      const rows = await db.selectFrom('teams').select('name').orderBy('name').limit(5000).execute();
      return rows.map(({ name }) => name);
    },
    async addTeam(name) {
      const row = { name: cleanText(name).trim() };
      const added = await db
        .insertInto('teams')
        .values(row)
        .onConflict((conflict) => conflict.column('name').doNothing())
        .returning('id')
        .execute();
      return added.length > 0;
    },
  };
}
