import type { Installation } from './installation.ts';

/** Calls looked at by one `--all`; what is left after it is given up again later. */
const PAGE = 1000;

/**
 * Puts given-up calls back on the queue, each with its record in one transaction; true when it was given up. What
 * their stages gave before is used again, so that a call goes on from the stage it failed in.
 */
export async function redriveCall({ store, queue }: Pick<Installation, 'store' | 'queue'>, id: string) {
  return await store.transaction(async (parts) => {
    if (!(await parts.failures.redrive(id))) return false;
    await queue.add({ callRecordId: id, cause: 'import' }, 0, parts);
    return true;
  });
}

/** Redrives every given-up call; returns how many. */
export async function redriveAll(installation: Pick<Installation, 'store' | 'queue'>): Promise<number> {
  let count = 0;
  for (;;) {
    const failed = await installation.store.failures.list(PAGE);
    let moved = 0;
    for (const { id } of failed) if (await redriveCall(installation, id)) moved += 1;
    count += moved;
    if (moved === 0) return count;
  }
}
