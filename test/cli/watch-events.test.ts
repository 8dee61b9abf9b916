import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sqsEvents } from '../../src/adapters/sqs-events.ts';
import { takeUpInto } from '../../src/cli/take-up.ts';
import { openEvents, watchEvents, watchedSources } from '../../src/cli/watch-events.ts';
import { readConfig } from '../../src/config.ts';
import { importRecordings } from '../../src/pipeline/import-source.ts';
import { type CallQueue, openCallQueue } from '../../src/queue/call-queue.ts';
import { memorySource } from '../fakes/memory-source.ts';
import { type SqsServer, s3Records, startSqsServer } from '../fakes/sqs-server.ts';
import { openTestStore, type TestStore } from '../services/test-store.ts';

const SOURCE = 's3://calls';
const s3 = { region: 'us-east-1', accessKeyId: 'test', secretAccessKey: 'test' };

describe('recordings announced by S3', () => {
  let opened: TestStore;
  let queue: CallQueue;
  let sqs: SqsServer;
  let files: Map<string, string>;

  beforeAll(async () => {
    opened = await openTestStore('server');
    queue = await openCallQueue(opened.store.queue);
  });
  afterAll(async () => {
    await queue.close();
    await opened.close();
  });
  beforeEach(async () => {
    sqs = await startSqsServer();
    files = new Map();
  });
  afterEach(async () => {
    for (const taken of await queue.take(100)) await taken.done();
    await sqs[Symbol.asyncDispose]();
  });

  const installation = () => ({
    store: opened.store,
    queue,
    openSource: (name: string) => memorySource(files, name),
  });

  /** Lets the messages there are be handled, and stops. */
  async function handleAll(until: () => boolean): Promise<string[]> {
    const stop = new AbortController();
    const lines: string[] = [];
    const say = (_: object, line: string) => void lines.push(line);
    const log = { info: say, warn: say, error: say };
    const events = sqsEvents({ queueUrl: sqs.queueUrl, watched: [SOURCE], waitSeconds: 0 }, s3);
    const telemetry = { log, troubled: () => stop.abort() } as never;
    const watching = watchEvents(events, installation(), stop.signal, telemetry);
    await expect.poll(until, { timeout: 10_000, interval: 20 }).toBe(true);
    stop.abort();
    await watching;
    return lines;
  }
  const isEmpty = () => sqs.messages.length === 0;

  it('queues each recording once, however often and in whatever order messages tell of it', async () => {
    files.set('new 通话.wav', 'sound').set('other.wav', 'sound of another');
    sqs.send(s3Records('calls', { key: 'new 通话.wav', eventName: 'ObjectRemoved:Delete' }));
    for (let i = 0; i < 3; i++) sqs.send(s3Records('calls', 'new 通话.wav', 'new 通话.wav', 'other.wav'));
    await handleAll(isEmpty);
    expect(await queue.countOpen()).toBe(2);
    expect(await opened.store.calls.saw(await refOf('new 通话.wav'))).toMatchObject({ isNew: false });
  });

  it('takes up nothing for objects that are gone, other buckets and files that are no recordings', async () => {
    files.set('a.note.txt', 'note');
    sqs.send(s3Records('calls', 'gone.wav', 'a.note.txt', 'folder/'));
    sqs.send(s3Records('foreign', 'theirs.wav'));
    const lines = await handleAll(isEmpty);
    expect(await queue.countOpen()).toBe(0);
    expect(lines).toContain('S3 message about places nobody watches');
  });

  it('shares the row with a scan of the same source', async () => {
    files.set('both.wav', 'sound of both');
    sqs.send(s3Records('calls', 'both.wav'));
    await handleAll(isEmpty);
    const { imports } = opened.store;
    const id = await imports.begin(SOURCE, 'test');
    const deps = { imports, takeUp: takeUpInto(installation()) };
    await importRecordings(memorySource(files, SOURCE), id, { isRefresh: false, after: null }, deps);
    expect(await imports.get(id)).toMatchObject({ seen: 1, state: 'done' });
    expect(await queue.countOpen()).toBe(1);
  });

  it('leaves a message nobody understands to the dead letters of its queue', async () => {
    sqs.send('not for us');
    const lines = await handleAll(() => sqs.messages[0]?.receiveCount === 1);
    expect(sqs.messages).toHaveLength(1);
    expect(sqs.requests).not.toContain('DeleteMessage');
    expect(lines).toEqual(['S3 message not understood; left for dead letters']);
  });

  it('keeps a message whose calls could not be committed', async () => {
    files.set('late.wav', 'sound');
    sqs.send(s3Records('calls', 'late.wav'));
    const stop = new AbortController();
    const events = sqsEvents({ queueUrl: sqs.queueUrl, watched: [SOURCE], waitSeconds: 0 }, s3);
    const broken = { ...opened.store, transaction: () => Promise.reject(new Error('the database is away')) };
    const watching = watchEvents(events, { ...installation(), store: broken }, stop.signal);
    await expect.poll(() => sqs.messages[0]?.receiveCount).toBe(1);
    stop.abort();
    await watching;
    expect(sqs.messages).toHaveLength(1);
    // an aborted request may have been handed the message still: it is returned until somebody takes it
    await handleAll(() => {
      sqs.returnAll();
      return isEmpty();
    });
    expect(await queue.countOpen()).toBe(1);
  });

  it('says what to do when the queue of messages denies access', async () => {
    sqs.failing = 403;
    const events = sqsEvents({ queueUrl: sqs.queueUrl, watched: [SOURCE] }, s3);
    await expect(events.receive()).rejects.toMatchObject({ code: 'E_SOURCE_ACCESS' });
  });

  it('refuses a queue without a source it may be about', async () => {
    const config = readConfig({ SQS_QUEUE_URL: sqs.queueUrl });
    await expect(openEvents(config)).rejects.toMatchObject({ code: 'E_CONFIG' });
    expect(watchedSources({ EARMARK_WATCH: 's3://a/x,y, s3://b' })).toEqual(['s3://a/x,y', 's3://b']);
  });

  async function refOf(key: string) {
    const ref = await memorySource(files, SOURCE).find(key);
    if (ref === null) throw new Error('no such file');
    return ref;
  }
});
