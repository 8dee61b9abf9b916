import PQueue from 'p-queue';
import type { CallQueue, TakenCall } from './call-queue.ts';

const IDLE_WAIT_MS = 300;
const HEARTBEAT_MS = 4_000;

export interface WorkOptions {
  /** Calls this process handles at once. */
  readonly concurrency: number;
  /** Settles the call it is given; its own errors are its own business. */
  handle(call: TakenCall, signal: AbortSignal): Promise<void>;
  /** Aborting stops taking calls, aborts those at work, and returns when they have let go. */
  readonly signal: AbortSignal;
  /** Return when nothing is left instead of waiting for more. */
  readonly untilDrained?: boolean;
}

/**
 * Takes calls while there are free slots and handles them, with heartbeats, until aborted (or drained). A call
 * whose heartbeat is refused was given to another worker: its work here is aborted.
 */
export async function workCalls(queue: CallQueue, options: WorkOptions): Promise<void> {
  const lanes = new PQueue({ concurrency: options.concurrency });
  while (!options.signal.aborted) {
    const free = options.concurrency - lanes.pending - lanes.size;
    const calls = free > 0 ? await queue.take(free) : [];
    for (const call of calls) void lanes.add(() => handleWithHeartbeat(call, options));
    if (calls.length > 0) continue;
    if (options.untilDrained && lanes.pending === 0 && (await queue.countOpen()) === 0) break;
    await Promise.race([
      wait(IDLE_WAIT_MS, options.signal),
      lanes.pending > 0 ? lanes.onPendingZero() : never,
    ]);
  }
  await lanes.onIdle();
}

const never = new Promise<void>(() => {});

async function handleWithHeartbeat(call: TakenCall, options: WorkOptions): Promise<void> {
  const lost = new AbortController();
  const signal = AbortSignal.any([options.signal, lost.signal]);
  const timer = setInterval(() => {
    call.beat().then(
      (isOurs) => isOurs || lost.abort(new Error('another worker has this call')),
      () => {},
    );
  }, HEARTBEAT_MS);
  try {
    await options.handle(call, signal);
  } finally {
    clearInterval(timer);
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
