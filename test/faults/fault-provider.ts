import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What the provider answers to one request: sound, an error of its own, or something a network does to it. */
export type ProviderAnswer =
  | { readonly status?: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly fault: 'reset' | 'hang' | 'headers-only' | 'cut' }
  | { readonly body: string; readonly dripMs: number };

/** One request as the provider saw it. */
export interface ProviderRequest {
  readonly kind: 'transcribe' | 'judge';
  readonly seconds: number;
  readonly text: string;
  /** 1 for the first request of its kind. */
  readonly number: number;
}

/** Words no log may ever hold; every recording says them. */
export const SPOKEN_CANARY = 'marmalade overture';
export const KEY_CANARY = 'sk-canary-7e1f';

/** An OpenAI-compatible server for transcription and chat with a count of its own of what it has answered. */
export interface FaultProvider extends AsyncDisposable {
  readonly baseUrl: string;
  /** Whole answers with status 200: what a provider would bill. */
  readonly billed: Record<'transcribe' | 'judge', number>;
  readonly requests: ProviderRequest[];
  /** When each request came, in ms of performance.now. */
  readonly times: number[];
  /** Milliseconds every answer takes. */
  latencyMs: number;
  /** Says what to answer; null is the sound answer. */
  script: (request: ProviderRequest) => ProviderAnswer | null;
}

/** Starts the provider on a free port. */
export async function startFaultProvider(): Promise<FaultProvider> {
  const billed = { transcribe: 0, judge: 0 };
  const requests: ProviderRequest[] = [];
  const times: number[] = [];
  const state: Pick<FaultProvider, 'latencyMs' | 'script'> = { latencyMs: 0, script: () => null };
  const http = createServer((request, response) => {
    request.on('error', () => undefined);
    // a worker that is killed or gives up while it sends has not asked for anything
    const asking = readRequest(request, requests).catch(() => null);
    void asking.then(async (one) => {
      if (one === null) return;
      requests.push(one);
      times.push(performance.now());
      if (state.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, state.latencyMs));
      const answer = state.script(one) ?? { body: soundAnswer(one) };
      const isWhole = !('fault' in answer) && (!('status' in answer) || (answer.status ?? 200) === 200);
      if (isWhole && !response.destroyed) billed[one.kind] += 1;
      send(response, answer);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(state, {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    billed,
    requests,
    times,
    [Symbol.asyncDispose]: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
}

async function readRequest(
  request: IncomingMessage,
  before: readonly ProviderRequest[],
): Promise<ProviderRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const kind = (request.url ?? '').includes('transcriptions') ? 'transcribe' : 'judge';
  const number = before.filter((one) => one.kind === kind).length + 1;
  // the piece is 16 kHz 16-bit mono WAV; the form around it is small
  const seconds = kind === 'transcribe' ? bytes.length / 32_000 : 0;
  return { kind, seconds, number, text: kind === 'judge' ? bytes.toString('utf8') : '' };
}

/** One segment over the whole piece; a judge that cannot tell. */
export function soundAnswer({ kind, seconds, text }: ProviderRequest): string {
  if (kind === 'judge') return judgeCompletion(text, {});
  const said = `Good morning, this is Anna from Harbour Insurance, ${SPOKEN_CANARY}, call 13800138000.`;
  const end = Math.max(0.4, seconds - 0.1);
  const segments = [{ id: 0, start: 0.05, end, text: said }];
  return JSON.stringify({ task: 'transcribe', language: 'english', duration: seconds, text: said, segments });
}

/** A chat completion with an answer for the criterion that was asked about, or with `content` as it is. */
export function judgeCompletion(
  request: string,
  choice: { readonly content?: string; readonly finish?: string; readonly refusal?: string },
): string {
  const criterion = criterionOf(request);
  const answer = { criterion, reasons: 'It cannot be told.', quotes: [], verdict: 'cannot-tell' };
  const message = {
    role: 'assistant',
    content: choice.content ?? JSON.stringify(answer),
    refusal: choice.refusal ?? null,
  };
  return JSON.stringify({
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: (JSON.parse(request) as { model: string }).model,
    choices: [{ index: 0, message, finish_reason: choice.finish ?? 'stop' }],
    usage: { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
  });
}

/** The criterion a question to the judge is about. */
export function criterionOf(request: string): string {
  return /(?:Criterion: |检查项：)([a-z0-9.-]+?)[.。]/.exec(request)?.[1] ?? '';
}

function send(response: ServerResponse, answer: ProviderAnswer): void {
  if ('fault' in answer) {
    if (answer.fault === 'hang') return;
    if (answer.fault === 'reset') {
      response.destroy();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.flushHeaders();
    if (answer.fault === 'cut') response.write('{"text": "half', () => response.destroy());
    return;
  }
  const { body } = answer;
  const status = 'status' in answer ? (answer.status ?? 200) : 200;
  const headers = 'headers' in answer ? answer.headers : {};
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  if (!('dripMs' in answer)) {
    response.end(body);
    return;
  }
  let at = 0;
  const timer = setInterval(() => {
    response.write(body.slice(at, at + 1));
    at += 1;
    if (at < body.length) return;
    clearInterval(timer);
    response.end();
  }, answer.dripMs);
  response.on('close', () => clearInterval(timer));
}
