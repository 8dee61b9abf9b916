import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eraseCalls } from '../../src/cli/erase-calls.ts';
import { importInto } from '../../src/cli/import.ts';
import { drain, type FaultServer, startFaultServer } from './fault-plant.ts';
import { SPOKEN_CANARY } from './fault-provider.ts';
import { assertInvariants } from './invariants.ts';

const LIMIT_MS = 180_000;
const stages = ['normalize-audio', 'transcribe', 'score-call'];

let server: FaultServer;
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('F31: erasure while a call is scored', () => {
  it.each(stages)(
    'at %s: nothing made of it survives, and its recording is refused from then on',
    async (stage) => {
      await using plant = await server.plant();
      await plant.addCalls(1);
      await using installation = await plant.open();
      let erasing: Promise<number> | null = null;
      const { watch } = installation.processing;
      Object.assign(installation.processing, {
        watch: (...given: Parameters<typeof watch>) => {
          if (given[1] !== stage || given[2] !== 'began' || erasing !== null) return;
          const by = { kind: 'local', id: null } as const;
          erasing = eraseCalls(installation, { subject: { call: given[0].id }, by, because: 'asked' });
        },
      });
      await drain(installation);
      expect(await erasing).toBe(1);
      expect(
        (await plant.sql<{ status: string }>('select status from calls')).map(({ status }) => status),
      ).toEqual(['erased']);
      for (const table of ['stage_results', 'raw_replies', 'parts', 'scorecards', 'calls', 'notes']) {
        const rows = await plant.sql(`select 1 from ${table} t where t::text like $1`, [
          `%${SPOKEN_CANARY}%`,
        ]);
        expect(rows, `${table} holds what was said`).toEqual([]);
      }
      const artifacts = join(plant.dataDir, 'artifacts');
      const files = existsSync(artifacts)
        ? readdirSync(artifacts, { recursive: true, encoding: 'utf8' })
        : [];
      expect(files.filter((name) => /\.(flac|mp3)$/.test(name))).toEqual([]);
      const again = await importInto(installation, plant.folder, { isRefresh: true, by: 'test' });
      expect(again.taken).toBe(0);
      await assertInvariants(plant, { unsettled: 2 });
    },
    LIMIT_MS,
  );
});
