import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createFolderArtifacts, type FolderArtifacts } from '../../src/adapters/folder-artifacts.ts';

let folder: string;
let artifacts: FolderArtifacts;
const day = 86_400_000;
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earmark-artifacts-'));
  artifacts = createFolderArtifacts(join(folder, 'kept'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

describe('createFolderArtifacts', () => {
  it('moves a finished file in under its hash', async () => {
    await writeFile(join(folder, 'a.mp3'), 'sound');
    const artifact = await artifacts.put(join(folder, 'a.mp3'), 'mp3', 'audio/mpeg');
    expect(artifact).toEqual({ name: `${hashOf('sound')}.mp3`, mediaType: 'audio/mpeg', sizeBytes: 5 });
    expect((await artifacts.read(artifact.name)).toString()).toBe('sound');
    await expect(stat(join(folder, 'a.mp3'))).rejects.toThrow('ENOENT');
  });

  it('takes a file from another file system', async () => {
    const elsewhere = await mkdtemp('/dev/shm/earmark-').catch(() => null);
    const from = join(elsewhere ?? folder, 'a.bin');
    onTestFinished(() => rm(elsewhere ?? from, { recursive: true, force: true }));
    await writeFile(from, 'far away');
    const { name } = await artifacts.put(from, 'bin', 'application/octet-stream');
    expect((await artifacts.read(name)).toString()).toBe('far away');
    await expect(stat(from)).rejects.toThrow('ENOENT');
  });

  it('keeps the same bytes once', async () => {
    const first = await artifacts.putBytes(Buffer.from('same'), 'bin', 'x/y');
    await writeFile(join(folder, 'b'), 'same');
    expect(await artifacts.put(join(folder, 'b'), 'bin', 'x/y')).toEqual(first);
    expect(await readdir(join(folder, 'kept', first.name.slice(0, 2)))).toEqual([first.name]);
  });

  it('replaces an artifact that a power cut left short', async () => {
    const { name } = await artifacts.putBytes(Buffer.from('whole'), 'bin', 'x/y');
    await writeFile(await artifacts.localPath(name), 'wh');
    await artifacts.putBytes(Buffer.from('whole'), 'bin', 'x/y');
    expect((await artifacts.read(name)).toString()).toBe('whole');
  });

  it('lets many writers put the same bytes at once', async () => {
    const puts = Array.from({ length: 20 }, () => artifacts.putBytes(Buffer.from('race'), 'bin', 'x/y'));
    const names = new Set((await Promise.all(puts)).map((artifact) => artifact.name));
    expect(await readdir(join(folder, 'kept', hashOf('race').slice(0, 2)))).toEqual([...names]);
  });

  it('opens a range, both ends included', async () => {
    const { name } = await artifacts.putBytes(Buffer.from('0123456789'), 'bin', 'x/y');
    expect(await text(await artifacts.open(name, { start: 3, end: 5 }))).toBe('345');
    expect(await text(await artifacts.open(name))).toBe('0123456789');
    expect(await artifacts.size(name)).toBe(10);
  });

  it.each([`${'0'.repeat(64)}.bin`, '../../etc/passwd', 'x', `${'0'.repeat(64)}.bin/../..`])(
    'says that %s is not there',
    async (name) => {
      await expect(artifacts.open(name)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
      await expect(artifacts.read(name)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
      await expect(artifacts.localPath(name)).rejects.toMatchObject({ code: 'E_NOT_FOUND' });
      expect(await artifacts.size(name)).toBeNull();
    },
  );

  it('shows nothing under a name until it is whole', async () => {
    const blocked = join(folder, 'kept', hashOf('never').slice(0, 2), `${hashOf('never')}.bin`);
    await mkdir(blocked, { recursive: true });
    await expect(artifacts.putBytes(Buffer.from('never'), 'bin', 'x/y')).rejects.toThrow();
    const left = await readdir(join(folder, 'kept', hashOf('never').slice(0, 2)));
    expect(left).toEqual([`${hashOf('never')}.bin`]);
  });

  it('clears away old unfinished files and artifacts nobody names, and nothing else', async () => {
    const named = await artifacts.putBytes(Buffer.from('named'), 'bin', 'x/y');
    const orphan = await artifacts.putBytes(Buffer.from('orphan'), 'bin', 'x/y');
    const fresh = await artifacts.putBytes(Buffer.from('fresh orphan'), 'bin', 'x/y');
    const part = `${await artifacts.localPath(named.name)}.1234.part`;
    await writeFile(part, 'half');
    const old = new Date(Date.now() - 2 * day);
    for (const path of [
      await artifacts.localPath(named.name),
      await artifacts.localPath(orphan.name),
      part,
    ]) {
      await utimes(path, old, old);
    }
    const removed = await artifacts.removeUnreferenced({
      referenced: new Set([named.name]),
      olderThanMs: day,
      nowMs: Date.now(),
    });
    expect(removed.toSorted()).toEqual([orphan.name, `${named.name}.1234.part`].toSorted());
    expect(await readFile(await artifacts.localPath(named.name), 'utf8')).toBe('named');
    expect(await artifacts.size(fresh.name)).toBe(12);
  });

  it('clears nothing away where nothing was ever kept', async () => {
    const nothing = { referenced: new Set<string>(), olderThanMs: 0, nowMs: Date.now() };
    expect(await artifacts.removeUnreferenced(nothing)).toEqual([]);
  });
});
