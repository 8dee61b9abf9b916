import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createListener } from '../../src/acoustics/listen.ts';
import { measure } from '../../src/acoustics/measure.ts';
import { createFfmpegAudio } from '../../src/adapters/ffmpeg-audio.ts';
import { createSampleSink } from '../../src/adapters/ffmpeg-sink.ts';
import { createFolderArtifacts } from '../../src/adapters/folder-artifacts.ts';
import { EarmarkError } from '../../src/errors.ts';
import { normalizeAudio } from '../../src/stages/normalize-audio.ts';

/** Clock ticks of /proc are 10 ms. */
const tickSeconds = 0.01;

/** CPU seconds of this process and of the children it has waited for. */
function cpuSeconds(): number {
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? [];
  return [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index]), 0) * tickSeconds;
}

const reading = ['-nostdin', '-v', 'error', '-threads', '1', '-i'];
const toSamples = ['-ar', '8000', '-ac', '2', '-f', 's16le', '-flush_packets', '0', 'pipe:1'];

/** Runs ffmpeg on a file; each block it writes goes to `take`. */
function runFfmpeg(path: string, output: readonly string[], take: (block: Buffer) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const child = spawn('ffmpeg', [...reading, path, ...output], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.on('data', take);
  child.on('error', reject);
  child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))));
  return promise;
}

async function hear(path: string): Promise<void> {
  const listener = createListener({ channels: 2 });
  const sink = createSampleSink(2, (samples) => listener.push(samples), {
    maxFrames: Number.MAX_SAFE_INTEGER,
    onPassed: () => new EarmarkError('E_TOO_LONG', 'never'),
  });
  const child = spawn('ffmpeg', [...reading, path, ...toSamples], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'close');
  child.stdout.pipe(sink.stream);
  await once(sink.stream, 'finish');
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
  measure(listener.finish());
}

async function runStage(path: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'speed-'));
  try {
    const audio = await createFfmpegAudio({
      ffmpeg: 'ffmpeg',
      ffprobe: 'ffprobe',
      workDir: join(folder, 'bin'),
    });
    const artifacts = createFolderArtifacts(join(folder, 'artifacts'));
    const recording = {
      ref: { source: 'bench', key: 'call', sizeBytes: statSync(path).size, revision: '1' },
      path,
      sizeBytes: statSync(path).size,
      contentHash: '0'.repeat(64),
    };
    await normalizeAudio(recording, { audio, artifacts, workDir: join(folder, 'work') });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const ways: Readonly<Record<string, (path: string) => Promise<void>>> = {
  bare: (path) => runFfmpeg(path, ['-f', 'null', '-'], () => undefined),
  piped: async (path) => {
    let bytes = 0;
    await runFfmpeg(path, toSamples, (block) => {
      bytes += block.length;
    });
    if (bytes === 0) throw new Error('nothing was decoded');
  },
  hear,
  stage: runStage,
};

const [way = '', path = ''] = process.argv.slice(2);
const before = cpuSeconds();
const run = ways[way];
if (!run) throw new Error(`no way “${way}”`);
await run(path);
console.log(
  JSON.stringify({ cpuSeconds: cpuSeconds() - before, peakMb: process.resourceUsage().maxRSS / 1024 }),
);
