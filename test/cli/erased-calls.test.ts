import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eraseCalls } from '../../src/cli/erase-calls.ts';
import { handleCall } from '../../src/cli/handle-call.ts';
import type { ProcessDeps } from '../../src/pipeline/process-call.ts';
import { type CallQueue, openCallQueue } from '../../src/queue/call-queue.ts';
import { createMemoryArtifacts } from '../fakes/memory-artifacts.ts';
import { memorySource } from '../fakes/memory-source.ts';
import { openTestStore, type TestStore } from '../services/test-store.ts';

let opened: TestStore;
let queue: CallQueue;
let workDir: string;
beforeAll(async () => {
  opened = await openTestStore('embedded');
  queue = await openCallQueue(opened.store.queue);
  workDir = await mkdtemp(join(tmpdir(), 'earmark-erased-'));
});
afterAll(async () => {
  await queue.close();
  await opened.close();
  await rm(workDir, { recursive: true });
});

it('a recording that was erased and comes again under another name is erased again, and its job ends', async () => {
  const { store } = opened;
  const artifacts = createMemoryArtifacts();
  const source = memorySource(
    new Map([
      ['first.wav', 'sound'],
      ['again.wav', 'sound'],
    ]),
  );
  const seen = async (key: string) => {
    const ref = await source.find(key);
    if (ref === null) throw new Error('no such file');
    return await store.calls.saw(ref);
  };
  const first = await seen('first.wav');
  const { revision } = (await source.find('first.wav')) ?? { revision: '' };
  await store.calls.identify(first.id, revision);
  const by = { kind: 'command-line', id: null } as const;
  await eraseCalls({ store, artifacts }, { subject: { call: first.id }, by, because: 'asked' });

  const again = await seen('again.wav');
  await queue.add({ callRecordId: again.id, cause: 'import' });
  const [taken] = await queue.take(1);
  if (taken === undefined) throw new Error('nothing to take');
  const ends: string[] = [];
  // what lies behind the fetching is never reached
  const processing = {
    ...{ store, artifacts, workDir, openSource: () => source, watch: () => {} },
    results: store.stageResults,
    replies: store.rawReplies,
  } as unknown as ProcessDeps;
  const observer = { done: () => {}, failed: () => {}, ended: (_: string, as: string) => void ends.push(as) };
  await handleCall(taken, { store, processing }, observer, new AbortController().signal);
  expect(ends).toEqual(['erased']);
  expect(await queue.countOpen()).toBe(0);
  expect(await store.calls.get(again.id)).toMatchObject({ status: 'erased', key: '' });
  expect(await seen('again.wav')).toMatchObject({ status: 'erased', needsWork: false });
});
