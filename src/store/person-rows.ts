import { type Kysely, sql } from 'kysely';
import type { PersonRecord, Role } from '../domain/person.ts';
import { fromKept } from './kept-json.ts';
import type { Database } from './schema.ts';

const listOf = (text: ReturnType<typeof sql>) => sql<string>`coalesce((${text}), '[]')::text`;

const rolesOf = listOf(
  sql`select json_agg(role order by role) from user_roles where user_roles.user_id = users.id`,
);
const teamsOf = listOf(
  sql`select json_agg(teams.name order by teams.name) from memberships join teams on teams.id = memberships.team_id
      where memberships.user_id = users.id`,
);
const agentsOf = listOf(
  sql`select json_agg(agent_id order by agent_id) from user_agents where user_agents.user_id = users.id`,
);

/** People with their roles, teams and agents, each in one row. */
export const selectPeople = (db: Kysely<Database>) =>
  db
    .selectFrom('users')
    .select(['users.id', 'users.login', 'users.name', 'users.is_demo', 'users.disabled_at'])
    .select(['users.password_hash', 'users.oidc_subject', 'users.created_at'])
    .select([rolesOf.as('roles'), teamsOf.as('teams'), agentsOf.as('agents')]);

type PersonRow = Awaited<ReturnType<ReturnType<typeof selectPeople>['executeTakeFirstOrThrow']>>;

/** The row as the rest of Earmark knows a person; no hash leaves this room. */
export function toPersonRecord(row: PersonRow): PersonRecord {
  return {
    id: row.id,
    login: row.login,
    name: row.name,
    roles: fromKept<Role[]>(row.roles),
    teams: fromKept<string[]>(row.teams),
    agents: fromKept<string[]>(row.agents),
    isDemo: row.is_demo,
    isDisabled: row.disabled_at !== null,
    hasPassword: row.password_hash !== null,
    hasIdentity: row.oidc_subject !== null,
    createdAt: row.created_at.toISOString(),
  };
}

/** Only what access depends on. */
export function toPerson({ id, login, name, roles, teams, agents }: PersonRecord) {
  return { id, login, name, roles, teams, agents };
}

/** A login as it is kept and compared. */
export function foldLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}
