import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { importInto } from '../../src/cli/import.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { workInstallation } from '../../src/cli/work.ts';
import { readConfig } from '../../src/config.ts';
import type { ProcessDeps } from '../../src/pipeline/process-call.ts';
import { type PostgresServer, startPostgres } from '../services/postgres-server.ts';
import { writeCalls } from './fault-calls.ts';
import { type FaultProvider, KEY_CANARY, startFaultProvider } from './fault-provider.ts';
import { type FaultWorker, startWorker, type WorkerOptions } from './run-worker.ts';

type Environment = Readonly<Record<string, string>>;

/** PostgreSQL for the scenarios of one file, with a migrated database to copy. */
export interface FaultServer extends AsyncDisposable {
  readonly postgres: PostgresServer;
  /** A plant of a scenario's own. */
  plant(settings?: Environment): Promise<Plant>;
}

/** How a handled call ended, as a worker of this process saw it. */
export interface Ending {
  readonly id: string;
  readonly as: string;
  readonly code: string | null;
}

/** An installation under fault: its database, its provider, its recordings and its workers. */
export interface Plant extends AsyncDisposable {
  readonly dataDir: string;
  readonly folder: string;
  readonly databaseUrl: string;
  readonly environment: Environment;
  readonly provider: FaultProvider;
  /** Everything the workers have said. */
  said(): string;
  sql<T extends object>(text: string, values?: unknown[]): Promise<T[]>;
  /** Writes recordings and imports the folder. */
  addCalls(count: number, options?: Parameters<typeof writeCalls>[2]): Promise<void>;
  import(): Promise<void>;
  worker(options?: WorkerOptions, settings?: Environment): FaultWorker;
  open(settings?: Environment, watch?: ProcessDeps['watch']): Promise<Installation>;
  /** Works in this process until nothing is left (or `limitMs` is over); gives how each call ended. */
  drain(settings?: Environment, limitMs?: number, change?: (made: Installation) => void): Promise<Ending[]>;
  /** Works in this process until every call has ended or waits, told of the call whose stage begins. */
  drainUntilSettled(settings?: Environment, watch?: (key: string) => void): Promise<Ending[]>;
  /** Lets the leases of dead workers run out now instead of after 10 s, and their calls be taken at once. */
  expireLeases(): Promise<void>;
}

/** Starts the server of a test file. */
export async function startFaultServer(): Promise<FaultServer> {
  const postgres = await startPostgres();
  const templateUrl = await postgres.createDatabase();
  const template = templateUrl.replace(/.*\//, '');
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-template-'));
  await (await openInstallation(readConfig({ DATABASE_URL: templateUrl, EARMARK_DATA: dataDir })))[
    Symbol.asyncDispose
  ]();
  rmSync(dataDir, { recursive: true, force: true });
  return {
    postgres,
    plant: (settings = {}) => makePlant(postgres, template, settings),
    [Symbol.asyncDispose]: () => postgres.stop(),
  };
}

async function makePlant(postgres: PostgresServer, template: string, settings: Environment): Promise<Plant> {
  const root = mkdtempSync(join(tmpdir(), 'earmark-fault-'));
  const folder = join(root, 'calls');
  const dataDir = join(root, 'data');
  const databaseUrl = await postgres.createDatabase(template);
  const provider = await startFaultProvider();
  const environment = {
    DATABASE_URL: databaseUrl,
    EARMARK_DATA: dataDir,
    EARMARK_CONCURRENCY: '1',
    OPENAI_BASE_URL: provider.baseUrl,
    OPENAI_API_KEY: KEY_CANARY,
    EARMARK_TRANSCRIBE_MODEL: 'whisper-1',
    ...settings,
  };
  const workers: FaultWorker[] = [];
  const open: Plant['open'] = (more = {}, watch) =>
    openInstallation(readConfig({ ...environment, ...more }), watch);
  const read = async () => {
    await using installation = await open();
    await importInto(installation, folder, { isRefresh: false, by: 'test' });
  };
  return {
    ...{ dataDir, folder, databaseUrl, environment, provider, open },
    said: () => workers.map((one) => one.said()).join('\n'),
    sql: (text, values) => query(databaseUrl, text, values),
    async addCalls(count, options) {
      writeCalls(folder, count, options);
      await read();
    },
    import: read,
    worker(options = {}, more = {}) {
      const worker = startWorker(options, { ...environment, ...more });
      workers.push(worker);
      return worker;
    },
    drain: async (more, limitMs, change) => {
      await using installation = await open(more);
      change?.(installation);
      return await drain(installation, limitMs);
    },
    drainUntilSettled: async (more, watch) => {
      await using installation = await open(more, (call) => watch?.(call.key));
      const settled = new AbortController();
      const looking = setInterval(async () => {
        const open = await query(databaseUrl, `select 1 from calls where status in ('found', 'running')`);
        if (open.length === 0) settled.abort();
      }, 500);
      const endings = await drain(installation, 300_000, settled.signal);
      clearInterval(looking);
      return endings;
    },
    expireLeases: () => expireLeases(databaseUrl),
    async [Symbol.asyncDispose]() {
      for (const { child, ended } of workers) {
        if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
        await ended;
      }
      await provider[Symbol.asyncDispose]();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Works an open installation until nothing is left or the time is over; gives how each call ended. */
export async function drain(
  installation: Installation,
  limitMs = 300_000,
  signal?: AbortSignal,
): Promise<Ending[]> {
  const endings: Ending[] = [];
  const observer = {
    done: () => {},
    failed: () => {},
    ended: (id: string, as: string, error: { code: string } | null) =>
      void endings.push({ id, as, code: error?.code ?? null }),
  };
  await installation.queue.wake();
  const limit = AbortSignal.timeout(limitMs);
  await workInstallation(installation, observer, signal ? AbortSignal.any([limit, signal]) : limit, true);
  return endings;
}

async function query<T extends object>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(text, values)).rows;
  } finally {
    await client.end();
  }
}

async function expireLeases(url: string): Promise<void> {
  await query(url, `update pgboss.job set heartbeat_on = now() - interval '1 minute' where state = 'active'`);
  await query(url, 'update pgboss.queue set monitor_on = null');
  const boss = new PgBoss({ connectionString: url, max: 1, supervise: false, schedule: false });
  boss.on('error', () => {});
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: false });
  await query(url, `update pgboss.job set start_after = now() where state < 'active'`);
}
