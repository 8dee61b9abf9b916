import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { type Launchers, processLimits, writeLaunchers } from '../../src/adapters/ffmpeg-launcher.ts';
import { writeStubFfmpeg } from '../fixtures/stub-ffmpeg.ts';

const run = promisify(execFile);
const folder = await mkdtemp(join(tmpdir(), 'earmark-confined-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const launchersFor = (ffmpeg: string): Promise<Launchers> =>
  writeLaunchers({ ffmpeg, ffprobe: 'ffprobe', folder: join(folder, 'launchers') });

describe('a confined ffmpeg', () => {
  it('sees no variable of our environment but the path', async () => {
    const stub = await writeStubFfmpeg(join(folder, 'env.sh'), 'env');
    const { ffmpeg } = await launchersFor(stub);
    const environment = { ...process.env, OPENAI_API_KEY: 'sk-secret', DATABASE_URL: 'postgres://u:p@h/d' };
    const { stdout } = await run(ffmpeg, ['-i', 'x'], { env: environment });
    const names = stdout.split('\n').map((line) => line.split('=')[0]);
    expect(names).toContain('PATH');
    expect(
      names.filter((name) => !['PATH', 'LC_ALL', 'PWD', 'SHLVL', '_', 'OLDPWD', ''].includes(name ?? '')),
    ).toEqual([]);
  });

  it('runs under every limit', async () => {
    const stub = await writeStubFfmpeg(
      join(folder, 'limits.sh'),
      'ulimit -v; ulimit -t; ulimit -f; ulimit -n; ulimit -c',
    );
    const { stdout } = await run((await launchersFor(stub)).ffmpeg, ['-i', 'x']);
    const { memoryBytes, cpuSeconds, fileBytes, openFiles } = processLimits;
    expect(stdout.trim().split('\n').map(Number)).toEqual([
      memoryBytes / 1024,
      cpuSeconds,
      fileBytes / 512,
      openFiles,
      0,
    ]);
  });

  it('passes arguments on as they are, whatever a shell would make of them', async () => {
    const stub = await writeStubFfmpeg(join(folder, 'echo.sh'), 'printf "%s\\n" "$@"');
    const args = ['-i', '$(touch /tmp/never)', "a'b", 'a b', '`id`', ';', '*'];
    const { stdout } = await run((await launchersFor(stub)).ffmpeg, args);
    expect(stdout.split('\n').slice(0, -1)).toEqual(args);
  });

  it('starts a program whose path holds spaces and quotes', async () => {
    const stub = await writeStubFfmpeg(join(folder, "odd 'name.sh"), 'echo here');
    expect((await run((await launchersFor(stub)).ffmpeg, ['-i', 'x'])).stdout).toBe('here\n');
  });

  it('dies when Earmark itself is killed', async () => {
    const stub = await writeStubFfmpeg(join(folder, 'long.sh'), `echo $$ > ${folder}/pid\nexec sleep 321`);
    const { ffmpeg, walls } = await launchersFor(stub);
    const parent = spawn(process.execPath, [
      '-e',
      `require('node:child_process').spawn(${JSON.stringify(ffmpeg)}, ['-i', 'x'], { stdio: 'ignore' }); setInterval(() => {}, 1000);`,
    ]);
    const pid = await eventually(async () => Number(await readFile(join(folder, 'pid'), 'utf8')));
    parent.kill('SIGKILL');
    if (!walls.includes('dies-with-parent')) return process.kill(pid, 'SIGKILL');
    expect(await eventually(async () => !isAlive(pid))).toBe(true);
  });

  it('reaches no network, even when told to and with every protocol allowed', async ({ skip }) => {
    const { ffmpeg, walls } = await launchersFor('ffmpeg');
    if (!walls.includes('no-network')) skip('this machine gives no network namespaces to users');
    let hits = 0;
    const server = createServer((_request, response) => {
      hits++;
      response.end('#EXTM3U\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/a.wav`;
    await expect(run(ffmpeg, ['-v', 'error', '-i', url, '-f', 'null', '-'])).rejects.toThrow();
    expect(hits).toBe(0);
    await run('ffmpeg', ['-v', 'error', '-i', url, '-f', 'null', '-']).catch(() => null);
    expect(hits).toBeGreaterThan(0);
    server.close();
  });
});

async function eventually<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const seen = await look().catch(() => null);
    if (seen) return seen;
    await wait(50);
  }
  return look();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
