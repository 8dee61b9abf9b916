import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { ArtifactStore } from '../../src/domain/ports.ts';
import { EarmarkError } from '../../src/errors.ts';

/** Artifacts in memory; `openStreams` counts those nobody has read to the end or closed. */
export interface MemoryArtifacts extends ArtifactStore {
  openStreams(): number;
  forget(name: string): void;
}

/** An artifact store in memory, with the behaviour the port promises. */
export function createMemoryArtifacts(): MemoryArtifacts {
  const files = new Map<string, Buffer>();
  let streams = 0;
  const find = (name: string): Buffer => {
    const bytes = files.get(name);
    if (bytes === undefined) throw new EarmarkError('E_NOT_FOUND', `no artifact ${name}`);
    return bytes;
  };
  const keep = (bytes: Buffer, extension: string, mediaType: string) => {
    const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
    files.set(name, bytes);
    return { name, mediaType, sizeBytes: bytes.length };
  };
  return {
    put: async (path, extension, mediaType) => keep(await readFile(path), extension, mediaType),
    putBytes: async (bytes, extension, mediaType) => keep(Buffer.from(bytes), extension, mediaType),
    async open(name, range) {
      const bytes = find(name);
      streams++;
      const stream = Readable.from([bytes.subarray(range?.start ?? 0, (range?.end ?? bytes.length) + 1)]);
      stream.once('close', () => streams--);
      return stream;
    },
    read: async (name) => find(name),
    size: async (name) => files.get(name)?.length ?? null,
    remove: async (name) => void files.delete(name),
    async localPath(name) {
      throw new EarmarkError('E_NOT_FOUND', `${name} is in memory only`);
    },
    openStreams: () => streams,
    forget: (name) => void files.delete(name),
  };
}
