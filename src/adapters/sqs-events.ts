import {
  DeleteMessageCommand,
  type Message,
  ReceiveMessageCommand,
  SQSClient,
  type SQSClientConfig,
} from '@aws-sdk/client-sqs';
import type { EventMessage, RecordingEvents } from '../domain/recording-events.ts';
import { EarmarkError } from '../errors.ts';
import { statusOf } from './s3-errors.ts';
import { readS3Message, type WatchedPlace, watchedPlace } from './s3-event-message.ts';
import type { S3Settings } from './s3-recordings.ts';

/** Longest wait of one request for messages, and most of them it brings: what SQS allows. */
const WAIT_SECONDS = 20;
const MAX_MESSAGES = 10;

/** Where messages come from, and which sources they may be about. */
export interface SqsEventSettings {
  readonly queueUrl: string;
  /** Addresses of the watched sources, `s3://bucket/folder`. */
  readonly watched: readonly string[];
  /** Longest one request waits for messages; 20 s unless given. */
  readonly waitSeconds?: number;
}

/** Messages of an SQS queue about the objects of watched S3 sources, by long polling. */
export function sqsEvents(
  settings: SqsEventSettings,
  s3: Pick<S3Settings, 'region' | 'accessKeyId' | 'secretAccessKey'>,
): RecordingEvents {
  const { queueUrl, watched, waitSeconds = WAIT_SECONDS } = settings;
  const places = watched.map(watchedPlace);
  const client = createClient(queueUrl, s3);
  return {
    async receive(signal) {
      const command = new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: MAX_MESSAGES,
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['ApproximateReceiveCount'],
      });
      try {
        const answer = await client.send(command, signal ? { abortSignal: signal } : {});
        return (answer.Messages ?? []).map((message) => toEventMessage(client, queueUrl, message, places));
      } catch (error) {
        if (signal?.aborted) return [];
        throw asSqsError(error);
      }
    },
  };
}

function createClient(
  queueUrl: string,
  s3: Pick<S3Settings, 'region' | 'accessKeyId' | 'secretAccessKey'>,
): SQSClient {
  const config: SQSClientConfig = {
    endpoint: new URL(queueUrl).origin,
    region: s3.region,
    requestHandler: { connectionTimeout: 5_000, socketTimeout: (WAIT_SECONDS + 10) * 1000 },
  };
  if (s3.accessKeyId && s3.secretAccessKey)
    config.credentials = { accessKeyId: s3.accessKeyId, secretAccessKey: s3.secretAccessKey };
  return new SQSClient(config);
}

function toEventMessage(
  client: SQSClient,
  queueUrl: string,
  message: Message,
  places: readonly WatchedPlace[],
): EventMessage {
  const read = readS3Message(message.Body ?? '', places);
  return {
    id: message.MessageId ?? '',
    receiveCount: Number(message.Attributes?.ApproximateReceiveCount ?? 1),
    events: read?.events ?? null,
    foreignCount: read?.foreignCount ?? 0,
    async done() {
      try {
        await client.send(
          new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle: message.ReceiptHandle }),
        );
      } catch (error) {
        throw asSqsError(error);
      }
    },
  };
}

const absentNames = new Set(['QueueDoesNotExist', 'AWS.SimpleQueueService.NonExistentQueue']);
const deniedNames = new Set(['CredentialsProviderError', 'InvalidClientTokenId', 'SignatureDoesNotMatch']);

function asSqsError(error: unknown): EarmarkError {
  const name = error instanceof Error ? error.name : 'unknown';
  const status = statusOf(error);
  if (absentNames.has(name))
    return new EarmarkError('E_NOT_FOUND', 'the queue of S3 events does not exist', {
      remedy: 'check SQS_QUEUE_URL and S3_REGION',
      cause: error,
    });
  if (status === 401 || status === 403 || deniedNames.has(name))
    return new EarmarkError('E_SOURCE_ACCESS', 'the queue of S3 events denies access', {
      remedy: 'grant sqs:ReceiveMessage and sqs:DeleteMessage on it',
      cause: error,
    });
  return new EarmarkError('E_SOURCE', `the queue of S3 events failed (${name})`, {
    isRetryable: true,
    remedy: 'see whether SQS_QUEUE_URL is the address of a queue and can be reached',
    cause: error,
  });
}
