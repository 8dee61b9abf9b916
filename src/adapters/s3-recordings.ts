import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import {
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import type { RecordingSource } from '../domain/ports.ts';
import type { FetchedRecording, RecordingRef } from '../domain/recording.ts';
import { compareKeys, isRecordingKey, withoutExtension } from '../domain/recording-keys.ts';
import { EarmarkError } from '../errors.ts';
import { beginCopy, type HashedCopy } from './copy-and-hash.ts';
import { asS3Error, statusOf } from './s3-errors.ts';
import { listS3Objects } from './s3-listing.ts';
import { sourceChanged, tooLargeBeside } from './source-errors.ts';

/** How to reach an S3-compatible server. */
export interface S3Settings {
  /** Empty for AWS. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  readonly forcePathStyle: boolean;
  readonly checksums: 'when-required' | 'when-supported';
  /** Absent for the usual AWS chain. */
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  /** Longest silence of a connection before it counts as broken; 60 s unless given. */
  readonly idleMs?: number;
}

/** Tries of one request, the SDK's own retries included, and of one copy whose body breaks off. */
const MAX_ATTEMPTS = 3;

/** A client with settings every S3-compatible server understands (checksums only where asked for). */
export function createS3Client(settings: S3Settings): S3Client {
  const checksums = settings.checksums === 'when-required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED';
  const config: S3ClientConfig = {
    region: settings.region,
    forcePathStyle: settings.forcePathStyle,
    requestChecksumCalculation: checksums,
    responseChecksumValidation: checksums,
    maxAttempts: MAX_ATTEMPTS,
    requestHandler: { connectionTimeout: 5_000, socketTimeout: settings.idleMs ?? 60_000 },
  };
  if (settings.endpoint) config.endpoint = settings.endpoint;
  if (settings.accessKeyId && settings.secretAccessKey) {
    config.credentials = { accessKeyId: settings.accessKeyId, secretAccessKey: settings.secretAccessKey };
  }
  return new S3Client(config);
}

/** Bucket and folder of `s3://bucket/folder`; the folder is empty or ends in `/`. Throws `E_USAGE` otherwise. */
export function parseS3Address(address: string): { bucket: string; folder: string } {
  const match = /^s3:\/\/([^/]+)(?:\/(.*))?$/s.exec(address);
  if (!match?.[1]) {
    throw new EarmarkError('E_USAGE', 'that is no S3 address', { remedy: 'write it as s3://bucket/folder' });
  }
  const folder = match[2] ?? '';
  return { bucket: match[1], folder: folder === '' || folder.endsWith('/') ? folder : `${folder}/` };
}

/** The recordings below `s3://bucket/folder`; keys are relative to the folder, so that they read alike everywhere. */
export function s3Recordings(
  address: string,
  client: S3Client,
  options: { pageSize?: number } = {},
): RecordingSource {
  const place = parseS3Address(address);
  const name = `s3://${place.bucket}/${place.folder}`.replace(/\/$/, '');
  const source: S3Place = { ...place, name, client, pageSize: options.pageSize ?? 1000 };
  return {
    name,
    list: (options = {}) => listRecordings(source, options),
    find: (key, signal) => findObject(source, key, signal),
    fetch: (ref, toPath, signal) => fetchObject(source, ref, toPath, signal),
    readBeside: (ref, suffix, limitBytes) =>
      readSmall(source, `${withoutExtension(ref.key)}${suffix}`, limitBytes),
    readFile: (key, limitBytes) => readSmall(source, key, limitBytes),
  };
}

interface S3Place {
  readonly bucket: string;
  readonly folder: string;
  readonly name: string;
  readonly client: S3Client;
  readonly pageSize: number;
}

async function* listRecordings(
  place: S3Place,
  options: { after?: string; signal?: AbortSignal },
): AsyncGenerator<RecordingRef> {
  const readPage = async (token: string | undefined) => {
    const command = new ListObjectsV2Command({
      Bucket: place.bucket,
      Prefix: place.folder,
      EncodingType: 'url',
      MaxKeys: place.pageSize,
      ContinuationToken: token,
      StartAfter: options.after === undefined ? undefined : `${place.folder}${options.after}`,
    });
    try {
      return await place.client.send(command, sendOptions(options.signal));
    } catch (error) {
      options.signal?.throwIfAborted();
      throw asS3Error(error, place.name);
    }
  };
  for await (const found of listS3Objects(place.name, readPage)) {
    const key = found.key.slice(place.folder.length);
    const isPassed = options.after !== undefined && compareKeys(key, options.after) <= 0;
    if (isPassed || !found.key.startsWith(place.folder) || !isRecordingKey(key)) continue;
    yield { source: place.name, key, sizeBytes: found.sizeBytes, revision: found.revision };
  }
}

async function findObject(place: S3Place, key: string, signal?: AbortSignal): Promise<RecordingRef | null> {
  try {
    const command = new HeadObjectCommand({ Bucket: place.bucket, Key: `${place.folder}${key}` });
    const head = await place.client.send(command, sendOptions(signal));
    if (head.ETag === undefined || head.ContentLength === undefined) throw notS3(place.name);
    return { source: place.name, key, sizeBytes: head.ContentLength, revision: head.ETag };
  } catch (error) {
    signal?.throwIfAborted();
    if (statusOf(error) === 404) return null;
    throw asS3Error(error, place.name);
  }
}

/**
 * Copies with `If-Match`, so that parts are of one version, and goes on by `Range` where a body broke off: the SDK
 * retries only up to the first byte.
 */
async function fetchObject(
  place: S3Place,
  ref: RecordingRef,
  toPath: string,
  signal?: AbortSignal,
): Promise<FetchedRecording> {
  await using copy = await beginCopy(toPath, ref.sizeBytes);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await appendObject(place, ref, copy, signal);
      return { ref, path: toPath, sizeBytes: copy.sizeBytes, contentHash: copy.finish() };
    } catch (error) {
      signal?.throwIfAborted();
      const ours = asS3Error(error, place.name);
      if (attempt === MAX_ATTEMPTS || ours.code !== 'E_SOURCE' || !ours.isRetryable) throw ours;
      await wait(100 * 2 ** attempt, undefined, signal ? { signal } : {});
    }
  }
}

async function appendObject(
  place: S3Place,
  ref: RecordingRef,
  copy: HashedCopy,
  signal?: AbortSignal,
): Promise<void> {
  const fromByte = copy.sizeBytes;
  const command = new GetObjectCommand({
    Bucket: place.bucket,
    Key: `${place.folder}${ref.key}`,
    IfMatch: ref.revision,
    ...(fromByte > 0 ? { Range: `bytes=${fromByte}-` } : {}),
  });
  const answer = await place.client.send(command, sendOptions(signal));
  if (!(answer.Body instanceof Readable)) throw notS3(place.name);
  const isRest = fromByte === 0 || (answer.ContentRange ?? '').startsWith(`bytes ${fromByte}-`);
  const isSame = answer.ETag === ref.revision && answer.ContentLength === ref.sizeBytes - fromByte;
  if (answer.ETag === undefined || !isRest || !isSame) {
    answer.Body.destroy();
    throw answer.ETag === undefined || !isRest ? notS3(place.name) : sourceChanged(place.name);
  }
  await copy.append(answer.Body, signal);
  if (copy.sizeBytes === ref.sizeBytes) return;
  throw new EarmarkError('E_SOURCE', `${place.name}: a recording broke off while it was copied`, {
    isRetryable: true,
  });
}

async function readSmall(place: S3Place, key: string, limitBytes: number): Promise<Buffer | null> {
  try {
    const command = new GetObjectCommand({ Bucket: place.bucket, Key: `${place.folder}${key}` });
    const answer = await place.client.send(command);
    if (!(answer.Body instanceof Readable) || answer.ETag === undefined) throw notS3(place.name);
    if ((answer.ContentLength ?? 0) > limitBytes) {
      answer.Body.destroy();
      throw tooLargeBeside(limitBytes);
    }
    return Buffer.from(await answer.Body.transformToByteArray());
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw asS3Error(error, place.name);
  }
}

function sendOptions(signal: AbortSignal | undefined): { abortSignal?: AbortSignal } {
  return signal ? { abortSignal: signal } : {};
}

/** A proxy or a web server answered 200 with something of its own. */
function notS3(source: string): EarmarkError {
  return new EarmarkError('E_SOURCE', `${source}: the answer is not that of an S3 server`, {
    isRetryable: true,
    remedy: 'see whether S3_ENDPOINT is the address of an S3 server and not of its console or a proxy',
  });
}
