import type { CallRecord } from '../domain/call-record.ts';
import { EarmarkError } from '../errors.ts';
import type { ProcessStore } from './process-call.ts';
import type { CallMaterial } from './run-pipeline.ts';

/**
 * Everything stored for a scored call, so that it can be scored again: nothing is fetched, decoded or transcribed.
 * Fails with `E_CONFLICT` for a call that was never scored.
 */
export async function storedMaterial(call: CallRecord, store: ProcessStore): Promise<CallMaterial> {
  if (call.scorecardId === null)
    throw new EarmarkError('E_CONFLICT', 'this call has not been scored yet', {
      remedy: 'wait until it is scored',
    });
  const fetch = () => {
    throw new EarmarkError('E_NOT_FOUND', 'what was decoded of this recording is gone', {
      remedy: 'import it again',
    });
  };
  return {
    name: nameOf(call.key),
    recording: call.contentHash === null ? null : { contentHash: call.contentHash, fetch },
    call: call.metadata,
    declaredMs: call.recording?.declaredMs ?? null,
    note: (await store.notes.current(call.id))?.note ?? null,
    filed: await store.scorecards.transcription(call.scorecardId),
    agentSide: (await store.roles.current(call.id))?.agent ?? null,
  };
}

/** What people call a recording: the last part of its key without the extension. */
export function nameOf(key: string): string {
  return (key.split('/').at(-1) ?? key).replace(/\.[^.]+$/, '');
}
