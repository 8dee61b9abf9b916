import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderRecordings } from '../../src/adapters/folder-recordings.ts';
import { describeRecordingSource, listAll } from './recording-source-contract.ts';

const made: string[] = [];

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-folder-'));
  made.push(folder);
  return folder;
}

afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true }))));

describeRecordingSource('a folder', async () => {
  const folder = await freshFolder();
  return {
    source: folderRecordings(folder),
    put: async (key, bytes) => {
      const path = join(folder, key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, bytes);
    },
    remove: (key) => rm(join(folder, key)),
  };
});

describe('a folder of recordings', () => {
  it('never leaves the folder for a key with .. or an absolute one', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'secret.wav'), 'x');
    await mkdir(join(folder, 'calls'));
    const source = folderRecordings(join(folder, 'calls'));
    for (const key of [
      '../secret.wav',
      'a/../../secret.wav',
      '/etc/passwd',
      './x.wav',
      'a//b.wav',
      'a\0.wav',
    ]) {
      expect(await source.find(key)).toBeNull();
      const ref = { source: source.name, key, sizeBytes: 1, revision: '' };
      await expect(source.fetch(ref, join(folder, 'copy'))).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
      expect(await source.readFile(key, 100)).toBeNull();
    }
  });

  it('does not run in circles through a link to itself', async () => {
    const folder = await freshFolder();
    await writeFile(join(folder, 'a.wav'), 'x');
    await symlink(folder, join(folder, 'loop'));
    expect((await listAll(folderRecordings(folder))).map((ref) => ref.key)).toEqual(['a.wav']);
  });

  it('names a folder that is not there', async () => {
    const source = folderRecordings(join(await freshFolder(), 'absent'));
    await expect(listAll(source)).rejects.toMatchObject({ code: 'E_NOT_FOUND', isRetryable: false });
  });
});
