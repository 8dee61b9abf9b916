import { spawn } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ffmpeg, makeRecording, twoVoices } from '../fixtures/make-recording.ts';

const hours = Number(process.argv[2] ?? 3);
const formats: readonly [name: string, file: string, options: readonly string[]][] = [
  ['WAV PCM 8 kHz', 'call.wav', ['-ar', '8000', '-c:a', 'pcm_s16le']],
  ['WAV µ-law 8 kHz', 'call-mulaw.wav', ['-ar', '8000', '-c:a', 'pcm_mulaw']],
  ['MP3 32 kbit/s 8 kHz', 'call.mp3', ['-ar', '8000', '-b:a', '32k']],
];

/** Prints, for a call of `hours` in three formats, CPU and memory of the stage beside a bare decode by ffmpeg. */
async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'earmark-bench-'));
  try {
    const source = process.argv[3] ?? (await makeRecording(join(folder, 'source.wav'), twoVoices(), 60)).path;
    console.log(`A stereo call of ${hours} h, ${process.argv[3] ? 'looped from a given file' : 'made'}:`);
    for (const [name, file, options] of formats) {
      const path = join(folder, file);
      await ffmpeg([
        '-stream_loop',
        '-1',
        '-i',
        source,
        '-t',
        String(hours * 3600),
        '-ac',
        '2',
        ...options,
        path,
      ]);
      await benchOne(name, path, folder);
      await rm(path);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchOne(name: string, path: string, folder: string): Promise<void> {
  const bare = await timed([
    'ffmpeg',
    '-nostdin',
    '-v',
    'error',
    '-threads',
    '1',
    '-i',
    path,
    '-f',
    'null',
    '-',
  ]);
  const stage = await timed([
    process.execPath,
    fileURLToPath(new URL('normalize-one.ts', import.meta.url)),
    path,
    folder,
  ]);
  const report = JSON.parse(stage.stdout) as { rssMb: number; durationMs: number; ownCpuSeconds: number };
  const ratio = (stage.cpuSeconds / bare.cpuSeconds).toFixed(1);
  const megabytes = Math.round((await stat(path)).size / 1e6);
  console.log(`  ${name}, ${megabytes} MB, decoded ${(report.durationMs / 3_600_000).toFixed(3)} h`);
  console.log(`    bare ffmpeg -f null  ${(bare.cpuSeconds / hours).toFixed(2)} CPU s per call-hour`);
  console.log(
    `    normalize-audio      ${(stage.cpuSeconds / hours).toFixed(2)} CPU s per call-hour (${ratio}×),`,
  );
  console.log(
    `      of which in Node   ${(report.ownCpuSeconds / hours).toFixed(2)} (hear, peaks, hash, write)`,
  );
  console.log(`    clock on the wall    ${(stage.wallSeconds / hours).toFixed(2)} s per call-hour`);
  console.log(`    resident in Node     ${report.rssMb} MB at most`);
}

/** CPU of a command and of everything it started, by the kernel's own count. */
async function timed(words: readonly string[]) {
  const script = '"$@"; code=$?; times >&2; exit $code';
  const started = performance.now();
  const child = spawn('bash', ['-c', script, 'timed', ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([child.stdout, child.stderr].map((stream) => textOf(stream)));
  const wallSeconds = (performance.now() - started) / 1000;
  const children = (stderr ?? '').trim().split('\n').at(-1) ?? '';
  const cpuSeconds = [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  if (!stdout && words[0] !== 'ffmpeg') throw new Error(`the stage failed: ${stderr}`);
  return { stdout: stdout ?? '', cpuSeconds, wallSeconds };
}

async function textOf(stream: AsyncIterable<unknown>): Promise<string> {
  let all = '';
  for await (const piece of stream) all += String(piece);
  return all;
}

await main();
