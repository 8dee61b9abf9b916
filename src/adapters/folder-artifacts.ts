import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { copyFile, type FileHandle, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ArtifactStore } from '../domain/ports.ts';
import type { Artifact } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';

const artifactName = /^[0-9a-f]{64}\.[a-z0-9]{1,8}$/;
const unfinished = /\.part$/;

/** An artifact store on a folder, and what keeps that folder small. */
export interface FolderArtifacts extends ArtifactStore {
  /**
   * Removes unfinished files and artifacts nobody names any more that are older than `olderThanMs` at `nowMs`;
   * gives the names removed.
   */
  removeUnreferenced(options: {
    referenced: ReadonlySet<string>;
    olderThanMs: number;
    nowMs: number;
  }): Promise<string[]>;
}

/** Keeps artifacts in `folder`, 256 shards by the first two digits of their hash. */
export function createFolderArtifacts(folder: string): FolderArtifacts {
  const placeOf = (name: string) => {
    if (!artifactName.test(name)) throw missing(name);
    return join(folder, name.slice(0, 2), name);
  };
  return {
    put: (path, extension, mediaType) => translate(() => putFile(placeOf, path, extension, mediaType)),
    putBytes: (bytes, extension, mediaType) =>
      translate(() => putBytes(placeOf, bytes, extension, mediaType)),
    async open(name, range): Promise<Readable> {
      const handle = await openWhole(placeOf(name), name);
      return handle.createReadStream(range ? { start: range.start, end: range.end } : {});
    },
    async read(name) {
      const handle = await openWhole(placeOf(name), name);
      try {
        return await handle.readFile();
      } finally {
        await handle.close();
      }
    },
    size: (name) => sizeOf(artifactName.test(name) ? placeOf(name) : null),
    async remove(name) {
      if (artifactName.test(name)) await rm(placeOf(name), { force: true });
    },
    async localPath(name) {
      if ((await sizeOf(placeOf(name))) === null) throw missing(name);
      return placeOf(name);
    },
    removeUnreferenced: (options) => removeUnreferenced(folder, options),
  };
}

async function putFile(
  placeOf: (name: string) => string,
  path: string,
  extension: string,
  mediaType: string,
): Promise<Artifact> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  const name = `${hash.digest('hex')}.${extension}`;
  const place = placeOf(name);
  const sizeBytes = (await stat(path)).size;
  if (await isKept(place, sizeBytes)) {
    await rm(path, { force: true });
    return { name, mediaType, sizeBytes };
  }
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await flush(path);
  try {
    await rename(path, place);
  } catch (error) {
    if (!isCode(error, 'EXDEV')) throw error;
    await copyInto(path, place);
    await rm(path, { force: true });
  }
  await flush(dirname(place));
  return { name, mediaType, sizeBytes };
}

async function putBytes(
  placeOf: (name: string) => string,
  bytes: Uint8Array,
  extension: string,
  mediaType: string,
): Promise<Artifact> {
  const name = `${createHash('sha256').update(bytes).digest('hex')}.${extension}`;
  const place = placeOf(name);
  const artifact = { name, mediaType, sizeBytes: bytes.byteLength };
  if (await isKept(place, bytes.byteLength)) return artifact;
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  await appear(place, async (part) => {
    const handle = await open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
  return artifact;
}

async function copyInto(path: string, place: string): Promise<void> {
  await appear(place, async (part) => {
    await copyFile(path, part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    await flush(part);
  });
}

/** Lets a file appear under its name only when `write` has finished it. */
async function appear(place: string, write: (part: string) => Promise<void>): Promise<void> {
  const part = `${place}.${randomUUID()}.part`;
  try {
    await write(part);
    await rename(part, place);
    await flush(dirname(place));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openWhole(place: string, name: string): Promise<FileHandle> {
  try {
    return await open(place, 'r');
  } catch (error) {
    if (isCode(error, 'ENOENT')) throw missing(name);
    throw error;
  }
}

/** Whether the whole artifact is there; a found one counts as new again, so that it is not cleared away now. */
async function isKept(place: string, sizeBytes: number): Promise<boolean> {
  if ((await sizeOf(place)) !== sizeBytes) return false;
  const now = new Date();
  await utimes(place, now, now);
  return true;
}

async function sizeOf(place: string | null): Promise<number | null> {
  if (place === null) return null;
  try {
    return (await stat(place)).size;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

async function removeUnreferenced(
  folder: string,
  options: { referenced: ReadonlySet<string>; olderThanMs: number; nowMs: number },
): Promise<string[]> {
  const removed: string[] = [];
  const shards = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  for (const shard of shards.filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))) {
    for (const name of await readdir(join(folder, shard.name))) {
      const isOurs = unfinished.test(name) || (artifactName.test(name) && !options.referenced.has(name));
      const path = join(folder, shard.name, name);
      if (!isOurs || options.nowMs - (await changedAtMs(path)) < options.olderThanMs) continue;
      await rm(path, { force: true });
      removed.push(name);
    }
  }
  return removed;
}

/** A file that another process has just moved or removed counts as new. */
async function changedAtMs(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

async function translate<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isCode(error, 'ENOSPC') && !isCode(error, 'EDQUOT')) throw error;
    throw new EarmarkError('E_DISK_FULL', 'There is no space left for a kept file.', {
      isRetryable: true,
      remedy: 'Free some disk space; the call is taken up again.',
      cause: error,
    });
  }
}

function missing(name: string): EarmarkError {
  return new EarmarkError(
    'E_NOT_FOUND',
    `The kept file ${artifactName.test(name) ? name : '(bad name)'} is gone.`,
    {
      remedy: 'Normalize the recording again.',
    },
  );
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
