import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A PostgreSQL of the tests' own, on loopback, in a temporary folder. */
export interface PostgresServer extends AsyncDisposable {
  /** Url of the empty database `postgres`, as superuser. */
  readonly url: string;
  /** A new database, a copy of `template` when given; returns its url. */
  createDatabase(template?: string): Promise<string>;
  /** Stops as a crash would: open transactions are lost, clients are cut. */
  crash(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

function findBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folder = versions
    .map((version) => join(root, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
  if (folder === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return folder;
}

/** The server refuses to run as root, so root lends it the user `postgres`, or `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const fields = ['postgres', 'nobody']
    .map((name) => users.find((line) => line.startsWith(`${name}:`)))
    .find(Boolean);
  const [, , uid, gid] = (fields ?? '').split(':');
  if (uid === undefined || gid === undefined) throw new Error('neither user postgres nor nobody exists');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function untilReady(url: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function runSql(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

function initialize(bin: string, folder: string, password: string, user: object): void {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o644 });
  const settings = ['--username=earmark', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-sync'];
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8'];
  const made = spawnSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), ...settings, ...locale], {
    ...user,
    cwd: folder,
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
}

function flagsOf(folder: string, port: number, given: readonly string[]): string[] {
  // durability is not what these tests are about, and fsync takes most of their time
  const settings = ['fsync=off', 'max_connections=60', 'shared_buffers=32MB', 'listen_addresses=127.0.0.1'];
  return [...settings, ...given, `port=${port}`, `unix_socket_directories=${folder}`].flatMap((one) => [
    '-c',
    one,
  ]);
}

/** Starts a PostgreSQL for tests, with `settings` (name=value) beside its own; it stops with `stop()`, with `await using`, and at the latest with the process. */
export async function startPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const bin = findBinaries();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'earmark-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const password = randomBytes(12).toString('hex');
  initialize(bin, folder, password, user);
  const port = await freePort();
  const url = `postgres://earmark:${password}@127.0.0.1:${port}/postgres`;
  let child: ChildProcess | undefined;
  let databases = 0;

  const end = async (signal: 'SIGQUIT' | 'SIGINT') => {
    const running = child;
    if (running === undefined) return;
    child = undefined;
    const closed = new Promise((resolve) => running.once('exit', resolve));
    running.kill(signal);
    await closed;
  };
  const start = async () => {
    const given = { ...user, cwd: folder, stdio: 'ignore' } as const;
    child = spawn(
      join(bin, 'postgres'),
      ['-D', join(folder, 'data'), ...flagsOf(folder, port, settings)],
      given,
    );
    await untilReady(url);
  };
  const killAtExit = () => child?.kill('SIGQUIT');
  process.once('exit', killAtExit);
  const stop = async () => {
    await end('SIGINT');
    process.off('exit', killAtExit);
    rmSync(folder, { recursive: true, force: true });
  };
  await start();
  return {
    url,
    async createDatabase(template) {
      const name = `test_${++databases}`;
      await runSql(url, `create database ${name}${template === undefined ? '' : ` template ${template}`}`);
      return url.replace(/postgres$/, name);
    },
    crash: () => end('SIGQUIT'),
    start,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
