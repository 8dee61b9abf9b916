import { mkdir, readFile, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeFeatures } from '../../src/acoustics/feature-table.ts';
import { peaksSchema } from '../../src/domain/peaks.ts';
import { EarmarkError } from '../../src/errors.ts';
import { removeAbandonedJobs } from '../../src/stages/normalize-audio.ts';
import { ffmpeg, leftOnly, makeRecording, oneVoice, twoVoices } from '../fixtures/make-recording.ts';
import { createNormalizer } from '../fixtures/normalizer.ts';
import { amrNarrowband, fetched } from '../fixtures/odd-recordings.ts';

const formats: readonly [name: string, file: string, options: readonly string[], codec: string][] = [
  ['WAV PCM', 'a.wav', ['-ar', '8000'], 'pcm_s16le'],
  ['WAV µ-law', 'a.wav', ['-ar', '8000', '-c:a', 'pcm_mulaw'], 'pcm_mulaw'],
  ['WAV A-law', 'a.wav', ['-ar', '8000', '-c:a', 'pcm_alaw'], 'pcm_alaw'],
  ['WAV IMA ADPCM', 'a.wav', ['-ar', '8000', '-c:a', 'adpcm_ima_wav'], 'adpcm_ima_wav'],
  ['RF64', 'a.wav', ['-rf64', 'always'], 'pcm_s16le'],
  ['W64', 'a.w64', [], 'pcm_s16le'],
  ['AU', 'a.au', ['-c:a', 'pcm_mulaw'], 'pcm_mulaw'],
  ['AIFF', 'a.aiff', [], 'pcm_s16be'],
  ['MP3', 'a.mp3', ['-b:a', '48k'], 'mp3'],
  ['MP3 without a length header', 'a.mp3', ['-b:a', '32k', '-write_xing', '0'], 'mp3'],
  ['Ogg Opus', 'a.ogg', ['-c:a', 'libopus', '-b:a', '48k'], 'opus'],
  ['Ogg Vorbis', 'a.ogg', ['-c:a', 'libvorbis'], 'vorbis'],
  ['M4A', 'a.m4a', ['-c:a', 'aac', '-b:a', '64k'], 'aac'],
  ['M4A with its index first', 'a.m4a', ['-c:a', 'aac', '-movflags', '+faststart'], 'aac'],
  ['ADTS AAC', 'a.aac', ['-c:a', 'aac'], 'aac'],
  ['FLAC', 'a.flac', [], 'flac'],
  ['WebM Opus', 'a.webm', ['-c:a', 'libopus'], 'opus'],
  ['Matroska G.711', 'a.mkv', ['-c:a', 'pcm_alaw'], 'pcm_alaw'],
];

const normalizer = await createNormalizer();
afterAll(() => normalizer[Symbol.asyncDispose]());

describe('normalizeAudio', () => {
  it.each(formats)('takes %s and keeps its two parties apart', async (_name, file, options, codec) => {
    const recording = await makeRecording(normalizer.at(file), twoVoices(), 12, options);
    const normalized = await normalizer.normalize(recording);
    expect(normalized).toMatchObject({ codec, channels: 2, layout: 'two-party' });
    expect(normalized.flags).not.toContain('TRUNCATED');
    expect(Math.abs(normalized.durationMs - 12_000)).toBeLessThan(200);
    expect(Object.keys(normalized.speech)).toEqual(['left', 'right']);
    expect(await normalizer.leftovers()).toEqual([]);
  });

  it.each([
    ['GSM in WAV', 'a.wav', ['-ar', '8000', '-ac', '1', '-c:a', 'libgsm_ms'], 'gsm_ms'],
    ['bare GSM', 'a.gsm', ['-ar', '8000', '-ac', '1'], 'gsm'],
    ['G.722 in WAV', 'a.wav', ['-ar', '16000', '-ac', '1', '-c:a', 'g722'], 'adpcm_g722'],
  ] as const)('takes %s as one mixed side', async (_name, file, options, codec) => {
    const normalized = await normalizer.normalize(
      await makeRecording(normalizer.at(file), oneVoice(), 12, options),
    );
    expect(normalized).toMatchObject({ codec, channels: 1, layout: 'mono' });
    expect(Object.keys(normalized.speech)).toEqual(['mixed']);
  });

  it('takes AMR', async () => {
    const recording = await amrNarrowband(normalizer.at('a.amr'), 250);
    const normalized = await normalizer.normalize(recording);
    expect(normalized).toMatchObject({ container: 'amr', codec: 'amr_nb', durationMs: 5000 });
  });

  it.each([
    ['left', 0, 1],
    ['right', 1, 0],
  ] as const)('lets nothing of the %s channel into the other', async (side, speaking, idle) => {
    const voices = side === 'left' ? leftOnly() : leftOnly().reverse();
    const recording = await makeRecording(normalizer.at('a.wav'), voices, 6);
    const { speech, playback } = await normalizer.normalize(recording);
    const other = side === 'left' ? speech.right : speech.left;
    expect(await loudest(other?.name ?? '', 0)).toBe(0);
    expect(await loudest(playback.name, idle)).toBe(0);
    expect(await loudest(playback.name, speaking)).toBeGreaterThan(3000);
  });

  it('gives peaks and features of the same length as the sound', async () => {
    const recording = await makeRecording(normalizer.at('a.wav'), twoVoices(), 12);
    const normalized = await normalizer.normalize(recording);
    const peaks = peaksSchema.parse(
      JSON.parse((await normalizer.artifacts.read(normalized.peaks.name)).toString()),
    );
    const features = decodeFeatures(await normalizer.artifacts.read(normalized.features.name));
    expect(features).toMatchObject({ frames: 96_000 });
    expect(peaks).toMatchObject({ durationMs: 12_000, bucketMs: 10 });
    expect(peaks.sides.left).toHaveLength(1200);
    expect(Math.max(...(peaks.sides.left ?? []).slice(100, 180))).toBeLessThan(0.01);
    expect(Math.max(...(peaks.sides.right ?? []).slice(100, 180))).toBeGreaterThan(0.1);
  });

  it('makes the same artifacts of the same bytes', async () => {
    const recording = await makeRecording(normalizer.at('a.wav'), twoVoices(), 4);
    const first = await normalizer.normalize(recording);
    expect(await normalizer.normalize(recording)).toEqual(first);
  });

  it('puts back the silence a browser left out, so that times stay those of the clock', async () => {
    const [whole, holed] = [normalizer.at('whole.mkv'), normalizer.at('holed.mkv')];
    await makeRecording(whole, twoVoices(), 8, ['-c:a', 'pcm_s16le']);
    const withoutMiddle = "aselect='not(between(t,3,5))'";
    await ffmpeg(['-i', whole, '-af', withoutMiddle, '-c:a', 'pcm_s16le', holed]);
    const normalized = await normalizer.normalize(await fetched(holed));
    expect(Math.abs(normalized.durationMs - 8000)).toBeLessThan(150);
  });

  it('stops when told to, keeps nothing and leaves no process', async () => {
    const long = ['-af', 'aloop=loop=20:size=1000000'];
    const recording = await makeRecording(normalizer.at('long.wav'), [() => 0], 120, long);
    const stop = new AbortController();
    const refused = normalizer.refusal(recording, stop.signal);
    while ((await normalizer.processes()).length === 0) await wait(20);
    await wait(100);
    stop.abort();
    expect(await refused).toMatchObject({ code: 'E_STOPPED', isRetryable: true });
    expect(await normalizer.leftovers()).toEqual([]);
    expect(await normalizer.processes()).toEqual([]);
  });

  it('normalizes two recordings at once without mixing them up', async () => {
    const one = await makeRecording(normalizer.at('one.wav'), twoVoices(), 8);
    const two = await makeRecording(normalizer.at('two.wav'), oneVoice(), 5);
    const apart = [await normalizer.normalize(one), await normalizer.normalize(two)];
    expect(await Promise.all([normalizer.normalize(one), normalizer.normalize(two)])).toEqual(apart);
  });

  it('removes the folders of jobs that died with their process, and no others', async () => {
    const { workDir } = normalizer;
    const [dead, living] = [join(workDir, 'normalize-dead'), join(workDir, 'normalize-living')];
    for (const folder of [dead, living]) await mkdir(folder, { recursive: true });
    const yesterday = new Date(Date.now() - 86_400_000);
    await utimes(dead, yesterday, yesterday);
    expect(await removeAbandonedJobs(workDir, 3_600_000, Date.now())).toBe(1);
    expect(await normalizer.leftovers()).toEqual(['normalize-living']);
    await rm(living, { recursive: true });
  });

  it('does not start when it was stopped before', async () => {
    const recording = await makeRecording(normalizer.at('a.wav'), twoVoices(), 2);
    const error = await normalizer.refusal(recording, AbortSignal.abort());
    expect(error).toBeInstanceOf(EarmarkError);
    expect(error.code).toBe('E_STOPPED');
  });
});

async function loudest(name: string, channel: number): Promise<number> {
  const path = normalizer.at(`${name}.${channel}.raw`);
  const input = await normalizer.artifacts.localPath(name);
  await ffmpeg(['-i', input, '-af', `pan=mono|c0=c${channel}`, '-f', 's16le', path]);
  const bytes = await readFile(path);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
  return samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
}
