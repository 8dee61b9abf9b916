import { setTimeout as sleep } from 'node:timers/promises';
import type { CallFailure, CallRecord } from '../domain/call-record.ts';
import { asEarmarkError, EarmarkError } from '../errors.ts';
import { type Commit, type Processed, processCall, rescoreCall } from '../pipeline/process-call.ts';
import type { TakenCall } from '../queue/call-queue.ts';
import type { Store, StoreParts } from '../store/open-store.ts';
import { eraseCalls } from './erase-calls.ts';
import type { Installation } from './installation.ts';

/** Attempts after which a failure that might pass is final. */
const LAST_ATTEMPT = 5;
/** A call that was stopped may be taken again after this. */
const RELEASE_MS = 1000;
/** How often the end of a call is recorded again while the database is away, and how often when told to stop. */
const SETTLE_TRIES = 600;
const STOPPED_TRIES = 5;
const SETTLE_WAIT_MS = 1000;

/** How a handled call ended; `released` used no attempt, `fenced` means another worker had it by then. */
export type HandledAs =
  | 'done'
  | 'retried'
  | 'failed'
  | 'quarantined'
  | 'deferred'
  | 'released'
  | 'fenced'
  | 'erased';

/** Told how each call ended. */
export interface CallObserver {
  done(id: string, processed: Processed): void;
  failed(id: string, error: EarmarkError, isFinal: boolean): void;
  /** Told of every ending, those above included; the error where there is one. */
  ended?(id: string, as: HandledAs, error: EarmarkError | null): void;
}

/** What handling needs of an installation. */
export type HandlingDeps = Pick<Installation, 'processing'> & { readonly store: Store };

/** Who erases a call that turns out to have been erased before. */
const nobody = { kind: 'nobody', id: null } as const;

/**
 * Takes one queued call through the pipeline and settles it: done; put back without blame when stopped or when the
 * provider asks to wait; put back with an attempt when it may pass; else given up, with the reason kept on the call.
 * Each settling and what it records are one transaction that does nothing when the call is another worker's by then.
 */
export async function handleCall(
  taken: TakenCall,
  installation: HandlingDeps,
  observer: CallObserver,
  signal: AbortSignal,
): Promise<void> {
  const { processing, store } = installation;
  const id = taken.callRecordId;
  let isSettled = false;
  const commit: Commit = async (publish) => {
    const published = await store.transaction(async (parts) => {
      requireOurs(await taken.done(parts));
      return await publish(parts.scorecards);
    });
    isSettled = true;
    return published;
  };
  try {
    const deps = { ...processing, commit };
    const processed =
      taken.cause === 'rescore'
        ? await rescoreQueued(id, deps, store, signal)
        : await processCall(id, deps, signal);
    if (!isSettled) requireOurs(await taken.done());
    observer.ended?.(id, 'done', null);
    observer.done(id, processed);
  } catch (caught) {
    const error = asEarmarkError(caught);
    const as = await untilRecorded(() => settleOrErase(taken, error, installation, signal.aborted), signal);
    observer.ended?.(id, as, error);
    if (as === 'failed' || as === 'quarantined' || as === 'retried')
      observer.failed(id, error, as !== 'retried');
  }
}

/**
 * Tries to record the end of a call until the database takes it: a process that lives on must say so, or the call
 * would count as one that ended its process. Fails when the database stays away for ten minutes.
 */
async function untilRecorded<T>(record: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await record();
    } catch (caught) {
      const { code, isRetryable } = asEarmarkError(caught);
      const isAway = code === 'E_STORE' && isRetryable;
      if (!isAway || tries >= (signal.aborted ? STOPPED_TRIES : SETTLE_TRIES)) throw caught;
      await sleep(SETTLE_WAIT_MS);
    }
  }
}

async function rescoreQueued(
  id: string,
  deps: Installation['processing'],
  store: Store,
  signal: AbortSignal,
) {
  await store.calls.attempted(id);
  return await rescoreCall(id, 'standard', deps, signal);
}

function requireOurs(isOurs: boolean): void {
  if (!isOurs) throw new EarmarkError('E_FENCED', 'another worker has this call by now');
}

/** Ends a call that was erased, meanwhile or in another life, whatever else was wrong with it. */
async function settleOrErase(
  taken: TakenCall,
  error: EarmarkError,
  { store, processing }: HandlingDeps,
  isStopped: boolean,
): Promise<HandledAs> {
  try {
    if (error.code !== 'E_ERASED') return await settleFailure(taken, error, store, isStopped);
  } catch (caught) {
    if (asEarmarkError(caught).code !== 'E_ERASED') throw caught;
  }
  const order = { subject: { call: taken.callRecordId }, by: nobody, because: 'erased-before' } as const;
  await eraseCalls({ store, artifacts: processing.artifacts }, order);
  return (await taken.done()) ? 'erased' : 'fenced';
}

/** Records why a call did not come to its end, and puts it where it belongs; `fenced` when it is not ours any more. */
async function settleFailure(
  taken: TakenCall,
  error: EarmarkError,
  store: Store,
  isStopped: boolean,
): Promise<HandledAs> {
  const id = taken.callRecordId;
  const settle = async (as: HandledAs, work: (parts: StoreParts) => Promise<void>): Promise<HandledAs> => {
    try {
      await store.transaction(work);
      return as;
    } catch (failure) {
      const { code } = asEarmarkError(failure);
      if (code !== 'E_FENCED') throw failure;
      await store.calls.survived(id);
      return 'fenced';
    }
  };
  if (error.code === 'E_FENCED') return await settle('fenced', async (parts) => parts.calls.survived(id));
  if (isStopped) {
    return await settle('released', async (parts) => {
      requireOurs(await taken.snooze(RELEASE_MS, parts));
      await parts.calls.released(id, null);
    });
  }
  const waitMs = error.isRetryable ? error.retryAfterMs : undefined;
  if (waitMs !== undefined) {
    return await settle('deferred', async (parts) => {
      requireOurs(await taken.snooze(waitMs, parts));
      await parts.calls.released(id, await failureOf(taken, error, parts));
    });
  }
  const isQuarantined = error.code === 'E_QUARANTINED';
  const isFinal = !error.isRetryable || taken.attempt >= LAST_ATTEMPT;
  return await settle(isQuarantined ? 'quarantined' : isFinal ? 'failed' : 'retried', async (parts) => {
    const failure = await failureOf(taken, error, parts);
    requireOurs(isFinal ? await taken.done(parts) : await taken.retry(error.code, parts));
    if (isQuarantined) await parts.calls.held(id, failure);
    else await parts.calls.failed(id, failure, isFinal);
  });
}

async function failureOf(taken: TakenCall, error: EarmarkError, { calls }: StoreParts): Promise<CallFailure> {
  const { code, message, remedy, isRetryable } = error;
  const stages = await calls.stages(taken.callRecordId);
  const stage = stages.find(({ state }) => state === 'running')?.stage ?? null;
  return { code, message, isRetryable, stage, job: taken.cause, ...(remedy === undefined ? {} : { remedy }) };
}

/** How a call is called in progress and tables: its own id, else the end of its key. */
export function shortName(call: Pick<CallRecord, 'key'>): string {
  return call.key.split('/').at(-1) ?? call.key;
}
