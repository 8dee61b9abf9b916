import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';

/** A message as the fake queue keeps it. */
interface HeldMessage {
  readonly id: string;
  readonly body: string;
  receiveCount: number;
  receipt: string | null;
}

/** A queue that speaks what SQS speaks (AWS JSON 1.0, MD5 fields), for tests. */
export interface SqsServer extends AsyncDisposable {
  readonly queueUrl: string;
  readonly messages: HeldMessage[];
  readonly requests: string[];
  send(body: string): string;
  /** Makes every message that was handed out and not deleted visible again. */
  returnAll(): void;
  /** The next requests fail with this status. */
  failing: number | null;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** Starts an empty queue on loopback; a receive without messages answers at once. */
export async function startSqsServer(): Promise<SqsServer> {
  const messages: HeldMessage[] = [];
  const requests: string[] = [];
  const state = { failing: null as number | null };
  const actions: Record<string, (input: { ReceiptHandle?: string; MaxNumberOfMessages?: number }) => object> =
    {
      ReceiveMessage: ({ MaxNumberOfMessages = 1 }) => ({
        Messages: messages
          .filter(({ receipt }) => receipt === null)
          .slice(0, MaxNumberOfMessages)
          .map(handOut),
      }),
      DeleteMessage: ({ ReceiptHandle }) => {
        const index = messages.findIndex(({ receipt }) => receipt === ReceiptHandle);
        if (index >= 0) messages.splice(index, 1);
        return {};
      },
    };
  const server = createServer((incoming, answer) => {
    let text = '';
    incoming.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    incoming.on('end', () => {
      const action = String(incoming.headers['x-amz-target']).replace('AmazonSQS.', '');
      requests.push(action);
      const body = state.failing === null ? actions[action]?.(JSON.parse(text)) : undefined;
      answer.writeHead(body ? 200 : (state.failing ?? 400), { 'content-type': 'application/x-amz-json-1.0' });
      answer.end(JSON.stringify(body ?? { __type: 'com.amazonaws.sqs#InternalError' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return Object.assign(state, {
    queueUrl: `http://127.0.0.1:${port}/000000000000/calls`,
    messages,
    requests,
    send(body: string) {
      const id = randomUUID();
      messages.push({ id, body, receiveCount: 0, receipt: null });
      return id;
    },
    returnAll() {
      for (const message of messages) message.receipt = null;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function handOut(message: HeldMessage) {
  message.receiveCount += 1;
  message.receipt = randomUUID();
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: { ApproximateReceiveCount: String(message.receiveCount) },
  };
}

/** A message body as S3 writes it, its keys encoded as S3 encodes them. */
export function s3Records(bucket: string, ...given: (string | { key: string; eventName: string })[]): string {
  return JSON.stringify({
    Records: given.map((one) => {
      const { key, eventName } = typeof one === 'string' ? { key: one, eventName: 'ObjectCreated:Put' } : one;
      return {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventName,
        s3: {
          bucket: { name: bucket },
          object: {
            key: encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+'),
            size: 1000,
            sequencer: '0055AED6DCD90281E5',
          },
        },
      };
    }),
  });
}
