import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { DecodeRequest, ProbedAudio } from '../domain/ports.ts';
import { EarmarkError } from '../errors.ts';
import { ffmpegFailure, ffmpegMissing, stopped, tookTooLong } from './ffmpeg-failure.ts';
import { inputAddress, inputOptions } from './ffmpeg-input.ts';
import { ensureGone } from './ffmpeg-process.ts';

const run = promisify(execFile);
const probeLimitMs = 60_000;
const mostChannels = 64;

const seconds = z.coerce.number().nonnegative().finite().optional().catch(undefined);
const probeSchema = z.object({
  streams: z
    .array(
      z.object({
        codec_name: z.string().optional(),
        codec_tag: z.string().optional(),
        sample_rate: z.coerce.number().catch(0),
        channels: z.number().catch(0),
        duration: seconds,
        tags: z.object({ DURATION: z.string().optional() }).optional().catch(undefined),
      }),
    )
    .default([]),
  format: z.object({ duration: seconds }).optional(),
});
type Probe = z.infer<typeof probeSchema>;

/**
 * What ffprobe reads from the header of the first audio stream. Not by fluent-ffmpeg's own ffprobe: that one
 * cannot be stopped, and its line format lets a tag of the recording pretend to be another field.
 */
export async function probeAudio(
  ffprobe: string,
  recording: Pick<DecodeRequest, 'folder' | 'file' | 'sniffed'>,
  signal?: AbortSignal,
): Promise<ProbedAudio> {
  const options = ['-v', 'error', '-max_alloc', '300000000', ...inputOptions(recording.sniffed)];
  const shown =
    'stream=codec_name,codec_tag,sample_rate,channels,duration:stream_tags=DURATION:format=duration';
  const args = [...options, '-select_streams', 'a:0', '-show_entries', shown, '-of', 'json', '-i'];
  const running = run(ffprobe, [...args, inputAddress(recording.file)], {
    cwd: recording.folder,
    timeout: probeLimitMs,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 20,
    ...(signal ? { signal } : {}),
  });
  try {
    const { stdout } = await running;
    return readProbe(probeSchema.parse(JSON.parse(stdout)), recording);
  } catch (error) {
    await ensureGone(running.child);
    if (error instanceof EarmarkError) throw error;
    throw probeFailure(error, signal);
  }
}

function probeFailure(error: unknown, signal: AbortSignal | undefined): EarmarkError {
  if (signal?.aborted) return stopped();
  const {
    killed,
    code,
    stderr,
    signal: by,
  } = error as Partial<Record<'killed' | 'code' | 'stderr' | 'signal', unknown>>;
  if (killed === true) return tookTooLong(probeLimitMs);
  if (code === 'ENOENT' || code === 'EACCES' || code === 127 || code === 126) return ffmpegMissing();
  return ffmpegFailure(
    by ? `ffprobe was killed with signal ${by}` : `ffprobe exited with code ${code}`,
    String(stderr),
  );
}

function readProbe(probe: Probe, { sniffed }: Pick<DecodeRequest, 'sniffed'>): ProbedAudio {
  const [stream] = probe.streams;
  if (!stream) {
    throw new EarmarkError('E_MEDIA', 'The file holds no sound.', {
      remedy: 'Deliver the recording of the call.',
    });
  }
  if (!stream.codec_name || stream.codec_name === 'unknown') {
    throw new EarmarkError('E_CODEC', `The recording's codec ${tagOf(stream.codec_tag)} is not known here.`, {
      remedy: 'Export it as PCM, G.711, Opus or MP3.',
    });
  }
  if (stream.channels < 1 || stream.channels > mostChannels || stream.sample_rate < 1) {
    throw new EarmarkError('E_MEDIA', 'The recording claims an impossible number of channels or rate.', {
      remedy: 'Export the call again from the recorder.',
    });
  }
  return {
    codec: stream.codec_name,
    channels: stream.channels,
    sampleRateHz: stream.sample_rate,
    declaredMs:
      sniffed.declares === 'own' ? sniffed.declaredMs : claimedMs(probe, sniffed.declares === 'container'),
  };
}

/** ffprobe also gives lengths it guessed from the size; only a container's own claim is kept. */
function claimedMs(probe: Probe, isClaim: boolean): number | null {
  const [stream] = probe.streams;
  const [, hours, minutes, rest] = /^(\d+):(\d+):(\d+\.\d+)$/.exec(stream?.tags?.DURATION ?? '') ?? [];
  const tagged = hours === undefined ? undefined : Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  const claimed = stream?.duration ?? tagged ?? probe.format?.duration;
  return isClaim && claimed ? Math.round(claimed * 1000) : null;
}

function tagOf(tag: string | undefined): string {
  return /^0x[0-9a-f]{1,8}$/.test(tag ?? '') ? `${tag}` : 'without a tag';
}
