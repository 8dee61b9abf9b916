import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { type Run, runEarmark } from '../cli/run-earmark.ts';

/** `EARMARK_KILLS=20 npx vitest run --config test/vitest.config.ts test/faults/kill-demo.test.ts` for the long run. */
const kills = Number(process.env.EARMARK_KILLS ?? 3);
const startMs = 2500;
const spreadMs = 6000;

describe('the demo', () => {
  it(`survives ${kills} kills during its first run: no call lost, none doubled, no finished stage repeated`, async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'earmark-kill-'));
    try {
      const runs: Run[] = [];
      for (let kill = 0; kill < kills; kill++)
        runs.push(
          await runEarmark(['demo', '--no-serve'], { EARMARK_DATA: dataDir }, (child) => {
            setTimeout(() => child.kill('SIGKILL'), startMs + Math.random() * spreadMs);
          }),
        );
      const last = await runEarmark(['demo', '--no-serve'], { EARMARK_DATA: dataDir });
      expect(last.code, last.stderr).toBe(0);

      const finished = [...runs, last].flatMap(({ stderr }) =>
        stderr.split('\n').filter((line) => /^ {2}\S.* {2}\S+$/.test(line)),
      );
      expect(finished.filter((line, index) => finished.indexOf(line) !== index)).toEqual([]);

      const store = await openStore({ dataDir });
      const { calls } = await store.lists.list({}, { after: null, limit: 200, timeZone: 'UTC' });
      const scored = calls.filter(({ status }) => status === 'scored' || status === 'not-scored');
      await store.close();
      expect(calls).toHaveLength(16);
      expect(scored).toHaveLength(16);
      expect(new Set(calls.map(({ key }) => key)).size).toBe(16);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 600_000);
});
