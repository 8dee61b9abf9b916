import type { ChildProcess } from 'node:child_process';

/** Kills a confined program and whatever it started; without a group of its own, at least the program. */
export function killGroup(child: ChildProcess | undefined): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    child.kill('SIGKILL');
  }
}

/** Settles when the program is gone; one that still runs is killed first. */
export async function ensureGone(child: ChildProcess | undefined): Promise<void> {
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  killGroup(child);
  await new Promise<void>((resolve) => child.once('exit', () => resolve()));
}
