import { fromPglite, type Job, type PGliteLike, PgBoss } from 'pg-boss';
import { EarmarkError } from '../errors.ts';

const QUEUE = 'calls';
const DEAD = 'calls-dead';
/** pg-boss hands a job to another worker when this long went by without a heartbeat (its minimum is 10 s). */
const HEARTBEAT_SECONDS = 10;
const RETRIES = 4;

/** Why a call is to be processed; a lower number in `priority` waits longer. */
export interface CallJob {
  readonly callRecordId: string;
  readonly cause: 'import' | 'rescore';
}

/** A call handed to a worker; settle it with `done`, `retry` or `snooze`, once. */
export interface TakenCall extends CallJob {
  readonly attempt: number;
  beat(): Promise<boolean>;
  done(): Promise<void>;
  /** Puts it back with growing waits; after the last attempt it lies in the dead letters. */
  retry(code: string): Promise<void>;
  /** Puts it back after `waitMs` without using an attempt. */
  snooze(waitMs: number): Promise<void>;
}

/** Where the jobs live: beside everything else that is kept. */
export type QueueDatabase =
  | { readonly kind: 'embedded'; readonly pglite: PGliteLike }
  | { readonly kind: 'server'; readonly connectionString: string };

/** Calls waiting to be processed, shared by every worker on the same database. */
export interface CallQueue {
  /** Adds a call unless it is waiting or being processed already; higher priority goes first. */
  add(job: CallJob, priority?: number): Promise<void>;
  take(count: number): Promise<TakenCall[]>;
  /** Jobs waiting or being processed. */
  countOpen(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens the queue, creating its tables when missing. On the embedded database, which only one process can open,
 * jobs left behind by a killed process are freed at once instead of after their heartbeat.
 */
export async function openCallQueue(database: QueueDatabase): Promise<CallQueue> {
  const boss = new PgBoss({
    ...(database.kind === 'embedded'
      ? { db: fromPglite(database.pglite), backend: 'pglite' as const }
      : { connectionString: database.connectionString, max: 4 }),
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    schedule: false,
    registerInstance: false,
  });
  // Its background passes report here; the next call of ours meets the same trouble and fails by itself.
  boss.on('error', () => {});
  try {
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
    if (database.kind === 'embedded') await boss.deleteAllJobs(QUEUE);
  } catch (cause) {
    throw new EarmarkError('E_STORE', 'the queue could not be opened', {
      cause,
      remedy: 'check DATABASE_URL and that its user may create a schema',
    });
  }
  return {
    add: async (job, priority = 0) => {
      await boss.send(QUEUE, job, { singletonKey: job.callRecordId, priority });
    },
    take: async (count) =>
      (await boss.fetch<CallJob>(QUEUE, { batchSize: count })).map((job) => taken(boss, job)),
    countOpen: async () => {
      const { rows } = await boss
        .getDb()
        .executeSql(`select count(*)::int as open from pgboss.job where name = $1 and state < 'completed'`, [
          QUEUE,
        ]);
      return Number(rows[0]?.open ?? 0);
    },
    close: async () => {
      await boss.stop({ graceful: false });
    },
  };
}

function taken(boss: PgBoss, job: Job<CallJob>): TakenCall {
  const { callRecordId, cause } = job.data;
  return {
    callRecordId,
    cause,
    attempt: job.retryCount + 1,
    beat: async () => countAffected(await boss.touch(QUEUE, job)) === 1,
    done: async () => {
      await boss.complete(QUEUE, job);
    },
    retry: async (code) => {
      await boss.fail(QUEUE, job, { code });
    },
    snooze: async (waitMs) => {
      await boss.complete(QUEUE, job, { snoozed: true });
      const startAfter = Math.max(1, Math.ceil(waitMs / 1000));
      await boss.send(QUEUE, job.data, { singletonKey: callRecordId, startAfter });
    },
  };
}

/** pg-boss answers with the number of jobs it changed, which its types leave out; 0 means a stale attempt. */
function countAffected(response: object): number {
  return 'affected' in response && typeof response.affected === 'number' ? response.affected : 0;
}
