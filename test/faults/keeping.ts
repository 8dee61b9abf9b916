import type { KeptForCall } from '../../src/domain/erasure-ports.ts';
import type { ProcessDeps } from '../../src/pipeline/process-call.ts';

/** The same processing, whose every call keeps its results and replies through `change`. */
export function keeping(
  processing: ProcessDeps,
  change: (kept: KeptForCall) => Partial<KeptForCall>,
): ProcessDeps {
  const { store } = processing;
  const keptFor = (id: string) => {
    const kept = store.keptFor(id);
    return { ...kept, ...change(kept) };
  };
  return { ...processing, store: { ...store, keptFor } };
}
