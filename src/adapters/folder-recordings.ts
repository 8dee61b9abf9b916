import { constants } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordingSource } from '../domain/ports.ts';
import type { FetchedRecording, RecordingRef } from '../domain/recording.ts';
import { compareKeys, isRecordingKey, withoutExtension } from '../domain/recording-keys.ts';
import { EarmarkError } from '../errors.ts';
import { beginCopy } from './copy-and-hash.ts';
import { sourceChanged, tooLargeBeside } from './source-errors.ts';

/** The recordings below a folder of this machine; keys are paths relative to it, with `/` between parts. */
export function folderRecordings(folder: string): RecordingSource {
  const name = folder.length > 1 ? folder.replace(/\/+$/, '') : folder;
  return {
    name,
    list: (options = {}) => listFolder(name, options),
    find: (key) => findInFolder(name, key),
    fetch: (ref, toPath, signal) => fetchFromFolder(name, ref, toPath, signal),
    readBeside: (ref, suffix, limitBytes) =>
      readSmall(name, `${withoutExtension(ref.key)}${suffix}`, limitBytes),
    readFile: (key, limitBytes) => readSmall(name, key, limitBytes),
  };
}

async function* listFolder(
  root: string,
  options: { after?: string; signal?: AbortSignal },
): AsyncGenerator<RecordingRef> {
  for await (const key of walk(root, '', options.after, options.signal)) {
    if (!isRecordingKey(key)) continue;
    const ref = await findInFolder(root, key);
    if (ref) yield ref;
  }
}

/** Keys in byte order without holding more than one folder of each level; whole folders before `after` are passed by. */
async function* walk(
  root: string,
  prefix: string,
  after: string | undefined,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const entries = await readEntries(root, prefix);
  // A folder sorts as its name with the slash, as it does in a listing of whole keys.
  const keys = entries.map((entry) => `${prefix}${entry.name}${entry.isDirectory() ? '/' : ''}`);
  for (const key of keys.sort(compareKeys)) {
    signal?.throwIfAborted();
    const isFolder = key.endsWith('/');
    const isPassed = after !== undefined && compareKeys(key, after) <= 0;
    if (isFolder && (!isPassed || after?.startsWith(key))) yield* walk(root, key, after, signal);
    else if (!isFolder && !isPassed) yield key;
  }
}

async function readEntries(root: string, prefix: string) {
  try {
    return (await readdir(join(root, prefix), { withFileTypes: true })).filter(
      (entry) => !entry.name.startsWith('.'),
    );
  } catch (error) {
    if (prefix !== '' && codeOf(error) === 'ENOENT') return [];
    throw asFolderError(error, prefix === '' ? `folder ${root}` : `a folder in ${root}`);
  }
}

async function findInFolder(root: string, key: string): Promise<RecordingRef | null> {
  const path = pathOf(root, key);
  if (path === null) return null;
  try {
    const found = await stat(path, { bigint: true });
    if (!found.isFile()) return null;
    return { source: root, key, sizeBytes: Number(found.size), revision: revisionOf(found) };
  } catch (error) {
    if (isAbsent(error)) return null;
    throw asFolderError(error, `a recording in ${root}`);
  }
}

async function fetchFromFolder(
  root: string,
  ref: RecordingRef,
  toPath: string,
  signal?: AbortSignal,
): Promise<FetchedRecording> {
  const path = pathOf(root, ref.key);
  if (path === null) throw new EarmarkError('E_NOT_FOUND', `no such recording in ${root}`);
  await using file = await openToRead(path, `a recording in ${root}`);
  const before = await file.stat({ bigint: true });
  if (revisionOf(before) !== ref.revision) throw sourceChanged(root);
  await using copy = await beginCopy(toPath, ref.sizeBytes);
  await copy.append(file.createReadStream({ autoClose: false }), signal);
  if (copy.sizeBytes !== ref.sizeBytes) throw sourceChanged(root);
  if (revisionOf(await file.stat({ bigint: true })) !== ref.revision) throw sourceChanged(root);
  return { ref, path: toPath, sizeBytes: copy.sizeBytes, contentHash: copy.finish() };
}

async function readSmall(root: string, key: string, limitBytes: number): Promise<Buffer | null> {
  const path = pathOf(root, key);
  if (path === null) return null;
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await file.stat();
    if (!found.isFile()) return null;
    if (found.size > limitBytes) throw tooLargeBeside(limitBytes);
    return await file.readFile();
  } catch (error) {
    if (isAbsent(error)) return null;
    throw error instanceof EarmarkError ? error : asFolderError(error, `a file in ${root}`);
  }
}

async function openToRead(path: string, what: string): Promise<FileHandle> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw asFolderError(error, what);
  }
}

/** The file a key means, or null for a key that could leave the folder. */
function pathOf(root: string, key: string): string | null {
  const parts = key.split('/');
  const isInside = !key.includes('\0') && parts.every((part) => part !== '' && part !== '.' && part !== '..');
  return isInside ? join(root, ...parts) : null;
}

function revisionOf(found: { size: bigint; mtimeNs: bigint; ino: bigint }): string {
  return `${found.size}-${found.mtimeNs}-${found.ino}`;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'EISDIR';
}

function asFolderError(error: unknown, what: string): EarmarkError {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new EarmarkError('E_NOT_FOUND', `${what} is not there`, {
      remedy: 'check its spelling',
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    const remedy = 'let the user Earmark runs as read it';
    return new EarmarkError('E_SOURCE_ACCESS', `${what} may not be read`, { remedy, cause: error });
  }
  return new EarmarkError('E_SOURCE', `${what} cannot be read (${String(code)})`, {
    isRetryable: true,
    cause: error,
  });
}
