import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importInto } from '../../src/cli/import.ts';
import { openInstallation } from '../../src/cli/installation.ts';
import { readConfig } from '../../src/config.ts';
import { startPostgres } from '../services/postgres-server.ts';
import { startWorker } from './run-worker.ts';

/** Ids of the ffmpeg processes that a process has started. */
function decodersOf(parent: number | undefined): number[] {
  const lines = execFileSync('ps', ['-eo', 'pid,ppid,args'], { encoding: 'utf8' }).split('\n');
  return lines.flatMap((line) => {
    const [pid, ppid, ...args] = line.trim().split(/\s+/);
    return Number(ppid) === parent && args.join(' ').includes('ffmpeg') ? [Number(pid)] : [];
  });
}

const isRunning = (pid: number) => existsSync(`/proc/${pid}`);

describe('F09: SIGTERM under load', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'earmark-sigterm-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  it('ends in 25 s, uses no attempt, leaves no ffmpeg and puts every call back', async () => {
    await using server = await startPostgres();
    const folder = join(dataDir, 'calls');
    mkdirSync(folder);
    // half an hour of noise takes seconds to decode, so that the signal meets a running ffmpeg
    const noise = ['-f', 'lavfi', '-i', 'anoisesrc=r=16000:d=1800:a=0.1', '-ac', '2'];
    for (const name of ['a', 'b'])
      execFileSync('ffmpeg', ['-loglevel', 'error', ...noise, join(folder, `${name}.wav`)]);
    const environment = {
      DATABASE_URL: await server.createDatabase(),
      EARMARK_DATA: join(dataDir, 'data'),
      EARMARK_CONCURRENCY: '2',
    };
    await using installation = await openInstallation(readConfig(environment));
    await importInto(installation, folder, { isRefresh: false, by: 'test' });

    const worker = startWorker({}, environment);
    const seen = () => decodersOf(worker.child.pid);
    await expect.poll(() => seen().length, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0);
    const decoders = seen();
    const toldMs = performance.now();
    worker.child.kill('SIGTERM');
    expect(await worker.ended, worker.said()).toEqual({ code: 0, signal: null });
    const tookMs = performance.now() - toldMs;
    expect(tookMs).toBeLessThan(25_000);
    console.info(`stopped in ${Math.round(tookMs)} ms`);
    expect(decoders.filter(isRunning)).toEqual([]);
    const { calls } = await installation.store.lists.list({}, { after: null, limit: 9, timeZone: 'UTC' });
    for (const { id } of calls)
      expect(await installation.store.calls.get(id)).toMatchObject({ status: 'found', attempt: 0 });
    expect(await installation.queue.state()).toMatchObject({ waiting: 2, active: 0 });
  }, 300_000);
});
