import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { EarmarkError } from '../errors.ts';
import { lockData } from './data-lock.ts';
import { asStoreError } from './database-errors.ts';
import type { Database } from './schema.ts';

/** An open database, and what a queue needs to live in the same one. */
export interface OpenDatabase {
  readonly db: Kysely<Database>;
  readonly queue: QueueDatabase;
  /** Runs work that takes as long as it takes, on a connection of its own that nobody gives up. */
  patiently<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Where a queue keeps its jobs: the embedded instance itself, or a server it opens its own pool on. */
export type QueueDatabase =
  | { readonly kind: 'embedded'; readonly pglite: PGlite }
  | { readonly kind: 'server'; readonly connectionString: string };

/** Times after which a statement, an idle transaction or a connection attempt is given up (faults.md §1.3). */
const STATEMENT_TIMEOUT_MS = 5_000;
const IDLE_TRANSACTION_TIMEOUT_MS = 10_000;
const CONNECTION_TIMEOUT_MS = 2_000;
/** A server that is there gives a statement up first; longer silence is that of a broken network. */
const SILENCE_MS = 6_000;
const POOL_SIZE = 10;
const INT8 = 20;

/** Opens the embedded database of a data folder, which no other process may hold. */
export async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
  const lock = await lockData(dataDir);
  try {
    const folder = join(dataDir, 'database');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const pglite = await PGlite.create({ dataDir: folder });
    const db = new Kysely<Database>({ dialect: new PGliteDialect({ pglite }) });
    const close = async () => {
      await db.destroy();
      if (!pglite.closed) await pglite.close();
      await lock.release();
    };
    return { db, queue: { kind: 'embedded', pglite }, patiently: (work) => work(db), close };
  } catch (error) {
    await lock.release();
    throw new EarmarkError('E_STORE', `the embedded database in ${dataDir} cannot be opened`, {
      cause: error,
      remedy: 'check the free space and the rights on that folder, or move it away to begin anew',
    });
  }
}

const typeParsers = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 ? (value: string) => Number(value) : pg.types.getTypeParser(oid, format),
};

/** A client that ends its connection when an answer does not come: the pool must not hand out one that waits for it. */
class ImpatientClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...given: unknown[]) => unknown;
    const given = async (...parts: unknown[]) => {
      try {
        return await ask(...parts);
      } catch (error) {
        if (error instanceof Error && error.message === 'Query read timeout')
          this.connection.stream.destroy();
        throw error;
      }
    };
    // kysely asks with promises only
    this.query = given as typeof this.query;
  }
}

/** Opens a pool on a PostgreSQL server (15 or newer). A cut connection fails its query, never the process. */
export async function openServer(connectionString: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({
    connectionString,
    Client: ImpatientClient,
    query_timeout: SILENCE_MS,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_TRANSACTION_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'earmark',
    types: typeParsers,
  });
  // without listeners a connection cut while idle, or while in use, ends the process
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  try {
    (await pool.connect()).release();
  } catch (error) {
    await pool.end();
    const known = asStoreError(error);
    throw known instanceof EarmarkError ? known : cannotConnect(error);
  }
  const close = async () => {
    await db.destroy();
    if (!pool.ended) await pool.end();
  };
  return { db, queue: { kind: 'server', connectionString }, patiently: patientOn(connectionString), close };
}

function patientOn(connectionString: string): OpenDatabase['patiently'] {
  return async (work) => {
    const pool = new pg.Pool({ connectionString, max: 1, keepAlive: true, types: typeParsers });
    pool.on('error', () => undefined);
    const patient = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
    try {
      return await work(patient);
    } finally {
      await patient.destroy();
    }
  };
}

function cannotConnect(cause: unknown): EarmarkError {
  return new EarmarkError('E_STORE', 'the database server cannot be reached', {
    cause,
    isRetryable: true,
    remedy: 'check DATABASE_URL',
  });
}
