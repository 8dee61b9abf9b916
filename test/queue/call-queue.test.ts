import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallQueue, openCallQueue, type TakenCall } from '../../src/queue/call-queue.ts';
import { workCalls } from '../../src/queue/work-calls.ts';
import { openTestStore, type StoreKind, type TestStore } from '../services/test-store.ts';

const call = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe.each<StoreKind>(['embedded', 'server'])('the queue of calls on the %s database', (kind) => {
  let opened: TestStore;
  let queue: CallQueue;

  beforeAll(async () => {
    opened = await openTestStore(kind);
    queue = await openCallQueue(opened.store.queue);
  });
  afterAll(async () => {
    await queue.close();
    await opened.close();
  });

  async function takeOne(): Promise<TakenCall> {
    const [taken] = await queue.take(1);
    if (taken === undefined) throw new Error('nothing to take');
    return taken;
  }

  it('hands out a call once, and not again while it is waiting or worked on', async () => {
    await queue.add({ callRecordId: call(1), cause: 'import' });
    await queue.add({ callRecordId: call(1), cause: 'import' });
    const taken = await takeOne();
    await queue.add({ callRecordId: call(1), cause: 'rescore' });
    expect(await queue.take(5)).toEqual([]);
    await taken.done();
    expect(await queue.countOpen()).toBe(0);
  });

  it('hands out higher priority first', async () => {
    await queue.add({ callRecordId: call(2), cause: 'rescore' }, -1);
    await queue.add({ callRecordId: call(3), cause: 'import' }, 5);
    const order = [await takeOne(), await takeOne()];
    expect(order.map((taken) => taken.callRecordId)).toEqual([call(3), call(2)]);
    for (const taken of order) await taken.done();
  });

  it('keeps the attempt count of a call that is put back without blame', async () => {
    await queue.add({ callRecordId: call(4), cause: 'import' });
    await (await takeOne()).snooze(1);
    await expect
      .poll(async () => (await queue.take(1)).map((taken) => taken.attempt), { timeout: 8000 })
      .toEqual([1]);
  });

  it('counts an attempt when a call failed, and tells a stale worker that it lost the call', async () => {
    await queue.add({ callRecordId: call(5), cause: 'import' });
    const first = await takeOne();
    expect(await first.beat()).toBe(true);
    await first.retry('E_PROVIDER');
    expect(await first.beat()).toBe(false);
    await expect
      .poll(async () => (await queue.take(1))[0]?.attempt, { timeout: 10_000, interval: 300 })
      .toBe(2);
  });
});

describe('working calls', () => {
  it('handles every waiting call within the concurrency and returns when drained', async () => {
    const opened = await openTestStore('embedded');
    const queue = await openCallQueue(opened.store.queue);
    const handled: string[] = [];
    let atOnce = 0;
    let most = 0;
    for (let number = 1; number <= 8; number++)
      await queue.add({ callRecordId: call(number), cause: 'import' });
    await workCalls(queue, {
      concurrency: 3,
      untilDrained: true,
      signal: new AbortController().signal,
      handle: async (taken) => {
        most = Math.max(most, ++atOnce);
        await new Promise((resolve) => setTimeout(resolve, 20));
        atOnce--;
        handled.push(taken.callRecordId);
        await taken.done();
      },
    });
    expect(handled.sort()).toEqual(Array.from({ length: 8 }, (_, index) => call(index + 1)));
    expect(most).toBe(3);
    await queue.close();
    await opened.close();
  });

  it('lets go when aborted', async () => {
    const opened = await openTestStore('embedded');
    const queue = await openCallQueue(opened.store.queue);
    await queue.add({ callRecordId: call(9), cause: 'import' });
    const stop = new AbortController();
    const seen: string[] = [];
    const working = workCalls(queue, {
      concurrency: 1,
      signal: stop.signal,
      handle: async (taken, signal) => {
        seen.push(taken.callRecordId);
        setTimeout(() => stop.abort(), 50);
        await new Promise<void>((resolve) =>
          signal.addEventListener('abort', () => resolve(), { once: true }),
        );
        seen.push('aborted');
      },
    });
    await working;
    expect(seen).toEqual([call(9), 'aborted']);
    await queue.close();
    await opened.close();
  });
});
