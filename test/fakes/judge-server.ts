import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request as the server saw it. */
export interface SeenQuestion {
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format: { readonly type: string };
    readonly temperature?: number;
    readonly max_tokens?: number;
    readonly max_completion_tokens?: number;
  };
}

/** What the server answers: the text of the one choice, or a whole body. */
export interface JudgeServerAnswer {
  readonly content?: string | null;
  readonly finish?: string;
  readonly refusal?: string;
  readonly model?: string;
  readonly usage?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is, in place of a completion. */
  readonly raw?: string;
  /** Breaks the connection after the body's first half. */
  readonly isCut?: boolean;
}

/** A chat-completions server on loopback that answers as it is told. */
export interface JudgeServer extends AsyncDisposable {
  readonly baseUrl: string;
  readonly seen: SeenQuestion[];
  /** Answers of the next requests; when used up, `otherwise` answers. */
  readonly answers: JudgeServerAnswer[];
  otherwise: (question: SeenQuestion) => JudgeServerAnswer;
}

/** Starts the server on a free port. */
export async function startJudgeServer(): Promise<JudgeServer> {
  const server: Pick<JudgeServer, 'otherwise'> = { otherwise: () => ({ content: '{}' }) };
  const seen: SeenQuestion[] = [];
  const answers: JudgeServerAnswer[] = [];
  const http = createServer((request, response) => {
    void readBody(request).then((body) => {
      const question = { authorization: request.headers.authorization, body: JSON.parse(body) };
      seen.push(question);
      send(response, answers.shift() ?? server.otherwise(question), question);
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

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: JudgeServerAnswer, { body }: SeenQuestion): void {
  const message = { role: 'assistant', content: answer.content ?? null, refusal: answer.refusal ?? null };
  const completion = {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    model: answer.model ?? body.model,
    choices: [{ index: 0, message, finish_reason: answer.finish ?? 'stop' }],
    usage: answer.usage ?? { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 },
  };
  const text = answer.raw ?? JSON.stringify(completion);
  const length = Buffer.byteLength(text);
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json',
    'content-length': length,
    ...answer.headers,
  });
  if (answer.isCut) {
    response.write(text.slice(0, Math.floor(text.length / 2)));
    setTimeout(() => response.destroy(), 20);
    return;
  }
  response.end(text);
}
