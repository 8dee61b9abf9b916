import { type Kysely, sql } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { EarmarkError } from '../errors.ts';
import { calls } from './migrations/0001-calls.ts';
import { results } from './migrations/0002-results.ts';
import { people } from './migrations/0003-people.ts';
import { attempts } from './migrations/0004-attempts.ts';
import { standards } from './migrations/0005-standards.ts';
import { providers } from './migrations/0006-providers.ts';
import { users } from './migrations/0010-users.ts';
import { reviews } from './migrations/0011-reviews.ts';
import { audit } from './migrations/0012-audit.ts';
import { reportCounts } from './migrations/0020-report-counts.ts';
import { erasure } from './migrations/0030-erasure.ts';
import { reviewFlow } from './migrations/0031-review-flow.ts';
import { disputes } from './migrations/0032-disputes.ts';
import { tokenBudget } from './migrations/0033-token-budget.ts';
import type { Database } from './schema.ts';

/** Every migration in order, in plain SQL; a released one is never edited, a change is a new number. */
const migrations: Readonly<Record<string, string>> = {
  '0001-calls': calls,
  '0002-results': results,
  '0003-people': people,
  '0004-attempts': attempts,
  '0005-standards': standards,
  '0006-providers': providers,
  '0010-users': users,
  '0011-reviews': reviews,
  '0012-audit': audit,
  '0020-report-counts': reportCounts,
  '0030-erasure': erasure,
  '0031-review-flow': reviewFlow,
  '0032-disputes': disputes,
  '0033-token-budget': tokenBudget,
};

/** Stands for a `;` inside the `$$` of a function while the statements are told apart. */
const INNER_SEMICOLON = '\u0000';

/** Statements one by one, since a prepared query of PGlite takes only one. */
function statementsOf(body: string): string[] {
  const bare = body.replace(/--[^\n]*/g, '');
  const held = bare.replace(/\$\$[\s\S]*?\$\$/g, (inner) => inner.replaceAll(';', INNER_SEMICOLON));
  const statements = held.split(';').filter((statement) => statement.trim() !== '');
  return statements.map((statement) => statement.replaceAll(INNER_SEMICOLON, ';'));
}

function toMigration(body: string): Migration {
  return {
    async up(db) {
      for (const statement of statementsOf(body)) await sql.raw(statement).execute(db);
    },
  };
}

const provider: MigrationProvider = {
  getMigrations: async () =>
    Object.fromEntries(Object.entries(migrations).map(([name, body]) => [name, toMigration(body)])),
};

/**
 * Brings the database to this version, all of it or nothing; several processes may start at once. Throws
 * `E_STORE` when it cannot, or when the database is of a newer version.
 */
export async function migrate(db: Kysely<Database>): Promise<void> {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error === undefined) return;
  throw new EarmarkError('E_STORE', 'the database could not be brought to this version', {
    cause: error,
    remedy: 'use the version of Earmark that last wrote this database, or a newer one',
  });
}
