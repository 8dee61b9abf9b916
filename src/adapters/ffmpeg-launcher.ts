import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EarmarkError } from '../errors.ts';

const run = promisify(execFile);

/** What one decoder process may use before the kernel stops it. */
export interface ProcessLimits {
  /** Address space; Debian's ffmpeg maps about 300 MB of libraries alone. */
  readonly memoryBytes: number;
  readonly cpuSeconds: number;
  /** Largest single file it may write. */
  readonly fileBytes: number;
  readonly openFiles: number;
  /** Added to the niceness of Earmark itself. */
  readonly niceness: number;
}

/** 1 GB, 15 minutes of CPU (a 4-hour call takes about two), 3 GB a file. */
export const processLimits: ProcessLimits = {
  memoryBytes: 2 ** 30,
  cpuSeconds: 900,
  fileBytes: 3 * 2 ** 30,
  openFiles: 32,
  niceness: 5,
};

/** Paths of the two scripts that start ffmpeg and ffprobe confined, and which walls stand on this machine. */
export interface Launchers {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly walls: readonly string[];
}

/**
 * Walls beyond the limits, outermost first, each tried once on this machine. `setsid` gives a process group of
 * its own to kill, `unshare` takes the network away, `setpriv` makes the kernel kill the decoder when Earmark
 * itself dies by SIGKILL. They end in exec, so the process Node knows is the decoder itself.
 */
const walls: readonly { name: string; words: (limits: ProcessLimits) => string[] }[] = [
  { name: 'nice', words: (limits) => ['nice', '-n', String(limits.niceness)] },
  { name: 'own-process-group', words: () => ['setsid'] },
  { name: 'no-network', words: () => ['unshare', '-rn'] },
  { name: 'dies-with-parent', words: () => ['setpriv', '--pdeathsig', 'KILL', '--'] },
];

/**
 * Writes the launchers into `folder` and gives their paths. fluent-ffmpeg cannot set limits or an environment, but
 * it can be given another program to start: these scripts, which set both and become ffmpeg. Arguments pass
 * through `"$@"`, so nothing of a recording ever meets a shell.
 */
export async function writeLaunchers(options: {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly folder: string;
  readonly limits?: ProcessLimits;
}): Promise<Launchers> {
  const limits = options.limits ?? processLimits;
  const standing: { name: string; words: string[] }[] = [];
  for (const wall of walls) {
    const words = wall.words(limits);
    if (await stands(words)) standing.push({ name: wall.name, words });
  }
  const prefix = standing.flatMap((wall) => wall.words);
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  return {
    ffmpeg: await writeScript(options.folder, 'ffmpeg', scriptFor(options.ffmpeg, prefix, limits)),
    ffprobe: await writeScript(options.folder, 'ffprobe', scriptFor(options.ffprobe, prefix, limits)),
    walls: standing.map((wall) => wall.name),
  };
}

async function stands(words: readonly string[]): Promise<boolean> {
  const [program, ...rest] = [...words, 'true'];
  try {
    await run(program as string, rest, { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}

function scriptFor(program: string, prefix: readonly string[], limits: ProcessLimits): string {
  const ulimits = [
    'ulimit -c 0',
    `ulimit -v ${Math.floor(limits.memoryBytes / 1024)}`,
    `ulimit -t ${limits.cpuSeconds}`,
    `ulimit -f ${Math.floor(limits.fileBytes / 512)}`,
    `ulimit -n ${limits.openFiles}`,
  ].map((line) => `${line} 2>/dev/null || :`);
  const words = [...prefix, program].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
  return ['#!/bin/sh', 'umask 077', ...ulimits, `exec env -i PATH="$PATH" LC_ALL=C ${words} "$@"`, ''].join(
    '\n',
  );
}

/** Named by its content, so that two processes with other settings never share one and none is left half written. */
async function writeScript(folder: string, name: string, script: string): Promise<string> {
  const hash = createHash('sha256').update(script).digest('hex').slice(0, 16);
  const path = join(folder, `${name}-${hash}.sh`);
  const part = `${path}.${randomUUID()}`;
  try {
    await writeFile(part, script, { mode: 0o700, flag: 'wx' });
    await chmod(part, 0o700);
    await rename(part, path);
    return path;
  } catch (error) {
    throw new EarmarkError('E_FFMPEG', `The ${name} launcher cannot be written.`, {
      remedy: 'Point EARMARK_DATA at a folder this user may write.',
      cause: error,
    });
  }
}
