import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeUpInto } from '../../src/cli/take-up.ts';
import type { RecordingSource } from '../../src/domain/ports.ts';
import { importRecordings } from '../../src/pipeline/import-source.ts';
import { type CallQueue, openCallQueue } from '../../src/queue/call-queue.ts';
import { memorySource } from '../fakes/memory-source.ts';
import { openTestStore, type TestStore } from '../services/test-store.ts';

describe('a scan that is stopped', () => {
  let opened: TestStore;
  let queue: CallQueue;
  beforeAll(async () => {
    opened = await openTestStore('server');
    queue = await openCallQueue(opened.store.queue);
  });
  afterAll(async () => {
    await queue.close();
    await opened.close();
  });

  /** Lists what lies there and breaks off after so many keys. */
  function breakingAfter(
    count: number,
    files: Map<string, string>,
    asked: (string | undefined)[],
  ): RecordingSource {
    const whole = memorySource(files, 's3://big');
    return {
      ...whole,
      async *list(options) {
        asked.push(options?.after);
        let listed = 0;
        for await (const ref of whole.list(options)) {
          if (listed++ === count) throw new Error('the line is cut');
          yield ref;
        }
      },
    };
  }

  it('goes on after the last hundred it has kept, and counts and queues nothing twice', async () => {
    const names = Array.from({ length: 350 }, (_, i) => `${String(i).padStart(4, '0')}.wav`);
    const files = new Map(names.map((name) => [name, name]));
    const { imports } = opened.store;
    const id = await imports.begin('s3://big', 'test');
    const deps = { imports, takeUp: takeUpInto({ store: opened.store, queue }) };
    const asked: (string | undefined)[] = [];
    const scan = (source: RecordingSource, after: string | null) =>
      importRecordings(source, id, { isRefresh: false, after }, deps);
    await expect(scan(breakingAfter(250, files, asked), null)).rejects.toThrow();
    const stopped = await imports.unfinished('s3://big');
    expect(stopped).toMatchObject({ id, seen: 200, after: '0199.wav' });
    await scan(breakingAfter(1000, files, asked), stopped?.after ?? null);
    expect(asked).toEqual([undefined, '0199.wav']);
    expect(await imports.get(id)).toMatchObject({ state: 'done', seen: 350, taken: 350, failure: null });
    expect(await queue.countOpen()).toBe(350);
  });
});
