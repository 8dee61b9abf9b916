import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { overlapCondition, reportSeeds } from './conditions.ts';
import { makeCall } from './make-call.ts';

const folder = new URL('../../.test/hearing-speed/', import.meta.url).pathname;
const worker = new URL('speed-worker.ts', import.meta.url).pathname;
const rounds = 2;

const codings: Readonly<Record<string, readonly string[]>> = {
  'pcm.wav': ['-c:a', 'pcm_s16le'],
  'mulaw.wav': ['-c:a', 'pcm_mulaw'],
  'mp3-32k.mp3': ['-c:a', 'libmp3lame', '-b:a', '32k'],
  'opus-32k.ogg': ['-ar', '48000', '-c:a', 'libopus', '-b:a', '32k'],
};

/** Ten minutes of made calls as raw samples, written once. */
async function tenMinutes(): Promise<string> {
  const path = join(folder, 'ten-minutes.s16');
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const parts: Buffer[] = [];
  for (const seed of reportSeeds.slice(0, 3)) {
    const { samples } = await makeCall(overlapCondition, seed);
    parts.push(Buffer.from(samples.buffer, samples.byteOffset, samples.byteLength));
  }
  writeFileSync(path, Buffer.concat(parts).subarray(0, 600 * 8000 * 4));
  return path;
}

/** The ten minutes repeated to a length, in one coding. */
function recording(source: string, minutes: number, coding: string): string {
  const path = join(folder, `${minutes}-${coding}`);
  if (existsSync(path)) return path;
  const loops = [
    '-stream_loop',
    `${Math.ceil(minutes / 10) - 1}`,
    '-f',
    's16le',
    '-ar',
    '8000',
    '-ac',
    '2',
    '-i',
    source,
  ];
  const done = spawnSync('ffmpeg', [
    '-nostdin',
    '-v',
    'error',
    '-y',
    ...loops,
    ...(codings[coding] ?? []),
    path,
  ]);
  if (done.status !== 0) throw new Error(`ffmpeg: ${done.stderr}`);
  return path;
}

/** Fewest CPU seconds of some runs on one core, and the peak memory of the Node process. */
function time(way: string, path: string, runs = rounds): { cpuSeconds: number; peakMb: number } {
  const results = Array.from({ length: runs }, () => {
    const done = spawnSync('taskset', ['-c', '0', process.execPath, worker, way, path], { encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
    return JSON.parse(done.stdout) as { cpuSeconds: number; peakMb: number };
  });
  return results.reduce((best, one) => (one.cpuSeconds < best.cpuSeconds ? one : best));
}

/** Prints CPU seconds per call-hour and coding, and peak memory by length; everything in one run on one core. */
export async function benchSpeed(): Promise<void> {
  const source = await tenMinutes();
  console.log(`CPU seconds of an hour of stereo, one core, best of ${rounds}`);
  console.log(`${'coding'.padEnd(14)}bare   piped  heard  stage  heard/bare heard/piped`);
  for (const coding of Object.keys(codings)) {
    const path = recording(source, 60, coding);
    const [bare, piped, heard] = ['bare', 'piped', 'hear'].map((way) => time(way, path).cpuSeconds);
    const stage = time('stage', path, 1).cpuSeconds;
    const cells = [bare, piped, heard, stage].map((seconds) => (seconds ?? 0).toFixed(2).padEnd(7)).join('');
    const ratios = [bare, piped]
      .map((seconds) => ((heard ?? 0) / (seconds ?? 1)).toFixed(2).padEnd(11))
      .join('');
    console.log(`${coding.padEnd(14)}${cells}${ratios}`);
  }
  console.log('\nPeak memory of the Node process, MB (heard, whole stage)');
  for (const minutes of [10, 60, 180]) {
    const path = recording(source, minutes, 'mp3-32k.mp3');
    const [heard, stage] = ['hear', 'stage'].map((way) => time(way, path, 1).peakMb.toFixed(0));
    console.log(`${`${minutes} min`.padEnd(14)}${heard} ${stage}`);
  }
}
