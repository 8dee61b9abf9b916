import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as the server saw it: form fields in order, and the file. */
export interface SeenRequest {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly file: { readonly name: string; readonly type: string; readonly bytes: Buffer };
}

/** What the server answers: a body, or a function of the request. */
export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
  /** Sends one byte of the body every so many milliseconds. */
  readonly dripMs?: number;
}

/** A transcription server on loopback that answers as it is told. */
export interface TranscriptionServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly seen: SeenRequest[];
  /** Answers of the next requests; when used up, `otherwise` answers. */
  readonly answers: Answer[];
  otherwise: (request: SeenRequest) => Answer | Promise<Answer>;
}

/** Starts the server; every path is `/v1/audio/transcriptions`. */
export async function startTranscriptionServer(): Promise<TranscriptionServer> {
  const server: { otherwise: TranscriptionServer['otherwise'] } = {
    otherwise: () => ({ body: JSON.stringify({ text: 'hello' }) }),
  };
  const seen: SeenRequest[] = [];
  const answers: Answer[] = [];
  const http = createServer((request, response) => {
    void readRequest(request).then(async (one) => {
      seen.push(one);
      send(response, answers.shift() ?? (await server.otherwise(one)));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(server, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    seen,
    answers,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const type = request.headers['content-type'] ?? '';
  const form = await new Response(Buffer.concat(chunks), { headers: { 'content-type': type } }).formData();
  const fields: [string, string][] = [];
  let file = { name: '', type: '', bytes: Buffer.alloc(0) };
  for (const [name, value] of form) {
    if (typeof value === 'string') fields.push([name, value]);
    else file = { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) };
  }
  return { url: request.url ?? '', headers: request.headers, fields, file };
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
  if (answer.dripMs === undefined) {
    response.end(answer.body);
    return;
  }
  let at = 0;
  const timer = setInterval(() => {
    response.write(answer.body.slice(at, at + 1));
    at += 1;
    if (at < answer.body.length) return;
    clearInterval(timer);
    response.end();
  }, answer.dripMs);
  response.on('close', () => clearInterval(timer));
}
