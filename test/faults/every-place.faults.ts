import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REQUESTS_PER_CALL } from './fault-calls.ts';
import { type FaultServer, startFaultServer } from './fault-plant.ts';
import { assertInvariants } from './invariants.ts';
import { startWorker } from './run-worker.ts';
import type { Strike } from './strike.ts';

const LIMIT_MS = 900_000;
/** Groups of places at once: each waits for a process most of its time. */
const LANES = 2;

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

type Place = Omit<Strike, 'action'>;

/** Every place of one call where something is written, asked or moved, each before and after. */
async function findPlaces(): Promise<Place[]> {
  await using plant = await server.plant();
  await plant.addCalls(1);
  const worker = plant.worker({ strike: { action: 'trace', at: '', when: 'before', nth: 1 } });
  expect((await worker.ended).code, worker.said()).toBe(0);
  const counts = new Map<string, number>();
  const places: Place[] = [];
  for (const [, when, label] of worker.said().matchAll(/^PLACE (before|after) (.*)$/gm)) {
    const at = writeOf(label ?? '');
    if (at === null) continue;
    const nth = (counts.get(`${when} ${at}`) ?? 0) + 1;
    counts.set(`${when} ${at}`, nth);
    // a statement that was not sent differs little from the one before it that was
    const isNews = when === 'after' || at.startsWith('http') || at.startsWith('fs');
    if (isNews && nth <= 2) places.push({ at, when: when as Place['when'], nth });
  }
  return places;
}

/** What the place is called when something changes there, else null; names of files and times are left out. */
function writeOf(label: string): string | null {
  if (/heartbeat|monitor_on|maintain_on|queue_stats|pgboss\.(?:queue|version|bam|warning)/.test(label))
    return null;
  if (label.startsWith('http ')) return 'http POST';
  if (label.startsWith('fs rename ') && label.includes('/artifacts/')) return 'fs rename';
  const statement = /^sql ((?:insert into|update|delete from|commit|with)\b.{0,40})/.exec(label)?.[1];
  return statement === undefined ? null : `sql ${statement}`;
}

/**
 * Kills one worker at each place, each with a call of its own, then lets another do them all. Gives the places that no
 * worker came to, and the requests that were sent again.
 */
async function killAtEach(places: readonly Place[]): Promise<{ unreached: string[]; asked: number }> {
  await using plant = await server.plant();
  await plant.addCalls(places.length);
  const unreached: string[] = [];
  for (const place of places) {
    const worker = plant.worker({ strike: { action: 'kill', ...place } });
    const { signal } = await worker.ended;
    if (signal !== 'SIGKILL') unreached.push(`${place.when} ${place.at} #${place.nth}`);
    // the next worker takes a call that nobody was killed with
    await plant.sql(`update pgboss.job set heartbeat_on = now() + interval '1 hour' where state = 'active'`);
  }
  await plant.expireLeases();
  await plant.drain();
  await assertInvariants(plant, { unsettled: places.length });
  expect(await plant.sql(`select 1 from calls where status = 'scored'`)).toHaveLength(places.length);
  const repeated = await plant.sql(
    `select call_id from ledger where stage = 'transcribe' group by call_id having count(*) > ${REQUESTS_PER_CALL + 1}`,
  );
  expect(repeated, 'calls with more than one request sent again').toEqual([]);
  return { unreached, asked: plant.provider.billed.transcribe - places.length * REQUESTS_PER_CALL };
}

describe('F07: SIGKILL at every place', () => {
  it(
    'wherever a worker dies, the call is scored once and nothing is lost',
    async () => {
      const places = await findPlaces();
      expect(places.length).toBeGreaterThanOrEqual(30);
      const size = Math.ceil(places.length / (2 * LANES));
      const waiting = Array.from({ length: 2 * LANES }, (_, at) => places.slice(at * size, (at + 1) * size));
      const unreached: string[] = [];
      let asked = 0;
      const lane = async () => {
        for (let group = waiting.shift(); group !== undefined; group = waiting.shift()) {
          const names = group.map(({ when, at, nth }) => `${when} ${at} #${nth}`).join('; ');
          const killed = await killAtEach(group).catch((cause: unknown) => {
            throw new Error(`killed ${names}`, { cause });
          });
          unreached.push(...killed.unreached);
          asked += killed.asked;
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
      console.info(
        `F07: ${places.length} kills, ${asked} requests more than needed, not reached: ${unreached.join('; ') || 'none'}`,
      );
      expect(asked).toBeLessThanOrEqual(places.length);
      expect(unreached.length).toBeLessThanOrEqual(places.length / 10);
    },
    LIMIT_MS,
  );
});

describe('F25: a migration killed half-way', () => {
  const places: Place[] = [
    { at: 'sql create table verdicts', when: 'after', nth: 1 },
    { at: 'sql create table provider_limits', when: 'before', nth: 1 },
    { at: 'sql insert into "kysely_migration"', when: 'after', nth: 3 },
    { at: 'pgboss', when: 'before', nth: 2 },
  ];
  it(
    'leaves no half schema: the next start takes it up',
    async () => {
      for (const place of places) {
        const url = await server.postgres.createDatabase();
        const dataDir = mkdtempSync(join(tmpdir(), 'earmark-migrate-'));
        const environment = { DATABASE_URL: url, EARMARK_DATA: dataDir };
        const strike = { action: 'kill', ...place } as const;
        const first = startWorker({ strike }, { ...environment, FAULT_FROM: 'start' });
        expect((await first.ended).signal, `${place.at}: ${first.said()}`).toBe('SIGKILL');
        const second = startWorker({}, environment);
        expect(await second.ended, `${place.at}: ${second.said()}`).toEqual({ code: 0, signal: null });
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    LIMIT_MS,
  );
});
