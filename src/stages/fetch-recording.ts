import type { RecordingSource } from '../domain/ports.ts';
import type { FetchedRecording, RecordingRef } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';

/**
 * The recording's bytes at `toPath` with their sha256. A recording replaced since it was listed is found again
 * and fetched in its new version once. Fails with `E_EMPTY` for a file without bytes.
 */
export async function fetchRecording(
  source: RecordingSource,
  ref: RecordingRef,
  toPath: string,
  signal?: AbortSignal,
): Promise<FetchedRecording> {
  const fetched = await fetchNewest(source, ref, toPath, signal);
  if (fetched.sizeBytes > 0) return fetched;
  throw new EarmarkError('E_EMPTY', 'the recording has no bytes', { remedy: 'upload it again' });
}

async function fetchNewest(
  source: RecordingSource,
  ref: RecordingRef,
  toPath: string,
  signal?: AbortSignal,
): Promise<FetchedRecording> {
  try {
    return await source.fetch(ref, toPath, signal);
  } catch (error) {
    if (!(error instanceof EarmarkError) || error.code !== 'E_SOURCE_CHANGED') throw error;
    const newest = await source.find(ref.key, signal);
    if (!newest) throw error;
    return source.fetch(newest, toPath, signal);
  }
}
