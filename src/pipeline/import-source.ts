import type { RecordingSource } from '../domain/ports.ts';
import type { CallRecords, Imports } from '../domain/store-ports.ts';
import { asEarmarkError } from '../errors.ts';

/** What importing works with; `enqueue` puts a call to be processed on the queue. */
export interface ImportDeps {
  readonly store: { readonly calls: CallRecords; readonly imports: Imports };
  enqueue(callRecordId: string): Promise<void>;
}

/** Listed recordings between two saves of where the listing has come to. */
const SAVE_EVERY = 200;

/**
 * Reads a source and enqueues every recording that needs work (with `isRefresh` every one, so that changed files
 * beside finished recordings are seen). Memory is bounded; a stop is taken up again from the last place saved.
 */
export async function importRecordings(
  source: RecordingSource,
  importId: string,
  options: { readonly isRefresh: boolean; readonly after: string | null },
  deps: ImportDeps,
  signal?: AbortSignal,
): Promise<void> {
  let step = { seen: 0, taken: 0, known: 0 };
  const save = async (after: string) => {
    await deps.store.imports.advance(importId, { ...step, after });
    step = { seen: 0, taken: 0, known: 0 };
  };
  try {
    let last: string | null = null;
    const listing = {
      ...(options.after === null ? {} : { after: options.after }),
      ...(signal ? { signal } : {}),
    };
    for await (const ref of source.list(listing)) {
      const sighting = await deps.store.calls.saw(ref);
      const isTaken = sighting.needsWork || options.isRefresh;
      if (isTaken) await deps.enqueue(sighting.id);
      step.seen++;
      if (isTaken) step.taken++;
      else step.known++;
      last = ref.key;
      if (step.seen >= SAVE_EVERY) await save(ref.key);
    }
    if (last !== null) await save(last);
    await deps.store.imports.end(importId, null);
  } catch (error) {
    if (signal?.aborted) throw error;
    const { code, message, remedy, isRetryable } = asEarmarkError(error);
    const failure = { code, message, isRetryable, stage: null, ...(remedy === undefined ? {} : { remedy }) };
    await deps.store.imports.end(importId, failure);
    throw error;
  }
}
