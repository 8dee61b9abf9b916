import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listS3Objects } from '../../src/adapters/s3-listing.ts';
import { takeUpInto } from '../../src/cli/take-up.ts';
import type { RecordingSource } from '../../src/domain/ports.ts';
import { importRecordings } from '../../src/pipeline/import-source.ts';
import type { TakeUp } from '../../src/pipeline/take-up-recordings.ts';
import { openCallQueue } from '../../src/queue/call-queue.ts';
import { openStore } from '../../src/store/open-store.ts';
import { memorySource } from '../fakes/memory-source.ts';
import { startPostgres } from '../services/postgres-server.ts';

/**
 * `node test/bench/scan.ts [--keys 1000000] [--written 20000]`: what a scan of a big prefix takes. All keys go through
 * the listing and the importer; only the first `--written` of them into a real PostgreSQL, the rest into a counter,
 * since the database's time a key does not depend on how many came before.
 */
const { values } = parseArgs({
  options: { keys: { type: 'string', default: '1000000' }, written: { type: 'string', default: '20000' } },
});
const KEYS = Number(values.keys);
const WRITTEN = Math.min(KEYS, Number(values.written));
const PAGE = 1000;
const NAME = 's3://calls';
const megabytes = () => Math.round(process.memoryUsage().rss / 1e6);
const keyOf = (index: number) => `2026/${String(index).padStart(9, '0')}.wav`;

/** A server of S3 listings with that many objects, a page at a time. */
function bigSource(): RecordingSource {
  const readPage = async (token: string | undefined) => {
    const from = Number(token ?? 0);
    const to = Math.min(KEYS, from + PAGE);
    const contents = Array.from({ length: to - from }, (_, i) => ({
      Key: keyOf(from + i),
      Size: 1000,
      ETag: `"${from + i}"`,
    }));
    const more =
      to < KEYS ? { IsTruncated: true, NextContinuationToken: String(to) } : { IsTruncated: false };
    return { $metadata: {}, Name: 'calls', Contents: contents, ...more };
  };
  return {
    ...memorySource(new Map(), NAME),
    async *list() {
      for await (const found of listS3Objects(NAME, readPage)) yield { source: NAME, ...found };
    },
  };
}

const dataDir = await mkdtemp(join(tmpdir(), 'earmark-scan-'));
const server = await startPostgres();
const store = await openStore({ databaseUrl: await server.createDatabase(), dataDir });
const queue = await openCallQueue(store.queue);
try {
  const id = await store.imports.begin(NAME, 'bench');
  const write = takeUpInto({ store, queue });
  let written = 0;
  let counted = 0;
  let writtenMs = 0;
  let peak = megabytes();
  const before = peak;
  const begunMs = performance.now();
  const count: TakeUp = (work) =>
    work({
      calls: {
        saw: async () => ({
          id: String(counted++),
          status: 'found',
          isNew: true,
          hasChanged: false,
          needsWork: true,
        }),
      },
      imports: { advance: async () => {} },
      enqueue: async () => {},
    });
  const takeUp: TakeUp = async (work) => {
    peak = Math.max(peak, megabytes());
    if (written >= WRITTEN) return await count(work);
    const startMs = performance.now();
    const result = await write(work);
    writtenMs += performance.now() - startMs;
    written = (await store.imports.get(id))?.seen ?? written;
    return result;
  };
  await importRecordings(
    bigSource(),
    id,
    { isRefresh: false, after: null },
    { imports: store.imports, takeUp },
  );
  console.log(`${written + counted} keys in ${((performance.now() - begunMs) / 1000).toFixed(1)} s`);
  console.log(`memory: ${before} MB before, ${peak} MB at most`);
  console.log(`database: ${written} keys, ${(writtenMs / written).toFixed(2)} ms a key with its job`);
} finally {
  await queue.close();
  await store.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
}
