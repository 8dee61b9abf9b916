import { rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ffmpeg from 'fluent-ffmpeg';
import type { AudioCutter, AudioDecoder, DecodedAudio, DecodeRequest } from '../domain/ports.ts';
import { EarmarkError } from '../errors.ts';
import { readVersion } from './ffmpeg-check.ts';
import { ffmpegFailure } from './ffmpeg-failure.ts';
import { type DecodeGraph, decodeGraph, outputFiles } from './ffmpeg-graph.ts';
import { inputAddress, inputOptions } from './ffmpeg-input.ts';
import { type Launchers, type ProcessLimits, writeLaunchers } from './ffmpeg-launcher.ts';
import { probeAudio } from './ffmpeg-probe.ts';
import { runFfmpeg } from './ffmpeg-run.ts';
import { createSampleSink, type SampleSink } from './ffmpeg-sink.ts';

const hearRateHz = 8000;

/** Limits of one recording and of the process that decodes it. */
export interface DecodeLimits {
  /** Longest recording taken. */
  readonly maxDurationMs: number;
  /** Longest one decode may take by the clock on the wall. */
  readonly wallClockMs: number;
  readonly process?: ProcessLimits;
}

/** 4 hours of call; 20 minutes for decoding them. */
export const decodeLimits: DecodeLimits = { maxDurationMs: 4 * 3_600_000, wallClockMs: 20 * 60_000 };

/**
 * Decoder and cutter on ffmpeg through fluent-ffmpeg. `workDir` gets the launchers; limits are per process. Fails
 * with `E_FFMPEG` when ffmpeg cannot be started.
 */
export async function createFfmpegAudio(options: {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  readonly workDir: string;
  readonly limits?: DecodeLimits;
}): Promise<AudioDecoder & AudioCutter> {
  const limits = options.limits ?? decodeLimits;
  const launchers = await writeLaunchers({
    ffmpeg: options.ffmpeg,
    ffprobe: options.ffprobe,
    folder: options.workDir,
    ...(limits.process ? { limits: limits.process } : {}),
  });
  let version: Promise<string> | null = null;
  return {
    async version() {
      version ??= readVersion(launchers.ffmpeg);
      try {
        return await version;
      } catch (error) {
        // what failed for want of a descriptor is asked again
        version = null;
        throw error;
      }
    },
    probe: (recording, signal) => probeAudio(launchers.ffprobe, recording, signal),
    decode: (request, signal) => decode(launchers, limits, request, signal),
    cutAudio: (path, startMs, endMs, toPath, signal) =>
      cutAudio(launchers, { path, startMs, endMs, toPath }, signal),
  };
}

async function decode(
  launchers: Launchers,
  limits: DecodeLimits,
  request: DecodeRequest,
  signal: AbortSignal | undefined,
): Promise<DecodedAudio> {
  const graph = decodeGraph(request);
  const channels = request.probed.channels === 1 ? 1 : 2;
  const sink = createSampleSink(channels, request.onSamples, {
    maxFrames: Math.ceil((limits.maxDurationMs * hearRateHz) / 1000),
    onPassed: () => tooLong(limits.maxDurationMs),
  });
  const command = decodeCommand(launchers, limits, request, graph, sink);
  const said = await runFfmpeg(command, { sink: sink.stream, wallClockMs: limits.wallClockMs, signal });
  if (sink.frames() === 0 && !graph.countsNonFinite && said.length > 0) {
    throw ffmpegFailure('not one sample was decoded', said.join('\n'));
  }
  const at = (side: keyof typeof outputFiles) => join(request.folder, outputFiles[side]);
  return {
    frames: sink.frames(),
    speech: channels === 1 ? { mixed: at('mixed') } : { left: at('left'), right: at('right') },
    playback: at('playback'),
    hadNonFinite: graph.countsNonFinite && said.some((line) => /Number of (NaN|Inf)s: *[1-9]/.test(line)),
  };
}

function decodeCommand(
  launchers: Launchers,
  limits: DecodeLimits,
  request: DecodeRequest,
  graph: DecodeGraph,
  sink: SampleSink,
): ffmpeg.FfmpegCommand {
  const command = newCommand(launchers, request.folder)
    .input(inputAddress(request.file))
    .inputOptions([
      ...['-nostdin', '-hide_banner', '-nostats', '-v', graph.countsNonFinite ? 'info' : 'error'],
      ...['-max_alloc', '300000000', '-filter_complex_threads', '1', '-threads', '1', '-vn', '-sn', '-dn'],
      ...['-t', String(limits.maxDurationMs / 1000 + 2)],
      ...inputOptions(request.sniffed),
    ])
    .complexFilter(graph.filters);
  for (const output of graph.outputs) {
    const placed =
      output.file === null ? command.output(sink.stream) : command.output(`file:./${output.file}`);
    placed.outputOptions([...output.options]);
  }
  return command;
}

async function cutAudio(
  launchers: Launchers,
  cut: { path: string; startMs: number; endMs: number; toPath: string },
  signal: AbortSignal | undefined,
): Promise<void> {
  const command = newCommand(launchers, dirname(cut.toPath))
    .input(`file:${cut.path}`)
    .inputOptions([
      ...['-nostdin', '-hide_banner', '-nostats', '-v', 'error', '-threads', '1'],
      ...['-protocol_whitelist', 'file', '-format_whitelist', 'flac', '-f', 'flac'],
      ...['-ss', String(cut.startMs / 1000), '-t', String((cut.endMs - cut.startMs) / 1000)],
    ])
    .output(`file:${cut.toPath}`)
    .outputOptions(['-map', '0:a:0', '-map_metadata', '-1', '-c:a', 'pcm_s16le', '-bitexact', '-f', 'wav']);
  try {
    await runFfmpeg(command, { sink: null, wallClockMs: 120_000, signal });
  } catch (error) {
    await rm(cut.toPath, { force: true });
    if (error instanceof EarmarkError && error.code !== 'E_MEDIA') throw error;
    throw new EarmarkError('E_FFMPEG', 'A stretch could not be cut out of a speech file.', {
      remedy: 'Normalize the recording again.',
      cause: error,
    });
  }
}

/** fluent-ffmpeg keeps one path for the whole process, so it is set before each run. */
function newCommand(launchers: Launchers, folder: string): ffmpeg.FfmpegCommand {
  const command = ffmpeg({ cwd: folder } as ffmpeg.FfmpegCommandOptions);
  return command.setFfmpegPath(launchers.ffmpeg);
}

function tooLong(maxDurationMs: number): EarmarkError {
  return new EarmarkError('E_TOO_LONG', `The recording is longer than ${maxDurationMs / 3_600_000} hours.`, {
    remedy: 'Split it into calls; one recording is one call.',
  });
}
