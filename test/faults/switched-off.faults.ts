import { mkdtempSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importInto } from '../../src/cli/import.ts';
import type { Installation } from '../../src/cli/installation.ts';
import type { KeptForCall } from '../../src/domain/erasure-ports.ts';
import { EarmarkError } from '../../src/errors.ts';
import type { TakenCall } from '../../src/queue/call-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { REQUESTS_PER_CALL, writeCalls } from './fault-calls.ts';
import { drain, type FaultServer, startFaultServer } from './fault-plant.ts';
import { keeping } from './keeping.ts';

const LIMIT_MS = 180_000;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

/** Calls that believe they are still theirs, whatever the queue says. */
function unfenced(call: TakenCall): TakenCall {
  const believe = async (settling: Promise<boolean>) => (await settling) || true;
  return { ...call, done: (within) => believe(call.done(within)), beat: () => believe(call.beat()) };
}

/** A stale worker with yesterday's standard comes to its commit after another has scored the call by today's. */
async function staleCommit(change: (call: TakenCall) => TakenCall): Promise<string> {
  await using plant = await server.plant();
  await plant.addCalls(1, { isTranscribed: true });
  let isOvertaken = false;
  await using stale = await plant.open({});
  const { processing, queue } = stale;
  const overtaken: Installation = {
    ...stale,
    queue: { ...queue, take: async (count) => (await queue.take(count)).map(change) },
    processing: {
      ...keeping(processing, ({ results }) => ({
        results: {
          ...results,
          keep: async (result) => {
            await results.keep(result);
            if (result.stage !== 'score-call' || isOvertaken) return;
            isOvertaken = true;
            await plant.expireLeases();
            await plant.drain();
          },
        },
      })),
      standard: { ...processing.standard, version: '0.0.1', hash: '0'.repeat(64) },
    },
  };
  await drain(overtaken, 60_000);
  expect(isOvertaken).toBe(true);
  const [card] = await plant.sql<{ version: string }>(
    'select standard_version as version from scorecards where is_current',
  );
  return card?.version ?? 'none';
}

describe('the fence', () => {
  it(
    'keeps a stale worker from publishing over a newer scorecard',
    async () => {
      expect(await staleCommit((call) => call)).not.toBe('0.0.1');
    },
    LIMIT_MS,
  );
  it(
    'without the fence F06 fails',
    async () => {
      expect(await staleCommit(unfenced)).toBe('0.0.1');
    },
    LIMIT_MS,
  );
});

/** Calls known after two imports of one folder at the same time. */
async function importTwice(before: string): Promise<number> {
  await using plant = await server.plant();
  writeCalls(plant.folder, 5, { isTranscribed: true });
  if (before !== '') await plant.sql(before);
  await using installation = await plant.open();
  const read = () => importInto(installation, plant.folder, { isRefresh: false, by: 'test' });
  await Promise.all([read(), read()]);
  return (await plant.sql('select 1 from calls')).length;
}

const everyPlaceIsNew = `create function unkeyed() returns trigger language plpgsql as $$
  begin new.place_hash := new.place_hash || gen_random_uuid(); return new; end $$;
  create trigger unkeyed before insert on calls for each row execute function unkeyed()`;

describe('the unique key of a recording', () => {
  it(
    'makes one call of a recording that two imports see',
    async () => {
      expect(await importTwice('')).toBe(5);
    },
    LIMIT_MS,
  );
  it(
    'without the unique key F22 fails',
    async () => {
      expect(await importTwice(everyPlaceIsNew)).toBeGreaterThan(5);
    },
    LIMIT_MS,
  );
});

/** What becomes of a second process on one embedded database. */
async function openTwice(isLocked: boolean): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-twice-'));
  const first = await openStore({ dataDir });
  try {
    if (!isLocked) await rm(join(dataDir, 'store.lock'));
    const second = await openStore({ dataDir }).catch((error: { code: string }) => error.code);
    if (typeof second === 'string') return second;
    await second.close();
    return 'opened';
  } finally {
    await first.close().catch(() => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

describe('the lock file of the embedded database', () => {
  it(
    'refuses a second process',
    async () => {
      expect(await openTwice(true)).toBe('E_STORE_LOCKED');
    },
    LIMIT_MS,
  );
  it(
    'without the lock file a second process is let in, and one would lose its writes',
    async () => {
      expect(await openTwice(false)).toBe('opened');
    },
    LIMIT_MS,
  );
});

/** Exit code of a worker whose connections are terminated while it waits for a provider. */
async function cutConnections(settings: Record<string, string>): Promise<number | null> {
  await using plant = await server.plant();
  await plant.addCalls(1);
  plant.provider.latencyMs = 2000;
  const worker = plant.worker({}, settings);
  await expect.poll(() => plant.provider.requests.length, { timeout: 60_000 }).toBeGreaterThan(0);
  await plant.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  const { code } = await worker.ended;
  return code;
}

describe('the error handlers of database clients', () => {
  it(
    'let a worker live on when its connections are cut',
    async () => {
      expect(await cutConnections({})).toBe(0);
    },
    LIMIT_MS,
  );
  it(
    'without the client error handlers F13 fails',
    async () => {
      expect(await cutConnections({ FAULT_DEAF: '1' })).not.toBe(0);
    },
    LIMIT_MS,
  );
});

/** Requests that a call took whose transcription could not be kept at first; `change` comes before the loss. */
async function loseOnce(change: (kept: KeptForCall) => Partial<KeptForCall>): Promise<number> {
  await using plant = await server.plant();
  await plant.addCalls(1);
  let isLost = false;
  await plant.drain({}, 60_000, (made) => {
    const changed = keeping(made.processing, change);
    const losing = keeping(changed, ({ results }) => ({
      results: {
        ...results,
        keep: async (result) => {
          if (result.stage === 'transcribe' && !isLost) {
            isLost = true;
            throw new EarmarkError('E_STORE', 'the database went away here', { isRetryable: true });
          }
          await results.keep(result);
        },
      },
    }));
    Object.assign(made.processing, losing);
  });
  expect(isLost).toBe(true);
  expect(await plant.sql(`select 1 from calls where status = 'scored'`)).toHaveLength(1);
  return plant.provider.billed.transcribe;
}

describe('replies kept before they are parsed', () => {
  it(
    'are not asked for again after a loss',
    async () => {
      expect(await loseOnce((kept) => kept)).toBe(REQUESTS_PER_CALL);
    },
    LIMIT_MS,
  );
  it(
    'without the replies kept first F02 fails: everything is paid for again',
    async () => {
      const billed = await loseOnce(({ replies }) => ({
        replies: { ...replies, keep: async () => undefined },
      }));
      expect(billed).toBeGreaterThanOrEqual(2 * REQUESTS_PER_CALL);
    },
    LIMIT_MS,
  );
});

/** What was spent by eight lanes of a cap of 10, in the currency. */
async function spendInRace(change: (made: Installation) => void): Promise<number> {
  const price = { EARMARK_PRICE_AUDIO_MINUTE: '6', EARMARK_COST_CAP_PER_MONTH: '5' };
  await using plant = await server.plant({ EARMARK_CONCURRENCY: '8', ...price });
  await plant.addCalls(8);
  await plant.drain({}, 8_000, change);
  const [money] = await plant.sql<{ spent: number }>(
    'select (spent + reserved)::float8 as spent from budgets',
  );
  return (money?.spent ?? 0) / 1e6;
}

describe('the reservation of money before a request', () => {
  it(
    'keeps a race under the cap',
    async () => {
      expect(await spendInRace(() => undefined)).toBeLessThanOrEqual(5);
    },
    LIMIT_MS,
  );
  it(
    'without the reservation F18 fails',
    async () => {
      const spent = await spendInRace((made) => {
        const { metering } = made.processing;
        if (metering === undefined) throw new Error('nothing is metered');
        const { ledger } = metering;
        const reserve: typeof ledger.reserve = (purpose, amount) => ledger.reserve(purpose, amount, null);
        Object.assign(made.processing, { metering: { ...metering, ledger: { ...ledger, reserve } } });
      });
      expect(spent).toBeGreaterThan(5);
    },
    LIMIT_MS,
  );
});
