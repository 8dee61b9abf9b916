import type { RecordingRef } from '../domain/recording.ts';
import type { CallRecords, Imports, Sighting } from '../domain/store-ports.ts';

/** What taking up recordings works with, within one transaction. */
export interface TakeUpParts {
  readonly calls: Pick<CallRecords, 'saw'>;
  readonly imports: Pick<Imports, 'advance'>;
  enqueue(callRecordId: string): Promise<void>;
}

/** Runs work in one transaction of calls, imports and queue. */
export type TakeUp = <T>(work: (parts: TakeUpParts) => Promise<T>) => Promise<T>;

/** What became of recordings that were seen. */
export interface TakenUp {
  readonly seen: number;
  readonly taken: number;
  readonly known: number;
  /** Erased before; not taken up again. */
  readonly refused: number;
}

/**
 * Takes up recordings a listing or a message has named: a row each, once per source and key, and a place on the queue
 * where there is work to do (with `isRefresh`, always).
 */
export async function takeUpRecordings(
  refs: readonly RecordingRef[],
  isRefresh: boolean,
  { calls, enqueue }: TakeUpParts,
): Promise<TakenUp> {
  let taken = 0;
  let refused = 0;
  for (const ref of refs) {
    const sighting: Sighting = await calls.saw(ref);
    if (sighting.status === 'erased') refused += 1;
    if (sighting.status === 'erased' || !(sighting.needsWork || isRefresh)) continue;
    await enqueue(sighting.id);
    taken += 1;
  }
  return { seen: refs.length, taken, known: refs.length - taken - refused, refused };
}
