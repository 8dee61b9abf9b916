import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFfmpegAudio } from '../../src/adapters/ffmpeg-audio.ts';
import { createFolderArtifacts } from '../../src/adapters/folder-artifacts.ts';
import { normalizeAudio } from '../../src/stages/normalize-audio.ts';
import { fetched } from '../fixtures/odd-recordings.ts';

/** Normalizes one file in a process of its own and prints what that process used; started by `normalize.ts`. */
const [path, folder] = process.argv.slice(2);
if (!path || !folder) throw new Error('use: normalize-one.ts <recording> <folder>');
const workDir = join(folder, 'work');
const audio = await createFfmpegAudio({ ffmpeg: 'ffmpeg', ffprobe: 'ffprobe', workDir });
const artifacts = createFolderArtifacts(join(folder, 'artifacts'));
const { durationMs } = await normalizeAudio(await fetched(path), { audio, artifacts, workDir });
const { user, system } = process.cpuUsage();
const [, peakKb] = /VmHWM:\s+(\d+) kB/.exec(await readFile('/proc/self/status', 'utf8')) ?? [];
const rssMb = Math.round(Number(peakKb ?? process.memoryUsage().rss / 1024) / 1024);
console.log(JSON.stringify({ durationMs, rssMb, ownCpuSeconds: (user + system) / 1e6 }));
