import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRoom } from '../../src/cli/space.ts';
import { createTelemetry } from '../../src/cli/telemetry.ts';
import { EarmarkError } from '../../src/errors.ts';
import { type CallQueue, openCallQueue } from '../../src/queue/call-queue.ts';
import { openTestStore, type TestStore } from '../services/test-store.ts';

describe('telemetry', () => {
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

  it('logs id, ending and code, and nothing of a message', async () => {
    const lines: string[] = [];
    const { observer, watch } = createTelemetry('debug', (line) => void lines.push(line));
    const error = new EarmarkError('E_MEDIA', 'the words of +86 138 0013 8000');
    watch({ id: 'a' }, 'transcribe', 'began');
    watch({ id: 'a' }, 'transcribe', 'ended');
    observer.ended?.('a', 'failed', error);
    const [stage, call] = lines.map((line) => JSON.parse(line));
    expect(stage).toMatchObject({ call: 'a', stage: 'transcribe', reused: false });
    expect(call).toEqual({
      level: 50,
      time: call.time,
      call: 'a',
      as: 'failed',
      code: 'E_MEDIA',
      msg: 'call',
    });
    expect(lines.join('')).not.toContain('138');
  });

  it('counts endings and stages, and shows queue, given-up calls and closed providers as they are now', async () => {
    const { observer, watch, render } = createTelemetry('silent');
    await queue.add({ callRecordId: '00000000-0000-4000-8000-000000000001', cause: 'import' });
    await opened.store.gate.trip('api.example.test', 'E_PROVIDER_QUOTA', 'empty');
    watch({ id: 'a' }, 'score-call', 'began');
    watch({ id: 'a' }, 'score-call', 'ended');
    observer.ended?.('a', 'fenced', null);
    const text = await render({ store: opened.store, queue });
    expect(text).toContain('earmark_calls_ended_total{as="fenced"} 1');
    expect(text).toContain('earmark_stage_seconds_count{stage="score-call"} 1');
    expect(text).toContain('earmark_queue_calls{state="waiting"} 1');
    expect(text).toMatch(/earmark_queue_oldest_seconds 0?\.?\d/);
    expect(text).toContain('earmark_provider_closed{provider="api.example.test"} 1');
  });
});

describe('room for a call', () => {
  const space = { diskFreeBytes: 6e9, diskBytes: 1e12, memoryFreeBytes: 1e9 };

  it('is 5 GB of disk, or a tenth of a smaller one, and memory for a decoder', () => {
    expect(hasRoom(space)).toBe(true);
    expect(hasRoom({ ...space, diskFreeBytes: 4e9 })).toBe(false);
    expect(hasRoom({ ...space, diskFreeBytes: 4e9, diskBytes: 3e10 })).toBe(true);
    expect(hasRoom({ ...space, memoryFreeBytes: 1e8 })).toBe(false);
  });
});
