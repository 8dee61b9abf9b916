import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Writable } from 'node:stream';
import type { FfmpegCommand } from 'fluent-ffmpeg';
import { asEarmarkError, type EarmarkError } from '../errors.ts';
import { ffmpegFailure, stopped, tookTooLong } from './ffmpeg-failure.ts';
import { ensureGone, killGroup } from './ffmpeg-process.ts';

/** Lines of ffmpeg's own words kept for telling why it failed. */
const keptLines = 60;

/** How a run is watched. */
export interface RunOptions {
  /** Takes ffmpeg's standard output; null when the run has none. */
  readonly sink: Writable | null;
  readonly wallClockMs: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a prepared command to its end and gives what it said. Whatever happens — failure, limit, abort — the process
 * is gone before this settles. fluent-ffmpeg's own timeout is not used: it can leave a process behind.
 */
export async function runFfmpeg(command: FfmpegCommand, options: RunOptions): Promise<readonly string[]> {
  const { sink, signal } = options;
  if (signal?.aborted) throw stopped();
  const said: string[] = [];
  let verdict: EarmarkError | null = null;
  const stop = (why: EarmarkError) => {
    verdict ??= why;
    killGroup(processOf(command));
  };
  const timer = setTimeout(() => stop(tookTooLong(options.wallClockMs)), options.wallClockMs);
  const onAbort = () => stop(stopped());
  signal?.addEventListener('abort', onAbort, { once: true });
  sink?.once('error', (error) => stop(asEarmarkError(error)));
  try {
    await new Promise<void>((resolve, reject) => {
      command.on('start', () => verdict && killGroup(processOf(command)));
      command.on('stderr', (line: string) => {
        if (said.push(line) > keptLines) said.shift();
      });
      command.on('error', (error: Error) => reject(ffmpegFailure(error.message, said.join('\n'))));
      command.on('end', () => resolve());
      sparingDescriptors(command).run();
    });
    if (sink) await drained(sink);
  } catch (error) {
    throw verdict ?? error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    await ensureGone(processOf(command));
  }
  if (verdict) throw verdict;
  return said;
}

/** Three pipes to the program take two descriptors each, and one pair more tells whether it started; the rest spare. */
const DESCRIPTORS_OF_A_START = 10;

/**
 * The same command, failing with an error when a start finds too few descriptors: fluent-ffmpeg would reach for pipes
 * that are not there and end the whole process.
 */
function sparingDescriptors(command: FfmpegCommand): FfmpegCommand {
  type Spawn = (args: unknown, ...rest: unknown[]) => void;
  const spawning = command as unknown as { _spawnFfmpeg: Spawn };
  const spawn = spawning._spawnFfmpeg;
  spawning._spawnFfmpeg = (...given) => {
    const lack = lackOfDescriptors();
    if (lack === null) return Reflect.apply(spawn, command, given);
    const ended = given.at(-1);
    if (typeof ended === 'function') Reflect.apply(ended, undefined, [lack, noLines, noLines]);
  };
  return command;
}

const noLines = { get: () => '' };

/** The error of opening as many files as a start takes, null when all could be opened; none stays open. */
function lackOfDescriptors(): unknown {
  const opened: number[] = [];
  try {
    while (opened.length < DESCRIPTORS_OF_A_START) opened.push(openSync('/dev/null', 'r'));
    return null;
  } catch (error) {
    return error;
  } finally {
    for (const descriptor of opened) closeSync(descriptor);
  }
}

/** fluent-ffmpeg ends when the process does, which may be before the last samples were read. */
async function drained(sink: Writable): Promise<void> {
  if (sink.writableFinished) return;
  if (sink.errored) throw sink.errored;
  await new Promise<void>((resolve, reject) => {
    sink.once('finish', resolve);
    sink.once('error', reject);
  });
}

function processOf(command: FfmpegCommand): ChildProcess | undefined {
  return (command as unknown as { ffmpegProc?: ChildProcess }).ffmpegProc;
}
