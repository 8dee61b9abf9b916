import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import type { RecordingSource } from '../../src/domain/ports.ts';
import type { RecordingRef } from '../../src/domain/recording.ts';
import { compareKeys, isRecordingKey, withoutExtension } from '../../src/domain/recording-keys.ts';
import { EarmarkError } from '../../src/errors.ts';

/** A source of recordings held in a map; the revision is the hash of the bytes. */
export function memorySource(files: Map<string, Uint8Array | string>, name = 'memory'): RecordingSource {
  const bytesOf = (key: string) => {
    const file = files.get(key);
    return file === undefined ? null : Buffer.from(file);
  };
  const refOf = (key: string): RecordingRef | null => {
    const bytes = bytesOf(key);
    return bytes && { source: name, key, sizeBytes: bytes.length, revision: hash(bytes) };
  };
  const read = (key: string, limitBytes: number) => {
    const bytes = bytesOf(key);
    if (bytes && bytes.length > limitBytes) throw new EarmarkError('E_MEDIA_LIMIT', 'over its limit');
    return bytes;
  };
  return {
    name,
    async *list({ after } = {}) {
      for (const key of [...files.keys()].filter(isRecordingKey).sort(compareKeys)) {
        const ref = refOf(key);
        if (ref && (after === undefined || compareKeys(key, after) > 0)) yield ref;
      }
    },
    find: async (key) => refOf(key),
    async fetch(ref, toPath) {
      const bytes = bytesOf(ref.key);
      if (!bytes) throw new EarmarkError('E_NOT_FOUND', 'gone');
      if (hash(bytes) !== ref.revision)
        throw new EarmarkError('E_SOURCE_CHANGED', 'changed', { isRetryable: true });
      await writeFile(toPath, bytes);
      return { ref, path: toPath, sizeBytes: bytes.length, contentHash: hash(bytes) };
    },
    readBeside: async (ref, suffix, limitBytes) => read(`${withoutExtension(ref.key)}${suffix}`, limitBytes),
    readFile: async (key, limitBytes) => read(key, limitBytes),
  };
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
