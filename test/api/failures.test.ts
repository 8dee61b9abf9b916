import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingAt } from '../store/scored-calls.ts';
import { type MadeApp, makeApp } from './made-app.ts';

const failure = { code: 'E_MEDIA', message: 'no audio', isRetryable: false, stage: 'normalize-audio' };

describe('failures over HTTP', () => {
  let made: MadeApp;
  beforeAll(async () => {
    made = await makeApp();
  });
  afterAll(async () => {
    await made[Symbol.asyncDispose]();
  });

  async function failedCall(key: string, isFinal: boolean): Promise<string> {
    const { calls } = made.store;
    const { id } = await calls.saw(recordingAt(key));
    await calls.attempted(id);
    await calls.began(id, 'normalize-audio');
    await calls.failed(id, failure, isFinal);
    return id;
  }

  it('lists what was given up with code, stage and attempts, and not what will be tried again', async () => {
    const id = await failedCall('given-up.wav', true);
    await failedCall('again.wav', false);
    const answer = await made.send('/api/v1/failures');
    expect(answer.status).toBe(200);
    const { count, failures } = (await answer.json()) as { count: number; failures: unknown[] };
    expect(count).toBe(1);
    expect(failures).toMatchObject([{ id, code: 'E_MEDIA', stage: 'normalize-audio', attempts: 1 }]);
  });

  it('puts a given-up call back once', async () => {
    const id = await failedCall('back.wav', true);
    const redrive = () => made.send(`/api/v1/failures/${id}/redrive`, { method: 'POST' });
    expect((await redrive()).status).toBe(202);
    expect(await made.store.calls.get(id)).toMatchObject({ status: 'found', failure: null });
    expect((await redrive()).status).toBe(409);
  });

  it('lets nobody redrive who may only read', async () => {
    const token = await made.issueToken(['read']);
    const id = await failedCall('kept.wav', true);
    const answer = await made.send(`/api/v1/failures/${id}/redrive`, { method: 'POST', token });
    expect(answer.status).toBe(403);
  });

  it('holds a call whose three attempts were never settled, and forgives one that was', async () => {
    const { calls } = made.store;
    const { id } = await calls.saw(recordingAt('crashing.wav'));
    for (let crash = 1; crash <= 3; crash++) await calls.attempted(id);
    await expect(calls.attempted(id)).rejects.toMatchObject({ code: 'E_QUARANTINED', isRetryable: false });
    await calls.survived(id);
    expect(await calls.attempted(id)).toBe(4);
    await calls.released(id, null);
    expect(await calls.get(id)).toMatchObject({ status: 'found', attempt: 3 });
  });
});
