import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeFeatures } from '../../src/acoustics/feature-table.ts';
import { measure } from '../../src/acoustics/measure.ts';
import { peaksSchema } from '../../src/domain/peaks.ts';
import type { NormalizedRecording } from '../../src/domain/recording.ts';
import {
  leftOnly,
  makeRecording,
  oneVoice,
  soundBytes,
  twoVoices,
  type Voice,
} from '../fixtures/make-recording.ts';
import { createNormalizer } from '../fixtures/normalizer.ts';
import { recordingOf, tone, wavBytes } from '../fixtures/odd-recordings.ts';

const normalizer = await createNormalizer();
afterAll(() => normalizer[Symbol.asyncDispose]());
const { at, normalize, refusal } = normalizer;
const normalizeVoices = async (voices: readonly Voice[], seconds: number) =>
  normalize(await recordingOf(at('a.wav'), soundBytes(voices, seconds)));
const heardIn = async (normalized: NormalizedRecording) =>
  measure(decodeFeatures(await normalizer.artifacts.read(normalized.features.name)));
const peaksOf = async (normalized: NormalizedRecording) =>
  peaksSchema.parse(JSON.parse((await normalizer.artifacts.read(normalized.peaks.name)).toString()));

describe('recordings whose sound is wrong', () => {
  it('AUD-09 measures 0.3 s as 0.3 s', async () => {
    expect(await normalizeVoices(oneVoice(), 0.3)).toMatchObject({ durationMs: 300 });
  });

  it('AUD-10 AUD-11 hears no speech in silence, so nothing is there to send to a transcriber', async () => {
    const normalized = await normalizeVoices([() => 0, () => 0], 20);
    expect(normalized.flags).toContain('NO_SPEECH');
    const { parties } = await heardIn(normalized);
    expect(Object.values(parties).flatMap((party) => party.speech)).toEqual([]);
  });

  it('AUD-12 takes a recording of hold music alone for no conversation', async () => {
    const chord = (t: number) => {
      const root = [220, 247, 196, 262][Math.floor(t / 2) % 4] as number;
      return (
        0.1 * [1, 1.26, 1.5, 2].reduce((sum, ratio) => sum + Math.sin(2 * Math.PI * root * ratio * t), 0)
      );
    };
    const normalized = await normalizeVoices([chord, () => 0], 30);
    expect(['one-party', 'mono']).toContain(normalized.layout);
    expect((await heardIn(normalized)).overlaps).toEqual([]);
  });

  it('AUD-13 says when one channel is empty', async () => {
    const normalized = await normalizeVoices(leftOnly(), 12);
    expect(normalized).toMatchObject({ layout: 'one-party' });
    expect(normalized.flags).toContain('MISSING_CHANNEL');
  });

  it('AUD-14 leaves channels where the recorder put them, so that swapped ones can be told', async () => {
    const straight = await normalizeVoices(twoVoices(), 6);
    const swapped = await normalizeVoices(twoVoices().reverse(), 6);
    expect(swapped.speech.left?.name).not.toBe(straight.speech.left?.name);
    const [left, right] = [(await heardIn(straight)).parties.left, (await heardIn(swapped)).parties.right];
    expect(right?.speech).toEqual(left?.speech);
  });

  it('AUD-15 tells fake stereo and transcribes it once', async () => {
    const normalized = await normalizeVoices(copied(1), 12);
    expect(normalized).toMatchObject({ layout: 'fake-stereo', channels: 2 });
    expect(Object.keys(normalized.speech)).toEqual(['mixed']);
  });

  it('AUD-16 tells an inverted copy, and does not let it cancel itself to silence', async () => {
    const normalized = await normalizeVoices(copied(-1), 12);
    expect(normalized).toMatchObject({ layout: 'fake-stereo' });
    expect(normalized.flags).toContain('INVERTED_COPY');
    expect(Object.keys(normalized.speech)).toEqual(['mixed']);
    const { parties } = await heardIn(normalized);
    expect(parties.mixed?.speechMs).toBeGreaterThan(4000);
    const { sides } = await peaksOf(normalized);
    expect(Math.max(...(sides.right ?? []))).toBeGreaterThan(0.1);
  });

  it('AUD-17 hears the first two of eight channels and says so', async () => {
    const eight = [...twoVoices(), ...Array.from({ length: 6 }, () => (t: number) => Math.sin(t * 3000) / 2)];
    const normalized = await normalizeVoices(eight, 8);
    expect(normalized).toMatchObject({ channels: 8, layout: 'two-party' });
    expect(normalized.flags).toContain('EXTRA_CHANNELS');
    const two = await normalizeVoices(twoVoices(), 8);
    expect(normalized.speech).toEqual(two.speech);
  });

  it.each([
    ['AUD-17 65,535 channels', { channels: 65_535 }],
    ['AUD-18 0 Hz', { rateHz: 0 }],
    ['AUD-18 4,294,967,295 Hz', { rateHz: 0xffff_ffff }],
    ['AUD-18 samples of 0 bits', { bits: 0 }],
  ])('%s is refused', async (_name, header) => {
    const recording = await recordingOf(at('odd.wav'), wavBytes(tone(1), header));
    expect(await refusal(recording)).toMatchObject({ code: 'E_MEDIA' });
  });

  it('AUD-19 silences samples that are no number instead of hearing them as the loudest', async () => {
    const samples = Float32Array.from({ length: 16_000 * 4 }, (_, i) => 0.05 * Math.sin(i / 9));
    for (let i = 100; i < samples.length; i += 977)
      samples[i] = [Number.NaN, Infinity, -Infinity][i % 3] as number;
    const wav = wavBytes(Buffer.from(samples.buffer), { tag: 3, bits: 32, rateHz: 16_000 });
    const normalized = await normalize(await recordingOf(at('nan.wav'), wav));
    expect(normalized.flags).toContain('NONFINITE');
    expect(normalized.flags).not.toContain('CLIPPED');
    expect(Math.max(...((await peaksOf(normalized)).sides.mixed ?? []))).toBeLessThan(0.1);
  });

  it('AUD-19 does not flag floats that are all numbers', async () => {
    const samples = Float32Array.from({ length: 8000 }, (_, i) => 0.05 * Math.sin(i / 9));
    const wav = wavBytes(Buffer.from(samples.buffer), { tag: 3, bits: 32 });
    const normalized = await normalize(await recordingOf(at('float.wav'), wav));
    expect(normalized.flags).not.toContain('NONFINITE');
  });

  it('AUD-20 says when speech is clipped and when it rides on a constant voltage', async () => {
    const loud = twoVoices().map((one) => (t: number) => 30 * one(t));
    const shifted = twoVoices().map((one) => (t: number) => 0.2 + one(t));
    expect((await normalizeVoices(loud, 12)).flags).toContain('CLIPPED');
    expect((await normalizeVoices(shifted, 12)).flags).toContain('DC_OFFSET');
  });

  it('AUD-21 keeps time when the sample rate changes in the middle', async () => {
    const slow = await makeRecording(at('slow.mp3'), oneVoice(), 6, [
      '-ar',
      '8000',
      '-b:a',
      '32k',
      '-write_xing',
      '0',
    ]);
    const fast = await makeRecording(at('fast.mp3'), oneVoice(), 6, [
      '-ar',
      '44100',
      '-b:a',
      '64k',
      '-write_xing',
      '0',
    ]);
    const joined = Buffer.concat([await readFile(slow.path), await readFile(fast.path)]);
    const normalized = await normalize(await recordingOf(at('joined.mp3'), joined));
    expect(Math.abs(normalized.durationMs - 12_000)).toBeLessThan(600);
    const spans = (await heardIn(normalized)).parties.mixed?.speech ?? [];
    expect(spans.length).toBeGreaterThan(4);
    expect(spans.flat()).toEqual(spans.flat().toSorted((a, b) => a - b));
  });
});

/** One voice on both channels, the second `gain` times the first: soundBytes asks left before right. */
function copied(gain: 1 | -1): Voice[] {
  let value = 0;
  const [one] = oneVoice() as [Voice];
  const left = (t: number) => {
    value = one(t);
    return value;
  };
  return [left, () => gain * value];
}
