import type { RecordingSource } from '../domain/ports.ts';
import type { RecordingRef } from '../domain/recording.ts';
import type { Imports } from '../domain/store-ports.ts';
import { asEarmarkError } from '../errors.ts';
import { type TakeUp, takeUpRecordings } from './take-up-recordings.ts';

/** What importing works with. */
export interface ImportDeps {
  readonly imports: Pick<Imports, 'end'>;
  readonly takeUp: TakeUp;
}

/** Listed recordings taken up in one transaction, together with the place the listing has come to. */
const CHUNK = 100;

/**
 * Reads a source and enqueues every recording that needs work (with `isRefresh` every one, so that changed files
 * beside finished recordings are seen). Memory is bounded; calls, jobs, counts and place are one transaction for
 * every hundred recordings, so that a stop is taken up again where it was and nothing is counted twice.
 */
export async function importRecordings(
  source: RecordingSource,
  importId: string,
  options: { readonly isRefresh: boolean; readonly after: string | null },
  deps: ImportDeps,
  signal?: AbortSignal,
): Promise<void> {
  const takeUp = async (chunk: readonly RecordingRef[]) => {
    const after = chunk.at(-1)?.key;
    if (after === undefined) return;
    await deps.takeUp(async (parts) => {
      const step = await takeUpRecordings(chunk, options.isRefresh, parts);
      await parts.imports.advance(importId, { ...step, after });
    });
  };
  try {
    let chunk: RecordingRef[] = [];
    const listing = {
      ...(options.after === null ? {} : { after: options.after }),
      ...(signal ? { signal } : {}),
    };
    for await (const ref of source.list(listing)) {
      chunk.push(ref);
      if (chunk.length < CHUNK) continue;
      await takeUp(chunk);
      chunk = [];
      signal?.throwIfAborted();
    }
    await takeUp(chunk);
    await deps.imports.end(importId, null);
  } catch (error) {
    if (signal?.aborted) throw error;
    const { code, message, remedy, isRetryable } = asEarmarkError(error);
    const failure = { code, message, isRetryable, stage: null, ...(remedy === undefined ? {} : { remedy }) };
    await deps.imports.end(importId, failure);
    throw error;
  }
}
