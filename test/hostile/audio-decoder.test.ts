import { execFile } from 'node:child_process';
import { copyFile, open, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeFeatures } from '../../src/acoustics/feature-table.ts';
import { ffmpeg, makeRecording, oneVoice, twoVoices } from '../fixtures/make-recording.ts';
import { createNormalizer } from '../fixtures/normalizer.ts';
import { amrNarrowband, fetched, recordingOf, tone, wavBytes } from '../fixtures/odd-recordings.ts';
import { writeStubFfmpeg } from '../fixtures/stub-ffmpeg.ts';

const run = promisify(execFile);
const normalizer = await createNormalizer();
afterAll(() => normalizer[Symbol.asyncDispose]());
const { at, normalize, refusal } = normalizer;

describe('recordings that are too much for a decoder', () => {
  it.each([
    ['MP4', 'video.mp4', ['-c:v', 'mpeg4', '-c:a', 'aac']],
    ['WebM', 'video.webm', ['-c:v', 'libvpx', '-c:a', 'libopus']],
  ] as const)('AUD-22 takes the sound of a %s video and leaves the picture', async (_name, file, options) => {
    const sound = await makeRecording(at('sound.wav'), twoVoices(), 6);
    const picture = ['-f', 'lavfi', '-i', 'testsrc=s=64x64:r=5:d=6'];
    await ffmpeg([...picture, '-i', sound.path, ...options, '-shortest', at(file)]);
    const normalized = await normalize(await fetched(at(file)));
    expect(normalized).toMatchObject({ layout: 'two-party', channels: 2 });
    expect(await streamsOf(normalized.playback.name)).toEqual(['mp3']);
  });

  it('AUD-23 leaves a cover picture and every tag behind', async () => {
    const sound = await makeRecording(at('sound.wav'), twoVoices(), 6);
    const cover = ['-f', 'lavfi', '-i', 'testsrc=s=300x300:d=0.04:r=25'];
    const tags = ['-metadata', 'title=13800138000', '-metadata', 'comment=secret'];
    const maps = ['-map', '0:a', '-map', '1:v', '-c:v', 'png', '-disposition:v', 'attached_pic'];
    await ffmpeg(['-i', sound.path, ...cover, ...maps, ...tags, at('cover.mp3')]);
    const normalized = await normalize(await fetched(at('cover.mp3')));
    expect(await streamsOf(normalized.playback.name)).toEqual(['mp3']);
    for (const artifact of [normalized.playback, normalized.speech.left, normalized.speech.right]) {
      const bytes = await normalizer.artifacts.read(artifact?.name ?? '');
      expect(bytes.includes('13800138000') || bytes.includes('secret')).toBe(false);
    }
  });

  it('AUD-23 skips 500 MB of tags without reading them', async () => {
    const sound = await makeRecording(at('plain.mp3'), oneVoice(), 6, [
      '-write_xing',
      '0',
      '-id3v2_version',
      '0',
    ]);
    const tagBytes = 250 * 2 ** 20;
    const path = at('tags.mp3');
    const file = await open(path, 'w');
    for (const offset of [0, 10 + tagBytes]) await file.write(id3Head(tagBytes), 0, 10, offset);
    await file.write(await readFile(sound.path), 0, sound.sizeBytes, 2 * (10 + tagBytes));
    await file.close();
    const before = process.memoryUsage().rss;
    const normalized = await normalize(await fetched(path));
    expect(Math.abs(normalized.durationMs - 6000)).toBeLessThan(200);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });

  it('AUD-24 refuses a file of 200 streams', async () => {
    const sound = await makeRecording(at('short.wav'), oneVoice(), 0.2);
    const maps = Array.from({ length: 200 }, () => ['-map', '0:a']).flat();
    await ffmpeg(['-i', sound.path, ...maps, '-c', 'copy', at('many.mkv')]);
    expect(await refusal(await fetched(at('many.mkv')))).toMatchObject({ code: 'E_MEDIA' });
  });

  it('AUD-26 refuses an encrypted file instead of hearing its noise', async () => {
    const key = '00112233445566778899aabbccddeeff';
    const encryption = ['-encryption_scheme', 'cenc-aes-ctr', '-encryption_key', key, '-encryption_kid', key];
    const locked = await makeRecording(at('locked.mp4'), twoVoices(), 6, ['-c:a', 'aac', ...encryption]);
    const error = await refusal(locked);
    expect(error).toMatchObject({ code: 'E_MEDIA', message: 'The recording is encrypted.' });
  });

  it('AUD-27 takes GSM, AMR and G.729', async () => {
    const gsm = await makeRecording(at('a.wav'), oneVoice(), 4, ['-ar', '8000', '-c:a', 'libgsm_ms']);
    expect(await normalize(gsm)).toMatchObject({ codec: 'gsm_ms', durationMs: 4000 });
    const amr = await amrNarrowband(at('a.amr'), 100);
    expect(await normalize(amr)).toMatchObject({ codec: 'amr_nb', durationMs: 2000 });
    const frames = Buffer.from(Array.from({ length: 1000 }, (_, i) => (i * 37) % 256));
    const g729 = await recordingOf(at('g729.wav'), wavBytes(frames, { tag: 0x83, bits: 8 }));
    expect(await normalize(g729)).toMatchObject({ codec: 'g729', durationMs: 1000 });
  });

  it.each([
    [0x0130, 'ACELP.net'],
    [0x1234, '0x1234'],
  ])('AUD-27 names the codec of format %i it cannot decode', async (tag, name) => {
    const error = await refusal(await recordingOf(at('odd.wav'), wavBytes(tone(1), { tag })));
    expect(error).toMatchObject({ code: 'E_CODEC' });
    expect(error.message).toContain(name);
  });

  it('AUD-28 kills a decoder that never ends, and all it started, and keeps nothing', async () => {
    const sleeper = `sleep 987.${process.pid}`;
    const stub = await writeStubFfmpeg(at('hang.sh'), `trap '' TERM\n${sleeper} & ${sleeper}`);
    const limits = { maxDurationMs: 60_000, wallClockMs: 1500 };
    await using hanging = await createNormalizer({ ffmpeg: stub, limits });
    const recording = await makeRecording(at('fine.wav'), oneVoice(), 1);
    expect(await hanging.refusal(recording)).toMatchObject({ code: 'E_MEDIA_LIMIT' });
    expect(await hanging.leftovers()).toEqual([]);
    expect(await hanging.processes()).toEqual([]);
    expect((await commandLines()).filter((line) => line.includes(sleeper))).toEqual([]);
  });

  it('AUD-28 lets the kernel end a decoder that burns its CPU time', async () => {
    const stub = await writeStubFfmpeg(at('burn.sh'), 'while :; do :; done');
    const limits = {
      maxDurationMs: 60_000,
      wallClockMs: 60_000,
      process: { memoryBytes: 2 ** 30, cpuSeconds: 1, fileBytes: 2 ** 30, openFiles: 32, niceness: 0 },
    };
    await using burning = await createNormalizer({ ffmpeg: stub, limits });
    const recording = await makeRecording(at('fine.wav'), oneVoice(), 1);
    expect(await burning.refusal(recording)).toMatchObject({ code: 'E_MEDIA_LIMIT' });
  });

  it('AUD-29 makes one set of artifacts of the same bytes under two keys', async () => {
    const first = await makeRecording(at('first.wav'), twoVoices(), 3);
    await copyFile(first.path, at('second.wav'));
    const second = await fetched(at('second.wav'));
    expect(second.contentHash).toBe(first.contentHash);
    expect(await normalize(second)).toEqual(await normalize(first));
    const { frames } = decodeFeatures(
      await normalizer.artifacts.read((await normalize(second)).features.name),
    );
    expect(frames).toBe(24_000);
  });
});

async function streamsOf(name: string): Promise<string[]> {
  const path = await normalizer.artifacts.localPath(name);
  const shown = ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', path];
  return (await run('ffprobe', shown)).stdout.trim().split('\n');
}

async function commandLines(): Promise<string[]> {
  return (await run('ps', ['-eo', 'args'])).stdout.split('\n');
}

function id3Head(bodyBytes: number): Buffer {
  const size = [21, 14, 7, 0].map((shift) => (bodyBytes >> shift) & 0x7f);
  return Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, ...size]);
}
