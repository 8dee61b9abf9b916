import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect } from 'vitest';
import type { Strike } from './strike.ts';

const script = fileURLToPath(new URL('fault-worker.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(root, 'samples', 'calls');
/** Compiled code of the workers of this test file: it halves the time of a start. */
const compiled = mkdtempSync(join(tmpdir(), 'earmark-compiled-'));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

/** A worker under way: what it has said, and its end. */
export interface FaultWorker {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Shell words put before the worker, e.g. a limit; it must end in exec of `"$@"`. */
export interface WorkerOptions {
  readonly strike?: Strike;
  readonly shell?: string;
  readonly loader?: string;
}

/** Starts a worker, with a fault where one is given, on an installation given by environment variables. */
export function startWorker(
  { strike, shell, loader }: WorkerOptions,
  environment: Readonly<Record<string, string>>,
): FaultWorker {
  const words = [process.execPath, ...(loader === undefined ? [] : ['--import', loader]), script];
  const command = shell === undefined ? words : ['/bin/sh', '-c', shell, 'sh', ...words];
  const [program = '', ...rest] = command;
  const child = spawn(program, rest, {
    cwd: root,
    env: {
      ...process.env,
      EARMARK_TRANSCRIBE_MODEL: '',
      DATABASE_URL: '',
      EARMARK_COMPANY: '',
      NODE_COMPILE_CACHE: compiled,
      ...(strike === undefined ? {} : { FAULT: JSON.stringify(strike) }),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  return { child, said: () => said, ended };
}

/** Waits until a worker that strikes itself with SIGSTOP stands still. */
export async function untilStopped({ child, said }: FaultWorker): Promise<void> {
  const state = () => /\) (\S)/.exec(readFileSync(`/proc/${child.pid}/stat`, 'utf8'))?.[1];
  await expect.poll(state, { timeout: 90_000, interval: 50, message: said() }).toBe('T');
}

/** Copies sample recordings with the files beside them into a folder, under new names. */
export function copySamples(folder: string, names: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of Object.entries(names))
    for (const file of readdirSync(samples))
      if (file.startsWith(`${from}.`)) cpSync(join(samples, file), join(folder, file.replace(from, to)));
}
