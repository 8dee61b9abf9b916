import { describe, expect, it } from 'vitest';
import { queueRescore } from '../../src/cli/rescore.ts';
import { readConfig } from '../../src/config.ts';
import { openCallQueue } from '../../src/queue/call-queue.ts';
import { openTestStore } from '../services/test-store.ts';
import { publicationOf, recordingAt } from '../store/scored-calls.ts';

describe('scoring history again', () => {
  it('queues each scored call once, behind new recordings, however often it is asked', async () => {
    const { store, close } = await openTestStore('server');
    const queue = await openCallQueue(store.queue);
    const ids: string[] = [];
    for (const key of ['one', 'two', 'new']) ids.push((await store.calls.saw(recordingAt(key))).id);
    const [one = '', two = '', fresh = ''] = ids;
    for (const id of [one, two]) await store.scorecards.publish(id, publicationOf({ greeting: 'met' }));
    const installation = { store, queue, config: readConfig({}) };
    expect(await queueRescore(installation, {})).toBe(2);
    await queue.add({ callRecordId: fresh, cause: 'import' });
    expect(await queueRescore(installation, { standard: 'telesales-service' })).toBe(2);
    expect(await queue.countOpen()).toBe(3);
    const [first] = await queue.take(1);
    expect(first).toMatchObject({ callRecordId: fresh, cause: 'import' });
    await queue.close();
    await close();
  });
});
