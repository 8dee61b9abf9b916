import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { lacksDescriptors, noDescriptors } from '../errors.ts';
import { ffmpegMissing } from './ffmpeg-failure.ts';

const run = promisify(execFile);

/** Oldest release still patched by a distribution (Ubuntu 22.04); older ones are refused. */
const oldestVersion = [4, 4] as const;
const neededEncoders = ['flac', 'libmp3lame', 'pcm_s16le'];
const neededDecoders = [
  ...['pcm_s16le', 'pcm_mulaw', 'pcm_alaw', 'gsm', 'gsm_ms', 'mp3float', 'opus', 'aac', 'flac'],
  ...['amrnb', 'amrwb', 'vorbis', 'adpcm_ms', 'adpcm_ima_wav', 'g722', 'g729'],
];
const neededFilters = ['pan', 'channelsplit', 'asplit', 'aresample', 'aformat', 'aeval', 'astats'];

/** What `earmark check` prints of ffmpeg; `problems` is empty when all is well. */
export interface FfmpegCheck {
  readonly version: string | null;
  readonly problems: readonly string[];
  readonly remedy: string;
}

/** Whether both programs start, are new enough and hold every part Earmark needs; never throws. */
export async function checkFfmpeg(paths: { ffmpeg: string; ffprobe: string }): Promise<FfmpegCheck> {
  const remedy = 'apt-get install ffmpeg';
  const problems: string[] = [];
  const version = await readVersion(paths.ffmpeg).catch(() => null);
  if (version === null) return { version, problems: ['ffmpeg cannot be started'], remedy };
  if (isTooOld(version)) problems.push(`ffmpeg ${version} is older than ${oldestVersion.join('.')}`);
  if ((await readVersion(paths.ffprobe).catch(() => null)) === null)
    problems.push('ffprobe cannot be started');
  const lists: [string, readonly string[]][] = [
    ['encoders', neededEncoders],
    ['decoders', neededDecoders],
    ['filters', neededFilters],
  ];
  for (const [list, needed] of lists) {
    const { stdout } = await run(paths.ffmpeg, ['-hide_banner', `-${list}`], { timeout: 20_000 });
    const lacking = needed.filter((name) => !new RegExp(`^ \\S+ +${name}\\s`, 'm').test(stdout));
    if (lacking.length > 0) problems.push(`ffmpeg has no ${list.slice(0, -1)} ${lacking.join(', ')}`);
  }
  return { version, problems, remedy };
}

/** The version ffmpeg or ffprobe names, e.g. `5.1.9-0+deb12u1`. Fails with `E_FFMPEG` or `E_DESCRIPTORS`. */
export async function readVersion(program: string): Promise<string> {
  try {
    const { stdout } = await run(program, ['-version'], { timeout: 20_000, maxBuffer: 1 << 20 });
    const [, version] = /^ff(?:mpeg|probe) version (\S+)/.exec(stdout) ?? [];
    if (version) return version;
  } catch (error) {
    throw lacksDescriptors(error) ? noDescriptors(error) : ffmpegMissing();
  }
  throw ffmpegMissing();
}

/** Builds from source name a commit instead of a number; they are taken as new. */
function isTooOld(version: string): boolean {
  const [, major, minor] = /^n?(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined) return false;
  return (
    Number(major) < oldestVersion[0] ||
    (Number(major) === oldestVersion[0] && Number(minor) < oldestVersion[1])
  );
}
