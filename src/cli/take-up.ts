import type { TakeUp } from '../pipeline/take-up-recordings.ts';
import type { Installation } from './installation.ts';

/** Takes up recordings in one transaction of the installation's store and its queue. */
export function takeUpInto({ store, queue }: Pick<Installation, 'store' | 'queue'>): TakeUp {
  return (work) =>
    store.transaction((parts) =>
      work({
        calls: parts.calls,
        imports: parts.imports,
        enqueue: (callRecordId) => queue.add({ callRecordId, cause: 'import' }, 0, parts),
      }),
    );
}
