import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS_PER_CALL } from './fault-calls.ts';
import { type FaultServer, type Plant, startFaultServer } from './fault-plant.ts';
import { assertInvariants } from './invariants.ts';

const LIMIT_MS = 180_000;
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const scored = async (plant: Plant) =>
  (await plant.sql(`select 1 from calls where status = 'scored'`)).length;

describe('F20: clocks that are wrong', () => {
  it(
    'two workers, ten minutes early and ten late, share the work; leases and months are the database’s',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(6);
      plant.provider.latencyMs = 300;
      const workers = ['-600000', '600000'].map((wrong) => plant.worker({}, { FAULT_CLOCK_MS: wrong }));
      for (const worker of workers)
        expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      expect(await scored(plant)).toBe(6);
      expect(plant.provider.billed.transcribe).toBe(6 * REQUESTS_PER_CALL);
      expect(await plant.sql('select 1 from calls where attempt > 1')).toEqual([]);
      expect(await plant.sql('select 1 from raw_replies where latency_ms < 0')).toEqual([]);
      expect(await plant.sql('select 1 from call_stages where ended_at < started_at')).toEqual([]);
      const month = `to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM')`;
      expect(await plant.sql(`select 1 from ledger where month <> ${month}`)).toEqual([]);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F27: a row is locked for 8 s', () => {
  it.each(['pgboss.job', 'calls'])(
    'in %s: the statement is given up, the lane goes on, the call is scored later',
    async (table) => {
      await using plant = await server.plant();
      await plant.addCalls(2);
      plant.provider.latencyMs = 200;
      const locker = new pg.Client(plant.databaseUrl);
      await locker.connect();
      let isLocked = false;
      plant.provider.script = () => {
        if (!isLocked) {
          isLocked = true;
          void locker
            .query(`begin; select 1 from ${table} for update`)
            .then(() => sleep(8000))
            .then(() => locker.query('rollback'));
        }
        return null;
      };
      await plant.drain({}, 90_000);
      await locker.end();
      expect(isLocked).toBe(true);
      expect(await scored(plant)).toBe(2);
      await assertInvariants(plant, { unsettled: 2 });
    },
    LIMIT_MS,
  );
});

describe('F28: collisions of transactions', () => {
  const tables = ['scorecards', 'stage_results', 'ledger', 'raw_replies', 'call_stages'];
  it.each(['40001', '40P01'])(
    '%s is met by doing the work again, unseen by anybody',
    async (state) => {
      await using plant = await server.plant();
      await plant.addCalls(2);
      // a sequence does not roll back: each table collides twice, then no more
      for (const table of tables)
        await plant.sql(`create sequence ${table}_hits;
        create function ${table}_collide() returns trigger language plpgsql as $$ begin
          if nextval('${table}_hits') <= 2 then raise exception 'collided' using errcode = '${state}'; end if;
          return new; end $$;
        create trigger collide before insert on ${table} for each row execute function ${table}_collide()`);
      const endings = await plant.drain();
      expect(endings.map(({ as }) => as)).toEqual(['done', 'done']);
      for (const table of tables) {
        const [hits] = await plant.sql<{ last: number }>(`select last_value::int as last from ${table}_hits`);
        expect(hits?.last, table).toBeGreaterThan(2);
      }
      expect(plant.provider.billed.transcribe).toBe(2 * REQUESTS_PER_CALL);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F32: a read-only database', () => {
  it(
    'stops the taking, shows as not ready, loses nothing and goes on by itself',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(4);
      plant.provider.latencyMs = 300;
      const name = plant.databaseUrl.replace(/.*\//, '');
      const ask = async (text: string) => {
        const client = new pg.Client(server.postgres.url);
        await client.connect();
        await client.query(text);
        await client.end();
      };
      const readOnly = async (value: 'on' | 'off') => {
        await ask(`alter database ${name} set default_transaction_read_only = ${value}`);
        await ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
      };
      await using installation = await plant.open();
      await installation.store.ping();
      const worker = plant.worker();
      await expect.poll(() => plant.provider.billed.transcribe, { timeout: 60_000 }).toBeGreaterThan(1);
      await readOnly('on');
      const ready = () =>
        installation.store.ping().then(
          () => 'ready',
          (error) => String(error.remedy),
        );
      await expect.poll(ready, { timeout: 10_000 }).toContain('primary');
      await sleep(3000);
      const asked = plant.provider.requests.length;
      await sleep(3000);
      expect(plant.provider.requests.length, 'claims stop').toBe(asked);
      await readOnly('off');
      expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      expect(await scored(plant)).toBe(4);
      await assertInvariants(plant, { unsettled: 2 });
    },
    LIMIT_MS,
  );
});
