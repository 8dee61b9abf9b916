import { constants } from 'node:fs';
import { copyFile, link, mkdir, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeFeatures, heardMs } from '../acoustics/feature-table.ts';
import { createListener } from '../acoustics/listen.ts';
import { measure } from '../acoustics/measure.ts';
import { createPeakMeter } from '../acoustics/peaks.ts';
import type { Acoustics, SignalFlag } from '../domain/acoustics.ts';
import type {
  ArtifactStore,
  AudioDecoder,
  DecodedAudio,
  DecodeRequest,
  ProbedAudio,
} from '../domain/ports.ts';
import type { FetchedRecording, NormalizedRecording, SniffedRecording } from '../domain/recording.ts';
import { EarmarkError } from '../errors.ts';
import { sniffRecording } from './sniff-recording.ts';

/** Longest call taken; a longer one is refused before it is decoded when its header says so. */
export const longestCallMs = 4 * 3_600_000;

/** Ports and places the stage works with. */
export interface NormalizeDeps {
  readonly audio: AudioDecoder;
  readonly artifacts: ArtifactStore;
  /** Folder for the private folder of each job; on the file system of the artifacts, files move without copying. */
  readonly workDir: string;
  /** Shorter than `longestCallMs` where an installation wants it so. */
  readonly maxDurationMs?: number;
}

const fileName = 'recording';
const jobPrefix = 'normalize-';
/** Names of what lasts as long as one job: its private folder, the fetched bytes, a piece cut for a request. */
const jobNames = /^(?:normalize|fetch|piece)-/;
/** Missing less than this, or than this share, is an encoder's rounding. */
const missingMs = 500;
const missingShare = 0.005;
/** A recording that grows more than this much and this many times is a bomb, not a call. */
const bombBytes = 2 ** 30;
const bombRatio = 500;

/**
 * Makes of a fetched recording what everything later works on: features, peaks, 16 kHz speech per side and a
 * playback file, out of one decode. The bytes are sniffed first and decoded in a private folder that is gone
 * afterwards, whatever happens. Fails with `E_EMPTY`, `E_TYPE`, `E_MEDIA`, `E_CODEC`, `E_MEDIA_LIMIT`,
 * `E_TOO_LONG`, `E_NO_SAMPLES`, `E_DISK_FULL` or `E_STOPPED`, and then keeps nothing.
 */
export async function normalizeAudio(
  recording: FetchedRecording,
  deps: NormalizeDeps,
  signal?: AbortSignal,
): Promise<NormalizedRecording> {
  const sniffed = await sniffRecording(recording.path);
  await mkdir(deps.workDir, { recursive: true, mode: 0o700 });
  const folder = await mkdtemp(join(deps.workDir, jobPrefix));
  try {
    await linkOrCopy(recording.path, join(folder, fileName));
    const probed = await deps.audio.probe({ folder, file: fileName, sniffed }, signal);
    if (!sniffed.isCut) refuseTooMuch(probed, recording.sizeBytes, deps.maxDurationMs ?? longestCallMs);
    return await decodeAndKeep({ folder, file: fileName, sniffed, probed }, deps, signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Removes what jobs that died with their process have left in the work folder, when older than `olderThanMs` at
 * `nowMs`; gives how many. Call it when work starts.
 */
export async function removeAbandonedJobs(
  workDir: string,
  olderThanMs: number,
  nowMs: number,
): Promise<number> {
  await mkdir(workDir, { recursive: true, mode: 0o700 });
  let removed = 0;
  for (const name of (await readdir(workDir)).filter((entry) => jobNames.test(entry))) {
    const folder = join(workDir, name);
    const changed = await stat(folder).catch(() => null);
    if (changed === null || nowMs - changed.mtimeMs < olderThanMs) continue;
    await rm(folder, { recursive: true, force: true });
    removed++;
  }
  return removed;
}

async function decodeAndKeep(
  request: Omit<DecodeRequest, 'onSamples'>,
  deps: NormalizeDeps,
  signal: AbortSignal | undefined,
): Promise<NormalizedRecording> {
  const { sniffed, probed } = request;
  const channels = probed.channels === 1 ? 1 : 2;
  const listener = createListener({ channels });
  const peakMeter = createPeakMeter({ channels });
  const onSamples = (samples: Int16Array) => {
    listener.push(samples);
    peakMeter.push(samples);
  };
  const decoded = await deps.audio.decode({ ...request, onSamples }, signal);
  if (decoded.frames === 0) {
    throw new EarmarkError('E_NO_SAMPLES', 'The recording has a header and no sound.', {
      remedy: 'Check the recorder: it made a file and recorded nothing.',
    });
  }
  const features = listener.finish();
  const heard = measure(features);
  const durationMs = heardMs(features);
  return {
    container: sniffed.container,
    codec: probed.codec,
    channels: probed.channels,
    sampleRateHz: probed.sampleRateHz,
    durationMs,
    declaredMs: probed.declaredMs,
    layout: heard.layout,
    flags: flagsOf(heard, decoded, request, durationMs),
    ffmpegVersion: await deps.audio.version(),
    speech: await keepSpeech(deps.artifacts, decoded, heard),
    playback: await deps.artifacts.put(decoded.playback, 'mp3', 'audio/mpeg'),
    peaks: await deps.artifacts.putBytes(
      Buffer.from(JSON.stringify(peakMeter.finish())),
      'json',
      'application/json',
    ),
    features: await deps.artifacts.putBytes(encodeFeatures(features), 'bin', 'application/octet-stream'),
  };
}

/** One signal on both channels is transcribed once, from the left one; mixing could cancel it out. */
async function keepSpeech(
  artifacts: ArtifactStore,
  decoded: DecodedAudio,
  heard: Acoustics,
): Promise<NormalizedRecording['speech']> {
  const keep = (path: string) => artifacts.put(path, 'flac', 'audio/flac');
  const { left, right, mixed } = decoded.speech;
  if (mixed) return { mixed: await keep(mixed) };
  if (!left || !right) return {};
  if (heard.layout === 'fake-stereo') return { mixed: await keep(left) };
  return { left: await keep(left), right: await keep(right) };
}

function flagsOf(
  heard: Acoustics,
  decoded: DecodedAudio,
  { sniffed, probed }: { sniffed: SniffedRecording; probed: ProbedAudio },
  durationMs: number,
): SignalFlag[] {
  const missing = (probed.declaredMs ?? 0) - durationMs;
  const isShort = missing > Math.max(missingMs, (probed.declaredMs ?? 0) * missingShare);
  const found: [SignalFlag, boolean][] = [
    ['NONFINITE', decoded.hadNonFinite],
    ['TRUNCATED', sniffed.isCut || isShort],
    ['EXTRA_CHANNELS', probed.channels > 2],
  ];
  return [...heard.flags, ...found.filter(([, isSo]) => isSo).map(([flag]) => flag)];
}

/** Refuses by what the header claims, before any work is spent; a header that lies is caught while decoding. */
function refuseTooMuch(probed: ProbedAudio, sizeBytes: number, maxDurationMs: number): void {
  if (probed.declaredMs === null) return;
  if (probed.declaredMs > maxDurationMs) {
    throw new EarmarkError('E_TOO_LONG', `The recording is longer than ${maxDurationMs / 3_600_000} hours.`, {
      remedy: 'Split it into calls; one recording is one call.',
    });
  }
  const decodedBytes = (probed.declaredMs / 1000) * probed.sampleRateHz * probed.channels * 2;
  if (decodedBytes > bombBytes && decodedBytes > bombRatio * sizeBytes) {
    throw new EarmarkError('E_MEDIA_LIMIT', 'The recording would grow more than 500-fold when decoded.', {
      remedy: 'Look at this file: no call compresses that far.',
    });
  }
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(await realpath(from), to);
  } catch {
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  }
}
