import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Client, parseS3Address, s3Recordings } from '../../src/adapters/s3-recordings.ts';
import { type FaultProxy, startFaultProxy } from '../services/fault-proxy.ts';
import { type S3Server, startS3Server, whyNoS3Server } from '../services/s3-server.ts';
import { describeRecordingSource, listAll } from './recording-source-contract.ts';

const reason = whyNoS3Server();
if (reason) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== null)('a real S3 server', () => {
  let server: S3Server;
  let client: S3Client;
  let folder: string;
  let buckets = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'earmark-s3-test-'));
    server = await startS3Server();
    client = createS3Client(server.settings);
  }, 120_000);
  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const newBucket = async () => {
    buckets += 1;
    const bucket = `calls-${buckets}`;
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    return bucket;
  };
  const put = async (bucket: string, key: string, bytes: Uint8Array | string) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  };

  describeRecordingSource('S3', async () => {
    const bucket = await newBucket();
    return {
      source: s3Recordings(`s3://${bucket}/in box/2026`, client),
      put: (key, bytes) => put(bucket, `in box/2026/${key}`, bytes),
      remove: async (key) => {
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: `in box/2026/${key}` }));
      },
    };
  });

  it('treats keys that look like paths as names only', async () => {
    const bucket = await newBucket();
    const keys = [
      '../../etc/passwd.wav',
      '//double.wav',
      'a/./b.wav',
      '\u0001.wav',
      `${'x'.repeat(1000)}.wav`,
    ];
    for (const key of keys) await put(bucket, key, key);
    await put(bucket, 'folder/', Buffer.alloc(0));
    const source = s3Recordings(`s3://${bucket}`, client);
    const refs = await listAll(source);
    expect(refs.map((ref) => ref.key).sort()).toEqual([...keys].sort());
    for (const ref of refs) {
      await source.fetch(ref, join(folder, 'copy'));
      expect(await readFile(join(folder, 'copy'), 'utf8')).toBe(ref.key);
    }
  });

  it('lists more keys than one page holds', async () => {
    const bucket = await newBucket();
    const keys = Array.from({ length: 25 }, (_, index) => `录音 ${String(index).padStart(2, '0')}+.wav`);
    for (const key of keys) await put(bucket, key, 'x');
    const source = s3Recordings(`s3://${bucket}/`, client, { pageSize: 10 });
    expect((await listAll(source)).map((ref) => ref.key)).toEqual(keys);
    expect((await listAll(source, keys[2])).map((ref) => ref.key)).toEqual(keys.slice(3));
  });

  it('refuses wrong credentials once, without a retry', async () => {
    const bucket = await newBucket();
    await put(bucket, 'a.wav', 'x');
    await using proxy = await startFaultProxy(server.settings.endpoint);
    const wrong = createS3Client({ ...server.settings, endpoint: proxy.endpoint, secretAccessKey: 'wrong' });
    const listing = listAll(s3Recordings(`s3://${bucket}`, wrong));
    await expect(listing).rejects.toMatchObject({ code: 'E_SOURCE_ACCESS', isRetryable: false });
    expect(proxy.seen).toHaveLength(1);
  });

  it('names a bucket that does not exist', async () => {
    const listing = listAll(s3Recordings('s3://no-such-bucket/x', client));
    await expect(listing).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });

  describe('behind a bad network', () => {
    let proxy: FaultProxy;
    let bucket: string;
    const bytes = Buffer.alloc(300_000, 'sound');

    beforeAll(async () => {
      bucket = await newBucket();
      await put(bucket, 'a.wav', bytes);
      proxy = await startFaultProxy(server.settings.endpoint);
    });
    afterAll(() => proxy?.[Symbol.asyncDispose]());

    const throughProxy = (idleMs = 60_000) =>
      s3Recordings(
        `s3://${bucket}`,
        createS3Client({ ...server.settings, endpoint: proxy.endpoint, idleMs }),
      );

    it('lists in spite of SlowDown and a reset', async () => {
      proxy.faults.splice(0, Infinity, 'slow-down-503', 'reset');
      expect((await listAll(throughProxy())).map((ref) => ref.key)).toEqual(['a.wav']);
    });

    it.each(['cut-body', 'stall'] as const)('goes on by range after %s', async (fault) => {
      const source = throughProxy(500);
      const ref = await source.find('a.wav');
      if (!ref) throw new Error('not found');
      proxy.faults.splice(0, Infinity, fault, fault);
      proxy.ranges.length = 0;
      const fetched = await source.fetch(ref, join(folder, 'cut'));
      expect((await readFile(join(folder, 'cut'))).equals(bytes)).toBe(true);
      expect(fetched.contentHash).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(proxy.ranges).toEqual([
        null,
        expect.stringMatching(/^bytes=[1-9]\d*-$/),
        expect.stringMatching(/^bytes=[1-9]\d*-$/),
      ]);
    });

    it('does not go on with another version of the recording', async () => {
      const source = throughProxy();
      const ref = await source.find('a.wav');
      if (!ref) throw new Error('not found');
      proxy.faults.splice(0, Infinity, 'cut-body', 'replace');
      proxy.beforeNext = () => put(bucket, 'a.wav', Buffer.alloc(300_000, 'other'));
      await expect(source.fetch(ref, join(folder, 'cut'))).rejects.toMatchObject({
        code: 'E_SOURCE_CHANGED',
      });
      await put(bucket, 'a.wav', bytes);
    });

    it('gives up a copy that is always cut, and says it may be tried later', async () => {
      const source = throughProxy();
      const ref = await source.find('a.wav');
      if (!ref) throw new Error('not found');
      proxy.faults.splice(0, Infinity, 'cut-body', 'cut-body', 'cut-body', 'cut-body');
      await expect(source.fetch(ref, join(folder, 'cut'))).rejects.toMatchObject({
        code: 'E_SOURCE',
        isRetryable: true,
      });
      proxy.faults.length = 0;
    });

    it('does not take a log-in page for a listing or a recording', async () => {
      const source = throughProxy();
      const ref = await source.find('a.wav');
      if (!ref) throw new Error('not found');
      const pages = Array.from({ length: 10 }, () => 'html-200' as const);
      proxy.faults.splice(0, Infinity, ...pages);
      await expect(listAll(source)).rejects.toMatchObject({ code: 'E_SOURCE' });
      proxy.faults.splice(0, Infinity, ...pages);
      await expect(source.fetch(ref, join(folder, 'page'))).rejects.toMatchObject({ code: 'E_SOURCE' });
      proxy.faults.splice(0, Infinity, ...pages);
      await expect(source.readBeside(ref, '.call.json', 1000)).rejects.toMatchObject({ code: 'E_SOURCE' });
      proxy.faults.splice(0, Infinity, ...pages);
      await expect(source.find('a.wav')).rejects.toMatchObject({ code: 'E_SOURCE' });
      proxy.faults.length = 0;
    });
  });
});

describe('an S3 address', () => {
  it('names a bucket and a folder', () => {
    expect(parseS3Address('s3://calls')).toEqual({ bucket: 'calls', folder: '' });
    expect(parseS3Address('s3://calls/')).toEqual({ bucket: 'calls', folder: '' });
    expect(parseS3Address('s3://calls/2026/三月')).toEqual({ bucket: 'calls', folder: '2026/三月/' });
    expect(() => parseS3Address('s3:///x')).toThrow('no S3 address');
  });
});
