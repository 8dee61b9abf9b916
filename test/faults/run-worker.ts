import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('fault-worker.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const samples = join(root, 'samples', 'calls');

/** A worker under way: what it has said, and its end. */
export interface FaultWorker {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** Starts a worker with a fault (see fault-worker.ts) on an installation given by environment variables. */
export function startWorker(
  fault: readonly string[],
  environment: Readonly<Record<string, string>>,
): FaultWorker {
  const child = spawn(process.execPath, [script, ...fault], {
    cwd: root,
    env: {
      ...process.env,
      EARMARK_TRANSCRIBE_MODEL: '',
      DATABASE_URL: '',
      EARMARK_COMPANY: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  return { child, said: () => said, ended };
}

/** Copies sample recordings with the files beside them into a folder, under new names. */
export function copySamples(folder: string, names: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  for (const [from, to] of Object.entries(names))
    for (const file of readdirSync(samples))
      if (file.startsWith(`${from}.`)) cpSync(join(samples, file), join(folder, file.replace(from, to)));
}
