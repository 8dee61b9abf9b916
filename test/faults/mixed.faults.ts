import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redriveAll } from '../../src/cli/redrive-calls.ts';
import { queueRescore } from '../../src/cli/rescore.ts';
import { writeStubFfmpeg } from '../fixtures/stub-ffmpeg.ts';
import { REQUESTS_PER_CALL } from './fault-calls.ts';
import { drain, type FaultServer, type Plant, startFaultServer } from './fault-plant.ts';
import { assertInvariants } from './invariants.ts';
import type { FaultWorker } from './run-worker.ts';

const LIMIT_MS = 600_000;
const pipelines = fileURLToPath(new URL('../../pipelines', import.meta.url));
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const scored = async (plant: Plant) =>
  (await plant.sql(`select 1 from calls where status = 'scored'`)).length;

describe('F10: a changed standard scores history again', () => {
  it(
    'asks no recognizer, starts no decoder, and keeps the old scorecards',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(8);
      await plant.drain();
      const asked = plant.provider.requests.length;
      const changed = join(plant.folder, '../pipelines');
      cpSync(pipelines, changed, { recursive: true });
      for (const file of readdirSync(changed).filter((name) => name === 'telesales-service.yaml')) {
        const text = readFileSync(join(changed, file), 'utf8');
        const next = text
          .replace(/^version: .*$/m, 'version: 99.0.0')
          .replace(/^minTalkMs: .*$/m, 'minTalkMs: 5000');
        expect(next).not.toBe(text);
        writeFileSync(join(changed, file), next);
      }
      const ffmpeg = await writeStubFfmpeg(join(plant.folder, '../no-ffmpeg'), 'exit 1');
      await using installation = await plant.open({ EARMARK_PIPELINES: changed, FFMPEG_PATH: ffmpeg });
      expect(await queueRescore(installation, {})).toBe(8);
      const endings = await drain(installation);
      expect(endings.map(({ as }) => as)).toEqual(Array.from({ length: 8 }, () => 'done'));
      expect(plant.provider.requests).toHaveLength(asked);
      const cards = await plant.sql<{ version: string; current: boolean }>(
        'select standard_version as version, is_current as current from scorecards',
      );
      expect(cards.filter(({ version }) => version === '99.0.0')).toHaveLength(8);
      expect(cards.filter(({ current }) => current)).toHaveLength(8);
      expect(cards).toHaveLength(16);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

describe('F26: two versions work side by side', () => {
  it(
    'without a crash, and results of one are not taken for those of the other',
    async () => {
      await using plant = await server.plant();
      await plant.addCalls(6);
      plant.provider.latencyMs = 300;
      const loader = fileURLToPath(new URL('other-build.ts', import.meta.url));
      const workers = [plant.worker(), plant.worker({ loader })];
      for (const worker of workers)
        expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
      expect(await scored(plant)).toBe(6);
      const versions = await plant.sql<{ version: string; results: number }>(
        `select code_version as version, count(*)::int as results from stage_results where stage = 'score-call' group by 1`,
      );
      expect(versions).toHaveLength(2);
      expect(versions.some(({ version }) => version.endsWith('x'))).toBe(true);
      expect(plant.provider.billed.transcribe).toBe(6 * REQUESTS_PER_CALL);
      await assertInvariants(plant);
    },
    LIMIT_MS,
  );
});

/** Half a second to four seconds into its work. */
async function untilWorking({ said }: FaultWorker): Promise<void> {
  while (!said().includes('WORKING')) await sleep(50);
  await sleep(500 + Math.random() * 3500);
}

describe('F35: a short soak under random faults', () => {
  const CALLS = Number(process.env.EARMARK_SOAK_CALLS ?? 40);
  const LANES = 2;

  it(
    'loses nothing, doubles nothing and pays little twice',
    async () => {
      await using plant = await server.plant({ EARMARK_CONCURRENCY: String(LANES) });
      await plant.addCalls(CALLS);
      plant.provider.latencyMs = 150;
      plant.provider.script = () => (Math.random() < 0.09 ? { status: 503, body: '{}' } : null);
      let kills = 0;
      const soak = async () => {
        for (;;) {
          const worker: FaultWorker = plant.worker();
          const life = untilWorking(worker).then(() => 'killed');
          const end = await Promise.race([worker.ended, life]);
          if (end !== 'killed') return;
          worker.child.kill('SIGKILL');
          await worker.ended;
          kills += 1;
          await plant.sql(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and pid <> pg_backend_pid() and random() < 0.1`);
          await plant.sql(`update pgboss.job set start_after = now() where state < 'active'`);
          if (kills >= CALLS / 2) return;
        }
      };
      await Promise.all([soak(), soak()]);
      await plant.expireLeases();
      await plant.drain({}, 120_000);
      await using installation = await plant.open();
      const held = await redriveAll(installation);
      plant.provider.script = () => null;
      await drain(installation, 120_000);
      const waste = plant.provider.billed.transcribe - CALLS * REQUESTS_PER_CALL;
      console.info(
        `F35: ${CALLS} calls, ${kills} kills, ${held} redriven, ${waste} of ${plant.provider.billed.transcribe} answers paid twice`,
      );
      expect(await scored(plant)).toBe(CALLS);
      expect(waste).toBeLessThanOrEqual(kills * LANES);
      await assertInvariants(plant, { unsettled: kills * LANES });
    },
    LIMIT_MS,
  );
});
