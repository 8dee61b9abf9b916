import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordingSource } from '../../src/domain/ports.ts';
import type { RecordingRef } from '../../src/domain/recording.ts';

/** A place of recordings a test may fill: a fresh one for each `open`. */
export interface SourceUnderTest {
  readonly source: RecordingSource;
  put(key: string, bytes: Uint8Array): Promise<void>;
  remove(key: string): Promise<void>;
}

const awkwardKeys = [
  '-dash.wav',
  'it\'s; "quoted" $(x).wav',
  'a b.wav',
  'a%2Fb.wav',
  'a+b.wav',
  'e\u0301.wav',
  'line\nbreak.wav',
  'a.wav',
  'a/b.wav',
  'team/录音 01.wav',
  'team/😀.wav',
  '\u00e9.wav',
];

const ignoredKeys = [
  '.DS_Store',
  '.hidden/x.wav',
  'a.call.json',
  'a.note.json',
  'a.note.txt',
  'a.note.md',
  'a.transcript.json',
  'a.truth.json',
  'a.vtt',
  'a.srt',
  'manifest.csv',
  'company.yaml',
  'README.md',
  'up.wav.tmp',
  'up.wav.part',
];

const byBytes = (a: string, b: string) => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** What every source of recordings promises, run against a real one. */
export function describeRecordingSource(name: string, open: () => Promise<SourceUnderTest>): void {
  describe(`${name} as a source of recordings`, () => {
    let place: SourceUnderTest;
    let folder: string;
    const bytesOf = (key: string) => Buffer.from(`sound of ${key}`);

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'earmark-contract-'));
      place = await open();
      for (const key of [...awkwardKeys, ...ignoredKeys]) await place.put(key, bytesOf(key));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it('lists recordings by the bytes of their keys and nothing else', async () => {
      expect((await listAll(place.source)).map((ref) => ref.key)).toEqual([...awkwardKeys].sort(byBytes));
    });

    it('goes on after any key', async () => {
      const keys = [...awkwardKeys].sort(byBytes);
      for (const [index, after] of keys.entries()) {
        expect((await listAll(place.source, after)).map((ref) => ref.key)).toEqual(keys.slice(index + 1));
      }
      expect((await listAll(place.source, 'team/x')).map((ref) => ref.key)).toEqual(
        keys.filter((key) => byBytes(key, 'team/x') > 0),
      );
    });

    it('copies exactly the bytes of each awkward key and hashes them', async () => {
      for (const ref of await listAll(place.source)) {
        const toPath = join(folder, 'copy');
        const fetched = await place.source.fetch(ref, toPath);
        const bytes = bytesOf(ref.key);
        expect(await readFile(toPath)).toEqual(bytes);
        expect(fetched.contentHash).toBe(createHash('sha256').update(bytes).digest('hex'));
        expect(fetched.sizeBytes).toBe(bytes.length);
        expect(ref.sizeBytes).toBe(bytes.length);
      }
    });

    it('finds one recording as it is listed, and null for an absent one', async () => {
      const [first] = await listAll(place.source);
      expect(await place.source.find('-dash.wav')).toEqual(first);
      expect(await place.source.find('nobody.wav')).toBeNull();
    });

    it('reads what lies beside a recording, and null where nothing does', async () => {
      const ref = await found(place.source, 'a.wav');
      expect(await place.source.readBeside(ref, '.call.json', 1000)).toEqual(bytesOf('a.call.json'));
      expect(await place.source.readBeside(ref, '.verbose.json', 1000)).toBeNull();
      expect(await place.source.readFile('manifest.csv', 1000)).toEqual(bytesOf('manifest.csv'));
      expect(await place.source.readFile('no/such.csv', 1000)).toBeNull();
    });

    it('refuses a side file over its limit', async () => {
      const ref = await found(place.source, 'a.wav');
      await expect(place.source.readBeside(ref, '.call.json', 3)).rejects.toMatchObject({
        code: 'E_MEDIA_LIMIT',
      });
    });

    it('refuses bytes that changed after they were listed', async () => {
      await place.put('changing.wav', Buffer.from('first'));
      const ref = await found(place.source, 'changing.wav');
      await place.put('changing.wav', Buffer.from('other'));
      const copy = place.source.fetch(ref, join(folder, 'changed'));
      await expect(copy).rejects.toMatchObject({ code: 'E_SOURCE_CHANGED', isRetryable: true });
      const again = await found(place.source, 'changing.wav');
      await place.source.fetch(again, join(folder, 'changed'));
      expect(await readFile(join(folder, 'changed'), 'utf8')).toBe('other');
    });

    it('says that a recording is gone', async () => {
      await place.put('going.wav', Buffer.from('x'));
      const ref = await found(place.source, 'going.wav');
      await place.remove('going.wav');
      await expect(place.source.fetch(ref, join(folder, 'gone'))).rejects.toMatchObject({
        code: 'E_NOT_FOUND',
      });
    });

    it('stops when it is told to', async () => {
      const signal = AbortSignal.abort(new Error('stopped'));
      const listing = (async () => {
        for await (const _ of place.source.list({ signal })) throw new Error('listed in spite of the signal');
      })();
      await expect(listing).rejects.toThrow('stopped');
    });
  });
}

/** Everything a source lists, in its order. */
export async function listAll(source: RecordingSource, after?: string): Promise<RecordingRef[]> {
  const refs: RecordingRef[] = [];
  for await (const ref of source.list(after === undefined ? {} : { after })) refs.push(ref);
  return refs;
}

async function found(source: RecordingSource, key: string): Promise<RecordingRef> {
  const ref = await source.find(key);
  if (!ref) throw new Error(`${key} was not found`);
  return ref;
}
