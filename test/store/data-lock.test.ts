import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockData } from '../../src/store/data-lock.ts';

const source = new URL('../../src/store/data-lock.ts', import.meta.url).href;

/** Starts a process that locks the folder, prints what came of it, and stays until it is killed. */
function startLocker(folder: string) {
  const script = `import { lockData } from ${JSON.stringify(source)};
    try { await lockData(${JSON.stringify(folder)}); console.log('locked'); setInterval(() => {}, 1000); }
    catch (error) { console.log(error.code); }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((resolve) =>
    child.stdout.once('data', (data) => resolve(`${data}`.trim())),
  );
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const kill = () => {
    child.kill('SIGKILL');
    return gone;
  };
  return { said, kill };
}

describe('the lock on a data folder', () => {
  let folder = '';
  let path = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earmark-lock-'));
    path = join(folder, 'store.lock');
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is held by one and named to the others, until it is released', async () => {
    const lock = await lockData(folder);
    const refused = { code: 'E_STORE_LOCKED', message: expect.stringContaining(hostname()) };
    await expect(lockData(folder)).rejects.toMatchObject(refused);
    await lock.release();
    await (await lockData(folder)).release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of a killed process is taken over', async () => {
    const other = startLocker(folder);
    expect(await other.said).toBe('locked');
    await expect(lockData(folder)).rejects.toMatchObject({ code: 'E_STORE_LOCKED' });
    await other.kill();
    await (await lockData(folder)).release();
  });

  test('of a dead process goes to exactly one of those who come at once', async () => {
    const first = startLocker(folder);
    await first.said;
    await first.kill();
    const others = Array.from({ length: 5 }, () => startLocker(folder));
    const said = await Promise.all(others.map((one) => one.said));
    await Promise.all(others.map((one) => one.kill()));
    expect(said.sort()).toEqual([
      'E_STORE_LOCKED',
      'E_STORE_LOCKED',
      'E_STORE_LOCKED',
      'E_STORE_LOCKED',
      'locked',
    ]);
  });

  test('whose process id another process has since been given is taken over', async () => {
    const lock = await lockData(folder);
    const holder = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...holder, life: 'earlier-boot/1', nonce: 'older' }));
    await (await lockData(folder)).release();
    await lock.release();
  });

  test('of another machine is never taken, and the remedy says what to do', async () => {
    const elsewhere = { pid: 1, host: 'elsewhere.example', life: '', nonce: 'n' };
    await writeFile(path, JSON.stringify(elsewhere));
    const remedy = expect.stringContaining('elsewhere.example');
    await expect(lockData(folder)).rejects.toMatchObject({ code: 'E_STORE_LOCKED', remedy });
  });

  test('that a process died while writing is taken over', async () => {
    await writeFile(path, '{"pid": 1');
    await (await lockData(folder)).release();
  });
});
