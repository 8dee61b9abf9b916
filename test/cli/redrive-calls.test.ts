import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redriveAll, redriveCall } from '../../src/cli/redrive-calls.ts';
import { type CallQueue, openCallQueue } from '../../src/queue/call-queue.ts';
import { workCalls } from '../../src/queue/work-calls.ts';
import { openTestStore, type TestStore } from '../services/test-store.ts';
import { publicationOf, recordingAt } from '../store/scored-calls.ts';

const failure = { code: 'E_PROVIDER', message: 'down', isRetryable: false, stage: null };

describe('redriving', () => {
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
  const seen = async (key: string) => (await opened.store.calls.saw(recordingAt(key))).id;
  const installation = () => ({ store: opened.store, queue });

  it('does again what failed: a rescoring stays one, at low priority, and the call stays scored', async () => {
    const { calls, scorecards } = opened.store;
    const scored = await seen('scored.wav');
    await scorecards.publish(scored, publicationOf({ greeting: 'met' }));
    await calls.failed(scored, { ...failure, job: 'rescore' });
    const fresh = await seen('fresh.wav');
    await calls.failed(fresh, { ...failure, job: 'import' });
    expect(await redriveCall(installation(), scored)).toBe(true);
    expect(await redriveCall(installation(), scored)).toBe(false);
    expect(await redriveCall(installation(), fresh)).toBe(true);
    expect(await calls.get(scored)).toMatchObject({ status: 'scored', failure: null });
    expect(await calls.get(fresh)).toMatchObject({ status: 'found' });
    const taken = [...(await queue.take(1)), ...(await queue.take(1))];
    expect(taken.map(({ callRecordId, cause }) => [callRecordId, cause])).toEqual([
      [fresh, 'import'],
      [scored, 'rescore'],
    ]);
    for (const call of taken) await call.done();
  });

  it('of all meets each call once, also one that fails again at once', async () => {
    const ids = await Promise.all([1, 2, 3].map((number) => seen(`all-${number}.wav`)));
    for (const id of ids) await opened.store.calls.failed(id, failure);
    const failing: CallQueue = {
      ...queue,
      add: async ({ callRecordId }, _priority, parts) => {
        const sql = `update calls set gave_up_at = clock_timestamp() where id = $1`;
        await parts?.executeSql(sql, [callRecordId]);
      },
    };
    expect(await redriveAll({ store: opened.store, queue: failing })).toBe(3);
    expect(await opened.store.failures.count()).toBe(3);
  });

  it('a worker that is to drain the queue does not wait for calls that wait for money', async () => {
    await queue.add({ callRecordId: await seen('no money.wav'), cause: 'import' });
    const handled: string[] = [];
    const handle = async (taken: { callRecordId: string; snooze(ms: number): Promise<boolean> }) => {
      handled.push(taken.callRecordId);
      await taken.snooze(900_000);
    };
    const signal = new AbortController().signal;
    await workCalls(queue, { concurrency: 1, handle, signal, untilDrained: true });
    expect(handled).toHaveLength(1);
    expect(await queue.countOpen()).toBe(1);
  });
});
