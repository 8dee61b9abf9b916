import type { Installation } from './installation.ts';
import { LOW_PRIORITY } from './rescore.ts';

/**
 * Puts a given-up call back on the queue for what failed, its record and its job in one transaction; true when it was
 * given up. What its stages gave before is used again, so that it goes on from the stage it failed in.
 */
export async function redriveCall({ store, queue }: Pick<Installation, 'store' | 'queue'>, id: string) {
  return await store.transaction(async (parts) => {
    const cause = await parts.failures.redrive(id);
    if (cause === null) return false;
    await queue.add({ callRecordId: id, cause }, cause === 'rescore' ? LOW_PRIORITY : 0, parts);
    return true;
  });
}

/**
 * Redrives every call that is given up now; returns how many. One that fails again meanwhile is not met a second time.
 */
export async function redriveAll(installation: Pick<Installation, 'store' | 'queue'>): Promise<number> {
  let count = 0;
  for (const id of await installation.store.failures.everyId()) {
    if (await redriveCall(installation, id)) count += 1;
  }
  return count;
}
