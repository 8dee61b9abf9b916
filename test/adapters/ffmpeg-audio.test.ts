import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFfmpeg } from '../../src/adapters/ffmpeg-check.ts';
import { ffmpegFailure } from '../../src/adapters/ffmpeg-failure.ts';
import { makeRecording, twoVoices } from '../fixtures/make-recording.ts';
import { createNormalizer } from '../fixtures/normalizer.ts';
import { writeStubFfmpeg } from '../fixtures/stub-ffmpeg.ts';

const normalizer = await createNormalizer();
afterAll(() => normalizer[Symbol.asyncDispose]());
const { at } = normalizer;

describe('createFfmpegAudio', () => {
  it('cuts exactly the stretch asked for out of a speech file', async () => {
    const normalized = await normalizer.normalize(await makeRecording(at('a.wav'), twoVoices(), 6));
    const right = await normalizer.artifacts.localPath(normalized.speech.right?.name ?? '');
    await normalizer.audio.cutAudio(right, 1000, 1800, at('talking.wav'));
    await normalizer.audio.cutAudio(right, 2100, 2600, at('quiet.wav'));
    expect(await shapeOf(at('talking.wav'))).toMatchObject({ rateHz: 16_000, channels: 1, samples: 12_800 });
    expect(await shapeOf(at('quiet.wav'))).toMatchObject({ samples: 8000 });
    expect((await shapeOf(at('talking.wav'))).highest).toBeGreaterThan(3000);
    expect((await shapeOf(at('quiet.wav'))).highest).toBeLessThan(100);
  });

  it('says that a speech file is gone or broken when it cuts, and leaves no half file', async () => {
    const cut = normalizer.audio.cutAudio(at('never.flac'), 0, 1000, at('cut.wav'));
    await expect(cut).rejects.toMatchObject({ code: 'E_FFMPEG' });
    await expect(readFile(at('cut.wav'))).rejects.toThrow('ENOENT');
  });

  it('says which version decodes', async () => {
    expect(await normalizer.audio.version()).toMatch(/^\d|^N-|^n\d/);
  });

  it('says that a full disk is not the fault of the recording', async () => {
    const stub = await writeStubFfmpeg(
      at('full.sh'),
      'echo "av_interleaved_write_frame(): No space left on device" >&2; exit 228',
    );
    await using full = await createNormalizer({ ffmpeg: stub });
    const error = await full.refusal(await makeRecording(at('a.wav'), twoVoices(), 1));
    expect(error).toMatchObject({ code: 'E_DISK_FULL', isRetryable: true });
  });

  it('says that ffmpeg is missing instead of blaming the recording', async () => {
    await using missing = await createNormalizer({ ffmpeg: at('no-such-program') });
    const error = await missing.refusal(await makeRecording(at('a.wav'), twoVoices(), 1));
    expect(error).toMatchObject({ code: 'E_FFMPEG' });
    expect(error.remedy).toContain('apt-get install ffmpeg');
  });
});

describe('checkFfmpeg', () => {
  it('finds nothing wrong with the ffmpeg of the distribution', async () => {
    expect(await checkFfmpeg({ ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' })).toMatchObject({ problems: [] });
  });

  it('says what to install when ffmpeg is missing', async () => {
    const check = await checkFfmpeg({ ffmpeg: at('nothing'), ffprobe: 'ffprobe' });
    expect(check).toEqual({
      version: null,
      problems: ['ffmpeg cannot be started'],
      remedy: 'apt-get install ffmpeg',
    });
  });

  it('names what a cut-down or old ffmpeg lacks', async () => {
    const lists =
      'case "$*" in *-encoders) echo " A....D flac  FLAC";; *-version) echo "ffmpeg version 3.4.1";; esac';
    await writeFile(at('small.sh'), `#!/bin/sh\n${lists}\n`, { mode: 0o755 });
    const { problems } = await checkFfmpeg({ ffmpeg: at('small.sh'), ffprobe: 'ffprobe' });
    expect(problems[0]).toBe('ffmpeg 3.4.1 is older than 4.4');
    expect(problems).toContain('ffmpeg has no encoder libmp3lame, pcm_s16le');
  });
});

describe('ffmpegFailure', () => {
  it.each([
    ['ffmpeg exited with code 1', 'Decoder (codec g723_1) not found for input stream #0:0', 'E_CODEC'],
    ['ffmpeg exited with code 228', 'No space left on device', 'E_DISK_FULL'],
    ['ffmpeg exited with code 127', '', 'E_FFMPEG'],
    ['ffmpeg exited with code 1', "Unknown encoder 'libmp3lame'", 'E_FFMPEG'],
    ['ffmpeg was killed with signal SIGKILL', '', 'E_MEDIA_LIMIT'],
    ['ffmpeg was killed with signal SIGXFSZ', '', 'E_MEDIA_LIMIT'],
    ['ffmpeg exited with code 1', 'Cannot allocate memory', 'E_MEDIA_LIMIT'],
    ['ffmpeg was killed with signal SIGSEGV', '', 'E_MEDIA'],
    ['ffmpeg exited with code 1', 'Invalid data found when processing input', 'E_MEDIA'],
  ])('reads %s, %s as %s', (message, stderr, code) => {
    expect(ffmpegFailure(message, stderr)).toMatchObject({ code });
  });

  it('repeats nothing of what ffmpeg said, which may hold names of files', () => {
    const error = ffmpegFailure('ffmpeg exited with code 1', '/data/13800138000.wav: Invalid data found');
    expect(`${error.message} ${error.remedy}`).not.toContain('138');
  });
});

async function shapeOf(path: string) {
  const bytes = await readFile(path);
  const data = bytes.indexOf('data') + 8;
  const samples = new Int16Array(
    bytes.buffer.slice(bytes.byteOffset + data, bytes.byteOffset + bytes.length),
  );
  return {
    rateHz: bytes.readUInt32LE(24),
    channels: bytes.readUInt16LE(22),
    samples: samples.length,
    highest: samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0),
  };
}
