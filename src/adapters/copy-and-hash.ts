import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { EarmarkError } from '../errors.ts';

/**
 * Writes a stream to a new file and says its length and sha256. A full disk is `E_DISK_FULL`; a failing
 * stream rejects with its own error. Stops reading once `limitBytes` are passed, so a lying source cannot
 * fill the disk.
 */
export async function copyAndHash(
  from: Readable,
  toPath: string,
  limitBytes: number,
  signal?: AbortSignal,
): Promise<{ sizeBytes: number; contentHash: string }> {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) return done(new LongerThanListed());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(from, count, createWriteStream(toPath), { signal });
  } catch (error) {
    if (error instanceof LongerThanListed) return { sizeBytes, contentHash: '' };
    if (isDiskFull(error)) {
      throw new EarmarkError('E_DISK_FULL', 'the disk is full while a recording is copied', {
        isRetryable: true,
        remedy: 'free space in the EARMARK_DATA folder or the temporary folder',
        cause: error,
      });
    }
    throw error;
  }
  return { sizeBytes, contentHash: hash.digest('hex') };
}

class LongerThanListed extends Error {}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');
}
