import { serve as serveNode } from '@hono/node-server';
import { EarmarkError } from '../errors.ts';

/** A running server. */
export interface Serving {
  /** Address to open, with the port that was really taken. */
  readonly url: string;
  /** Takes no new requests, lets those under way end for `graceMs`, then cuts them. */
  close(graceMs?: number): Promise<void>;
}

/** A request must be complete within this time, so that one sent byte by byte does not hold a connection. */
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
const CHECK_EVERY_MS = 1_000;
const GRACE_MS = 5_000;

/** Serves an app; port 0 takes a free one. Throws `E_USAGE` when the address cannot be listened on. */
export async function serveApp(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  options: { readonly host: string; readonly port: number; readonly requestTimeoutMs?: number },
): Promise<Serving> {
  const { host, port, requestTimeoutMs = REQUEST_TIMEOUT_MS } = options;
  const { server, taken } = await new Promise<{ server: ReturnType<typeof serveNode>; taken: number }>(
    (resolve, reject) => {
      const started = serveNode(
        {
          fetch: app.fetch,
          hostname: host,
          port,
          serverOptions: {
            requestTimeout: requestTimeoutMs,
            headersTimeout: Math.min(HEADERS_TIMEOUT_MS, requestTimeoutMs),
            connectionsCheckingInterval: Math.min(CHECK_EVERY_MS, requestTimeoutMs),
          },
        },
        ({ port: taken }) => resolve({ server: started, taken }),
      );
      started.once('error', (cause) => reject(cannotListen(host, port, cause)));
    },
  );
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return {
    url: `http://${name.includes(':') ? `[${name}]` : name}:${taken}`,
    close: (graceMs = GRACE_MS) => closeServer(server, graceMs),
  };
}

function cannotListen(host: string, port: number, cause: unknown): EarmarkError {
  return new EarmarkError('E_USAGE', `cannot listen on ${host} port ${port}`, {
    cause,
    remedy: 'set EARMARK_PORT to a free port, or to 0 for any',
  });
}

async function closeServer(server: ReturnType<typeof serveNode>, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  const cut = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
  }, graceMs);
  await closed;
  clearTimeout(cut);
}
