import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { S3Settings } from '../../src/adapters/s3-recordings.ts';

const run = promisify(execFile);
const PYTHON = '/usr/bin/python3';
/** Ends a server with the test process that started it, however that ends. */
const TETHER = ['--pdeathsig', 'KILL', '--'];
const needed = ['/usr/bin/setpriv', '/usr/bin/swift-proxy-server', '/usr/bin/memcached', PYTHON];

/** A real S3 server (Debian's swift with s3api) of this test run alone. */
export interface S3Server extends AsyncDisposable {
  readonly settings: S3Settings & { endpoint: string; accessKeyId: string; secretAccessKey: string };
  stop(): Promise<void>;
}

/** Why no real S3 server can be started here, or null when one can. */
export function whyNoS3Server(): string | null {
  const absent = needed.filter((path) => !existsSync(path));
  const remedy = 'apt-get install swift swift-proxy swift-account swift-container swift-object memcached';
  return absent.length === 0 ? null : `no real S3 server: ${absent.join(', ')} missing; ${remedy}`;
}

/** Starts swift on loopback ports of its own, below a temporary folder of its own; up in about 4 s. */
export async function startS3Server(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-s3-'));
  const children: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(children.map(endProcess));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const ports = await freePorts(5);
    const [proxy = 0, account = 0, container = 0, object = 0, memcached = 0] = ports;
    await writeConfiguration(folder, { proxy, account, container, object, memcached });
    await buildRings(folder, { account, container, object });
    const user = userInfo().username;
    const cache = ['memcached', '-l', '127.0.0.1', '-p', String(memcached), '-u', user, '-m', '16'];
    children.push(spawn('setpriv', [...TETHER, ...cache], { stdio: 'ignore' }));
    for (const server of ['account', 'container', 'object', 'proxy'])
      children.push(startSwift(folder, server));
    const endpoint = `http://127.0.0.1:${proxy}`;
    await untilUp(folder, endpoint);
    const settings = {
      endpoint,
      region: 'us-east-1',
      forcePathStyle: true,
      checksums: 'when-required' as const,
      accessKeyId: 'test:tester',
      secretAccessKey: 'testing',
    };
    return { settings, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Ports {
  readonly proxy: number;
  readonly account: number;
  readonly container: number;
  readonly object: number;
  readonly memcached: number;
}

async function writeConfiguration(folder: string, ports: Ports): Promise<void> {
  const common = `bind_ip = 127.0.0.1\nworkers = 0\nuser = ${userInfo().username}\nswift_dir = ${folder}\nlog_level = ERROR\nlog_address = ${folder}/no-syslog\n`;
  await mkdir(join(folder, 'devices', 'd1'), { recursive: true });
  await writeFile(
    join(folder, 'swift.conf'),
    '[swift-hash]\nswift_hash_path_prefix = earmark\nswift_hash_path_suffix = test\n\n[storage-policy:0]\nname = Policy-0\ndefault = yes\npolicy_type = replication\n',
  );
  for (const server of ['account', 'container', 'object'] as const) {
    const text = `[DEFAULT]\n${common}bind_port = ${ports[server]}\ndevices = ${folder}/devices\nmount_check = false\nfallocate_reserve = 0\n\n[pipeline:main]\npipeline = ${server}-server\n\n[app:${server}-server]\nuse = egg:swift#${server}\n`;
    await writeFile(join(folder, `${server}-server.conf`), text);
  }
  const filters = [
    'catch_errors',
    'gatekeeper',
    'healthcheck',
    'listing_formats',
    'copy',
    'slo',
    'dlo',
    'versioned_writes',
  ];
  await writeFile(
    join(folder, 'proxy-server.conf'),
    `[DEFAULT]\n${common}bind_port = ${ports.proxy}\n\n[pipeline:main]\npipeline = catch_errors gatekeeper healthcheck cache listing_formats s3api tempauth copy slo dlo versioned_writes proxy-server\n\n[app:proxy-server]\nuse = egg:swift#proxy\nallow_account_management = true\naccount_autocreate = true\n\n[filter:s3api]\nuse = egg:swift#s3api\nlocation = us-east-1\ns3_acl = false\nallow_multipart_uploads = true\n\n[filter:tempauth]\nuse = egg:swift#tempauth\nuser_test_tester = testing .admin\n\n[filter:cache]\nuse = egg:swift#memcache\nmemcache_servers = 127.0.0.1:${ports.memcached}\n\n${filters.map((filter) => `[filter:${filter}]\nuse = egg:swift#${filter}\n`).join('\n')}`,
  );
}

/** One Python for all three rings: `swift-ring-builder` would start nine. */
async function buildRings(
  folder: string,
  ports: Pick<Ports, 'account' | 'container' | 'object'>,
): Promise<void> {
  const script = [
    'import sys',
    'from swift.common.ring import RingBuilder',
    'for name, port in zip(("account", "container", "object"), sys.argv[2:]):',
    '    builder = RingBuilder(4, 1, 0)',
    '    at = {"ip": "127.0.0.1", "port": int(port), "replication_ip": "127.0.0.1", "replication_port": int(port)}',
    '    builder.add_dev({"id": 0, "region": 1, "zone": 1, "weight": 1.0, "device": "d1", "meta": "", **at})',
    '    builder.rebalance()',
    '    builder.get_ring().save(f"{sys.argv[1]}/{name}.ring.gz")',
  ].join('\n');
  const { account, container, object } = ports;
  await run(PYTHON, ['-c', script, folder, String(account), String(container), String(object)]);
}

/** Swift's own start scripts only know /etc/swift; this starts the same server with a folder of our own. */
function startSwift(folder: string, server: string): ChildProcess {
  const script = [
    'import eventlet, sys',
    'eventlet.monkey_patch()',
    'from swift.common import utils',
    'utils.set_swift_dir(sys.argv[1])',
    'from swift.common.wsgi import run_wsgi',
    'sys.exit(run_wsgi(sys.argv[1] + "/" + sys.argv[2] + ".conf", sys.argv[2]))',
  ].join('\n');
  const child = spawn('setpriv', [...TETHER, PYTHON, '-c', script, folder, `${server}-server`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = (chunk: Buffer) => appendFile(join(folder, 'log'), chunk).catch(() => undefined);
  child.stdout?.on('data', log);
  child.stderr?.on('data', log);
  return child;
}

async function untilUp(folder: string, endpoint: string): Promise<void> {
  const deadline = Date.now() + 90_000;
  while (Date.now() < deadline) {
    const isUp = await fetch(`${endpoint}/healthcheck`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp) return;
    await wait(100);
  }
  const log = await readFile(join(folder, 'log'), 'utf8').catch(() => '');
  throw new Error(`swift did not start: ${log.slice(-2000)}`);
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}
