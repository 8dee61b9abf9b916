import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { EarmarkError } from '../errors.ts';

/** A file being written from streams that follow each other, hashed on the way. */
export interface HashedCopy extends AsyncDisposable {
  /** Bytes that are in the file and in the hash; a broken copy goes on from here. */
  readonly sizeBytes: number;
  /**
   * Appends a stream. A full disk is `E_DISK_FULL`; a failing stream rejects with its own error and what came is
   * kept. Stops once more than `limitBytes` came, so that a lying source cannot fill the disk.
   */
  append(from: Readable, signal?: AbortSignal): Promise<void>;
  /** sha256 of all bytes, 64 hex digits; nothing can be appended afterwards. */
  finish(): string;
}

/** Begins a copy to a path; a file that was there is replaced. */
export async function beginCopy(toPath: string, limitBytes: number): Promise<HashedCopy> {
  const file = await open(toPath, 'w');
  const hash = createHash('sha256');
  let sizeBytes = 0;
  return {
    get sizeBytes() {
      return sizeBytes;
    },
    async append(from, signal) {
      const stop = () => from.destroy();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        for await (const chunk of from as AsyncIterable<Buffer>) {
          signal?.throwIfAborted();
          await writeWhole(file, chunk);
          hash.update(chunk);
          sizeBytes += chunk.length;
          if (sizeBytes > limitBytes) return;
        }
        signal?.throwIfAborted();
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      } finally {
        signal?.removeEventListener('abort', stop);
      }
    },
    finish: () => hash.digest('hex'),
    [Symbol.asyncDispose]: () => file.close(),
  };
}

async function writeWhole(file: FileHandle, chunk: Buffer): Promise<void> {
  try {
    for (let from = 0; from < chunk.length; ) from += (await file.write(chunk, from)).bytesWritten;
  } catch (error) {
    throw isDiskFull(error) ? diskFull(error) : error;
  }
}

function diskFull(cause: unknown): EarmarkError {
  return new EarmarkError('E_DISK_FULL', 'the disk is full while a recording is copied', {
    isRetryable: true,
    remedy: 'free space in the EARMARK_DATA folder or the temporary folder',
    cause,
  });
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
