import PQueue from 'p-queue';
import type { CallQueue, TakenCall } from './call-queue.ts';

const IDLE_WAIT_MS = 300;
const HEARTBEAT_MS = 3_000;
/** Without a heartbeat for this long the call is let go, before the queue gives it to another worker (10 s). */
const LEASE_MS = 8_000;
/** Wait before a queue that failed is asked again. */
const TROUBLE_WAIT_MS = 1_000;

export interface WorkOptions {
  /** Calls this process handles at once. */
  readonly concurrency: number;
  /** Settles the call it is given; its own errors are its own business. */
  handle(call: TakenCall, signal: AbortSignal): Promise<void>;
  /** Aborting stops taking calls, aborts those at work, and returns when they have let go. */
  readonly signal: AbortSignal;
  /** Return when nothing is left that could be taken soon, instead of waiting for more. */
  readonly untilDrained?: boolean;
  /** True for a call that may have ended a process before: it is handled alone, so that no other is blamed. */
  isSuspect?(call: TakenCall): Promise<boolean>;
  /** False holds back from taking more, for want of memory or disk. */
  mayTake?(): Promise<boolean>;
  /** Told when the queue cannot be asked, and of a call that could not be settled: its heartbeat runs out. */
  troubled?(error: unknown): void;
}

/**
 * Takes calls while there are free slots and handles them, with heartbeats, until aborted (or drained). A call
 * whose heartbeat is refused was given to another worker: its work here is aborted. A queue that does not answer is
 * asked again; nothing it does ends the process.
 */
export async function workCalls(queue: CallQueue, options: WorkOptions): Promise<void> {
  const lanes = new PQueue({ concurrency: options.concurrency });
  while (!options.signal.aborted) {
    try {
      if (await takeSome(queue, lanes, options)) continue;
      if (options.untilDrained && lanes.pending === 0 && (await queue.countSoon()) === 0) break;
    } catch (error) {
      options.troubled?.(error);
      await wait(TROUBLE_WAIT_MS, options.signal);
      continue;
    }
    await Promise.race([
      wait(IDLE_WAIT_MS, options.signal),
      lanes.pending > 0 ? lanes.onPendingZero() : never,
    ]);
  }
  await lanes.onIdle();
}

const never = new Promise<void>(() => {});

/** Fills the free lanes; false when there was nothing to take or nothing may be taken. */
async function takeSome(queue: CallQueue, lanes: PQueue, options: WorkOptions): Promise<boolean> {
  const free = options.concurrency - lanes.pending - lanes.size;
  if (free === 0 || (await options.mayTake?.()) === false) return false;
  const calls = await queue.take(free);
  const suspects: TakenCall[] = [];
  for (const call of calls) {
    if (call.attempt > 1 && (await options.isSuspect?.(call))) suspects.push(call);
    else run(lanes, () => handleWithHeartbeat(call, options), options);
  }
  if (suspects.length > 0) await handleAlone(suspects, lanes, options);
  return calls.length > 0;
}

function run(lanes: PQueue, work: () => Promise<void>, options: WorkOptions): void {
  void lanes.add(work).catch((error) => options.troubled?.(error));
}

/** Handles calls one after another once every lane is free; until its turn a call is kept by its heartbeat. */
async function handleAlone(
  suspects: readonly TakenCall[],
  lanes: PQueue,
  options: WorkOptions,
): Promise<void> {
  let turn = lanes.onIdle();
  for (const call of suspects) {
    const before = turn;
    const handle: WorkOptions['handle'] = async (taken, signal) => {
      await before;
      await options.handle(taken, signal);
    };
    turn = handleWithHeartbeat(call, { ...options, handle }).catch((error) => options.troubled?.(error));
  }
  await turn;
}

async function handleWithHeartbeat(call: TakenCall, options: WorkOptions): Promise<void> {
  const lost = new AbortController();
  const beating = beat(call, lost);
  try {
    await options.handle(call, AbortSignal.any([options.signal, lost.signal]));
  } finally {
    clearInterval(beating);
  }
}

/** Heartbeats until cleared; `lost` is aborted when the call is another worker's, or when no answer came in time. */
function beat(call: TakenCall, lost: AbortController): NodeJS.Timeout {
  let lastMs = performance.now();
  let isAsking = false;
  const loseWhenSilent = () => {
    const isSilent = performance.now() - lastMs > LEASE_MS;
    if (isSilent) lost.abort(new Error('the queue does not answer'));
  };
  const ask = async () => {
    isAsking = true;
    const askedMs = performance.now();
    try {
      if (await call.beat()) lastMs = askedMs;
      else lost.abort(new Error('another worker has this call'));
    } catch {
      loseWhenSilent();
    }
    isAsking = false;
  };
  return setInterval(() => {
    if (!isAsking) void ask();
    // an answer that has come while this process was busy is read first
    else setImmediate(() => isAsking && loseWhenSilent());
  }, HEARTBEAT_MS);
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
