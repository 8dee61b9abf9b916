import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { sniffRecording } from '../../src/stages/sniff-recording.ts';
import { makeRecording, oneVoice, soundBytes } from '../fixtures/make-recording.ts';
import { createNormalizer } from '../fixtures/normalizer.ts';
import { amrNarrowband, recordingOf, tone, wavBytes } from '../fixtures/odd-recordings.ts';

const place = await createNormalizer();
afterAll(() => place[Symbol.asyncDispose]());
const { at } = place;

describe('sniffRecording', () => {
  it.each([
    ['a.wav', [], 'wav', 'own'],
    ['a.w64', [], 'w64', 'none'],
    ['a.au', [], 'au', 'none'],
    ['a.aiff', [], 'aiff', 'none'],
    ['a.flac', [], 'flac', 'container'],
    ['a.mp3', [], 'mp3', 'container'],
    ['a.mp3', ['-write_xing', '0', '-id3v2_version', '0'], 'mp3', 'none'],
    ['a.aac', ['-c:a', 'aac'], 'aac', 'none'],
    ['a.ogg', ['-c:a', 'libopus'], 'ogg', 'none'],
    ['a.gsm', ['-ar', '8000'], 'gsm', 'none'],
    ['a.m4a', ['-c:a', 'aac'], 'mov', 'container'],
    ['a.3gp', ['-c:a', 'aac'], 'mov', 'container'],
    ['a.webm', ['-c:a', 'libopus'], 'matroska', 'container'],
    ['a.mka', ['-c:a', 'pcm_s16le'], 'matroska', 'container'],
  ] as const)('knows %s %j as %s by its bytes', async (file, options, container, declares) => {
    const recording = await makeRecording(at(file), oneVoice(), 2, options);
    const misnamed = await recordingOf(at('recording.bin'), await readFile(recording.path));
    expect(await sniffRecording(misnamed.path)).toMatchObject({ container, declares, isCut: false });
  });

  it('knows AMR by its bytes and not as a script', async () => {
    expect(await sniffRecording((await amrNarrowband(at('a.wav'), 10)).path)).toMatchObject({
      container: 'amr',
    });
  });

  it('finds the samples of a WAV behind other chunks, at odd lengths too', async () => {
    const plain = wavBytes(tone(2));
    const list = Buffer.from('LIST\x05\x00\x00\x00abcde\x00', 'latin1');
    const bytes = Buffer.concat([plain.subarray(0, 36), list, plain.subarray(36)]);
    const { path } = await recordingOf(at('list.wav'), bytes);
    expect(await sniffRecording(path)).toEqual({
      container: 'wav',
      declares: 'own',
      declaredMs: 2000,
      isCut: false,
    });
  });

  it('says that a WAV ends before its samples do', async () => {
    const { path } = await recordingOf(at('cut.wav'), soundBytes(oneVoice(), 4).subarray(0, 64_000));
    expect(await sniffRecording(path)).toMatchObject({ declaredMs: 4000, isCut: true });
  });

  it('does not go round for ever in boxes that hold nothing or themselves', async () => {
    const box = Buffer.from([
      0,
      0,
      0,
      8,
      ...Buffer.from('ftyp'),
      0,
      0,
      0,
      0,
      ...Buffer.from('moov'),
      0,
      0,
      0,
      0,
    ]);
    const trap = Buffer.concat([box, Buffer.from('trak'), Buffer.alloc(64)]);
    const { path } = await recordingOf(at('loop.m4a'), trap);
    expect(await sniffRecording(path)).toMatchObject({ container: 'mov' });
  });
});
