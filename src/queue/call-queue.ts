import { fromPglite, type Job, type PGliteLike, PgBoss } from 'pg-boss';
import { EarmarkError } from '../errors.ts';

/** As for the store: a statement, and an answer that does not come, are given up after this (faults.md §1.3). */
const PATIENCE = {
  statement_timeout: 5_000,
  query_timeout: 6_000,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
};
const QUEUE = 'calls';
const DEAD = 'calls-dead';
/** pg-boss hands a job to another worker when this long went by without a heartbeat (its minimum is 10 s). */
const HEARTBEAT_SECONDS = 10;
/** Never reached: whoever handles a call decides when it is given up, and the call says why. */
const RETRIES = 1000;

/** Why a call is to be processed; a lower number in `priority` waits longer. */
export interface CallJob {
  readonly callRecordId: string;
  readonly cause: 'import' | 'rescore';
}

/** Runs one statement in a transaction of the store, so that a change to the queue is part of it. */
export interface SqlRunner {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/**
 * A call handed to a worker; settle it with `done`, `retry` or `snooze`, once. Each is false, and changes nothing,
 * when the call was given to another worker meanwhile; with `within` it is part of that transaction.
 */
export interface TakenCall extends CallJob {
  readonly attempt: number;
  beat(): Promise<boolean>;
  done(within?: SqlRunner): Promise<boolean>;
  /** Puts it back with growing, jittered waits. */
  retry(code: string, within?: SqlRunner): Promise<boolean>;
  /** Puts it back after `waitMs` without using an attempt. */
  snooze(waitMs: number, within?: SqlRunner): Promise<boolean>;
}

/** Where the jobs live: beside everything else that is kept. */
export type QueueDatabase =
  | { readonly kind: 'embedded'; readonly pglite: PGliteLike }
  | { readonly kind: 'server'; readonly connectionString: string };

/** What waits and what is being worked on now. */
export interface QueueState {
  readonly waiting: number;
  readonly active: number;
  /** Age of the oldest call that could be taken now; 0 when there is none. */
  readonly oldestMs: number;
}

/** Calls waiting to be processed, shared by every worker on the same database. */
export interface CallQueue {
  /** Adds a call unless it is waiting or being processed already; higher priority goes first. */
  add(job: CallJob, priority?: number, within?: SqlRunner): Promise<void>;
  take(count: number): Promise<TakenCall[]>;
  /** Jobs waiting or being processed. */
  countOpen(): Promise<number>;
  /** The same without those put back for longer than any retry: they wait for money or for an operator. */
  countSoon(): Promise<number>;
  state(): Promise<QueueState>;
  /** Lets every call that was put back for later be taken now; returns how many. */
  wake(): Promise<number>;
  close(): Promise<void>;
}

const snoozeSql = `update pgboss.job set state = 'created', started_on = null, heartbeat_on = null,
  start_after = clock_timestamp() + $4::float8 * interval '1 ms'
  where name = $1 and id = $2::uuid and retry_count = $3::int and state = 'active' returning id`;
/** A process that was killed cannot be alive beside this one: the embedded database lets only one in. */
const freeSql = `update pgboss.job set state = 'retry', start_after = clock_timestamp()
  where name = $1 and state = 'active'`;
const wakeSql = `update pgboss.job set start_after = clock_timestamp()
  where name = $1 and state < 'active' and start_after > clock_timestamp() returning id`;
/** Retries and pauses after a 429 end within 5 minutes and some jitter; budgets and closed providers take longer. */
const soonSql = `select count(*)::int as jobs from pgboss.job
  where name = $1 and state <= 'active' and start_after <= clock_timestamp() + interval '6 minutes'`;
const stateSql = `select count(*) filter (where state < 'active')::int as waiting,
  count(*) filter (where state = 'active')::int as active,
  coalesce(extract(epoch from clock_timestamp() - min(created_on)
    filter (where state < 'active' and start_after <= clock_timestamp())) * 1000, 0)::float8 as oldest_ms
  from pgboss.job where name = $1 and state <= 'active'`;

/**
 * Opens the queue, creating its tables when missing. On the embedded database, which only one process can open,
 * calls a killed process was at are freed at once instead of after their heartbeat.
 */
export async function openCallQueue(database: QueueDatabase): Promise<CallQueue> {
  const boss = new PgBoss({
    ...(database.kind === 'embedded'
      ? { db: fromPglite(database.pglite), backend: 'pglite' as const }
      : { connectionString: database.connectionString, max: 4, ...PATIENCE }),
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    registerInstance: false,
  });
  // Its background passes report here; the next call of ours meets the same trouble and fails by itself.
  boss.on('error', () => {});
  try {
    await startQueues(boss);
    if (database.kind === 'embedded') await boss.getDb().executeSql(freeSql, [QUEUE]);
  } catch (cause) {
    throw new EarmarkError('E_STORE', 'the queue could not be opened', {
      cause,
      remedy: 'check DATABASE_URL and that its user may create a schema',
    });
  }
  const ask = async (text: string) => (await boss.getDb().executeSql(text, [QUEUE])).rows;
  const readState = async (): Promise<QueueState> => {
    const [row] = await ask(stateSql);
    return { waiting: row?.waiting ?? 0, active: row?.active ?? 0, oldestMs: Number(row?.oldest_ms ?? 0) };
  };
  return {
    add: async (job, priority = 0, within) => {
      await boss.send(QUEUE, job, { singletonKey: job.callRecordId, priority, ...on(within) });
    },
    take: async (count) =>
      (await boss.fetch<CallJob>(QUEUE, { batchSize: count })).map((job) => taken(boss, job)),
    countOpen: async () => {
      const { waiting, active } = await readState();
      return waiting + active;
    },
    countSoon: async () => (await ask(soonSql))[0]?.jobs ?? 0,
    state: readState,
    wake: async () => (await ask(wakeSql)).length,
    close: async () => {
      await boss.stop({ graceful: false });
    },
  };
}

async function startQueues(boss: PgBoss): Promise<void> {
  await boss.start();
  await boss.createQueue(DEAD);
  await boss.createQueue(QUEUE, {
    policy: 'exclusive',
    retryLimit: RETRIES,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    expireInSeconds: 4 * 3600,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    deadLetter: DEAD,
  });
}

function taken(boss: PgBoss, job: Job<CallJob>): TakenCall {
  const { callRecordId, cause } = job.data;
  return {
    callRecordId,
    cause,
    attempt: job.retryCount + 1,
    beat: async () => isSettled(await boss.touch(QUEUE, job)),
    done: async (within) => isSettled(await boss.complete(QUEUE, job, null, on(within))),
    retry: async (code, within) => isSettled(await boss.fail(QUEUE, job, { code }, on(within))),
    snooze: async (waitMs, within) => {
      const runner = within ?? boss.getDb();
      const { rows } = await runner.executeSql(snoozeSql, [QUEUE, job.id, job.retryCount, waitMs]);
      return rows.length === 1;
    },
  };
}

/** The option by which pg-boss runs its statements in somebody else's transaction. */
function on(within: SqlRunner | undefined) {
  // our statements give rows of any shape; pg-boss reads the columns it has asked for
  return within === undefined ? {} : { db: within as ReturnType<PgBoss['getDb']> };
}

/** pg-boss answers with the number of jobs it changed, which its types leave out; 0 means a stale attempt. */
function isSettled(response: object): boolean {
  return 'affected' in response && response.affected === 1;
}
