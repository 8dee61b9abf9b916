import type { CallRecord } from '../domain/call-record.ts';
import { asEarmarkError, type EarmarkError } from '../errors.ts';
import { type Processed, processCall, rescoreCall } from '../pipeline/process-call.ts';
import type { TakenCall } from '../queue/call-queue.ts';
import type { Installation } from './installation.ts';

/** Attempts after which a failure that might pass is shown as final. */
const LAST_ATTEMPT = 5;

/** Told how each call ended. */
export interface CallObserver {
  done(id: string, processed: Processed): void;
  failed(id: string, error: EarmarkError, isFinal: boolean): void;
}

/**
 * Takes one queued call through the pipeline and settles it: done; put back without blame when stopped or when the
 * provider asks to wait; put back with an attempt when it may pass; else failed, with the reason kept on the call.
 */
export async function handleCall(
  taken: TakenCall,
  installation: Installation,
  observer: CallObserver,
  signal: AbortSignal,
): Promise<void> {
  const { processing, store } = installation;
  const id = taken.callRecordId;
  try {
    const processed =
      taken.cause === 'rescore'
        ? await rescoreCall(id, 'standard', processing, signal)
        : await processCall(id, processing, signal);
    await taken.done();
    observer.done(id, processed);
  } catch (caught) {
    const error = asEarmarkError(caught);
    if (signal.aborted) return await taken.snooze(1000);
    if (error.retryAfterMs !== undefined && error.isRetryable) return await taken.snooze(error.retryAfterMs);
    const isFinal = !error.isRetryable || taken.attempt >= LAST_ATTEMPT;
    await store.calls.failed(id, await failureOf(id, error, store.calls));
    if (isFinal) await taken.done();
    else await taken.retry(error.code);
    observer.failed(id, error, isFinal);
  }
}

async function failureOf(id: string, error: EarmarkError, calls: Installation['store']['calls']) {
  const { code, message, remedy, isRetryable } = error;
  const stages = await calls.stages(id);
  const stage = stages.find(({ state }) => state === 'running')?.stage ?? null;
  return { code, message, isRetryable, stage, ...(remedy === undefined ? {} : { remedy }) };
}

/** How a call is called in progress and tables: its own id, else the end of its key. */
export function shortName(call: Pick<CallRecord, 'key'>): string {
  return call.key.split('/').at(-1) ?? call.key;
}
