import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What the proxy does to one exchange: nothing, or something a network does on a bad day. */
export type Fault = 'pass' | 'slow-down-503' | 'cut-body' | 'html-200' | 'reset' | 'stall' | 'replace';

/** A proxy on loopback that hands each request its next fault, then passes everything. */
export interface FaultProxy extends AsyncDisposable {
  readonly endpoint: string;
  /** Faults of the next requests, in order. */
  readonly faults: Fault[];
  /** Requests seen since the last reset. */
  readonly seen: string[];
  /** Range header of each request seen, null where it had none. */
  readonly ranges: (string | null)[];
  /** What happens behind the proxy before a request with the fault `replace` is passed on. */
  beforeNext: () => Promise<void>;
}

/** Starts the proxy in front of an HTTP server; the Host header is kept, so that signatures stay right. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const faults: Fault[] = [];
  const seen: string[] = [];
  const ranges: (string | null)[] = [];
  const replacement = { beforeNext: async () => {} };
  const server = createServer((incoming, answer) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    ranges.push(incoming.headers.range ?? null);
    const fault = faults.shift() ?? 'pass';
    if (fault !== 'replace') handle(target, fault, incoming, answer);
    else void replacement.beforeNext().then(() => handle(target, 'pass', incoming, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(replacement, {
    endpoint: `http://127.0.0.1:${port}`,
    faults,
    seen,
    ranges,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function handle(target: string, fault: Fault, incoming: IncomingMessage, answer: ServerResponse): void {
  if (fault === 'reset') {
    incoming.socket.destroy();
    return;
  }
  if (fault === 'html-200') {
    answer.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Please log in</body></html>');
    return;
  }
  if (fault === 'slow-down-503') {
    const body = '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>slow</Message></Error>';
    answer.writeHead(503, { 'content-type': 'application/xml' }).end(body);
    return;
  }
  const onward = request(
    `${target}${incoming.url}`,
    { method: incoming.method, headers: incoming.headers },
    (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      if (fault === 'pass') return void reply.pipe(answer);
      reply.once('data', (chunk: Buffer) => {
        const part = chunk.subarray(0, Math.ceil(chunk.length / 2));
        answer.write(part, () => (fault === 'stall' ? undefined : answer.destroy()));
        reply.destroy();
      });
    },
  );
  onward.on('error', () => answer.destroy());
  incoming.pipe(onward);
}
