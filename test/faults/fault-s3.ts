import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the server does to one request for an object, or for a page of the listing. */
export type S3Fault =
  | 'slow-down'
  | 'reset-midway'
  | 'truncated'
  | 'wrong-length'
  | 'replaced'
  | 'deleted'
  | 'same-page'
  | 'html';

/** A small S3 on loopback that can misbehave: list version 2, HEAD and GET with ranges and conditions. */
export interface FaultS3 extends AsyncDisposable {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** Fault of the next requests for an object (`get`) or a page (`list`), in order. */
  readonly faults: { readonly get: S3Fault[]; readonly list: S3Fault[] };
  /** What takes the place of an object with the fault `replaced`. */
  replacement: Buffer;
  readonly pages: number;
}

/** Starts it with one bucket of any name. */
export async function startFaultS3(): Promise<FaultS3> {
  const objects = new Map<string, Buffer>();
  const faults: FaultS3['faults'] = { get: [], list: [] };
  const state = { objects, faults, replacement: Buffer.alloc(0), pages: 0 };
  const http = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    if (key === '') list(state, url, response);
    else answerObject(state, key, request, response);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(state, {
    endpoint: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

type State = Pick<FaultS3, 'objects' | 'faults' | 'replacement'> & { pages: number };

const etagOf = (bytes: Buffer) => `"${createHash('md5').update(bytes).digest('hex')}"`;

function list(state: State, url: URL, response: ServerResponse): void {
  state.pages += 1;
  const fault = state.faults.list.shift();
  if (fault === 'slow-down') {
    refuse(response, 503, 'SlowDown');
    return;
  }
  const size = Number(url.searchParams.get('max-keys') ?? 1000);
  const token = url.searchParams.get('continuation-token');
  const after =
    token === null ? (url.searchParams.get('start-after') ?? '') : Buffer.from(token, 'hex').toString();
  const prefix = url.searchParams.get('prefix') ?? '';
  const keys = [...state.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  const rest = keys.filter((key) => key > after);
  const page = rest.slice(0, size);
  const isMore = rest.length > page.length || fault === 'same-page';
  const next =
    fault === 'same-page'
      ? (token ?? Buffer.from(' ').toString('hex'))
      : Buffer.from(page.at(-1) ?? '').toString('hex');
  const contents = page.map((key) => {
    const bytes = state.objects.get(key) ?? Buffer.alloc(0);
    return `<Contents><Key>${encodeURIComponent(key)}</Key><Size>${bytes.length}</Size><ETag>${etagOf(bytes)}</ETag></Contents>`;
  });
  const body = `<?xml version="1.0"?><ListBucketResult><Name>b</Name><EncodingType>url</EncodingType><KeyCount>${page.length}</KeyCount><IsTruncated>${isMore}</IsTruncated>${isMore ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''}${contents.join('')}</ListBucketResult>`;
  response.writeHead(200, { 'content-type': 'application/xml' }).end(body);
}

function answerObject(state: State, key: string, request: IncomingMessage, response: ServerResponse): void {
  const isRecording = request.method === 'GET' && key.endsWith('.wav');
  const fault = isRecording ? state.faults.get.shift() : undefined;
  if (fault === 'slow-down') {
    refuse(response, 503, 'SlowDown');
    return;
  }
  if (fault === 'html') {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>please log in</html>');
    return;
  }
  if (fault === 'deleted') state.objects.delete(key);
  if (fault === 'replaced') state.objects.set(key, state.replacement);
  const bytes = state.objects.get(key);
  if (bytes === undefined) {
    refuse(response, 404, 'NoSuchKey');
    return;
  }
  const etag = etagOf(bytes);
  const wanted = request.headers['if-match'];
  if (wanted !== undefined && wanted !== etag) {
    refuse(response, 412, 'PreconditionFailed');
    return;
  }
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const body = bytes.subarray(from);
  const length = fault === 'wrong-length' ? body.length - 1000 : body.length;
  response.writeHead(from > 0 ? 206 : 200, {
    etag,
    'content-length': length,
    ...(from > 0 ? { 'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}` } : {}),
  });
  if (request.method === 'HEAD') response.end();
  else if (fault === 'reset-midway' || fault === 'truncated')
    response.write(body.subarray(0, body.length >> 1), () =>
      fault === 'truncated' ? response.socket?.end() : response.socket?.resetAndDestroy(),
    );
  else response.end(body.subarray(0, length));
}

function refuse(response: ServerResponse, status: number, code: string): void {
  const body = `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`;
  response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
}
