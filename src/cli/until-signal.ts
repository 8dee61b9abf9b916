/** Longest a stop may take before the process ends by itself. */
const HARD_STOP_MS = 25_000;

/** Aborted by the first SIGINT or SIGTERM; a second one, or 25 s, ends the process. */
export function untilSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (stop.signal.aborted) process.exit(1);
      stop.abort(new Error(`stopped by ${name}`));
      setTimeout(() => process.exit(1), HARD_STOP_MS).unref();
    });
  }
  return stop.signal;
}
