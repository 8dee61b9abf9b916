import { connect, createServer, type Socket } from 'node:net';

/** What the network does: passes, swallows everything (half-open), refuses, or delays. */
export type NetMode = 'pass' | 'blackhole' | 'refuse';

/** A TCP proxy on loopback with a bad network inside. */
export interface NetProxy extends AsyncDisposable {
  readonly port: number;
  mode: NetMode;
  /** Added to every piece that passes, either way. */
  delayMs: number;
  /** The connection that sends something like this is cut once the answer to it has come, unseen by the client. */
  cutReplyTo: RegExp | null;
  /** Only what was asked after something like this on the same connection is cut. */
  cutAfter: RegExp | null;
  /** Bytes of answers after which a connection breaks; null for never. */
  cutAfterBytes: number | null;
  /** Replies cut so far. */
  readonly cuts: number;
  /** Resets every open connection. */
  resetAll(): void;
  /** The same address as seen through the proxy. */
  through(url: string): string;
}

/** The port in the url of a database. */
export function portOf(url: string): number {
  return Number(/@[^/]*:(\d+)\//.exec(url)?.[1]);
}

/** Starts a proxy in front of a port on loopback. */
export async function startNetProxy(targetPort: number): Promise<NetProxy> {
  const open = new Set<Socket>();
  const state = { mode: 'pass' as NetMode, delayMs: 0, cuts: 0 };
  const rules: Pick<NetProxy, 'cutReplyTo' | 'cutAfter' | 'cutAfterBytes'> = {
    cutReplyTo: null,
    cutAfter: null,
    cutAfterBytes: null,
  };
  const proxy = Object.assign(state, rules);
  const server = createServer((client) => {
    if (proxy.mode === 'refuse') {
      client.resetAndDestroy();
      return;
    }
    join(client, connect(targetPort, '127.0.0.1'), proxy, open);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(proxy, {
    port,
    resetAll: () => {
      for (const socket of open) socket.resetAndDestroy();
    },
    through: (url: string) => url.replace(/@127\.0\.0\.1:\d+/, `@127.0.0.1:${port}`),
    [Symbol.asyncDispose]: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

type Rules = Pick<NetProxy, 'mode' | 'delayMs' | 'cutReplyTo' | 'cutAfter' | 'cutAfterBytes'> & {
  cuts: number;
};

function join(client: Socket, target: Socket, rules: Rules, open: Set<Socket>): void {
  let isArmed = false;
  let isCut = false;
  let passedBytes = 0;
  for (const socket of [client, target]) {
    open.add(socket);
    socket.on('error', () => undefined);
  }
  const end = () => {
    for (const socket of [client, target]) {
      socket.destroy();
      open.delete(socket);
    }
  };
  client.on('close', end);
  target.on('close', () => (rules.mode === 'blackhole' ? undefined : end()));
  client.on('data', (bytes) => {
    if (rules.mode === 'blackhole') return;
    const text = bytes.toString('latin1');
    if (rules.cutAfter?.test(text)) isArmed = true;
    if (rules.cutReplyTo?.test(text) && (rules.cutAfter === null || isArmed)) {
      isCut = true;
      rules.cutReplyTo = null;
    }
    later(rules.delayMs, () => target.writable && target.write(bytes));
  });
  target.on('data', (bytes) => {
    if (rules.mode === 'blackhole') return;
    if (isCut) {
      rules.cuts += 1;
      client.resetAndDestroy();
      return;
    }
    passedBytes += bytes.length;
    if (rules.cutAfterBytes !== null && passedBytes > rules.cutAfterBytes) {
      client.resetAndDestroy();
      return;
    }
    later(rules.delayMs, () => client.writable && client.write(bytes));
  });
}

function later(ms: number, work: () => void): void {
  if (ms === 0) work();
  else setTimeout(work, ms);
}
