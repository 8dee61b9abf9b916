import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { EarmarkError } from '../errors.ts';

const holderSchema = z.object({
  pid: z.int(),
  host: z.string(),
  /** Boot of the machine and start of the process, which tell a reused pid from the process that locked. */
  life: z.string(),
  nonce: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** A held lock on a data folder. */
export interface DataLock {
  release(): Promise<void>;
}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** What identifies one life of one process on Linux; empty elsewhere, where the pid alone must do. */
async function lifeOf(pid: number): Promise<string> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold spaces; start time is the 20th field after it
    const started = line.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return `${boot}/${started}`;
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** True unless the holder is surely gone; of another machine nothing can be said. */
async function isAlive(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  if (!isRunning(holder.pid)) return false;
  const life = await lifeOf(holder.pid);
  return life === '' || holder.life === '' || life === holder.life;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    return holderSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    // half written by a process that died: nobody can hold it
    return { pid: 0, host: hostname(), life: '', nonce: '' };
  }
}

function lockedBy(folder: string, path: string, holder: Holder): EarmarkError {
  const isHere = holder.host === hostname();
  return new EarmarkError(
    'E_STORE_LOCKED',
    `the embedded database in ${folder} is in use by process ${holder.pid} on ${holder.host}`,
    {
      isRetryable: true,
      remedy: isHere
        ? `stop that process, or use it through its address; for several processes set DATABASE_URL`
        : `stop Earmark on ${holder.host}; if that machine is gone, delete ${path}`,
    },
  );
}

/** One take-over at a time: a folder is made or not, whoever asks. A dead one is cleared after 10 s. */
async function takeOver(path: string, dead: Holder): Promise<void> {
  const gate = `${path}.taking`;
  try {
    await mkdir(gate);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const age = Date.now() - (await stat(gate).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (age > 10_000) await rmdir(gate).catch(() => undefined);
    return;
  }
  try {
    const now = await readHolder(path);
    if (now?.nonce === dead.nonce) await unlink(path);
  } finally {
    await rmdir(gate);
  }
}

/**
 * Locks a data folder for this process, since two processes on one embedded database lose each other's
 * writes. The lock of a dead process is taken over. Throws `E_STORE_LOCKED` naming the holder.
 */
export async function lockData(folder: string): Promise<DataLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'store.lock');
  const life = await lifeOf(process.pid);
  const mine: Holder = { pid: process.pid, host: hostname(), life, nonce: randomUUID() };
  for (let attempt = 0; attempt < 40; attempt++) {
    try {
      await writeFile(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 });
      return { release: () => releaseLock(path, mine.nonce) };
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error;
    }
    const holder = await readHolder(path);
    if (holder === null) continue;
    if (holder.nonce !== '' && (await isAlive(holder))) throw lockedBy(folder, path, holder);
    if (holder.nonce === '' && attempt < 20) await new Promise((resolve) => setTimeout(resolve, 50));
    else await takeOver(path, holder);
  }
  const holder = (await readHolder(path)) ?? mine;
  throw lockedBy(folder, path, holder);
}

async function releaseLock(path: string, nonce: string): Promise<void> {
  const holder = await readHolder(path);
  if (holder?.nonce === nonce) await unlink(path);
}
