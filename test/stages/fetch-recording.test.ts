import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchRecording } from '../../src/stages/fetch-recording.ts';
import { memorySource } from '../fakes/memory-source.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earmark-fetch-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function listed(files: Map<string, string>) {
  const source = memorySource(files);
  const ref = await source.find('a.wav');
  if (!ref) throw new Error('not there');
  return { source, ref, toPath: join(folder, 'a') };
}

describe('fetching a recording', () => {
  it('takes the new version of one that changed since it was listed (S3-10)', async () => {
    const files = new Map([['a.wav', 'old']]);
    const { source, ref, toPath } = await listed(files);
    files.set('a.wav', 'newer');
    const fetched = await fetchRecording(source, ref, toPath);
    expect(fetched.ref.sizeBytes).toBe(5);
    expect(await readFile(toPath, 'utf8')).toBe('newer');
  });

  it('fails for one that is gone, and for one without bytes (AUD-01)', async () => {
    const files = new Map([['a.wav', '']]);
    const { source, ref, toPath } = await listed(files);
    await expect(fetchRecording(source, ref, toPath)).rejects.toMatchObject({
      code: 'E_EMPTY',
      isRetryable: false,
    });
    files.delete('a.wav');
    await expect(fetchRecording(source, ref, toPath)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
  });
});
