import type { AuditActor } from '../domain/audit.ts';
import type { ErasureSubject } from '../domain/erasure-ports.ts';
import type { ArtifactStore } from '../domain/ports.ts';
import type { Store } from '../store/open-store.ts';

/** Calls of a customer looked up at a time. */
const PAGE = 100;

/** Whose content is to go, and who wants it. */
export interface ErasureOrder {
  readonly subject: ErasureSubject;
  readonly by: AuditActor;
  readonly because: 'asked' | 'age' | 'erased-before';
}

/** What erasing needs of an installation. */
export interface ErasingDeps {
  readonly store: Store;
  readonly artifacts: Pick<ArtifactStore, 'remove'>;
}

/**
 * Erases one call or all calls of a customer, each with a line in the audit in one transaction, and removes their files;
 * gives how many calls. A file a crash leaves behind is removed by the hourly pass of a worker.
 */
export async function eraseCalls(deps: ErasingDeps, order: ErasureOrder): Promise<number> {
  const { subject } = order;
  if ('call' in subject) return await eraseOne(deps, subject.call, order);
  await deps.store.erasure.refuseCustomer(subject.customer);
  let count = 0;
  for (;;) {
    const ids = await deps.store.erasure.callsOf(subject.customer, PAGE);
    if (ids.length === 0) return count;
    for (const id of ids) count += await eraseOne(deps, id, order);
  }
}

async function eraseOne(
  { store, artifacts }: ErasingDeps,
  id: string,
  { by, because }: ErasureOrder,
): Promise<number> {
  const erased = await store.transaction(async (parts) => {
    const gone = await parts.erasure.eraseCall(id);
    for (const call of gone.callRecordIds) {
      const object = { kind: 'call', id: call };
      await parts.audit.append({ actor: by, action: 'call-erased', object, details: { because } });
    }
    return gone;
  });
  await removeFiles({ store, artifacts }, erased.artifacts);
  return erased.callRecordIds.length;
}

/** Removes files of erased calls, and forgets each once it is gone. */
export async function removeFiles(
  { store, artifacts }: ErasingDeps,
  names: readonly string[],
): Promise<void> {
  for (const name of names) {
    await artifacts.remove(name);
    await store.erasure.artifactRemoved(name);
  }
}
