import { EarmarkError, noDescriptors } from '../errors.ts';

const again = 'Export the call again, best as PCM or G.711 WAV, MP3 or Opus.';

/** Lines ffmpeg and ffprobe write when no decoder reads the stream, with its name. */
const noDecoder = [
  /Decoder \(codec (\S+?)\) not found/i,
  /Decoder not found for (?:codec|stream)[^\n]*?(?:codec )?(\w+)/i,
  /Unsupported codec[^\n]*?\((\w+)\)/i,
  /no decoder could be found for codec (\w+)/i,
];

/**
 * A decoder's death as one of our errors. Exit codes differ by version, so the text decides; none of it reaches
 * the message, as it may hold names of files.
 */
export function ffmpegFailure(message: string, stderr: string): EarmarkError {
  if (/\bE[MN]FILE\b/.test(message)) return noDescriptors();
  const text = `${message}\n${stderr}`;
  const codec = noDecoder.map((line) => line.exec(text)?.[1]).find((name) => name !== undefined);
  if (codec) {
    return new EarmarkError('E_CODEC', `ffmpeg has no decoder for the recording's codec ${codec}.`, {
      remedy: again,
    });
  }
  if (/No space left on device|Disk quota exceeded/i.test(text)) {
    return new EarmarkError('E_DISK_FULL', 'There is no space left for the decoded recording.', {
      isRetryable: true,
      remedy: 'Free some disk space; the call is taken up again.',
    });
  }
  if (/code 12[67]\b|Cannot find ffmpeg|ENOENT|EACCES/.test(message)) return ffmpegMissing();
  if (/Unknown encoder|Unknown decoder|Requested output format|No such filter/i.test(text)) {
    return new EarmarkError('E_FFMPEG', 'This ffmpeg lacks a part Earmark needs.', {
      remedy: 'Run `npx earmark check`, and install the ffmpeg of your distribution.',
    });
  }
  if (/exceeds max_streams/.test(text)) {
    return new EarmarkError('E_MEDIA', 'The file holds more than 8 streams.', { remedy: again });
  }
  if (/signal SIG(KILL|XCPU|XFSZ)|code (137|152|153)\b|Cannot allocate memory/i.test(text)) {
    return new EarmarkError(
      'E_MEDIA_LIMIT',
      'Decoding took more memory, time or disk than a recording may.',
      {
        remedy: 'Look at this file: no telephone call needs that much.',
      },
    );
  }
  if (/signal SIG(SEGV|ABRT|BUS|ILL|FPE)|code 13[4-9]\b/.test(message)) {
    return new EarmarkError('E_MEDIA', 'The decoder crashed on this recording.', { remedy: again });
  }
  return new EarmarkError('E_MEDIA', 'The recording cannot be decoded.', { remedy: again });
}

/** ffmpeg is not there, or this user may not start it. */
export function ffmpegMissing(): EarmarkError {
  return new EarmarkError('E_FFMPEG', 'ffmpeg cannot be started.', {
    remedy: 'Install it with `apt-get install ffmpeg`, or set FFMPEG_PATH and FFPROBE_PATH.',
  });
}

/** Work given up because it was told to stop. */
export function stopped(): EarmarkError {
  return new EarmarkError('E_STOPPED', 'Decoding was stopped before its end.', {
    isRetryable: true,
    remedy: 'The call is taken up again.',
  });
}

/** The clock on the wall ran out. */
export function tookTooLong(limitMs: number): EarmarkError {
  return new EarmarkError('E_MEDIA_LIMIT', `Decoding did not end within ${Math.round(limitMs / 1000)} s.`, {
    remedy: 'Look at this file: a call takes seconds.',
  });
}
